using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Accounts;

/// <summary>The second step after the password: six digits of the app, or one of the recovery codes.</summary>
[PublicPage]
public sealed class SecondStepModel(SignInManager<User> signIn, SignInGate gate) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(Name = "ve", SupportsGet = true)]
    public string? Asked { get; set; }

    public string Ve => LocalAddress.Or(Asked, "/");

    [BindProperty(Name = "giu", SupportsGet = true)]
    public string? Giu { get; set; }

    public bool Keep => Giu == "1";

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect(SignInCookies.SignInPath) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return LocalRedirect(SignInCookies.SignInPath);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!gate.MayTry(user.UserName, HttpContext))
        {
            ModelState.AddModelError("", "account.tooManyTries");

            return Page();
        }

        var code = Input.Code.Replace(" ", "", StringComparison.Ordinal).Trim();
        var result = code.Length == 6
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, Keep, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded)
        {
            return LocalRedirect(Ve);
        }

        ModelState.AddModelError("Input.Code", result.IsLockedOut ? "account.isLocked" : "account.codeWrong");

        return Page();
    }
}

public sealed record CodeInput
{
    [Required, StringLength(20)]
    public string Code { get; init; } = "";
}
