using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Accounts;

/// <summary>Who may act for what, within the reader's reach.</summary>
[Requires<ReadAccounts>]
public sealed class IndexModel(AccountList accounts, Acting acting, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(Name = "sau", SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayManage => acting.May<ManageAccounts>();

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await accounts.ReadAsync(Q, After, acting, ct);
        Rows = rows.Count > AccountList.PageSize ? rows[..AccountList.PageSize] : rows;
        Next = rows.Count > AccountList.PageSize ? $"/tai-khoan?q={Uri.EscapeDataString(Q ?? "")}&sau={Rows[^1].UserName}" : null;
    }

    public string StateOf(AccountRow row) =>
        row.IsDisabled ? "account.state.disabled" : row.LockedUntil > clock.Now ? "account.state.locked" : "account.state.open";
}
