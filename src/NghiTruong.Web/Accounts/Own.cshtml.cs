using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Accounts;

/// <summary>One's own account: password, second step, passkeys, tokens, sign out everywhere.</summary>
[SignedIn]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class OwnModel(Visitor visitor, UserManager<User> users, SignInManager<User> signIn, AccessTokens tokens, TextTable texts) : PageModel
{
    private const int LongestName = 60;
    private User _user = null!;

    public Account Account => visitor.Account!;

    public bool TwoFactor => _user.TwoFactor;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<AccessTokenRow> Tokens { get; private set; } = [];

    public IReadOnlyList<AuthenticationScheme> Providers { get; private set; } = [];

    public IReadOnlyList<string> BoundProviders { get; private set; } = [];

    public string? FreshToken { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _user = (await users.FindByIdAsync(Account.Id.ToString("D")))!;
        await next();
    }

    /// <summary>How binding an outside provider went, where the person just comes back from it.</summary>
    public string? Bound { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "xong")] string? done, [FromQuery(Name = "loi")] string? problem)
    {
        if (problem == "lien-ket")
        {
            ModelState.AddModelError("", "account.outside.notBound");
        }

        Bound = done == "lien-ket" ? "account.outside.bound" : null;
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync()
    {
        await users.UpdateSecurityStampAsync(_user);
        await signIn.SignOutAsync();

        return LocalRedirect(SignInCookies.SignInPath);
    }

    public async Task<IActionResult> OnPostCreateTokenAsync(string? note)
    {
        var made = await tokens.CreateAsync(Account.Id, note is { Length: > 120 } ? note[..120] : note, Account.Acting, HttpContext.RequestAborted);
        if (!ModelState.Refuse(made, texts))
        {
            FreshToken = made.Value;
        }

        await ReadAsync();

        return Page();
    }

    public async Task<IActionResult> OnPostRevokeTokenAsync(Guid id)
    {
        var revoked = await tokens.RevokeAsync(Account.Id, id, Account.Acting, HttpContext.RequestAborted);
        if (revoked.IsRefused)
        {
            return NotFound();
        }

        TempData.Notice(texts["account.token.revoked"]);

        return LocalRedirect("/toi");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(
        await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = _user.Id.ToString("D"), Name = _user.UserName, DisplayName = _user.FullName }),
        "application/json",
        Encoding.UTF8);

    public async Task<IActionResult> OnPostAddPasskeyAsync([FromForm] string credential, [FromForm] string? name)
    {
        var made = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!made.Succeeded || made.UserEntity.Id != _user.Id.ToString("D"))
        {
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        made.Passkey.Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim()[..Math.Min(name.Trim().Length, LongestName)];
        await users.AddOrUpdatePasskeyAsync(_user, made.Passkey);
        TempData.Notice(texts["account.passkey.added"]);

        return new JsonResult(new { ve = "/toi" });
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string id)
    {
        if (id.Length % 2 != 0 || !id.All(char.IsAsciiHexDigit) || await users.GetPasskeyAsync(_user, Convert.FromHexString(id)) is null)
        {
            return NotFound();
        }

        await users.RemovePasskeyAsync(_user, Convert.FromHexString(id));
        TempData.Notice(texts["account.passkey.removed"]);

        return LocalRedirect("/toi");
    }

    private async Task ReadAsync()
    {
        Passkeys = await users.GetPasskeysAsync(_user);
        Tokens = await tokens.OfAsync(_user.Id, HttpContext.RequestAborted);
        Providers = [.. await signIn.GetExternalAuthenticationSchemesAsync()];
        BoundProviders = [.. (await users.GetLoginsAsync(_user)).Select(l => l.LoginProvider)];
    }
}
