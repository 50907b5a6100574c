using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using NghiTruong.Refusals;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>
/// What an office's own template may not bring along, since every document filled from it would carry it: macros, embedded objects, anything fetched from outside
/// (but links to be clicked), fields that read other files. Refuses <c>template.macros</c>, <c>template.embedded</c>, <c>template.external</c>, <c>template.activeField</c>.
/// </summary>
internal static partial class TemplateGuard
{
    private static readonly string[] Macros = ["vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars", "control", "activeXControlBinary"];
    private static readonly string[] Embedded = ["oleObject", "package", "aFChunk", "subDocument"];
    private static readonly string[] Links = ["http", "https", "mailto"];

    public static Refusal? Harm(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false));
        var relationships = WordParts.Relationships(zip);
        if (relationships.Exists(r => Macros.Contains(r.Kind, StringComparer.OrdinalIgnoreCase)) || WordParts.Parts(zip).Exists(IsMacroPart))
        {
            return new Refusal("template.macros");
        }

        if (relationships.Exists(r => !r.IsExternal && Embedded.Contains(r.Kind, StringComparer.OrdinalIgnoreCase)))
        {
            return new Refusal("template.embedded");
        }

        return relationships.Find(r => r.IsExternal && !IsLink(r)) is { } outside
            ? new Refusal("template.external", Values: [outside.Target])
            : null;
    }

    /// <summary>A field instruction of this part that would read another file or run something.</summary>
    public static Refusal? Harm(OpenXmlElement root)
    {
        var instructions = string.Concat(root.Descendants<W.FieldCode>().Select(code => code.Text))
            + ' ' + string.Join(' ', root.Descendants<W.SimpleField>().Select(field => field.Instruction?.Value));
        var active = ActiveField().Match(instructions);

        return active.Success ? new Refusal("template.activeField", Values: [active.Value.ToUpperInvariant()]) : null;
    }

    private static bool IsMacroPart(WordParts.Part part) =>
        part.ContentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || part.ContentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || part.ContentType.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(WordParts.Relationship relationship) =>
        relationship.Kind == "hyperlink"
        && Uri.TryCreate(relationship.Target, UriKind.Absolute, out var target)
        && Links.Contains(target.Scheme, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?<field>DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|RD|DATABASE|MACROBUTTON)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ActiveField();
}
