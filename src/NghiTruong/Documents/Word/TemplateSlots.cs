using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>
/// A place of a template that takes a value: a token <c>{{Name}}</c> in a paragraph or a content control with a tag.
/// <c>#Table</c> marks the row to repeat, <c>#Table.Column</c> marks it and takes a value too, <c>/Table</c> may close the row and shows nothing.
/// </summary>
internal sealed record TemplateSlot(string Name, string Place, OpenXmlElement Element, Action<string> Put)
{
    public bool IsMarker => Name is ['/', ..] || (Name is ['#', ..] && !Name.Contains('.'));

    /// <summary>The table this slot marks its row for; null for a plain field.</summary>
    public string? Table => Name is ['#', ..] ? Name[1..].Split('.', 2)[0] : null;

    /// <summary>The name of the value, without the table before it.</summary>
    public string Field => Name is ['#', ..] ? Name[(Name.IndexOf('.') + 1)..] : Name;
}

/// <summary>Finds the slots of a stretch of a template, however Word has cut their text into runs.</summary>
internal static partial class TemplateSlots
{
    private const int PlaceLength = 80;

    private static readonly string[] ControlsThatAreNoText =
        ["docPartObj", "docPartList", "picture", "equation", "citation", "bibliography", "group", "checkbox", "repeatingSection", "repeatingSectionItem"];

    /// <summary>All slots below an element, in the order they are read.</summary>
    public static List<TemplateSlot> Of(OpenXmlElement root)
    {
        var controls = root.Descendants<W.SdtElement>().Where(IsField).ToList();
        var paragraphs = Paragraphs(root).Where(p => !controls.Exists(control => control.IsAncestorOf(p)));

        return
        [
            .. controls.Select(control => new TemplateSlot(Tag(control)!, PlaceOf(control), control, value => ControlValue.Put(control, value))),
            .. paragraphs.SelectMany(paragraph => Tokens(paragraph, controls)),
        ];
    }

    /// <summary>The texts of paragraphs in which braces stand that make no token: <c>{{Name</c>, <c>Name}}</c>.</summary>
    public static IEnumerable<string> Broken(OpenXmlElement root) =>
        from paragraph in Paragraphs(root)
        let text = string.Concat(TextsOf(paragraph).Select(t => t.Text))
        let rest = Token().Replace(text, "")
        where rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)
        select Cut(text);

    public static bool IsAncestorOf(this OpenXmlElement ancestor, OpenXmlElement element) => element.Ancestors().Any(a => ReferenceEquals(a, ancestor));

    private static IEnumerable<W.Paragraph> Paragraphs(OpenXmlElement root) =>
        root is W.Paragraph self ? [self, .. self.Descendants<W.Paragraph>()] : root.Descendants<W.Paragraph>();

    private static IEnumerable<TemplateSlot> Tokens(W.Paragraph paragraph, List<W.SdtElement> controls)
    {
        var pieces = TextsOf(paragraph).Where(text => !controls.Exists(control => control.IsAncestorOf(text))).ToList();
        var whole = string.Concat(pieces.Select(piece => piece.Text));

        return Token().Matches(whole).Select(token => new TemplateSlot(
            token.Groups["name"].Value.Trim().Normalize(),
            Cut(whole),
            paragraph,
            value => TokenText.Replace(pieces, token.Index, token.Length, value)));
    }

    /// <summary>The texts of a paragraph itself, not those of text boxes anchored in it.</summary>
    private static IEnumerable<W.Text> TextsOf(W.Paragraph paragraph) =>
        paragraph.Descendants<W.Text>().Where(text => ReferenceEquals(text.Ancestors<W.Paragraph>().First(), paragraph));

    private static bool IsField(W.SdtElement control) =>
        Tag(control) is not null
        && !control.SdtProperties!.ChildElements.Any(child => ControlsThatAreNoText.Contains(child.LocalName, StringComparer.OrdinalIgnoreCase))
        && !control.Descendants<W.SdtElement>().Any()
        && !Token().IsMatch(control.InnerText);

    private static string? Tag(W.SdtElement control) =>
        control.SdtProperties?.GetFirstChild<W.Tag>()?.Val?.Value?.Trim().Normalize() is { Length: > 0 } tag ? tag : null;

    private static string PlaceOf(W.SdtElement control) => Cut((control.Ancestors<W.Paragraph>().FirstOrDefault() ?? (OpenXmlElement)control).InnerText);

    private static string Cut(string text) => text.Length <= PlaceLength ? text : text[..PlaceLength] + "…";

    [GeneratedRegex(@"\{\{(?<name>[^{}]{1,100})\}\}", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

/// <summary>Replaces a stretch of text that lies over one or several runs: the value takes the form of the run in which the stretch begins.</summary>
internal static class TokenText
{
    /// <summary>Positions before <paramref name="start"/> stay as they were, so tokens are replaced from the last to the first.</summary>
    public static void Replace(List<W.Text> pieces, int start, int length, string value)
    {
        var at = 0;
        W.Text? first = null;
        foreach (var piece in pieces)
        {
            var text = piece.Text;
            var from = Math.Clamp(start - at, 0, text.Length);
            var to = Math.Clamp(start + length - at, 0, text.Length);
            at += text.Length;
            if (from == to)
            {
                continue;
            }

            if (first is null)
            {
                first = piece;
                Put(piece, text[..from], value, text[to..]);
            }
            else
            {
                SetText(piece, text[..from] + text[to..]);
            }
        }
    }

    private static void Put(W.Text piece, string before, string value, string after)
    {
        var elements = Wml.TextElements(value).ToList();
        SetText(piece, before + ((W.Text)elements[0]).Text);
        OpenXmlElement last = piece;
        foreach (var element in elements.Skip(1))
        {
            last = last.InsertAfterSelf(element);
        }

        if (after.Length > 0)
        {
            AppendTo(last, after);
        }
    }

    private static void AppendTo(OpenXmlElement last, string after)
    {
        var text = (W.Text)last;
        SetText(text, text.Text + after);
    }

    private static void SetText(W.Text piece, string text)
    {
        piece.Text = text;
        piece.Space = SpaceProcessingModeValues.Preserve;
    }
}

/// <summary>Puts a value into a content control; its first run gives the form, and the control stays, to be changed by hand.</summary>
internal static class ControlValue
{
    public static void Put(W.SdtElement control, string value)
    {
        var properties = control.SdtProperties!;
        properties.RemoveAllChildren<W.ShowingPlaceholder>();
        properties.RemoveAllChildren<W.DataBinding>();
        var content = control.ChildElements.First(child => child.LocalName == "sdtContent");
        var form = (W.RunProperties?)content.Descendants<W.RunProperties>().FirstOrDefault()?.CloneNode(true);
        form?.RemoveAllChildren<W.RunStyle>();
        var run = new W.Run();
        if (form is { HasChildren: true })
        {
            run.RunProperties = form;
        }

        run.Append(Wml.TextElements(value));
        if (content.Descendants<W.Paragraph>().FirstOrDefault() is { } paragraph)
        {
            KeepOnly(paragraph, run);
        }
        else
        {
            content.RemoveAllChildren();
            content.Append(run);
        }
    }

    private static void KeepOnly(W.Paragraph paragraph, W.Run run)
    {
        foreach (var other in paragraph.Parent!.Elements<W.Paragraph>().Where(p => !ReferenceEquals(p, paragraph)).ToList())
        {
            other.Remove();
        }

        foreach (var child in paragraph.ChildElements.Where(child => child is not W.ParagraphProperties).ToList())
        {
            child.Remove();
        }

        paragraph.Append(run);
    }
}
