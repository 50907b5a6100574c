using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Accounts;

/// <summary>Comes in by password, by passkey, through an outside provider; in a demo by one press.</summary>
[PublicPage]
public sealed class SignInModel(SignInManager<User> signIn, UserManager<User> users, SignInGate gate, DemoMode demo) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where to go afterwards; of this house only.</summary>
    [BindProperty(Name = "ve", SupportsGet = true)]
    public string? Asked { get; set; }

    public string Ve => LocalAddress.Or(Asked, "/");

    public string? Notice { get; private set; }

    public IReadOnlyList<AuthenticationScheme> Providers { get; private set; } = [];

    public IReadOnlyList<(string UserName, Role Role)> DemoAccounts { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        Providers = [.. await signIn.GetExternalAuthenticationSchemesAsync()];
        DemoAccounts = MayOfferDemo ? DemoMode.Offered : [];
        await next();
    }

    public IActionResult OnGet([FromQuery(Name = "het-phien")] bool expired, [FromQuery(Name = "loi")] string? problem, [FromServices] Visitor visitor)
    {
        Notice = problem switch
        {
            "ngoai" => "account.outside.failed",
            "chua-lien-ket" => "account.outside.unknown",
            "khoa" => "account.isLocked",
            _ => expired ? "account.expired" : null,
        };

        return visitor.Account is null ? Page() : LocalRedirect(problem is null ? Ve : "/toi?loi=lien-ket");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var name = AccountRules.NameOf(Input.UserName);
        if (!gate.MayTry(name, HttpContext))
        {
            ModelState.AddModelError("", "account.tooManyTries");

            return Page();
        }

        if (await users.FindByNameAsync(name) is not { } user)
        {
            // As long as a real check, so that the time does not tell which names exist.
            users.PasswordHasher.HashPassword(null!, Input.Password);
            ModelState.AddModelError("", "account.signInWrong");

            return Page();
        }

        return Answer(await signIn.PasswordSignInAsync(user, Input.Password, Input.Keep, lockoutOnFailure: true));
    }

    public async Task<IActionResult> OnPostDemoAsync(string userName)
    {
        if (!MayOfferDemo || !DemoMode.Offered.Any(o => o.UserName == userName) || await users.FindByNameAsync(userName) is not { } user)
        {
            return NotFound();
        }

        await signIn.SignInAsync(user, isPersistent: false, "demo");

        return LocalRedirect(Ve);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential)
    {
        if (!gate.MayTry(HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await BringsPasskeyAsync(credential) ? new JsonResult(new { ve = Ve }) : StatusCode(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A credential without the challenge it answers (its cookie gone after some minutes, or never asked for) is a wrong one; Identity throws.</summary>
    private async Task<bool> BringsPasskeyAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return false;
        }

        try
        {
            return (await signIn.PasskeySignInAsync(credential)).Succeeded;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>One press is for the person at this machine: nothing in between may have passed the request on.</summary>
    private bool MayOfferDemo => demo.IsOn
        && (HttpContext.Connection.RemoteIpAddress is not { } remote || System.Net.IPAddress.IsLoopback(remote))
        && !Request.Headers.ContainsKey("X-Forwarded-For")
        && !Request.Headers.ContainsKey("Forwarded");

    private IActionResult Answer(Microsoft.AspNetCore.Identity.SignInResult result)
    {
        if (result.Succeeded)
        {
            return LocalRedirect(Ve);
        }

        if (result.RequiresTwoFactor)
        {
            return LocalRedirect($"/dang-nhap/ma?ve={Uri.EscapeDataString(Ve)}&giu={(Input.Keep ? "1" : "0")}");
        }

        ModelState.AddModelError("", result.IsLockedOut ? "account.isLocked" : "account.signInWrong");

        return Page();
    }
}

public sealed record SignInInput
{
    [Required, StringLength(80)]
    public string UserName { get; init; } = "";

    [Required, StringLength(200)]
    public string Password { get; init; } = "";

    public bool Keep { get; init; }
}
