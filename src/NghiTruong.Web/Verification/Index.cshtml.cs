using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Verification;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary>Dossiers the person may see, the latest session first.</summary>
[Requires<ReadVerifications>]
public sealed class IndexModel(VerificationList list, CouncilDirectory directory, Acting acting, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();

    [BindProperty(SupportsGet = true)]
    public VerificationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public IReadOnlyList<VerificationRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool ShowsCouncil { get; private set; }

    public bool MayOpen => acting.May<CarryOutVerifications>();

    public bool MayCheck => acting.May<CheckDrafts>();

    public DateOnly Today => clock.Today;

    public string? CouncilOf(VerificationRow row) => _councils.GetValueOrDefault(row.CouncilId)?.Name;

    public string? AgencyOf(VerificationRow row) => _agencies.GetValueOrDefault(row.AgencyId)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = await list.ReadAsync(new VerificationFilter { State = State, Late = Late, Cursor = Cursor }, acting, ct);
        (Rows, Next) = (page.Rows, page.Next is { } next ? $"{VerificationLinks.List}?cursor={next}&late={Late}&state={State}" : null);
        ShowsCouncil = Rows.Select(r => r.CouncilId).Distinct().Skip(1).Any();
        _councils = await directory.CouncilsAsync(ct);
        _agencies = await directory.AgenciesAsync(Rows.Select(r => (Guid?)r.AgencyId), ct);
    }
}
