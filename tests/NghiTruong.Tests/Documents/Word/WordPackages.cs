using System.IO.Compression;
using System.Text;

namespace NghiTruong.Tests.Documents.Word;

/// <summary>Word files put together part by part, as no honest word processor would write them too.</summary>
internal static class WordPackages
{
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Types = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
        </Types>
        """;

    private const string Relationships = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """;

    /// <summary>A file of the given body; parts given by name replace or add to those of a plain one.</summary>
    public static MemoryStream Of(string body, params (string Name, string Content)[] parts)
    {
        var all = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = Types,
            ["_rels/.rels"] = Relationships,
            ["word/document.xml"] = Part("document", $"<w:body>{body}</w:body>"),
            ["word/_rels/document.xml.rels"] = DocumentRelationships("""<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>"""),
            ["word/header1.xml"] = Part("hdr", "<w:p/>"),
        };
        foreach (var (name, content) in parts)
        {
            all[name] = content;
        }

        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in all)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        file.Position = 0;

        return file;
    }

    public static string Part(string root, string content) =>
        $"""<w:{root} xmlns:w="{WordNamespace}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{content}</w:{root}>""";

    public static string DocumentRelationships(string relationship) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationship}</Relationships>""";

    public static (string Name, string Content) TypesWith(string overridePart) => ("[Content_Types].xml", Types.Replace("</Types>", overridePart + "</Types>"));

    public static (string Name, string Content) Related(string kind, string target, bool external = true) => (
        "word/_rels/document.xml.rels",
        DocumentRelationships($"""<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>"""));

    public static string Paragraph(params string[] runs) => $"<w:p>{string.Concat(runs.Select(run => Run(run)))}</w:p>";

    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{string.Concat(rows)}</w:tbl><w:p/>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";
}
