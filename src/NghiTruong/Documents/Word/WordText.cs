using System.IO.Compression;
using System.Text;
using System.Xml;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Word;

/// <summary>Where in a document a paragraph stands.</summary>
public enum TextPlace
{
    Body,
    Header,
    Footer,
    Note,
}

/// <summary>A paragraph that holds text: its number from 1 (body first, then headers, footers and notes), NFC text, place.</summary>
public sealed record TextParagraph(int Number, string Text, TextPlace Place);

/// <summary>
/// Reads the plain text of a Word file, for verification and for finding marks of secrecy: tables, text boxes, inserted text and WordArt too; deleted text and field codes not.
/// </summary>
public static class WordText
{
    private static readonly (string ContentType, TextPlace Place)[] Read =
    [
        (".main+xml", TextPlace.Body),
        (".header+xml", TextPlace.Header),
        (".footer+xml", TextPlace.Footer),
        (".footnotes+xml", TextPlace.Note),
        (".endnotes+xml", TextPlace.Note),
    ];

    /// <summary>Refuses what is not a sound Word file: <c>word.tooLarge</c>, <c>word.notWord</c>, <c>word.encryptedOrOld</c>, <c>word.broken</c>, <c>word.dtd</c>.</summary>
    public static Result<IReadOnlyList<TextParagraph>> Paragraphs(Stream file)
    {
        var read = WordFile.Read(file);
        if (read.IsRefused)
        {
            return Result<IReadOnlyList<TextParagraph>>.Refuse(read.Refusals);
        }

        using var zip = new ZipArchive(new MemoryStream(read.Value, writable: false));
        var parts = WordParts.Parts(zip);
        if (!parts.Exists(part => IsWordPart(part, ".main+xml")))
        {
            return new Refusal("word.notWord");
        }

        List<TextParagraph> paragraphs = [];
        foreach (var (contentType, place) in Read)
        {
            var texts = parts
                .Where(part => IsWordPart(part, contentType))
                .SelectMany(part => Texts(part.Entry));
            paragraphs.AddRange(texts.Select((text, at) => new TextParagraph(paragraphs.Count + at + 1, text, place)).ToList());
        }

        return paragraphs;
    }

    private static bool IsWordPart(WordParts.Part part, string contentType) =>
        part.ContentType.EndsWith(contentType, StringComparison.OrdinalIgnoreCase)
        && (part.ContentType.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || part.ContentType.Contains("ms-word", StringComparison.OrdinalIgnoreCase));

    /// <summary>A text box lies inside a paragraph and holds its own: the inner ones come first, as they end first.</summary>
    private static IEnumerable<string> Texts(ZipArchiveEntry part)
    {
        using var reader = XmlReader.Create(part.Open(), WordFile.Settings);
        var open = new Stack<StringBuilder>();
        open.Push(new StringBuilder());
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback" })
            {
                // The same content once more, for older readers.
                SkipToEnd(reader);
                continue;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "p", IsEmptyElement: false } && IsWord(reader))
            {
                open.Push(new StringBuilder());
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" } && IsWord(reader))
            {
                var text = open.Pop().ToString().Normalize().Trim();
                if (text.Length > 0)
                {
                    yield return text;
                }
            }
            else
            {
                Take(reader, open.Peek());
            }
        }
    }

    private static void Take(XmlReader reader, StringBuilder text)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return;
        }

        switch (reader.LocalName)
        {
            case "t" when !reader.IsEmptyElement:
                text.Append(TextOf(reader));
                break;
            case "tab" when IsWord(reader) && reader.AttributeCount == 0:
                text.Append('\t');
                break;
            case "br" or "cr" when IsWord(reader):
                text.Append('\n');
                break;
            case "noBreakHyphen" when IsWord(reader):
                text.Append('-');
                break;
            case "textpath" when reader.GetAttribute("string") is { } art:
                text.Append(' ').Append(art).Append(' ');
                break;
        }
    }

    /// <summary>Reads up to the end tag of the text and stays on it, so that the loop's next read is the node after.</summary>
    private static string TextOf(XmlReader reader)
    {
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString();
    }

    private static void SkipToEnd(XmlReader reader)
    {
        var depth = reader.Depth;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
        }
    }

    /// <summary>Both editions of the standard name the same elements in two namespaces.</summary>
    private static bool IsWord(XmlReader reader) => reader.NamespaceURI
        is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";
}
