using System.IO.Compression;
using System.Xml;

using NghiTruong.Refusals;

namespace NghiTruong.Documents.Uploads;

/// <summary>Looks through a zip that may be an Office document, inflating every entry under the limits: sizes written in its headers are not believed.</summary>
internal static class OfficePackage
{
    private const string SpreadsheetMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static Look Look(Stream content, UploadLimits limits)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > limits.MaxZipEntries)
        {
            return new Refusal("file.bomb");
        }

        if (zip.Entries.Any(entry => entry.IsEncrypted))
        {
            return new Refusal("file.encrypted");
        }

        if (zip.Entries.Any(entry => IsUnsafe(entry.FullName)))
        {
            return new Refusal("file.unsafeNames");
        }

        if (zip.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() != zip.Entries.Count)
        {
            return new Refusal("file.broken");
        }

        return Inflate(zip, content.Length, limits) ?? Identify(zip, limits);
    }

    private static bool IsUnsafe(string name) =>
        name.Length == 0 || name[0] is '/' or '\\' || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal)
        || name.Split('/', '\\').Any(part => part is "..");

    private static Refusal? Inflate(ZipArchive zip, long fileLength, UploadLimits limits)
    {
        var buffer = new byte[64 * 1024];
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                total += read;
                if (total > limits.MaxInflatedBytes || (total > limits.RatioCountsFrom && total / fileLength > limits.MaxInflationRatio))
                {
                    return new Refusal("file.bomb");
                }
            }
        }

        return null;
    }

    private static Look Identify(ZipArchive zip, UploadLimits limits)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            return Uploads.Look.Unknown;
        }

        var contentTypes = Attributes(types, "ContentType", limits).Select(values => values["ContentType"]).ToList();
        if (contentTypes.Exists(type => type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase)))
        {
            return Uploads.Look.Unknown;
        }

        if (contentTypes.Exists(IsMacro) || zip.Entries.Any(entry => IsMacroPart(entry.FullName)))
        {
            return new Refusal("file.macros");
        }

        FileKind? kind = contentTypes.Contains(SpreadsheetMain) ? FileKind.Xlsx : contentTypes.Contains(WordMain) ? FileKind.Docx : null;
        if (kind is FileKind.Docx && zip.Entries.Any(entry => IsXml(entry.FullName) && IsTooDeep(entry, limits)))
        {
            return new Refusal("file.broken");
        }

        return new Look(kind) { ExternalParts = ExternalParts(zip, limits) };
    }

    private static bool IsMacro(string contentType) =>
        contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || contentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("macrosheet", StringComparison.OrdinalIgnoreCase) || contentType.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    private static bool IsMacroPart(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static List<string> ExternalParts(ZipArchive zip, UploadLimits limits) =>
    [
        .. from entry in zip.Entries
           where entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
           from values in Attributes(entry, "TargetMode", limits)
           where values["TargetMode"].Equals("External", StringComparison.OrdinalIgnoreCase)
           // A link waits to be pressed; everything else is fetched as soon as the document opens.
           where !values.GetValueOrDefault("Type", "").EndsWith("/hyperlink", StringComparison.OrdinalIgnoreCase)
           select values.GetValueOrDefault("Target", ""),
    ];

    private static List<Dictionary<string, string>> Attributes(ZipArchiveEntry entry, string having, UploadLimits limits)
    {
        var found = new List<Dictionary<string, string>>();
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Settings);
        while (Next(reader, limits))
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.GetAttribute(having) is null)
            {
                continue;
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.MoveToNextAttribute())
            {
                values[reader.Name] = reader.Value;
            }

            found.Add(values);
        }

        return found;
    }

    private static bool IsTooDeep(ZipArchiveEntry entry, UploadLimits limits)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.Depth > limits.MaxXmlDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Next(XmlReader reader, UploadLimits limits) => reader.Read() && reader.Depth <= limits.MaxXmlDepth;

    private static XmlReaderSettings Settings { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
}
