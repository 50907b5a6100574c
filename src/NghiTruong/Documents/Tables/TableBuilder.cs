using NghiTruong.Refusals;

namespace NghiTruong.Documents.Tables;

/// <summary>Gathers rows under the limits and repeats values of cells merged downwards; shared by the readers of both kinds of file.</summary>
internal sealed class TableBuilder(TableLimits limits, CancellationToken cancellationToken)
{
    private readonly List<Table> _tables = [];
    private int _rows;
    private long _text;

    public IReadOnlyList<Table> Tables => _tables;

    public TableLimits Limits => limits;

    /// <summary>Counts one row with content against the limits; a refusal says which was passed.</summary>
    public Refusal? Count(IReadOnlyList<TableCell> cells)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _text += cells.Sum(cell => (long)cell.Text.Length);
        if (++_rows > limits.MaxRows)
        {
            return new Refusal("table.tooManyRows", null, limits.MaxRows);
        }

        return _text > limits.MaxText ? new Refusal("table.tooLarge") : null;
    }

    public void Add(string name, IReadOnlyList<TableRow> rows, IReadOnlyList<MergedCells> merges, bool isHidden = false) =>
        _tables.Add(new Table(_tables.Count + 1, CellText.Clean(name), Continue(rows, merges), merges) { IsHidden = isHidden });

    public static IReadOnlyList<TableCell> Trimmed(TableCell[] cells)
    {
        var length = cells.Length;
        while (length > 0 && cells[length - 1].IsEmpty)
        {
            length--;
        }

        return cells[..length];
    }

    private static List<TableRow> Continue(IReadOnlyList<TableRow> rows, IReadOnlyList<MergedCells> merges)
    {
        var starts = merges.Where(merge => merge.LastRow > merge.FirstRow).OrderBy(merge => merge.FirstRow).ToList();
        var running = new Dictionary<int, (MergedCells Merge, TableCell Value)>();
        var next = 0;
        var result = new List<TableRow>(rows.Count);
        foreach (var row in rows)
        {
            var cells = Repeat(row, running);
            for (; next < starts.Count && starts[next].FirstRow <= row.Number; next++)
            {
                if (starts[next].FirstRow == row.Number && row[starts[next].FirstColumn] is { IsEmpty: false } value)
                {
                    running[starts[next].FirstColumn] = (starts[next], value with { IsContinued = true });
                }
            }

            result.Add(cells is null ? row : new TableRow(row.Number, Trimmed(cells)));
        }

        return result;
    }

    private static TableCell[]? Repeat(TableRow row, Dictionary<int, (MergedCells Merge, TableCell Value)> running)
    {
        TableCell[]? cells = null;
        foreach (var (column, (merge, value)) in running)
        {
            if (merge.LastRow < row.Number)
            {
                running.Remove(column);
                continue;
            }

            if (row[column].IsEmpty)
            {
                cells ??= [.. row.Cells, .. Enumerable.Repeat(TableCell.Empty, Math.Max(0, running.Keys.Max() + 1 - row.Cells.Count))];
                cells[column] = value;
            }
        }

        return cells;
    }
}
