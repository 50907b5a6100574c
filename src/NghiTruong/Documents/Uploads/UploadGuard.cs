using System.Text;

using NghiTruong.Refusals;

namespace NghiTruong.Documents.Uploads;

/// <summary>A file that passed the guard: what it is, a name safe to show and store, its length in bytes, and what it would fetch from outside when opened.</summary>
public sealed record Upload(FileKind Kind, string FileName, long Length, IReadOnlyList<string> ExternalParts)
{
    public string MediaType => Kind.MediaType();
}

/// <summary>
/// Looks at an upload before anything else touches it; every upload is taken for hostile. Refuses as values, with codes <c>file.*</c>:
/// empty, tooLarge, notSupported, notWhatItSays, encrypted, bomb, macros, unsafeNames, externalParts, oldWord, imageTooLarge, broken.
/// </summary>
public static class UploadGuard
{
    /// <param name="content">Seekable; left at its start.</param>
    /// <param name="claimedName">The name the browser sent; believed in nothing.</param>
    /// <param name="limits">What the caller accepts; <see cref="UploadLimits.Default"/> when null.</param>
    public static Result<Upload> Inspect(Stream content, string claimedName, UploadLimits? limits = null)
    {
        if (!content.CanSeek)
        {
            throw new ArgumentException("The guard reads a file more than once: give it a seekable stream", nameof(content));
        }

        limits ??= UploadLimits.Default;
        if (content.Length == 0)
        {
            return new Refusal("file.empty");
        }

        if (content.Length > limits.MaxBytes)
        {
            return new Refusal("file.tooLarge", null, limits.MaxBytes / (1024 * 1024));
        }

        var found = Look(content, claimedName, limits);
        content.Position = 0;

        return found.Refusal is { } refusal ? refusal : Judge(found, content.Length, claimedName, limits);
    }

    /// <summary>A name without folders, control or direction-changing characters, at most 150 characters, NFC.</summary>
    public static string SafeName(string claimedName)
    {
        var name = Wellformed(claimedName).Normalize(NormalizationForm.FormC);
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && !"<>\"|?*".Contains(c, StringComparison.Ordinal)));
        name = name.Trim().TrimEnd('.');
        var extension = Path.GetExtension(name);
        var stem = Path.GetFileNameWithoutExtension(name);
        var kept = stem.Length > 140 ? stem[..140] : stem;

        return (kept.Length == 0 ? "file" : kept) + (extension.Length > 10 ? "" : extension);
    }

    private static string Wellformed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Look Look(Stream content, string claimedName, UploadLimits limits)
    {
        content.Position = 0;
        var head = new byte[4096];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;

        try
        {
            return Signature(head.AsSpan(0, length)) switch
            {
                Container.Zip => OfficePackage.Look(content, limits),
                Container.Compound => CompoundFile.Look(content),
                Container.Pdf => PdfFile.Look(content),
                Container.Image => ImageFile.Look(content, limits),
                Container.None => TextFile.Look(content, claimedName),
            };
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException or ArgumentException or System.Xml.XmlException or OverflowException or IndexOutOfRangeException)
        {
            return new Refusal("file.broken");
        }
    }

    private static Container Signature(ReadOnlySpan<byte> head) => head switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => Container.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Container.Compound,
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => Container.Pdf,
        [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => Container.Image,
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] => Container.Image,
        _ => Container.None,
    };

    private static Result<Upload> Judge(Look look, long length, string claimedName, UploadLimits limits)
    {
        var name = SafeName(claimedName);
        var claimed = FileKinds.ClaimedBy(name);
        if (look.Kind is not { } kind)
        {
            return claimed is null
                ? new Refusal("file.notSupported", null, Accepted(limits))
                : new Refusal("file.notWhatItSays", null, Path.GetExtension(name));
        }

        if (claimed != kind)
        {
            return new Refusal("file.notWhatItSays", null, Path.GetExtension(name));
        }

        if (!limits.Accept.Contains(kind))
        {
            return new Refusal("file.notSupported", null, Accepted(limits));
        }

        if (limits.RefuseExternalParts && look.ExternalParts.Count > 0)
        {
            return new Refusal("file.externalParts", null, look.ExternalParts[0]);
        }

        return new Upload(kind, name, length, look.ExternalParts);
    }

    private static string Accepted(UploadLimits limits) => string.Join(", ", limits.Accept.Order().Select(kind => kind.Extension()));

    private enum Container
    {
        None,
        Zip,
        Compound,
        Pdf,
        Image,
    }
}

/// <summary>What one sniffer saw: a kind, nothing it knows (both null), or a refusal.</summary>
internal sealed record Look(FileKind? Kind, Refusal? Refusal = null)
{
    public IReadOnlyList<string> ExternalParts { get; init; } = [];

    public static Look Unknown { get; } = new(null, null);

    public static implicit operator Look(Refusal refusal) => new(null, refusal);

    public static implicit operator Look(FileKind kind) => new(kind);
}
