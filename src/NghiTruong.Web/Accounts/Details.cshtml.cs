using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Accounts;

/// <summary>One account: its rights in reach, and what an administrator does with it.</summary>
[Requires<ReadAccounts>]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class DetailsModel(
    AccountList accounts, AccountDesk desk, PlaceFinder places, IPasswordHasher<User> hasher, Acting acting, TimeProvider clock, TextTable texts) : GrantForm(places)
{
    public AccountRow Row { get; private set; } = null!;

    public string? Password { get; private set; }

    public bool MayManage => acting.May<ManageAccounts>();

    public DateOnly Today => clock.Today;

    public int Elsewhere => Row.Grants.Count(g => !g.IsMine);

    public string State => Row.IsDisabled ? "account.state.disabled" : Row.LockedUntil > clock.Now ? "account.state.locked" : "account.state.open";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var userName = (string)RouteData.Values["userName"]!;
        var row = await accounts.FindAsync(userName, acting, HttpContext.RequestAborted);
        if (row is null || (!MayManage && !HttpMethods.IsGet(Request.Method)))
        {
            context.Result = row is null ? NotFound() : StatusCode(StatusCodes.Status403Forbidden);

            return;
        }

        Row = row;
        await next();
    }

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || await Places.ReadAsync(Grant, acting, ModelState, nameof(Grant), ct) is not { } grant)
        {
            return Page();
        }

        return After(await desk.GrantAsync(Row.UserName, grant, acting, ct), "account.granted");
    }

    /// <summary>Ends a right at once: its last day was yesterday.</summary>
    public async Task<IActionResult> OnPostEndGrantAsync(Guid id, CancellationToken ct) => After(await desk.EndGrantAsync(id, Today.AddDays(-1), acting, ct), "account.grantEnded");

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken ct) => After(await desk.DisableAsync(Row.Id, acting, ct), "account.disabled");

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken ct) => After(await desk.EnableAsync(Row.Id, acting, ct), "account.enabled");

    public async Task<IActionResult> OnPostResetAsync(bool removeSecondStep, CancellationToken ct)
    {
        ModelState.Clear();
        var password = OneTimePassword.New();
        var reset = await desk.ResetPasswordAsync(Row.Id, hasher.HashPassword(null!, password), removeSecondStep, acting, ct);
        if (!ModelState.RefuseGrant(reset, texts))
        {
            Password = password;
        }

        return Page();
    }

    private IActionResult After(Result result, string done)
    {
        if (result.IsRefused)
        {
            ModelState.RefuseGrant(result, texts);

            return Page();
        }

        TempData.Notice(texts[done, Row.FullName]);

        return LocalRedirect($"/tai-khoan/{Row.UserName}");
    }
}
