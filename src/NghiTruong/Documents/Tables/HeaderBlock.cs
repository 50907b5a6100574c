namespace NghiTruong.Documents.Tables;

/// <summary>One guess at where the header stands: rows <see cref="First"/> to <see cref="Last"/> (positions in the table's list), and what its columns are.</summary>
internal sealed record HeaderBlock(int First, int Last, IReadOnlyList<FoundColumn> Columns)
{
    public int Known => Columns.Count(column => column.Key is not null);

    /// <summary>Titles above each column, upper row first, groups repeated over the columns they span.</summary>
    public static List<(int Column, List<string> Titles)> Titles(Table table, int first, int last)
    {
        var width = Enumerable.Range(first, last - first + 1).Max(at => table.Rows[at].Cells.Count);
        var grid = Enumerable.Range(first, last - first + 1).Select(at => Spread(table, table.Rows[at])).ToList();
        var result = new List<(int, List<string>)>();
        for (var column = 0; column < Math.Max(width, grid.Max(row => row.Length)); column++)
        {
            var titles = new List<string>();
            for (var level = 0; level < grid.Count; level++)
            {
                var title = At(grid[level], column);
                if (title.Length == 0 && level < grid.Count - 1 && At(grid[level + 1], column).Length > 0)
                {
                    title = Group(grid, level, column);
                }

                if (title.Length > 0 && !titles.Contains(title, StringComparer.Ordinal))
                {
                    titles.Add(title);
                }
            }

            if (titles.Count > 0)
            {
                result.Add((column, titles));
            }
        }

        return result;
    }

    /// <summary>A group title typed over its first column only, without merging, also covers the next ones that have nothing above and nothing but their part below.</summary>
    private static string Group(List<string[]> grid, int level, int column)
    {
        for (var left = column - 1; left >= 0 && At(grid[level + 1], left).Length > 0; left--)
        {
            if (At(grid[level], left) is { Length: > 0 } title)
            {
                return title == At(grid[level + 1], left) ? "" : title;
            }
        }

        return "";
    }

    private static string At(string[] row, int column) => column < row.Length ? row[column] : "";

    private static string[] Spread(Table table, TableRow row)
    {
        var merges = table.Merges.Where(merge => merge.FirstRow <= row.Number && merge.LastRow >= row.Number && merge.LastColumn > merge.FirstColumn).ToList();
        var width = Math.Max(row.Cells.Count, merges.Count == 0 ? 0 : merges.Max(merge => Math.Min(merge.LastColumn, 511) + 1));
        var titles = new string[width];
        for (var column = 0; column < width; column++)
        {
            titles[column] = row[column].Text.ReplaceLineEndings(" ");
        }

        foreach (var merge in merges.Where(merge => merge.FirstColumn < width))
        {
            for (var column = merge.FirstColumn + 1; column <= Math.Min(merge.LastColumn, width - 1); column++)
            {
                titles[column] = titles[merge.FirstColumn];
            }
        }

        return titles;
    }
}
