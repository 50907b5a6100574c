using NghiTruong.Refusals;

namespace NghiTruong.Documents.Tables;

/// <summary>
/// Finds the header of a ledger by the titles of the columns the caller knows, wherever it stands and however its columns are ordered, and tells data rows from
/// everything else people write between them. Refuses with <c>table.noHeader</c> (nothing like a header) or <c>table.none</c> (no data under any header).
/// </summary>
/// <param name="catalogue">The known columns; at least three of them (or all, if fewer) make a header.</param>
/// <param name="fold">Folds case, marks and đ, so that titles typed in any way compare equal.</param>
public sealed class HeaderFinder(IReadOnlyList<KnownColumn> catalogue, Func<string, string> fold)
{
    private const int RowsLookedAt = 100;
    private const int DeepestHeader = 3;
    /// <summary>The columns it knows.</summary>
    public IReadOnlyList<KnownColumn> Columns => catalogue;

    private readonly TitleMatcher _matcher = new(catalogue, fold);

    /// <summary>Every table of the file that has a header, the hidden ones only if no other does. Tables cut off from the one above (same width, no header) go on under its header.</summary>
    public Result<IReadOnlyList<FoundTable>> FindAll(TableFile file, HandMapping? hand = null)
    {
        var found = Find(file.Tables.Where(table => !table.IsHidden), hand);
        if (found.Count == 0)
        {
            found = Find(file.Tables.Where(table => table.IsHidden), hand);
        }

        if (found.Count == 0)
        {
            return new Refusal("table.noHeader");
        }

        return found.Exists(table => table.Rows.Count > 0) ? Result.Of<IReadOnlyList<FoundTable>>(found) : new Refusal("table.none");
    }

    public Result<FoundTable> Find(Table table, HandMapping? hand = null)
    {
        hand ??= HandMapping.None;
        var block = Locate(table, hand);
        if (block is null)
        {
            return new Refusal("table.noHeader");
        }

        return Sort(table, block with { Columns = WithUntitled(table, block, hand) }, block.Last + 1);
    }

    /// <summary>Columns that hold data under no title are the person's too.</summary>
    private static List<FoundColumn> WithUntitled(Table table, HeaderBlock block, HandMapping hand)
    {
        var titled = block.Columns.Select(column => column.Index).ToHashSet();
        var filled = table.Rows.Skip(block.Last + 1).SelectMany(row => Enumerable.Range(0, row.Cells.Count).Where(column => !row[column].IsEmpty)).ToHashSet();
        var untitled = from index in filled.Except(titled)
                       let key = hand.Columns.GetValueOrDefault(index)
                       select new FoundColumn(index, "", key, key is null ? ColumnMatch.Unknown : ColumnMatch.ByHand);

        return [.. block.Columns.Concat(untitled).OrderBy(column => column.Index)];
    }

    private List<FoundTable> Find(IEnumerable<Table> tables, HandMapping? hand)
    {
        var found = new List<FoundTable>();
        Table? previous = null;
        foreach (var table in tables)
        {
            if (Find(table, hand) is { IsRefused: false, Value: var whole })
            {
                found.Add(whole);
            }
            else if (found.Count > 0 && previous == found[^1].Table && GoesOn(found[^1], table))
            {
                found.Add(Sort(table, new HeaderBlock(0, -1, found[^1].Columns), 0));
            }

            previous = table;
        }

        return found;
    }

    private FoundTable Sort(Table table, HeaderBlock block, int from)
    {
        var sorter = new RowSorter(table, block, catalogue, _matcher);
        sorter.Sort(from);

        return new FoundTable(table, block.Last < 0 ? 0 : table.Rows[block.Last].Number, block.Columns, sorter.Rows, sorter.Skipped);
    }

    /// <summary>Word cuts a long table in two where a page was broken by hand: the lower half has the same columns and starts with a running number.</summary>
    private bool GoesOn(FoundTable above, Table table)
    {
        var ordinal = above.Columns.FirstOrDefault(column => catalogue.Any(known => known.Key == column.Key && known.Role is ColumnRole.Ordinal));

        return ordinal is not null
            && Math.Abs(table.Rows.Max(row => row.Cells.Count) - above.Table.Rows.Max(row => row.Cells.Count)) <= 1
            && RowSorter.IsOrdinal(table.Rows[0][ordinal.Index]);
    }

