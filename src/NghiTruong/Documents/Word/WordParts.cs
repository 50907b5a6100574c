using System.IO.Compression;
using System.Xml;

namespace NghiTruong.Documents.Word;

/// <summary>What a checked Word file lists: the type of each part and the relationships between them and to the world outside.</summary>
internal static class WordParts
{
    public const string ContentTypes = "[Content_Types].xml";

    /// <summary>A relationship: the last word of its type ("hyperlink", "attachedTemplate"), where it points, whether outside the file.</summary>
    public sealed record Relationship(string Kind, string Target, bool IsExternal);

    /// <summary>A part and its type: the one it is listed with, else that of its extension.</summary>
    public sealed record Part(ZipArchiveEntry Entry, string ContentType);

    public static List<Part> Parts(ZipArchive zip)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var byExtension = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in Elements(zip.GetEntry(ContentTypes)!))
        {
            var type = element.GetAttribute("ContentType") ?? "";
            if (element.LocalName == "Override")
            {
                byName[element.GetAttribute("PartName")?.TrimStart('/') ?? ""] = type;
            }
            else if (element.LocalName == "Default")
            {
                byExtension["." + element.GetAttribute("Extension")] = type;
            }
        }

        return
        [
            .. from entry in zip.Entries
               let type = byName.GetValueOrDefault(entry.FullName) ?? byExtension.GetValueOrDefault(Path.GetExtension(entry.FullName))
               where type is not null
               select new Part(entry, type),
        ];
    }

    public static List<Relationship> Relationships(ZipArchive zip)
    {
        List<Relationship> relationships = [];
        foreach (var part in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var element in Elements(part).Where(element => element.LocalName == "Relationship"))
            {
                var type = element.GetAttribute("Type") ?? "";
                relationships.Add(new Relationship(
                    type[(type.LastIndexOf('/') + 1)..],
                    element.GetAttribute("Target") ?? "",
                    string.Equals(element.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)));
            }
        }

        return relationships;
    }

    private static IEnumerable<XmlReader> Elements(ZipArchiveEntry part)
    {
        using var reader = XmlReader.Create(part.Open(), WordFile.Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return reader;
            }
        }
    }
}
