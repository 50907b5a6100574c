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
public sealed record TextParagraph(int Number, string Text, TextPlace Place)
{
    /// <summary>Stands in a table: the head of a letter, a list of figures.</summary>
    public bool InTable { get; init; }

    /// <summary>How Word itself numbers it (<c>Điều %1.</c>, <c>%1)</c>); the number is not in <see cref="Text"/>. Null where nothing is numbered by Word.</summary>
    public string? AutoNumber { get; init; }

    /// <summary>Holds tracked changes: something inserted, deleted or moved that nobody accepted yet.</summary>
    public bool IsRevised { get; init; }
}

/// <summary>
/// Reads the plain text of a Word file, for verification and for finding marks of secrecy: tables, text boxes, inserted text and WordArt too; deleted text and field codes not.
/// Tracked changes are read as if they were accepted.
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
        var numbering = WordNumbering.Read(parts);
        foreach (var (contentType, place) in Read)
        {
            var texts = parts
                .Where(part => IsWordPart(part, contentType))
                .SelectMany(part => Texts(part.Entry, numbering));
            paragraphs.AddRange(texts.Select((p, at) => p with { Number = paragraphs.Count + at + 1, Place = place }).ToList());
        }

        return paragraphs;
    }

    private static bool IsWordPart(WordParts.Part part, string contentType) =>
        part.ContentType.EndsWith(contentType, StringComparison.OrdinalIgnoreCase)
        && (part.ContentType.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || part.ContentType.Contains("ms-word", StringComparison.OrdinalIgnoreCase));

    /// <summary>A text box lies inside a paragraph and holds its own: the inner ones come first, as they end first.</summary>
    private static IEnumerable<TextParagraph> Texts(ZipArchiveEntry part, WordNumbering numbering)
    {
        using var reader = XmlReader.Create(part.Open(), WordFile.Settings);
        var open = new Stack<OpenParagraph>();
        open.Push(new OpenParagraph());
        var tables = 0;
        while (reader.Read())
        {
            var isWord = IsWord(reader);
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback" } || (isWord && reader is { NodeType: XmlNodeType.Element, LocalName: "moveFrom" }))
            {
                // The same content once more: for older readers, or where it stood before it was moved.
                open.Peek().IsRevised |= isWord;
                SkipToEnd(reader);
            }
            else if (isWord && reader is { NodeType: XmlNodeType.Element, LocalName: "p", IsEmptyElement: false })
            {
                open.Push(new OpenParagraph());
            }
            else if (isWord && reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
            {
                var ended = open.Pop();
                if (ended.MarkIsDeleted)
                {
                    open.Peek().Carried.Append(ended.TakeCarried(open.Peek())).Append(ended.Text);
                }
                else if (ended.Close(open.Peek(), numbering) is { Text.Length: > 0 } paragraph)
                {
                    yield return paragraph with { InTable = tables > 0 };
                }
            }
            else
            {
                tables += isWord && reader.LocalName == "tbl" ? reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement ? 1 : reader.NodeType == XmlNodeType.EndElement ? -1 : 0 : 0;
                open.Peek().See(reader, isWord);
                Take(reader, open.Peek().Text);
            }
        }

        if (open.Peek().Close(new OpenParagraph(), numbering) is { Text.Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>A paragraph under the reader's eyes. What stood before a deleted paragraph mark is carried into the next paragraph.</summary>
    private sealed class OpenParagraph
    {
        private string? _style;
        private string? _list;
        private string? _level;
        private int _marks;

        public StringBuilder Text { get; } = new();

        /// <summary>Of the paragraphs inside this one: text that the next of them begins with.</summary>
        public StringBuilder Carried { get; } = new();

        public bool IsRevised { get; set; }

        public bool MarkIsDeleted { get; private set; }

        public string TakeCarried(OpenParagraph around)
        {
            var carried = around.Carried.ToString();
            around.Carried.Clear();

            return carried;
        }

        public TextParagraph Close(OpenParagraph around, WordNumbering numbering) =>
            new(0, (TakeCarried(around) + Text + Carried).Normalize().Trim(), TextPlace.Body) { AutoNumber = numbering.Of(_style, _list, _level), IsRevised = IsRevised };

        public void See(XmlReader reader, bool isWord)
        {
            if (!isWord)
            {
                return;
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                _marks -= reader.LocalName == "pPr" ? 1 : 0;

                return;
            }

            switch (reader.LocalName)
            {
                case "pPr" when !reader.IsEmptyElement:
                    _marks++;
                    break;
                case "pStyle":
                    _style = Value(reader);
                    break;
                case "numId":
                    _list = Value(reader);
                    break;
                case "ilvl":
                    _level = Value(reader);
                    break;
                case "ins" or "del" or "moveTo":
                    IsRevised = true;
                    MarkIsDeleted |= reader.LocalName == "del" && _marks > 0 && reader.IsEmptyElement;
                    break;
            }
        }
    }

    internal static string? Value(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "val")
            {
                var value = reader.Value;
                reader.MoveToElement();

                return value;
            }
        }

        reader.MoveToElement();

        return null;
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
    internal static bool IsWord(XmlReader reader) => reader.NamespaceURI
        is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";
}
