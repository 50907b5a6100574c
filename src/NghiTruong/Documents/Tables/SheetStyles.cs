using DocumentFormat.OpenXml.Spreadsheet;

namespace NghiTruong.Documents.Tables;

/// <summary>The few looks of a written sheet, by their place in the workbook's list of formats.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint Header = 2;
    public const uint Text = 3;
    public const uint QuotedText = 4;
    public const uint Centred = 5;
    public const uint Number = 6;
    public const uint Date = 7;
    public const uint Bold = 8;
    public const uint BoldNumber = 9;
    public const uint Note = 10;
    private const uint DateFormat = 164;

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd/mm/yyyy" }),
        new Fonts(Font(11), Font(13, bold: true), Font(11, bold: true), Font(11, italic: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EDF3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Box()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(0, 0, boxed: false),
            Format(1, 0, boxed: false, HorizontalAlignmentValues.Center),
            Format(2, 0, boxed: true, HorizontalAlignmentValues.Center, fill: 2),
            Format(0, 49, boxed: true),
            Format(0, 49, boxed: true, quoted: true),
            Format(0, 49, boxed: true, HorizontalAlignmentValues.Center),
            Format(0, 0, boxed: true, HorizontalAlignmentValues.Right),
            Format(0, DateFormat, boxed: true, HorizontalAlignmentValues.Center),
            Format(2, 49, boxed: true),
            Format(2, 0, boxed: true, HorizontalAlignmentValues.Right),
            Format(3, 0, boxed: false)));

    private static Font Font(double size, bool bold = false, bool italic = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" });

        return font;
    }

    private static Border Box() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });

    private static CellFormat Format(
        uint font, uint number, bool boxed, HorizontalAlignmentValues across = HorizontalAlignmentValues.General, uint fill = 0, bool quoted = false) =>
        new(new Alignment { Horizontal = across, Vertical = boxed ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font,
            NumberFormatId = number,
            FillId = fill,
            BorderId = boxed ? 1u : 0u,
            ApplyFont = true,
            ApplyNumberFormat = true,
            ApplyFill = fill > 0,
            ApplyBorder = boxed,
            ApplyAlignment = true,
            QuotePrefix = quoted ? true : null,
        };
}
