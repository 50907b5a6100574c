namespace NghiTruong.Documents.Tables;

/// <summary>What part a column plays in telling rows apart.</summary>
public enum ColumnRole
{
    None,

    /// <summary>The running number (STT): tells data rows from sections and notes.</summary>
    Ordinal,

    /// <summary>Without it a row says nothing (the text of a petition).</summary>
    Anchor,
}

/// <summary>A column the caller knows: its key and every title it is known to stand under; grouped titles are written "Người gửi / Họ tên".</summary>
public sealed record KnownColumn(string Key, params IReadOnlyList<string> Titles)
{
    public ColumnRole Role { get; init; }
}

/// <summary>
/// What a person decided by hand; it overrides what is found. A key of null leaves the column out.
/// <see cref="Titles"/> are column titles as <see cref="FoundColumn.Title"/> shows them, so that a choice made once serves next month's file.
/// </summary>
public sealed record HandMapping
{
    public static HandMapping None { get; } = new();

    /// <summary>Row number of the (last) header row, when the finder missed it.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>By column, counted from 0.</summary>
    public IReadOnlyDictionary<int, string?> Columns { get; init; } = new Dictionary<int, string?>();

    public IReadOnlyDictionary<string, string?> Titles { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}

public enum ColumnMatch
{
    Unknown,
    Exact,

    /// <summary>Only the title's beginning or the lower of two header rows is known; worth showing to the person.</summary>
    Likely,
    ByHand,
}

/// <summary>One column of a found table; <paramref name="Key"/> is null for a column nobody knows, kept with its title to be matched by hand.</summary>
public sealed record FoundColumn(int Index, string Title, string? Key, ColumnMatch Match)
{
    public string Letter => CellText.Letter(Index);
}

/// <summary>A title row between data rows: its mark (<c>II</c>, <c>A</c>, empty) and its words.</summary>
public sealed record Section(string Mark, string Title)
{
    public override string ToString() => Mark.Length == 0 ? Title : $"{Mark}. {Title}";
}

/// <summary>One data row with the section titles above it, outermost first.</summary>
public sealed record FoundRow(TableRow Source, IReadOnlyList<Section> Sections, IReadOnlyDictionary<string, int> Keys)
{
    public int Number => Source.Number;

    /// <summary>The cell under a known column; empty when the table has no such column.</summary>
    public TableCell this[string key] => Keys.TryGetValue(key, out var column) ? Source[column] : TableCell.Empty;
}

public enum SkipReason
{
    Numbering,
    RepeatedHeader,
    Section,
    Total,
    Note,
    OnlyOrdinal,
    Continued,
}

/// <summary>A row below the header that is not data, and why; its sentence is the text <c>table.skipped.{Reason}</c>.</summary>
public sealed record SkippedRow(int Number, SkipReason Reason, string Text);

/// <summary>A table whose header was found: columns in the person's order, data rows, and every other row below the header with the reason it is left out.</summary>
public sealed record FoundTable(
    Table Table, int HeaderRow, IReadOnlyList<FoundColumn> Columns, IReadOnlyList<FoundRow> Rows, IReadOnlyList<SkippedRow> Skipped)
{
    public IEnumerable<FoundColumn> UnknownColumns => Columns.Where(column => column.Key is null);
}
