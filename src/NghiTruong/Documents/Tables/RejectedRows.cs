namespace NghiTruong.Documents.Tables;

/// <summary>
/// Writes the rows that could not be taken as a file to be mended and sent again: the person's own columns in their own order, the section
/// titles above them, and the reason in a last column of its own.
/// </summary>
/// <param name="reasonTitle">Title of the last column; a column of that title from an earlier round is replaced.</param>
public sealed class RejectedRows(string reasonTitle)
{
    /// <param name="reasons">By table and row number.</param>
    public void Write(Stream target, IReadOnlyList<FoundTable> tables, Func<FoundTable, int, string?> reasons) =>
        Spreadsheet.Write(target, [.. tables.Where(table => table.Rows.Any(row => reasons(table, row.Number) is not null)).Select(table => Sheet(table, reasons))]);

    private SheetData Sheet(FoundTable table, Func<FoundTable, int, string?> reasons)
    {
        var kept = table.Columns.Where(column => column.Title != reasonTitle).ToList();
        var widths = kept.ConvertAll(column => Width(table, column));
        SheetColumn[] columns = [.. kept.Select((column, at) => new SheetColumn(column.Title, widths[at])), new SheetColumn(reasonTitle, 40)];

        return new SheetData(table.Table.Name, [], columns, Rows(table, kept, reasons));
    }

    private static IEnumerable<SheetRow> Rows(FoundTable table, List<FoundColumn> kept, Func<FoundTable, int, string?> reasons)
    {
        IReadOnlyList<Section> under = [];
        foreach (var row in table.Rows)
        {
            if (reasons(table, row.Number) is not { } reason)
            {
                continue;
            }

            var shared = row.Sections.Zip(under).TakeWhile(pair => pair.First == pair.Second).Count();
            foreach (var section in row.Sections.Skip(shared))
            {
                yield return SheetRow.Section(section.ToString());
            }

            under = row.Sections;
            yield return SheetRow.Of([.. kept.Select(column => (object?)row.Source[column.Index]), reason]);
        }
    }

    /// <summary>As wide as the longer texts of the column need, within what a landscape page bears.</summary>
    private static double Width(FoundTable table, FoundColumn column) =>
        Math.Clamp(table.Rows.Take(200).Select(row => row.Source[column.Index].Text.Length).Append(column.Title.Length).Max() * 0.6, 8, 50);
}
