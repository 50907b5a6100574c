using System.Globalization;

namespace NghiTruong.Documents.Tables;

/// <summary>Goes down the rows below a header and tells data from sections, totals, numbering, repeated headers and notes. In doubt a row is data: the caller rejects it in sight of the person.</summary>
internal sealed class RowSorter(Table table, HeaderBlock block, IReadOnlyList<KnownColumn> catalogue, TitleMatcher matcher)
{
    private readonly Dictionary<string, int> _keys = block.Columns.Where(column => column.Key is not null).ToDictionary(column => column.Key!, column => column.Index, StringComparer.Ordinal);
    private readonly List<FoundRow> _rows = [];
    private readonly List<SkippedRow> _skipped = [];
    private readonly List<Section> _sections = [];
    private bool _justSectioned;

    public IReadOnlyList<FoundRow> Rows => _rows;

    public IReadOnlyList<SkippedRow> Skipped => _skipped;

    private int? Ordinal => IndexOf(ColumnRole.Ordinal);

    private int? Anchor => IndexOf(ColumnRole.Anchor);

    public void Sort(int from)
    {
        var titles = HeaderTitles();
        var merged = SpreadAcross();
        var end = EndOfData(from);
        for (var at = from; at < table.Rows.Count; at++)
        {
            var row = table.Rows[at];
            if (IsNumbering(row))
            {
                Skip(row, SkipReason.Numbering);
            }
            else if (Repeats(row, titles))
            {
                Skip(row, SkipReason.RepeatedHeader);
            }
            else if (IsTotal(row))
            {
                Skip(row, SkipReason.Total);
            }
            else if (at > end)
            {
                Skip(row, SkipReason.Note);
            }
            else if (AsSection(row, merged) is { } section)
            {
                Enter(section);
                Skip(row, SkipReason.Section);
            }
            else
            {
                Take(row);
            }
        }
    }

    public static bool IsOrdinal(TableCell cell) =>
        cell.Kind is CellKind.Number || (cell.Kind is CellKind.Text && cell.Text.Length <= 6 && cell.Text.TrimEnd('.', ')').All(char.IsAsciiDigit) && char.IsAsciiDigit(cell.Text[0]));

    private int? IndexOf(ColumnRole role)
    {
        foreach (var known in catalogue.Where(known => known.Role == role))
        {
            if (_keys.TryGetValue(known.Key, out var column))
            {
                return column;
            }
        }

        return null;
    }

    private void Take(TableRow row)
    {
        _justSectioned = false;
        var own = Own(row);
        if (Ordinal is { } ordinal && own.TrueForAll(column => column == ordinal))
        {
            Skip(row, SkipReason.OnlyOrdinal);
        }
        else if (Anchor is { } anchor && row[anchor].IsContinued && _rows.Count > 0)
        {
            _rows[^1] = _rows[^1] with { Source = Joined(_rows[^1].Source, row) };
            Skip(row, SkipReason.Continued);
        }
        else
        {
            _rows.Add(new FoundRow(row, [.. _sections], _keys));
        }
    }

    private static TableRow Joined(TableRow above, TableRow below)
    {
        var cells = new TableCell[Math.Max(above.Cells.Count, below.Cells.Count)];
        for (var column = 0; column < cells.Length; column++)
        {
            var (upper, lower) = (above[column], below[column]);
            cells[column] = lower.IsEmpty || lower.IsContinued ? upper : upper.IsEmpty ? lower : TableCell.Of($"{upper.Text}\n{lower.Text}");
        }

        return above with { Cells = cells };
    }

    private void Skip(TableRow row, SkipReason reason) =>
        _skipped.Add(new SkippedRow(row.Number, reason, string.Join(" | ", row.Cells.Where(cell => cell is { IsEmpty: false, IsContinued: false }).Select(cell => cell.Text))));

    private static List<int> Own(TableRow row) => [.. Enumerable.Range(0, row.Cells.Count).Where(column => row[column] is { IsEmpty: false, IsContinued: false })];

    private List<Dictionary<int, (int Length, string Words)>> HeaderTitles() =>
    [
        .. from at in Enumerable.Range(block.First, block.Last - block.First + 1)
           select Enumerable.Range(0, table.Rows[at].Cells.Count)
               .Where(column => !table.Rows[at][column].IsEmpty)
               .ToDictionary(column => column, column => (table.Rows[at][column].Text.Length, matcher.Words(table.Rows[at][column].Text))),
    ];

    private bool Repeats(TableRow row, List<Dictionary<int, (int Length, string Words)>> titles)
    {
        var own = Own(row);

        return own.Count >= 2 && titles.Exists(title => own.Count(column => title.TryGetValue(column, out var known) && Same(known, row[column].Text)) * 10 >= own.Count * 7);
    }

    /// <summary>Folding every cell of a long ledger would cost more than reading it; a title typed again is about as long.</summary>
    private bool Same((int Length, string Words) title, string text) => Math.Abs(title.Length - text.Length) <= 4 && title.Words == matcher.Words(text);

