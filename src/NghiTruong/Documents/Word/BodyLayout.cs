using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>Lays out the blocks of a body or annex in order, counting its headings and articles.</summary>
internal sealed class BodyLayout(double textWidth)
{
    private readonly int[] _headings = new int[4];
    private int _articles;

    public IEnumerable<OpenXmlElement> Write(IEnumerable<Block> blocks) => blocks.SelectMany(Write);

    /// <summary>The blocks with "./." after the last word, as Decree 30 closes a text; a closing table stays as it is.</summary>
    public static IReadOnlyList<Block> Closed(IReadOnlyList<Block> blocks) => blocks switch
    {
        [.., ParagraphBlock last] => [.. blocks.SkipLast(1), last with { Spans = Closed(last.Spans) }],
        [.., ArticleBlock last] => [.. blocks.SkipLast(1), last with { Spans = Closed(last.Spans) }],
        [.., ListBlock { Items: [.., var item] } last] => [.. blocks.SkipLast(1), last with { Items = [.. last.Items.SkipLast(1), Closed(item)] }],
        _ => blocks,
    };

    private static IReadOnlyList<TextSpan> Closed(IReadOnlyList<TextSpan> spans) =>
        spans is [.., var last] ? [.. spans.SkipLast(1), last with { Text = Closed(last.Text) }] : spans;

    private static string Closed(string text) =>
        text.EndsWith(DecreeForm.EndMark, StringComparison.Ordinal) ? text : text.TrimEnd(' ', '.', ';') + DecreeForm.EndMark;

    private IEnumerable<OpenXmlElement> Write(Block block) => block switch
    {
        ParagraphBlock paragraph => [Paragraph(paragraph)],
        HeadingBlock heading => [Heading(heading)],
        ArticleBlock article => [Article(article)],
        ListBlock list => list.Items.Select(item => Wml.Paragraph(WordStyles.Body, Wml.Run($"- {item}"))),
        TableBlock table => [new TableLayout(table, textWidth).Write(), Wml.Gap(8)],
        PageBreakBlock => [Wml.Paragraph(WordStyles.Head, new W.Run(new W.Break { Type = W.BreakValues.Page }))],
        _ => throw new InvalidOperationException($"No layout for {block.GetType().Name}"),
    };

    private static W.Paragraph Paragraph(ParagraphBlock block)
    {
        var paragraph = Wml.Paragraph(WordStyles.Body, [.. Runs(block.Spans)]);
        if (block.Align == TextAlign.Justified)
        {
            return paragraph;
        }

        paragraph.Aligned(block.Align).ParagraphProperties!.Indentation = new W.Indentation { FirstLine = "0" };

        return paragraph;
    }

    private W.Paragraph Heading(HeadingBlock heading)
    {
        var level = (int)heading.Level;
        _headings[level]++;
        Array.Clear(_headings, level + 1, _headings.Length - level - 1);
        var number = heading.Level switch
        {
            HeadingLevel.Part => $"{DecreeForm.Roman(_headings[level])}.",
            HeadingLevel.Section => $"{_headings[level]}.",
            HeadingLevel.Point => $"{Letter(_headings[level])})",
        };

        return Wml.Paragraph(WordStyles.Heading(heading.Level), Wml.Run($"{number} {heading.Text}"));
    }

    private W.Paragraph Article(ArticleBlock article) =>
        Wml.Paragraph(WordStyles.Body, [Wml.Run($"{DecreeForm.Article} {++_articles}. ", bold: true), .. Runs(article.Spans)]);

    private static IEnumerable<W.Run> Runs(IEnumerable<TextSpan> spans) => spans.Select(span => Wml.Run(span.Text, bold: span.Bold, italic: span.Italic));

    /// <summary>Points are lettered in the Vietnamese alphabet: a, b, c, d, đ, e ...</summary>
    private static string Letter(int number)
    {
        const string Letters = "abcdđeghiklmnopqrstuvxy";

        return number <= Letters.Length ? Letters[number - 1].ToString() : $"{Letters[(number - 1) % Letters.Length]}{(number - 1) / Letters.Length}";
    }
}
