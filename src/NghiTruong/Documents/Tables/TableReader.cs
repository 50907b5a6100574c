using System.Text;

using NghiTruong.Documents.Uploads;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Tables;

/// <summary>
/// Reads the tables of an uploaded .xlsx, .xls, .docx or .csv. Every file passes the <see cref="UploadGuard"/> first; what cannot be read is a
/// refusal (<c>file.*</c>, <c>table.none</c>, <c>table.tooManyRows</c>, <c>table.tooLarge</c>), never an exception.
/// </summary>
public static class TableReader
{
    private static readonly UploadLimits TablesOnly = new() { Accept = FileKinds.OfTables };

    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">Seekable.</param>
    /// <param name="fileName">The claimed name.</param>
    /// <param name="limits">Of the table; <see cref="TableLimits.Default"/> when null.</param>
    /// <param name="uploadLimits">Of the file; tables of at most 25 MB when null.</param>
    public static Result<TableFile> Read(
        Stream content, string fileName, TableLimits? limits = null, UploadLimits? uploadLimits = null, CancellationToken cancellationToken = default)
    {
        var upload = UploadGuard.Inspect(content, fileName, uploadLimits ?? TablesOnly);
        if (upload.IsRefused)
        {
            return Result<TableFile>.Refuse(upload.Refusals);
        }

        var building = new TableBuilder(limits ?? TableLimits.Default, cancellationToken);
        try
        {
            var refusal = upload.Value.Kind is FileKind.Docx
                ? WordTables.Read(content, building)
                : WorkbookTables.Read(content, upload.Value.Kind, building);
            if (refusal is not null)
            {
                return refusal;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // The readers' own exceptions are many and undocumented; whatever a hostile file makes them throw, the file is what is wrong.
            return new Refusal("file.broken");
        }

        var tables = building.Tables.Where(table => table.Rows.Count > 0).ToList();

        return tables.Count == 0 ? new Refusal("table.none") : new TableFile(tables);
    }
}