    private HeaderBlock? Locate(Table table, HandMapping hand)
    {
        if (hand.HeaderRow is { } chosen)
        {
            var at = table.Rows.ToList().FindIndex(row => row.Number == chosen);

            return at < 0 ? null : Block(table, FirstOf(table, at), at, hand);
        }

        HeaderBlock? best = null;
        for (var first = 0; first < Math.Min(RowsLookedAt, table.Rows.Count); first++)
        {
            var start = table.Rows[first].Number - first;
            for (var last = first; last < Math.Min(first + DeepestHeader, table.Rows.Count) && table.Rows[last].Number - last == start; last++)
            {
                var block = Block(table, first, last, hand);
                if (best is null || block.Known > best.Known || (block.Known == best.Known && block.Last - block.First < best.Last - best.First))
                {
                    best = block;
                }
            }
        }

        if (best is null || best.Known < Math.Min(3, catalogue.Count))
        {
            return null;
        }

        var (top, bottom) = (FirstOf(table, best.First), Full(table, best));

        return top == best.First && bottom == best.Last ? best : Block(table, top, bottom, hand);
    }

    /// <summary>A header reaches down as far as its cells are merged, or while the next row only fills in parts under groups.</summary>
    private static int Full(Table table, HeaderBlock block)
    {
        var head = table.Rows[block.First].Number;
        var merged = table.Merges
            .Where(merge => merge.FirstRow >= head && merge.FirstRow <= table.Rows[block.Last].Number && merge.LastRow - head < DeepestHeader)
            .Select(merge => merge.LastRow)
            .DefaultIfEmpty(head)
            .Max();
        var last = block.Last;
        while (last + 1 < table.Rows.Count && table.Rows[last + 1].Number <= merged)
        {
            last++;
        }

        return last > block.Last || last + 1 >= table.Rows.Count || !HoldsParts(table, block, table.Rows[last + 1]) ? last : last + 1;
    }

    private static bool HoldsParts(Table table, HeaderBlock block, TableRow next)
    {
        var above = table.Rows[block.Last];
        var cells = Enumerable.Range(0, next.Cells.Count).Where(column => !next[column].IsEmpty).ToList();

        return next.Number == above.Number + 1 && cells.Count >= 2
            && cells.TrueForAll(column => next[column] is { Kind: CellKind.Text, Text.Length: <= 40 })
            && cells.Exists(column => above[column].IsEmpty)
            && cells.TrueForAll(column => above[column].IsEmpty || above[column + 1].IsEmpty);
    }

    private static int FirstOf(Table table, int last)
    {
        var number = table.Rows[last].Number;
        var top = table.Merges
            .Where(merge => merge.LastRow == number && merge.FirstRow < number && number - merge.FirstRow < DeepestHeader)
            .Select(merge => merge.FirstRow)
            .DefaultIfEmpty(number)
            .Min();
        var first = last;
        while (first > 0 && table.Rows[first - 1].Number >= top)
        {
            first--;
        }

        return first;
    }

    private HeaderBlock Block(Table table, int first, int last, HandMapping hand)
    {
        var titled = HeaderBlock.Titles(table, first, last);
        var columns = titled.ConvertAll(pair => Column(pair.Column, pair.Titles, hand));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns.OrderByDescending(column => column.Match).ThenBy(column => column.Index).ToList())
        {
            // Two columns under one title: the one a person chose keeps it, then an exact title before a likely one, then the first.
            var doubled = column.Key is not null && !taken.Add(column.Key);
            if (doubled)
            {
                columns[columns.IndexOf(column)] = column with { Key = null, Match = ColumnMatch.Unknown };
            }
        }

        return new HeaderBlock(first, last, columns);
    }

    private FoundColumn Column(int index, List<string> titles, HandMapping hand)
    {
        var title = string.Join(" / ", titles);
        if (hand.Columns.TryGetValue(index, out var byColumn))
        {
            return new FoundColumn(index, title, byColumn, ColumnMatch.ByHand);
        }

        var words = _matcher.Words(title);
        foreach (var (known, key) in hand.Titles)
        {
            if (_matcher.Words(known) == words)
            {
                return new FoundColumn(index, title, key, ColumnMatch.ByHand);
            }
        }

        var (found, match) = _matcher.Find(titles);

        return new FoundColumn(index, title, found, match);
    }
}
