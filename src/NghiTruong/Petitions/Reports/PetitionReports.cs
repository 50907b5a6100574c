using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Texts;

namespace NghiTruong.Petitions.Reports;

/// <summary>Puts the counted figures of a place into tables, each figure with the list behind it.</summary>
public sealed class PetitionReports(SummaryPlaces places, PetitionSummary summary, CouncilDirectory directory)
{
    private static readonly IReadOnlyList<string> Outcomes = SummaryFilter.Outcomes;

    /// <summary>The report; null when the place is not there for the person.</summary>
    public async Task<PetitionReport?> ReadAsync(ReportQuestion asked, ReportWords words, Acting acting, CancellationToken ct)
    {
        if (await places.FindAsync(asked.Council, asked.Subtree, ct) is not { } place)
        {
            return null;
        }

        var input = new SummaryInput(place.Place, asked.Session, asked.From, asked.To, ByPlace: place.IsWhole, ByAgency: true);
        if (await summary.ReadAsync(input, acting, ct) is not { } figures)
        {
            return null;
        }

        var whole = new SummaryFilter
        {
            Council = place.Address,
            Subtree = place.Subtree && !place.Place.Nation,
            Session = asked.Session,
            From = asked.From,
            To = asked.To,
            Kind = PetitionKind.Petition,
            Counted = true,
        };
        List<ReportTable> tables =
        [
            ByOutcome(figures, whole, words),
            ByLateness(figures, whole, words),
            ByCode(ReportBy.Field, figures, figures.Outcomes.ByField, words.Field, (f, key) => f with { Field = key }, whole, words),
            ByCode(ReportBy.Authority, figures, figures.Outcomes.ByAuthority, words.Authority, (f, key) => f with { Authority = key }, whole, words),
        ];
        var isNation = place.Place.Nation && acting.ScopeOf<ReadPetitions>().All;
        if (place.IsWhole)
        {
            tables.Add(await ByPlaceAsync(place, isNation, figures, whole, words, acting, ct));
        }

        if (!isNation)
        {
            tables.Add(await ByAgencyAsync(place, figures, whole, words, ct));
        }

        return new PetitionReport(asked with { Council = place.Address }, place, whole, figures, tables);
    }

    private static ReportTable ByOutcome(PetitionFigures figures, SummaryFilter whole, ReportWords words) => new(
        ReportBy.Outcome,
        [ReportTable.TotalColumn],
        [.. Outcomes.Select(o => new ReportRow(o, words.Outcome(o), [new(figures.ByOutcome[o], whole with { Outcome = o })]))],
        new ReportRow("", words["report.total"], [new(figures.Total, whole)]));

    private static ReportTable ByLateness(PetitionFigures figures, SummaryFilter whole, ReportWords words)
    {
        var withAgency = PetitionStatuses.WithAgency.Sum(s => figures.ByStatus.GetValueOrDefault(TextCode.Of(s)));
        var undated = withAgency - figures.ByLateness.Values.Sum();

        return new ReportTable(
            ReportBy.Lateness,
            [ReportTable.TotalColumn],
            [.. Lateness.All.Select(l => Row(l, figures.ByLateness[l])), Row(SummaryFilter.Undated, undated)],
            new ReportRow("", words["report.owed"], [new(withAgency, whole with { Stage = PetitionStage.WithAgency })]));

        ReportRow Row(string key, long n) => new(key, words.Lateness(key), [new(n, whole with { Lateness = key })]);
    }

    private static ReportTable ByCode(
        ReportBy by,
        PetitionFigures figures,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> table,
        Func<string, string> name,
        Func<SummaryFilter, string, SummaryFilter> narrow,
        SummaryFilter whole,
        ReportWords words) => new(
            by,
            Columns(overdue: false),
            [.. table.OrderBy(r => r.Key == SummaryFilter.None).ThenByDescending(r => r.Value.Values.Sum()).ThenBy(r => r.Key, StringComparer.Ordinal)
                .Select(r => new ReportRow(r.Key, name(r.Key), Cells(r.Value, narrow(whole, r.Key))))],
            Total(figures, whole, words, overdue: false));

