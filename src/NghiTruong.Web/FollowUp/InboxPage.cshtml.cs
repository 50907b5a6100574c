using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.FollowUp.Today;
using NghiTruong.Notifications;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.FollowUp;

/// <summary>One inbox for everything a person is; and the letters by e-mail whose fate a person must decide.</summary>
[SignedIn]
public sealed class InboxPageModel(Inbox inbox, TodayBook today, Acting acting, TextTable texts) : PageModel
{
    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public IReadOnlyList<StrandedMail> Stranded { get; private set; } = [];

    public bool Done { get; private set; }

    public async Task OnGetAsync(bool done, CancellationToken ct)
    {
        Done = done;
        Rows = await inbox.ReadAsync(acting, done, ct);
        Stranded = await inbox.StrandedAsync(acting, ct);
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken ct)
    {
        today.Forget(acting.UserId);

        return await inbox.DoneAsync(id, acting, ct) ? Redirect(FollowUpLinks.Inbox) : NotFound();
    }

    public async Task<IActionResult> OnPostMailAsync(Guid id, bool again, CancellationToken ct) =>
        await inbox.DecideAsync(id, again, acting, ct) ? Redirect(FollowUpLinks.Inbox) : NotFound();

    public string Say(InboxRow row) => texts[$"notification.{row.Kind}", [.. row.Values]];
}
