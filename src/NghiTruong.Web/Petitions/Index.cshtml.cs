using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>The list: for the desk what is to be done, for an agency what it owes, for those above how the councils below stand.</summary>
[Requires<ReadPetitions>]
public sealed class IndexModel(PetitionList list, PetitionListView view, CouncilDirectory directory, SavedViews views, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    /// <summary>A figure of more records than this is told as "more than".</summary>
    public const int MostCounted = 20_000;

    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public PetitionFilter Filter { get; private set; } = new();

    public IReadOnlyList<PetitionRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ListTab> Tabs { get; private set; } = [];

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today;

    /// <summary>How many there are, where the list stands behind a figure; null on other lists, which nobody counts.</summary>
    public int? CountedRows { get; private set; }

    public bool MayRecord { get; } = acting.May<RecordPetitions>();

    public bool MaySort { get; } = acting.May<SortPetitions>();

    public bool MaySend { get; } = acting.May<SendPetitions>();

    public bool MayReply { get; } = acting.May<ReplyToPetitions>();

    public bool MayNotify { get; } = acting.May<NotifyVoters>();

    public bool MayAct => MaySort || MaySend || MayReply;

    public bool ShowsCouncil { get; private set; }

    public bool AsksCouncilCode { get; private set; }

    public bool HasFilters => view.HasFilters(Request.Query);

    /// <summary>The address without its cursor: for saved views and the Excel file.</summary>
    public string Kept => PetitionListView.Kept(Request.Query);

    public bool IsAllChosen => PetitionListView.IsAllChosen(Request.Query);

    /// <summary>The same list, its first rows shown and chosen together.</summary>
    public string ChooseAll => Kept.Length == 0 ? $"?{PetitionListView.ChooseAll}=tat-ca" : $"{Kept}&{PetitionListView.ChooseAll}=tat-ca";

    public IEnumerable<KeyValuePair<string, string>> TabFields => view.TabFields(Request.Query);

    public string? Typed(string name) => name == "council" ? view.CouncilTyped(Request.Query) : AddressReader.Text(Request.Query, name);

    public string? AgencyOf(PetitionRow row) => row.LeadAgencyId is { } id
        ? _agencies.GetValueOrDefault(id)?.Name
        : row.HolderCouncilId is { } holder ? _councils.GetValueOrDefault(holder)?.Name : null;

    public string? CouncilOf(PetitionRow row) => _councils.GetValueOrDefault(row.CouncilId)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var read = await view.FilterAsync(Request.Query, ct);
        Tabs = view.Tabs(Request.Query);
        (Choices, AsksCouncilCode) = await view.ChoicesAsync(Request.Query, ct);
        Views = await views.OfAsync(acting.UserId, PetitionLinks.List, ct);
        if (read.IsRefused)
        {
            ModelState.Refuse(read, texts, "");

            return;
        }

        Filter = read.Value;
        var page = await list.ReadAsync(Filter, acting, ct);
        (Rows, Next) = (page.Rows, page.Next);
        if (Filter.Counted)
        {
            CountedRows = Next is null && Filter.Cursor is null ? Rows.Count : await list.CountAsync(Filter, acting, ct, MostCounted + 1);
        }

        ShowsCouncil = Filter.CouncilId is null || Filter.Subtree || Filter.Councils is not null || Filter.PassedToUs;
        _agencies = await directory.AgenciesAsync(Rows.Select(r => r.LeadAgencyId), ct);
        _councils = await directory.CouncilsAsync(ct);
    }
}
