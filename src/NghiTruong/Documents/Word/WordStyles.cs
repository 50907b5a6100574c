using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>The styles and settings every written document carries; real heading styles give Word its navigation and screen readers their outline.</summary>
internal static class WordStyles
{
    public const string Head = "Head";
    public const string Body = "Body";
    public const string Cell = "Cell";
    public const string Title = "Title";

    public static string Heading(HeadingLevel level) => $"Heading{(int)level}";

    public static void Add(MainDocumentPart main, double bodySize)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new W.Styles(
            Defaults(),
            Style("Normal", "Normal", basedOn: null, new W.StyleParagraphProperties(), bodySize, isDefault: true),
            Style(Head, "Head", "Normal", Spacing(0, 0, 1), DecreeForm.HeadSize),
            Style(Body, "Body Text", "Normal", BodyParagraph(), bodySize),
            Style(Title, "Title", "Normal", Centred(), bodySize, bold: true),
            Style("Heading1", "heading 1", "Normal", HeadingParagraph(0), bodySize, bold: true),
            Style("Heading2", "heading 2", "Normal", HeadingParagraph(1), bodySize, bold: true),
            Style("Heading3", "heading 3", "Normal", HeadingParagraph(2), bodySize, bold: true, italic: true),
            Style(Cell, "Cell", "Normal", Spacing(2, 2, 1), DecreeForm.TableSize));
        main.AddNewPart<DocumentSettingsPart>().Settings = new W.Settings(
            new W.Zoom { Percent = "100" },
            new W.DefaultTabStop { Val = 720 },
            new W.Compatibility(new W.CompatibilitySetting
            {
                Name = W.CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }),
            new W.ThemeFontLanguages { Val = "vi-VN" });
    }

    private static W.DocDefaults Defaults() => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle
        {
            RunFonts = new W.RunFonts
            {
                Ascii = DecreeForm.Font,
                HighAnsi = DecreeForm.Font,
                EastAsia = DecreeForm.Font,
                ComplexScript = DecreeForm.Font,
            },
            FontSize = new W.FontSize { Val = Wml.HalfPoints(DecreeForm.BodySize) },
            FontSizeComplexScript = new W.FontSizeComplexScript { Val = Wml.HalfPoints(DecreeForm.BodySize) },
            Languages = new W.Languages { Val = "vi-VN", EastAsia = "vi-VN" },
        }),
        new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle
        {
            SpacingBetweenLines = new W.SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
        }));

    private static W.Style Style(
        string id, string name, string? basedOn, W.StyleParagraphProperties paragraph, double size, bool bold = false, bool italic = false, bool isDefault = false) =>
        new()
        {
            Type = W.StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle = id is Head or Cell ? true : null,
            StyleName = new W.StyleName { Val = name },
            BasedOn = basedOn is null ? null : new W.BasedOn { Val = basedOn },
            PrimaryStyle = new W.PrimaryStyle(),
            StyleParagraphProperties = paragraph,
            StyleRunProperties = new W.StyleRunProperties
            {
                Bold = bold ? new W.Bold() : null,
                Italic = italic ? new W.Italic() : null,
                FontSize = new W.FontSize { Val = Wml.HalfPoints(size) },
                FontSizeComplexScript = new W.FontSizeComplexScript { Val = Wml.HalfPoints(size) },
            },
        };

    private static W.StyleParagraphProperties Spacing(double before, double after, double line) => new()
    {
        SpacingBetweenLines = new W.SpacingBetweenLines
        {
            Before = Wml.PointTwips(before),
            After = Wml.PointTwips(after),
            Line = ((int)Math.Round(line * 240)).ToString(CultureInfo.InvariantCulture),
            LineRule = W.LineSpacingRuleValues.Auto,
        },
    };

    private static W.StyleParagraphProperties BodyParagraph()
    {
        var body = Spacing(0, DecreeForm.ParagraphGap, DecreeForm.LineSpacing);
        body.WidowControl = new W.WidowControl();
        body.Indentation = new W.Indentation { FirstLine = Wml.TwipsText(DecreeForm.FirstLineIndent) };
        body.Justification = new W.Justification { Val = W.JustificationValues.Both };

        return body;
    }

    private static W.StyleParagraphProperties Centred()
    {
        var title = Spacing(0, 0, 1.15);
        title.KeepNext = new W.KeepNext();
        title.Justification = new W.Justification { Val = W.JustificationValues.Center };

        return title;
    }

    private static W.StyleParagraphProperties HeadingParagraph(int outlineLevel)
    {
        var heading = BodyParagraph();
        heading.KeepNext = new W.KeepNext();
        heading.OutlineLevel = new W.OutlineLevel { Val = outlineLevel };

        return heading;
    }
}
