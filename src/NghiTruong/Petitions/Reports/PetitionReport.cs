using NghiTruong.Councils;
using NghiTruong.Texts;
namespace NghiTruong.Petitions.Reports;

/// <summary>What a page, a workbook or a document of figures is asked for; it stands in the address.</summary>
/// <param name="Council"><c>00025</c>, <c>00025@2024-06-30</c>, <c>VN</c>; null for all that the person may see.</param>
/// <param name="Session">Term and number, <c>2026-2031/2</c>.</param>
/// <param name="From">First day of receipt.</param>
/// <param name="To">Last day of receipt, included.</param>
public sealed record ReportQuestion(string? Council = null, bool Subtree = false, string? Session = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>By what a table splits the petitions.</summary>
public enum ReportBy
{
    Outcome,
    Lateness,
    Field,
    Authority,
    Agency,
    Place,
}

/// <summary>A figure and the records behind it.</summary>
public sealed record ReportCell(long N, SummaryFilter Behind);

/// <summary>A row of a table.</summary>
/// <param name="Key">Code or id; <c>none</c> where nothing was given.</param>
/// <param name="Place">Address of the council or province, in a table by place.</param>
public sealed record ReportRow(string Key, string Name, IReadOnlyList<ReportCell> Cells, string? Place = null);

/// <summary>A table of figures: its columns are <c>total</c>, the six outcomes and, where it is known, <c>overdue</c>.</summary>
public sealed record ReportTable(ReportBy By, IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows, ReportRow Total)
{
    public const string TotalColumn = "total";
    public const string OverdueColumn = "overdue";

    /// <summary>One figure a row, so that its share of the whole is worth a column.</summary>
    public bool HasShare => Columns.Count == 1;
}

/// <summary>The figures of a place with the list behind each: page, workbook and document show this and nothing else.</summary>
public sealed record PetitionReport(ReportQuestion Asked, SummaryAddress Place, SummaryFilter Whole, PetitionFigures Figures, IReadOnlyList<ReportTable> Tables)
{
    public ReportTable? Table(ReportBy by) => Tables.FirstOrDefault(t => t.By == by);

    public ReportCell Total => new(Figures.Total, Whole);

    public ReportCell Opinions => new(Figures.Opinions, Whole with { Kind = PetitionKind.Opinion });

    public ReportCell Overdue => new(Figures.Overdue, Whole with { Overdue = true });

    public ReportCell OnTheDesk => new(At(PetitionStatuses.OnTheDesk), Whole with { Stage = PetitionStage.OnTheDesk });

    public ReportCell WithAgency => new(At(PetitionStatuses.WithAgency), Whole with { Stage = PetitionStage.WithAgency });

    public ReportCell Answered => new(At(PetitionStatuses.HasAnswer), Whole with { Stage = PetitionStage.HasAnswer });

    public ReportCell ExplainedOnTheSpot => new(At([PetitionStatus.ExplainedOnTheSpot]), Whole with { Status = PetitionStatus.ExplainedOnTheSpot });

    private long At(IEnumerable<PetitionStatus> statuses) => statuses.Sum(s => Figures.ByStatus.GetValueOrDefault(TextCode.Of(s)));
}
