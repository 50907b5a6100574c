using System.Globalization;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Petitions;
using NghiTruong.Web.Law;
using NghiTruong.Web.Petitions.Reports;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>A field voters raise: how many petitions, how many of them not settled, and the list behind.</summary>
public sealed record RaisedField(string Name, long Petitions, long Unsettled, string Href);

/// <summary>What voters raise most, to stand beside the choice of themes; from the counted figures, never a scan.</summary>
public sealed class ProgrammeAdvice(PetitionSummary summary, Acting acting)
{
    private const int Most = 6;
    private static readonly string[] Settled = [Words.CodeOf(Outcome.Settled), Words.CodeOf(Outcome.Explained)];

    /// <summary>The year an address asks for; this year where it names none that a programme could have.</summary>
    public static int YearOf(int asked, DateOnly today) => asked is > 2003 and < 2100 ? asked : today.Year;

    /// <summary>Of the year before the programme's and since; empty for whoever may not read petitions there.</summary>
    public async Task<IReadOnlyList<RaisedField>> OfAsync(Guid council, int year, CancellationToken ct)
    {
        var since = new DateOnly(year - 1, 1, 1);
        if (!acting.May<ReadPetitions>() || await summary.ReadAsync(new SummaryInput(SummaryPlace.Of(council), From: since), acting, ct) is not { } figures)
        {
            return [];
        }

        return
        [
            .. (from field in figures.Outcomes.ByField
                where field.Key != SummaryFilter.None
                let total = field.Value.Values.Sum()
                let unsettled = field.Value.Where(o => !Settled.Contains(o.Key)).Sum(o => o.Value)
                orderby unsettled descending, total descending, field.Key
                select new RaisedField(CatalogueWords.Field(field.Key)!, total, unsettled, Behind(council, since, field.Key))).Take(Most),
        ];
    }

    private static string Behind(Guid council, DateOnly since, string field) => ReportLinks.List(new SummaryFilter
    {
        Council = council.ToString("D", CultureInfo.InvariantCulture),
        From = since,
        Field = field,
        Kind = PetitionKind.Petition,
        Counted = true,
    });
}
