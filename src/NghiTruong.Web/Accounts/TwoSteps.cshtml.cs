using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Accounts;

/// <summary>Turns the second step (TOTP) on and off; the key is shown until its first code has come back right.</summary>
[SignedIn]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class TwoStepsModel(Visitor visitor, UserManager<User> users, SignInManager<User> signIn, SignInGate gate, TextTable texts) : PageModel
{
    private const int Codes = 10;
    private User _user = null!;

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public bool IsOn => _user.TwoFactor;

    /// <summary>The key of an unfinished enrolment, in Base32.</summary>
    public string? Key { get; private set; }

    public HtmlString Qr => QrPicture.Draw($"otpauth://totp/{Issuer}:{Uri.EscapeDataString(_user.UserName)}?secret={Key}&issuer={Issuer}&digits=6&period=30", texts["account.secondStep.qr"]);

    public int CodesLeft { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    private string Issuer => Uri.EscapeDataString(texts["shell.product"]);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _user = (await users.FindByIdAsync(visitor.Account!.Id.ToString("D")))!;
        await next();
    }

    public async Task OnGetAsync()
    {
        Key = IsOn ? null : await users.GetAuthenticatorKeyAsync(_user);
        CodesLeft = IsOn ? await users.CountRecoveryCodesAsync(_user) : 0;
    }

    public async Task<IActionResult> OnPostStartAsync()
    {
        if (!IsOn)
        {
            await users.ResetAuthenticatorKeyAsync(_user);
            await signIn.RefreshSignInAsync(_user);
        }

        return LocalRedirect("/toi/hai-buoc");
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (!await IsRightAsync())
        {
            await OnGetAsync();

            return Page();
        }

        await users.SetTwoFactorEnabledAsync(_user, true);
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(_user, Codes))!];
        await signIn.RefreshSignInAsync(_user);

        return Page();
    }

    public async Task<IActionResult> OnPostNewCodesAsync()
    {
        // Who finds a screen open must not take a second key to the house with them.
        if (IsOn && await IsRightAsync())
        {
            RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(_user, Codes))!];

            return Page();
        }

        await OnGetAsync();

        return Page();
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        if (!await IsRightAsync())
        {
            await OnGetAsync();

            return Page();
        }

        await users.SetTwoFactorEnabledAsync(_user, false);
        await users.ResetAuthenticatorKeyAsync(_user);
        await signIn.RefreshSignInAsync(_user);
        TempData.Notice(texts["account.secondStep.turnedOff"]);

        return LocalRedirect("/toi");
    }

    private async Task<bool> IsRightAsync()
    {
        // A blank field binds to null, which the model state has told already.
        if (!ModelState.IsValid)
        {
            return false;
        }

        var code = Input.Code.Replace(" ", "", StringComparison.Ordinal);
        var isRight = gate.MayTry(_user.UserName, HttpContext) && await users.VerifyTwoFactorTokenAsync(_user, TokenOptions.DefaultAuthenticatorProvider, code);
        if (!isRight)
        {
            ModelState.AddModelError("Input.Code", "account.codeWrong");
        }

        return isRight;
    }
}
