using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Accounts;

/// <summary>A new account with its first right; the one-time password is shown once.</summary>
[Requires<ManageAccounts>]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class NewModel(AccountDesk desk, PlaceFinder places, IPasswordHasher<User> hasher, Acting acting, TextTable texts) : GrantForm(places)
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public string? Password { get; private set; }

    /// <summary>Where the right just given holds.</summary>
    public string? Place { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || await Places.ReadAsync(Grant, acting, ModelState, nameof(Grant), ct) is not { } grant)
        {
            return Page();
        }

        var password = OneTimePassword.New();
        var created = await desk.CreateAsync(Input, grant, hasher.HashPassword(null!, password), acting, ct);
        if (ModelState.RefuseGrant(created, texts))
        {
            return Page();
        }

        Input = Input with { UserName = AccountRules.NameOf(Input.UserName) };
        (Password, Place) = (password, await Places.NameOfAsync(grant.CouncilId, ct));

        return Page();
    }
}
