namespace NghiTruong.Documents.Tables;

public enum ColumnKind
{
    Text,
    Centred,
    Number,
    Date,
}

/// <summary>One column to write; <paramref name="Width"/> in characters.</summary>
public sealed record SheetColumn(string Title, double Width = 18, ColumnKind Kind = ColumnKind.Text);

public enum RowStyle
{
    Data,

    /// <summary>A bold title; when it has one cell, merged across all columns.</summary>
    Section,
    Total,
}

/// <summary>One row to write. Values: string, whole and decimal numbers, <see cref="DateOnly"/>, <see cref="DateTime"/>, bool, <see cref="TableCell"/>, null.</summary>
public sealed record SheetRow(IReadOnlyList<object?> Values, RowStyle Style = RowStyle.Data)
{
    public static SheetRow Of(params IReadOnlyList<object?> values) => new(values);

    public static SheetRow Section(params IReadOnlyList<object?> values) => new(values, RowStyle.Section);

    public static SheetRow Total(params IReadOnlyList<object?> values) => new(values, RowStyle.Total);
}

/// <summary>One sheet: title lines above, a header, rows. The rows are enumerated once and not kept.</summary>
public sealed record SheetData(string Name, IReadOnlyList<string> Titles, IReadOnlyList<SheetColumn> Columns, IEnumerable<SheetRow> Rows)
{
    /// <summary>Lines below the table, such as where the figures come from.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
