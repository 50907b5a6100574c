using System.IO.Compression;
using System.Xml;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Word;

/// <summary>
/// A Word file read whole into memory after it has shown that it is one and does no harm: a zip of bounded size, every XML part well formed, not too deep and
/// without a DTD. Refuses <c>word.tooLarge</c>, <c>word.notWord</c>, <c>word.encryptedOrOld</c>, <c>word.broken</c>, <c>word.dtd</c>.
/// </summary>
internal static class WordFile
{
    public const int MostMegabytes = 30;

    /// <summary>XML of a template, which is held as a tree of objects, many times its size.</summary>
    public const long MostTemplateXml = 10L * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private const int MostParts = 2000;
    private const int DeepestElement = 256;
    private const long MostUnpacked = 150L * Megabyte;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>No DTD, no resolver: an XML part reads nothing but itself.</summary>
    public static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        MaxCharactersInDocument = MostUnpacked,
    };

    /// <param name="file">Read to its end.</param>
    /// <param name="mostXml">Bytes that its XML parts may unpack to.</param>
    public static Result<byte[]> Read(Stream file, long mostXml = MostUnpacked)
    {
        if (Bounded(file) is not { } bytes)
        {
            return new Refusal("word.tooLarge", Values: [MostMegabytes]);
        }

        if (bytes.AsSpan().StartsWith(CompoundFile))
        {
            return new Refusal("word.encryptedOrOld");
        }

        if (!bytes.AsSpan().StartsWith(Zip))
        {
            return new Refusal("word.notWord");
        }

        return Flaw(bytes, mostXml) is { } flaw ? flaw : bytes;
    }

    public static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static byte[]? Bounded(Stream file)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > (long)MostMegabytes * Megabyte)
            {
                return null;
            }
        }

        return copy.ToArray();
    }

    private static Refusal? Flaw(byte[] bytes, long mostXml)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(part => part.Length) > MostUnpacked || zip.Entries.Where(IsXml).Sum(part => part.Length) > mostXml)
            {
                return new Refusal("word.tooLarge", Values: [MostMegabytes]);
            }

            if (zip.GetEntry(WordParts.ContentTypes) is null)
            {
                return new Refusal("word.notWord");
            }

            return zip.Entries.Where(IsXml).Any(IsTooDeep) ? new Refusal("word.broken") : null;
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new Refusal("word.dtd");
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return new Refusal("word.broken");
        }
    }

    /// <summary>Reads a part to its end. What it unpacks to is bounded by the declared size, beyond which the zip reader gives nothing.</summary>
    private static bool IsTooDeep(ZipArchiveEntry part)
    {
        using var reader = XmlReader.Create(part.Open(), Settings);
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
            {
                return true;
            }
        }

        return false;
    }
}
