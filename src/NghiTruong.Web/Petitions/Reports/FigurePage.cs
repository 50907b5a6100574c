using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Reports;

/// <summary>The figures of a report as a page shows them.</summary>
/// <param name="More">Further figures of the page, with their sentences.</param>
public sealed record FigurePage(PetitionReport Report, ReportWords Words, params IReadOnlyList<(string Text, ReportCell Cell)> More)
{
    public IReadOnlyList<(string Text, ReportCell Cell)> Headline => [.. ReportWorkbook.Headline(Report), .. More];

    /// <summary>Where nothing is counted a row of zeros says nothing.</summary>
    public bool HasTables => Report.Figures.Total > 0 || Report.Place.IsWhole;

    /// <summary>A province has a thousand agencies: a page shows those with the most petitions unless all are asked for; files have them all.</summary>
    public bool AllAgencies { get; init; }
}

/// <summary>One table of a report with its picture.</summary>
public sealed record TablePage(ReportTable Table, PetitionReport Report, ReportWords Words, bool AllAgencies = false)
{
    private const int MostBars = 5;
    private const int MostAgencies = 50;

    public IReadOnlyList<ReportRow> Shown => Table.By == ReportBy.Agency && !AllAgencies ? [.. Table.Rows.Take(MostAgencies)] : Table.Rows;

    public string AllHref => $"{ReportLinks.Of(Report.Asked)}&co-quan={ReportLinks.AllAgencies}#{Id}";

    public string Id => "bang-" + Shell.Parts.Words.CodeOf(Table.By);

    public string Title => Words.Title(Table.By);

    /// <summary>The picture: the longest bars; the table has them all.</summary>
    public IReadOnlyList<Bar> Bars =>
    [
        .. (Table.HasShare ? Table.Rows : Table.Rows.OrderByDescending(r => r.Cells[0].N).Take(MostBars)).Where(r => r.Cells[0].N > 0).Select(r => new Bar(r.Name, r.Cells[0].N, ToneOf(r))),
    ];

    public string Share(ReportCell cell) => ReportWords.Share(cell.N, Table.Total.Cells[0].N);

    public static bool IsLate(string column, long n) => column == ReportTable.OverdueColumn && n > 0;

    /// <summary>The figures of a place below.</summary>
    public string PlaceHref(ReportRow row) => ReportLinks.Of(Report.Asked with { Council = row.Place, Subtree = Report.Place.Place.Nation });

    /// <summary>Red is late and nothing else; green is what is done.</summary>
    private Tone ToneOf(ReportRow row) => (Table.By, row.Key) switch
    {
        (ReportBy.Lateness, NghiTruong.Counting.Lateness.OnTime or SummaryFilter.Undated) => Tone.Plain,
        (ReportBy.Lateness, _) => Tone.Late,
        (ReportBy.Outcome, "settled" or "explained") => Tone.Done,
        _ => Tone.Plain,
    };
}