    private bool IsNumbering(TableRow row)
    {
        var own = Own(row);
        if (own.Count < 3 || own.Count * 2 < block.Columns.Count)
        {
            return false;
        }

        var marks = own.ConvertAll(column => row[column].Text.Split('=')[0].Trim('(', ')', '[', ']', ' '));
        var numbers = marks.Where(mark => mark.Length is 1 or 2 && mark.All(char.IsAsciiDigit)).Select(mark => int.Parse(mark, CultureInfo.InvariantCulture)).ToList();
        var letters = marks.Count(mark => mark.Length == 1 && char.IsAsciiLetter(mark[0]));

        return numbers.Count + letters == marks.Count && numbers.Count >= 2 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private bool IsTotal(TableRow row)
    {
        var own = Own(row);
        if (own.Count == 0 || (Ordinal is { } ordinal && IsOrdinal(row[ordinal]) && own.Count > 1))
        {
            return false;
        }

        var first = own.Find(column => row[column].Kind is CellKind.Text && RowMarks.Kind(row[column].Text) is RowMarks.Mark.None);
        var text = row[first].Text;
        if (text.Length > 80 || own.Count(column => row[column].Kind is CellKind.Text && !IsOrdinal(row[column])) > 3)
        {
            return false;
        }

        var words = matcher.Words(text).Split(' ');

        return words is ["tong", "cong" or "so", ..] or ["tong" or "cong"] || (words is ["tong" or "cong", var next, ..] && char.IsAsciiDigit(next[0]));
    }

    /// <summary>Position of the last row that may be data: below it stand only notes and signatures, which have no running number and fill at most two cells.</summary>
    private int EndOfData(int from)
    {
        var full = table.Rows.Skip(from).Where(row => Own(row).Count > 2).ToList();
        var numbered = Ordinal is { } column && full.Count(row => IsOrdinal(row[column])) * 2 > full.Count;
        for (var at = table.Rows.Count - 1; at >= from; at--)
        {
            var row = table.Rows[at];
            if (IsTotal(row))
            {
                continue;
            }

            var own = Own(row).Count;
            if (own > 2 || (!numbered && Anchor is { } anchor && !row[anchor].IsEmpty && own == 2) || (Ordinal is { } ordinal && IsOrdinal(row[ordinal])) || (!numbered && catalogue.Count < 3))
            {
                return at;
            }
        }

        return from - 1;
    }

    private Dictionary<int, MergedCells> SpreadAcross() =>
        table.Merges.Where(merge => merge.LastColumn - merge.FirstColumn >= 2).GroupBy(merge => merge.FirstRow).ToDictionary(group => group.Key, group => group.MaxBy(merge => merge.LastColumn - merge.FirstColumn));

    private Section? AsSection(TableRow row, Dictionary<int, MergedCells> merged)
    {
        if (Anchor is { } anchor && row[anchor].IsContinued)
        {
            return null;
        }

        var own = Own(row);
        var texts = own.FindAll(column => row[column].Kind is CellKind.Text && !IsOrdinal(row[column]));
        var isAcross = merged.TryGetValue(row.Number, out var across) && own.Contains(across.FirstColumn);
        if (texts.Count == 1 && own.Count == texts.Count)
        {
            var text = row[texts[0]].Text;
            var isTitle = isAcross || RowMarks.Split(text).Mark.Length > 0 || IsUpper(text) || (texts[0] != Anchor && texts[0] <= (Ordinal ?? 0));

            return isTitle ? RowMarks.Split(text) : null;
        }

        // "II | CÁC KIẾN NGHỊ SAU KỲ HỌP", perhaps with the number of its rows behind.
        var isMarked = texts.Count == 2 && RowMarks.Kind(row[texts[0]].Text) is RowMarks.Mark.Roman or RowMarks.Mark.Letter;

        return isMarked && own.Count - texts.Count <= 2 && own[0] == texts[0] ? new Section(row[texts[0]].Text.TrimEnd('.', ')', ' '), row[texts[1]].Text) : Numbered(row, own, texts, isAcross);
    }

    private static Section? Numbered(TableRow row, List<int> own, List<int> texts, bool isAcross) =>
        isAcross && own.Count == 2 && texts.Count == 1 && IsOrdinal(row[own[0]]) ? new Section(row[own[0]].Text, row[texts[0]].Text) : null;

    private static bool IsUpper(string text) => text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private void Enter(Section section)
    {
        var kind = RowMarks.Kind(section.Mark);
        var same = _sections.FindIndex(open => RowMarks.Kind(open.Mark) == kind);
        if (same >= 0)
        {
            _sections.RemoveRange(same, _sections.Count - same);
        }
        else if (!_justSectioned && kind is RowMarks.Mark.None)
        {
            _sections.Clear();
        }

        _sections.Add(section);
        _justSectioned = true;
    }
}
