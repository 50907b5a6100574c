namespace NghiTruong.Documents.Uploads;

/// <summary>What a file really is, read from its bytes and never from its name.</summary>
public enum FileKind
{
    Xlsx,
    Xls,
    Docx,
    Pdf,
    Jpeg,
    Png,
    Webp,
    Heic,
    Csv,
}

/// <summary>The names and media types under which each kind is kept and served.</summary>
public static class FileKinds
{
    public static IReadOnlySet<FileKind> All { get; } = Enum.GetValues<FileKind>().ToHashSet();

    public static IReadOnlySet<FileKind> OfTables { get; } = new HashSet<FileKind> { FileKind.Xlsx, FileKind.Xls, FileKind.Docx, FileKind.Csv };

    public static IReadOnlySet<FileKind> OfEvidence { get; } =
        new HashSet<FileKind> { FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Webp, FileKind.Heic, FileKind.Docx, FileKind.Xlsx };

    public static IReadOnlySet<FileKind> OfTemplates { get; } = new HashSet<FileKind> { FileKind.Docx };

    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Xlsx => ".xlsx",
        FileKind.Xls => ".xls",
        FileKind.Docx => ".docx",
        FileKind.Pdf => ".pdf",
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.Webp => ".webp",
        FileKind.Heic => ".heic",
        FileKind.Csv => ".csv",
    };

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Xls => "application/vnd.ms-excel",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Webp => "image/webp",
        FileKind.Heic => "image/heic",
        FileKind.Csv => "text/csv",
    };

    /// <summary>The kind a file name claims, or null when the house knows no such extension.</summary>
    public static FileKind? ClaimedBy(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".xlsx" => FileKind.Xlsx,
        ".xls" => FileKind.Xls,
        ".docx" => FileKind.Docx,
        ".pdf" => FileKind.Pdf,
        ".jpg" or ".jpeg" or ".jfif" => FileKind.Jpeg,
        ".png" => FileKind.Png,
        ".webp" => FileKind.Webp,
        ".heic" or ".heif" => FileKind.Heic,
        ".csv" => FileKind.Csv,
        _ => null,
    };
}
