using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>The few pieces of WordprocessingML that all writers here share. Lengths come in millimetres and points, and leave as twips and half points.</summary>
internal static class Wml
{
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    public static string TwipsText(double millimetres) => Twips(millimetres).ToString(CultureInfo.InvariantCulture);

    public static string HalfPoints(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);

    public static string PointTwips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);

    /// <summary>NFC, without the characters that XML does not take.</summary>
    public static string Clean(string text) =>
        (text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsTaken))).Normalize();

    /// <summary>The elements of a run that show a text: its lines with breaks between them, its tabs as tabs.</summary>
    public static IEnumerable<OpenXmlElement> TextElements(string text)
    {
        var lines = Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                yield return new W.Break();
            }

            var pieces = lines[line].Split('\t');
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                if (piece > 0)
                {
                    yield return new W.TabChar();
                }

                yield return new W.Text(pieces[piece]) { Space = SpaceProcessingModeValues.Preserve };
            }
        }
    }

    public static W.Run Run(string text, double? size = null, bool bold = false, bool italic = false)
    {
        var run = new W.Run();
        if (bold || italic || size is not null)
        {
            run.RunProperties = new W.RunProperties
            {
                Bold = bold ? new W.Bold() : null,
                Italic = italic ? new W.Italic() : null,
                FontSize = size is { } points ? new W.FontSize { Val = HalfPoints(points) } : null,
                FontSizeComplexScript = size is { } complex ? new W.FontSizeComplexScript { Val = HalfPoints(complex) } : null,
            };
        }

        run.Append(TextElements(text));

        return run;
    }

    public static W.Paragraph Paragraph(string style, params IReadOnlyList<OpenXmlElement> runs)
    {
        var paragraph = new W.Paragraph { ParagraphProperties = new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style } } };
        paragraph.Append(runs);

        return paragraph;
    }

    public static W.Paragraph Aligned(this W.Paragraph paragraph, TextAlign align)
    {
        paragraph.ParagraphProperties!.Justification = new W.Justification { Val = Justification(align) };

        return paragraph;
    }

    /// <summary>Space above and below, in points.</summary>
    public static W.Paragraph Spaced(this W.Paragraph paragraph, double before, double after = 0)
    {
        var spacing = paragraph.ParagraphProperties!.SpacingBetweenLines ??= new W.SpacingBetweenLines();
        spacing.Before = PointTwips(before);
        spacing.After = PointTwips(after);

        return paragraph;
    }

    public static W.Paragraph KeptWithNext(this W.Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new W.KeepNext();

        return paragraph;
    }

    /// <summary>A line of the given length in the middle of its place: a low empty paragraph with an upper border.</summary>
    public static W.Paragraph Line(double length, double placeWidth)
    {
        var side = TwipsText(Math.Max(0, (placeWidth - length) / 2));
        var line = Gap(6);
        line.ParagraphProperties!.ParagraphBorders = new W.ParagraphBorders
        {
            TopBorder = new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Space = 1, Color = "auto" },
        };
        line.ParagraphProperties.Indentation = new W.Indentation { Left = side, Right = side, FirstLine = "0" };

        return line;
    }

    /// <summary>An empty paragraph of exactly the given height in points.</summary>
    public static W.Paragraph Gap(double points)
    {
        var gap = Paragraph(WordStyles.Head);
        gap.ParagraphProperties!.SpacingBetweenLines = new W.SpacingBetweenLines
        {
            Before = "0",
            After = "0",
            Line = PointTwips(points),
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        gap.ParagraphProperties.ParagraphMarkRunProperties = new W.ParagraphMarkRunProperties(new W.FontSize { Val = "2" });

        return gap;
    }

    /// <summary>A table without borders and cell margins, one row per list of cells, to set things side by side.</summary>
    public static W.Table SideBySide(double[] widths, params IReadOnlyList<OpenXmlElement[]>[] rows)
    {
        var table = new W.Table(
            new W.TableProperties
            {
                TableWidth = new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = TwipsText(widths.Sum()) },
                TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                TableCellMarginDefault = new W.TableCellMarginDefault(
                    new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                    new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa }),
            },
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = TwipsText(width) })));
        foreach (var cells in rows)
        {
            var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
            row.Append(cells.Select((content, at) => new W.TableCell([new W.TableCellProperties { TableCellWidth = CellWidth(widths[at]) }, .. content])));
            table.Append(row);
        }

        return table;
    }

    public static W.TableCellWidth CellWidth(double millimetres) =>
        new() { Type = W.TableWidthUnitValues.Dxa, Width = TwipsText(millimetres) };

    private static W.JustificationValues Justification(TextAlign align) => align switch
    {
        TextAlign.Left => W.JustificationValues.Left,
        TextAlign.Centre => W.JustificationValues.Center,
        TextAlign.Right => W.JustificationValues.Right,
        TextAlign.Justified => W.JustificationValues.Both,
    };

    private static bool IsTaken(Rune rune) => rune.Value > char.MaxValue || (rune != Rune.ReplacementChar && XmlConvert.IsXmlChar((char)rune.Value));
}