    private async Task<ReportTable> ByAgencyAsync(SummaryAddress place, PetitionFigures figures, SummaryFilter whole, ReportWords words, CancellationToken ct)
    {
        var names = await directory.AgenciesAsync(figures.ByAgency.Keys.Select(k => (Guid?)k), ct);
        var councils = await directory.CouncilsAsync(ct);
        var rows = figures.Outcomes.ByAgency
            .OrderByDescending(a => a.Value.Values.Sum()).ThenBy(a => a.Key)
            .Select(a => new ReportRow(
                a.Key.ToString("D"),
                names.GetValueOrDefault(a.Key) is { } agency ? Name(agency) : words["report.agency.unknown"],
                [.. Cells(a.Value, whole with { Agency = a.Key }), new(figures.OverdueByAgency.GetValueOrDefault(a.Key), whole with { Agency = a.Key, Overdue = true })]))
            .ToList();
        // What was sent nowhere, outcome by outcome, is what the agencies leave of the whole.
        var nowhere = Outcomes.ToDictionary(o => o, o => figures.ByOutcome[o] - figures.Outcomes.ByAgency.Values.Sum(a => a[o]));
        if (nowhere.Values.Any(n => n != 0))
        {
            var none = whole with { WithoutAgency = true };
            var late = figures.Overdue - figures.OverdueByAgency.Values.Sum();
            rows.Add(new ReportRow(SummaryFilter.None, words["report.none.agency"], [.. Cells(nowhere, none), new(late, none with { Overdue = true })]));
        }

        return new ReportTable(ReportBy.Agency, Columns(overdue: true), rows, Total(figures, whole, words, overdue: true));

        // Every commune has its "Phòng Kinh tế"; a People's Committee says itself whose it is.
        string Name(AgencyName agency) => agency.CouncilId == place.CouncilId || agency.Kind == AgencyKind.PeoplesCommittee || !councils.TryGetValue(agency.CouncilId, out var council)
            ? agency.Name
            : words["report.agency.of", agency.Name, council.Name];
    }

    /// <summary>The next level down, those without any petition too: they may be the ones that matter.</summary>
    private async Task<ReportTable> ByPlaceAsync(SummaryAddress place, bool isNation, PetitionFigures figures, SummaryFilter whole, ReportWords words, Acting acting, CancellationToken ct)
    {
        var all = await directory.CouncilsAsync(ct);
        var shown = all.Values.Where(c => isNation ? c.Tier == Tier.Province && c.UnitId == c.ProvinceId : Shown(c)).OrderBy(c => c.Tier).ThenBy(c => c.SortKey, StringComparer.Ordinal).ToList();
        var addresses = await places.AddressesAsync(shown, ct);
        var nothing = Outcomes.ToDictionary(o => o, _ => 0L);
        var rows = shown.Select(c =>
        {
            var key = isNation ? c.ProvinceId : c.Id;
            var behind = whole with { Council = addresses[c.Id], Subtree = isNation };
            List<ReportCell> cells = [.. Cells(figures.Outcomes.ByPlace.GetValueOrDefault(key) ?? nothing, behind), new(figures.OverdueByPlace.GetValueOrDefault(key), behind with { Overdue = true })];

            return new ReportRow(key.ToString("D"), c.Name, cells, addresses[c.Id]);
        }).ToList();

        return new ReportTable(ReportBy.Place, Columns(overdue: true), rows, Total(figures, whole, words, overdue: true));

        bool Shown(CouncilName c) => figures.ByPlace.ContainsKey(c.Id) || (place.Place.ProvinceId == c.ProvinceId && acting.CapacityFor<ReadPetitions>(c.Id, c.ProvinceId) is not null && c.Tier != Tier.District);
    }

    private static string[] Columns(bool overdue) => [ReportTable.TotalColumn, .. Outcomes, .. overdue ? [ReportTable.OverdueColumn] : Array.Empty<string>()];

    private static ReportRow Total(PetitionFigures figures, SummaryFilter whole, ReportWords words, bool overdue) => new(
        "", words["report.total"], overdue ? [.. Cells(figures.ByOutcome, whole), new(figures.Overdue, whole with { Overdue = true })] : Cells(figures.ByOutcome, whole));

    private static IReadOnlyList<ReportCell> Cells(IReadOnlyDictionary<string, long> outcomes, SummaryFilter behind) =>
        [new(outcomes.Values.Sum(), behind), .. Outcomes.Select(o => new ReportCell(outcomes[o], behind with { Outcome = o }))];
}
