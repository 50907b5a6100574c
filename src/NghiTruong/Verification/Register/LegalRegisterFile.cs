using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Verification.Register;

/// <summary>
/// The register as an Excel table: a row of titles (<c>Số, ký hiệu</c>, <c>Loại</c>, <c>Trích yếu</c>, <c>Ngày ban hành</c>, <c>Ngày có hiệu lực</c>, <c>Ngày hết hiệu lực</c>,
/// <c>Thay thế bởi</c>, <c>Nguồn</c>, <c>Đã đối chiếu</c>), then one document a row. Written so, and read so.
/// </summary>
public static class LegalRegisterFile
{
    private const int RowsBeforeTitles = 20;

    private static readonly (string Key, string[] Titles)[] Columns =
    [
        ("number", ["so ky hieu", "so hieu", "so van ban", "number"]),
        ("kind", ["loai", "loai van ban", "kind"]),
        ("title", ["trich yeu", "ten van ban", "ten", "title"]),
        ("issued", ["ngay ban hanh", "issued on"]),
        ("from", ["ngay co hieu luc", "hieu luc tu", "in force from"]),
        ("expired", ["ngay het hieu luc", "het hieu luc tu", "het hieu luc", "expired on"]),
        ("by", ["thay the boi", "van ban thay the", "bi thay the boi", "replaced by"]),
        ("source", ["nguon", "can cu", "ghi chu", "source"]),
        ("checked", ["da doi chieu", "doi chieu", "checked"]),
    ];

    private static readonly string[] YesWords = ["x", "co", "da", "da doi chieu", "yes", "true", "1"];

    /// <returns>Each row with its number in the file; refusals of <see cref="TableReader"/>, <c>legalRegister.columnsMissing</c>.</returns>
    public static Result<IReadOnlyList<(int Row, LegalDocumentInput Input)>> Read(Stream content, string fileName)
    {
        var file = TableReader.Read(content, fileName);
        if (file.IsRefused)
        {
            return Result<IReadOnlyList<(int, LegalDocumentInput)>>.Refuse(file.Refusals);
        }

        foreach (var table in file.Value.Tables)
        {
            for (var at = 0; at < Math.Min(RowsBeforeTitles, table.Rows.Count); at++)
            {
                if (Titles(table.Rows[at]) is { } columns)
                {
                    return Result.Of<IReadOnlyList<(int, LegalDocumentInput)>>([.. table.Rows.Skip(at + 1).Where(r => !r.Cells.All(c => c.IsEmpty)).Select(r => (r.Number, Input(r, columns)))]);
                }
            }
        }

        return new Refusal("legalRegister.columnsMissing", "File");
    }

    /// <summary>The register as the sheet that <see cref="Read"/> takes.</summary>
    public static SheetData Sheet(IEnumerable<LegalDocument> documents) => new(
        "Văn bản",
        [],
        [
            new("Số, ký hiệu", 24), new("Loại", 16), new("Trích yếu", 60), new("Ngày ban hành", 14, ColumnKind.Date), new("Ngày có hiệu lực", 14, ColumnKind.Date),
            new("Ngày hết hiệu lực", 14, ColumnKind.Date), new("Thay thế bởi", 24), new("Nguồn", 50), new("Đã đối chiếu", 12, ColumnKind.Centred),
        ],
        documents.Select(d => SheetRow.Of(d.Number, d.Kind, d.Title, d.IssuedOn, d.InForceFrom, d.ExpiredOn, d.ReplacedBy, d.Source, d.Checked ? "x" : null)));

    /// <summary>Number, kind and title must be there, or these are no titles.</summary>
    private static Dictionary<string, int>? Titles(TableRow row)
    {
        Dictionary<string, int> found = new(StringComparer.Ordinal);
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var title = VietnameseText.Fold(row.Cells[column].Text);
            if (Array.Find(Columns, c => c.Titles.Contains(title)) is { Key: { } key })
            {
                found.TryAdd(key, column);
            }
        }

        return found.ContainsKey("number") && found.ContainsKey("kind") && found.ContainsKey("title") ? found : null;
    }

    private static LegalDocumentInput Input(TableRow row, Dictionary<string, int> columns)
    {
        return new LegalDocumentInput
        {
            Number = Text("number"),
            Kind = Text("kind"),
            Title = Text("title"),
            IssuedOn = Day("issued"),
            InForceFrom = Day("from"),
            ExpiredOn = Day("expired"),
            ReplacedBy = Text("by"),
            Source = Text("source"),
            Checked = Text("checked") is { } yes && YesWords.Contains(VietnameseText.Fold(yes)),
        };

        string? Text(string key) => columns.TryGetValue(key, out var at) && row[at].Text is { Length: > 0 } text ? text : null;

        DateOnly? Day(string key) =>
            !columns.TryGetValue(key, out var at) ? null : row[at].AsDate ?? (OfficialDate.TryParse(row[at].Text, out var day) ? day : null);
    }
}
