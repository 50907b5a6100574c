using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Web.Councils;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Petitions.Import;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Today;

/// <summary>"Việc hôm nay": what is due, late, hot and waiting for this person, each one step from done.</summary>
[SignedIn]
public sealed class IndexModel(TodayBook book, FollowUpList list, FollowUpNames names, Acting acting, TimeProvider clock) : PageModel
{
    private const int Shown = 10;

    public IReadOnlyList<TodayCard> Cards { get; private set; } = [];

    /// <summary>The first cards, and the others by activity.</summary>
    public IReadOnlyList<TodayCard> Open { get; private set; } = [];

    public IReadOnlyList<TodayGroup> More { get; private set; } = [];

    /// <summary>Cards of late matters that do not stand open.</summary>
    public int MoreLate => More.Sum(g => g.Cards.Count(c => c.Tone == TodayTone.Late));

    /// <summary>The longest owed, at one's own council or agency.</summary>
    public IReadOnlyList<FollowUpRow> Late { get; private set; } = [];

    public FollowUpNames Names => names;

    public DateOnly Today => clock.Today;

    public bool MayUrge => acting.May<UrgeAgencies>();

    /// <summary>An upper level reads rows of many councils.</summary>
    public bool ShowsCouncil => !MayUrge && acting.OwnAgencies<ReadFollowUps>().Count == 0 && acting.Capacities.Any(c => c.CouncilId is null || c.IsProvince || c.Below.Count > 0);

    /// <summary>What fills an empty house, in the order one does it, as far as the person may.</summary>
    public IReadOnlyList<(string Text, string Href)> FirstSteps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Cards = await book.ReadAsync(acting, ct);
        (Open, More) = TodayGroups.Of(Cards);
        if (Nearest() is { } filter)
        {
            Late = (await list.ReadAsync(filter with { Size = Shown }, acting, ct)).Rows;
            await names.LoadAsync(Late, ct);
        }

        FirstSteps = [.. Steps()];
    }

    private IEnumerable<(string, string)> Steps()
    {
        if (acting.May<ManageAccounts>())
        {
            yield return ("account.new", "/tai-khoan/moi");
        }

        if (acting.OwnCouncils<ManageCouncil>() is [var council, ..])
        {
            yield return ("dossier.noSession.add", CouncilLinks.Session(council));
        }

        if (acting.May<ImportPetitions>())
        {
            yield return ("imports.nav", ImportLinks.Start);
        }

        if (acting.May<RecordPetitions>())
        {
            yield return ("petitions.new", PetitionLinks.New);
        }
    }

    private FollowUpFilter? Nearest() =>
        acting.OwnAgencies<ReadFollowUps>() is [var agency, ..] ? new FollowUpFilter { AgencyId = agency }
        : acting.OwnCouncils<ReadFollowUps>() is [var council, ..] ? new FollowUpFilter { CouncilId = council, Subtree = !MayUrge, Overdue = true }
        : acting.May<ReadFollowUps>() ? new FollowUpFilter { Overdue = true }
        : null;
}
