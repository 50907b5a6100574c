namespace NghiTruong.Documents.Uploads;

/// <summary>How much of a stranger's file the house is willing to look at. Sizes in bytes, images in pixels.</summary>
public sealed record UploadLimits
{
    private const long Megabyte = 1024 * 1024;

    public static UploadLimits Default { get; } = new();

    /// <summary>For the office's own .docx templates, a few pages with a coat of arms: nothing may be fetched from outside when the document is opened.</summary>
    public static UploadLimits Template { get; } = new()
    {
        Accept = FileKinds.OfTemplates,
        RefuseExternalParts = true,
        MaxBytes = 5 * Megabyte,
        MaxInflatedBytes = 20 * Megabyte,
        MaxZipEntries = 500,
    };

    public IReadOnlySet<FileKind> Accept { get; init; } = FileKinds.All;

    public long MaxBytes { get; init; } = 25 * Megabyte;

    public int MaxZipEntries { get; init; } = 4_000;

    public long MaxInflatedBytes { get; init; } = 400 * Megabyte;

    /// <summary>Bytes inflated for each byte of the file; only asked of files that inflate beyond <see cref="RatioCountsFrom"/>.</summary>
    public int MaxInflationRatio { get; init; } = 150;

    public long RatioCountsFrom { get; init; } = 16 * Megabyte;

    /// <summary>Nesting of XML elements in a Word document; its readers recurse and would take the process down.</summary>
    public int MaxXmlDepth { get; init; } = 256;

    public int MaxImageSide { get; init; } = 20_000;

    public long MaxImagePixels { get; init; } = 120_000_000;

    public bool RefuseExternalParts { get; init; }
}
