namespace NghiTruong.Documents.Word;

/// <summary>One piece of a document's body.</summary>
public abstract record Block;

/// <summary>A stretch of text in one style.</summary>
public sealed record TextSpan(string Text, bool Bold = false, bool Italic = false)
{
    public static implicit operator TextSpan(string text) => new(text);
}

public enum TextAlign
{
    Left,
    Centre,
    Right,
    Justified,
}

/// <summary>A paragraph of the body: justified with its first line indented, unless told otherwise.</summary>
public sealed record ParagraphBlock(params IReadOnlyList<TextSpan> Spans) : Block
{
    public TextAlign Align { get; init; } = TextAlign.Justified;

    /// <summary>A line set in the middle, such as "QUYẾT NGHỊ:".</summary>
    public static ParagraphBlock Centred(string text) => new(new TextSpan(text, Bold: true)) { Align = TextAlign.Centre };

    /// <summary>A legal basis (căn cứ), in italics.</summary>
    public static ParagraphBlock Basis(string text) => new(new TextSpan(text, Italic: true));
}

/// <summary>Levels of numbered headings: "I.", "1.", "a)".</summary>
public enum HeadingLevel
{
    Part = 1,
    Section = 2,
    Point = 3,
}

/// <summary>A heading; its number is given by the writer, anew below each higher heading.</summary>
public sealed record HeadingBlock(HeadingLevel Level, string Text) : Block
{
    public static HeadingBlock Part(string text) => new(HeadingLevel.Part, text);

    public static HeadingBlock Section(string text) => new(HeadingLevel.Section, text);

    public static HeadingBlock Point(string text) => new(HeadingLevel.Point, text);
}

/// <summary>An article (Điều) of a resolution, numbered by the writer; the text follows its bold number.</summary>
public sealed record ArticleBlock(params IReadOnlyList<TextSpan> Spans) : Block;

/// <summary>Items below each other, each led by a dash.</summary>
public sealed record ListBlock(params IReadOnlyList<string> Items) : Block;

/// <summary>What follows starts on a new page.</summary>
public sealed record PageBreakBlock : Block;

/// <summary>A table over the full width of the text; its heading rows repeat on every page.</summary>
public sealed record TableBlock(IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows) : Block
{
    /// <summary>Heading rows where one row of column names is not enough; null takes the columns' names.</summary>
    public IReadOnlyList<GridRow>? HeadingRows { get; init; }

    public double Size { get; init; } = DecreeForm.TableSize;
}

/// <summary>A column: its name, its share of the width (in any unit; all shares together are the text's width) and how its cells stand.</summary>
public sealed record GridColumn(string Heading, double Width, TextAlign Align = TextAlign.Left);

/// <summary>A row; cells it lacks at the end are left empty.</summary>
public sealed record GridRow(params IReadOnlyList<GridCell> Cells)
{
    public bool Bold { get; init; }

    /// <summary>A row of one bold cell over all columns.</summary>
    public static GridRow Group(string text) => new(new GridCell(text, GridCell.ToTheEnd) { Align = TextAlign.Left }) { Bold = true };

    public static GridRow Of(params IEnumerable<string> cells) => new([.. cells.Select(text => new GridCell(text))]);
}

/// <summary>A cell; it may reach over several columns and rows (the rows below then leave it out).</summary>
public sealed record GridCell(string Text, int Columns = 1, int Rows = 1)
{
    /// <summary>As <see cref="Columns"/>: all columns that are left.</summary>
    public const int ToTheEnd = 0;

    /// <summary>Null stands as its column does.</summary>
    public TextAlign? Align { get; init; }

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public static implicit operator GridCell(string text) => new(text);
}
