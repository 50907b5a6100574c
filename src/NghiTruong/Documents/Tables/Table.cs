using System.Globalization;
using System.Runtime.InteropServices;

namespace NghiTruong.Documents.Tables;

/// <summary>The tables of one file, in its order: a sheet of a workbook or a table of a Word document each.</summary>
public sealed record TableFile(IReadOnlyList<Table> Tables);

/// <summary>
/// One table as a person wrote it. Rows without any content are left out; the others keep their own <see cref="TableRow.Number"/>.
/// <see cref="Name"/> is the sheet's name, or the last line of text above a Word table.
/// </summary>
public sealed record Table(int Ordinal, string Name, IReadOnlyList<TableRow> Rows, IReadOnlyList<MergedCells> Merges)
{
    public bool IsHidden { get; init; }
}

/// <summary>One row; <paramref name="Number"/> counts from 1 as the person sees it. Cells to the right of the last one with content are left out.</summary>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    public TableCell this[int column] => column < Cells.Count ? Cells[column] : TableCell.Empty;
}

/// <summary>A merged block, rows counted from 1 and columns from 0, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

public enum CellKind
{
    Empty,
    Text,
    Number,
    Date,
}

/// <summary>
/// One value. <see cref="Text"/> is always there (NFC, trimmed, <c>dd/MM/yyyy</c> for dates). A formula stands here as its last value; nothing is evaluated.
/// <see cref="IsContinued"/>: the value was written once in cells merged downwards and is repeated from the row above.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TableCell(CellKind Kind, string Text, double Number = 0, DateOnly Date = default, bool IsContinued = false)
{
    public static TableCell Empty { get; } = new(CellKind.Empty, "");

    public bool IsEmpty => Kind is CellKind.Empty;

    /// <summary>The date of a real date cell, or of a plain number that a sheet without formats uses for one (serial days, 1990 to 2099).</summary>
    public DateOnly? AsDate => Kind switch
    {
        CellKind.Date => Date,
        CellKind.Number when Number is >= 32874 and < 73051 => DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(Number))),
        CellKind.Number or CellKind.Text or CellKind.Empty => null,
    };

    public static TableCell Of(string? text)
    {
        var clean = CellText.Clean(text);

        return clean.Length == 0 ? Empty : new TableCell(CellKind.Text, clean);
    }

    public static TableCell Of(double number) => new(CellKind.Number, number.ToString("0.###############", CultureInfo.InvariantCulture), number);

    public static TableCell Of(DateOnly date) => new(CellKind.Date, date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), Date: date);

    public override string ToString() => Text;
}

/// <summary>How much of a table is read before the house says it is too much.</summary>
public sealed record TableLimits
{
    public static TableLimits Default { get; } = new();

    /// <summary>Rows with content in one file.</summary>
    public int MaxRows { get; init; } = 100_000;

    public int MaxColumns { get; init; } = 512;

    /// <summary>Characters in all cells of one file.</summary>
    public long MaxText { get; init; } = 100_000_000;

    public int MaxMerges { get; init; } = 100_000;

    /// <summary>Rows times columns of one sheet, the empty ones included.</summary>
    public long MaxArea { get; init; } = 400_000_000;
}
