using NghiTruong.Database;
using NghiTruong.Documents.Tables;

namespace NghiTruong.Petitions.Reports;

/// <summary>The report as an Excel workbook: one sheet for the whole, one for each table that is seen, in the same order and with the same figures.</summary>
public static class ReportWorkbook
{
    public static byte[] Write(PetitionReport report, string? sessionName, ReportWords words)
    {
        List<string> titles = [words["report.title"], About(report, sessionName, words), words["report.asOf", ReportWords.Day(report.Figures.AsOf.VietnamDate)]];
        List<SheetData> sheets = [Overview(report, titles, words), .. report.Tables.Select(t => Sheet(t, [titles[0], words.Title(t.By), .. titles[1..]], words))];
        using var file = new MemoryStream();
        Spreadsheet.Write(file, sheets);

        return file.ToArray();
    }

    /// <summary>Whose petitions, of which session and days.</summary>
    internal static string About(PetitionReport report, string? sessionName, ReportWords words)
    {
        var bounds = words.Bounds(report.Asked, sessionName);

        return bounds.Length == 0 ? words.Place(report.Place) : $"{words.Place(report.Place)}; {bounds}";
    }

    /// <summary>The figures above the tables, by their text codes.</summary>
    public static IReadOnlyList<(string Text, ReportCell Cell)> Headline(PetitionReport report) =>
    [
        ("report.head.total", report.Total),
        ("report.head.onTheDesk", report.OnTheDesk),
        ("report.head.withAgency", report.WithAgency),
        ("report.head.overdue", report.Overdue),
        ("report.head.answered", report.Answered),
        ("report.head.explained", report.ExplainedOnTheSpot),
        ("report.head.opinions", report.Opinions),
    ];

    private static SheetData Overview(PetitionReport report, IReadOnlyList<string> titles, ReportWords words) => new(
        words["report.sheet.overview"],
        titles,
        [new(words["report.what"], 44), new(words["report.count"], 16, ColumnKind.Number)],
        Headline(report).Select(h => SheetRow.Of(words[h.Text], h.Cell.N)));

    private static SheetData Sheet(ReportTable table, IReadOnlyList<string> titles, ReportWords words)
    {
        List<SheetColumn> columns = [new(words.What(table.By), 36), .. table.Columns.Select(c => new SheetColumn(words.Column(c), Math.Max(12, words.Column(c).Length + 2), ColumnKind.Number))];
        if (table.HasShare)
        {
            columns.Add(new SheetColumn(words["report.share"], 12, ColumnKind.Centred));
        }

        var whole = table.Total.Cells[0].N;

        return new SheetData(words.Title(table.By), titles, columns, [.. table.Rows.Select(r => Row(r, RowStyle.Data)), Row(table.Total, RowStyle.Total)]);

        SheetRow Row(ReportRow row, RowStyle style) => new(
            [row.Name, .. row.Cells.Select(c => (object?)c.N), .. table.HasShare ? [ReportWords.Share(row.Cells[0].N, whole)] : Array.Empty<object?>()], style);
    }
}
