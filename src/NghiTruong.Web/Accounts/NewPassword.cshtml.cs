using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Accounts;

/// <summary>A new password of one's own; a one-time password gets no further than this page. Other devices are signed out with the old one.</summary>
[SignedIn]
public sealed class NewPasswordModel(SignInManager<User> signIn, UserManager<User> users, Visitor visitor, TextTable texts) : PageModel
{
    [BindProperty]
    public NewPasswordInput Input { get; set; } = new();

    public bool MustChange => visitor.Account!.MustChangePassword;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Fresh == Input.Present)
        {
            ModelState.AddModelError("Input.Fresh", "account.passwordSame");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var user = (await users.FindByIdAsync(visitor.Account!.Id.ToString("D")))!;
        if (await users.IsLockedOutAsync(user))
        {
            ModelState.AddModelError("Input.Present", "account.isLocked");

            return Page();
        }

        if (!await users.CheckPasswordAsync(user, Input.Present))
        {
            // A left-open screen is a place to guess at too: it counts like guessing at the door.
            await users.AccessFailedAsync(user);
            ModelState.AddModelError("Input.Present", await users.IsLockedOutAsync(user) ? "account.isLocked" : "account.passwordWrong");

            return Page();
        }

        user.MustChangePassword = false;
        var changed = await users.ChangePasswordAsync(user, Input.Present, Input.Fresh);
        if (!changed.Succeeded)
        {
            Refuse(changed);

            return Page();
        }

        await signIn.RefreshSignInAsync(user);
        TempData.Notice(texts["account.newPassword.saved"]);

        return LocalRedirect("/toi");
    }

    private void Refuse(IdentityResult refused)
    {
        foreach (var error in refused.Errors)
        {
            var (field, code) = error.Code switch
            {
                nameof(IdentityErrorDescriber.PasswordMismatch) => ("Input.Present", "account.passwordWrong"),
                nameof(IdentityErrorDescriber.PasswordTooShort) => ("Input.Fresh", "account.passwordShort"),
                nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => ("Input.Fresh", "account.passwordPlain"),
                _ => ("", "record.changedMeanwhile"),
            };
            ModelState.AddModelError(field, code);
        }
    }
}

public sealed record NewPasswordInput
{
    [Required, StringLength(200)]
    public string Present { get; init; } = "";

    [Required, StringLength(200)]
    public string Fresh { get; init; } = "";

    [Required, Compare(nameof(Fresh), ErrorMessage = "account.passwordsDiffer")]
    public string Again { get; init; } = "";
}
