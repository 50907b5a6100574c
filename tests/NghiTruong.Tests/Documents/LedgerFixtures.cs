using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

using NghiTruong.Documents.Tables;

namespace NghiTruong.Tests.Documents;

/// <summary>Files as offices make them, and as nobody should: written entry by entry so that a test can bend anything.</summary>
internal static class LedgerFixtures
{
    public static readonly KnownColumn[] Catalogue =
    [
        new("ordinal", "STT", "TT", "Số thứ tự") { Role = ColumnRole.Ordinal },
        new("code", "Mã vụ việc", "Mã kiến nghị", "Mã số"),
        new("source", "Nguồn tiếp nhận", "Nguồn"),
        new("sender", "Người gửi / Họ tên", "Người gửi", "Họ tên", "Họ và tên"),
        new("address", "Người gửi / Địa chỉ", "Địa chỉ liên hệ", "Địa chỉ"),
        new("unit", "Cử tri đơn vị", "Khu dân cư", "Thôn, tổ dân phố"),
        new("field", "Lĩnh vực"),
        new("text", "Nội dung kiến nghị", "Nội dung ý kiến, kiến nghị", "Kiến nghị của cử tri") { Role = ColumnRole.Anchor },
        new("agency", "Đơn vị xử lý", "Đơn vị xử lý trực tiếp", "Cơ quan giải quyết"),
        new("authority", "Thẩm quyền xử lý", "Thẩm quyền"),
        new("received", "Ngày tiếp nhận", "Ngày nhận"),
        new("due", "Thời hạn giải quyết", "Thời hạn"),
        new("voters", "Số cử tri"),
        new("status", "Trạng thái"),
        new("answer", "Văn bản trả lời", "Kết quả trả lời / Số, ngày văn bản"),
        new("outcome", "Phân loại kết quả"),
        new("note", "Ghi chú"),
    ];

    public static HeaderFinder Finder { get; } = new(Catalogue, Fold);

    /// <summary>A plain fold for these tests: case, marks and đ.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
            .Replace('đ', 'd').Replace('Đ', 'd').ToLowerInvariant();

    public static MemoryStream Xlsx(params FixtureSheet[] sheets)
    {
        var entries = new List<(string, string)>
        {
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, at) => $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{at + 1}" r:id="rId{at + 1}"{(sheet.IsHidden ? " state=\"hidden\"" : "")}/>"""))}</sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, at) => $"""<Relationship Id="rId{at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{at + 1}.xml"/>"""))}</Relationships>"""),
        };
        entries.AddRange(sheets.Select((sheet, at) => ($"xl/worksheets/sheet{at + 1}.xml", sheet.Xml())));

        return Zip([.. entries]);
    }

    public static MemoryStream Docx(string body, params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""),
        .. more,
    ]);

    public static string Paragraph(string text) => $"""<w:p><w:r><w:t xml:space="preserve">{SecurityElement.Escape(text)}</w:t></w:r></w:p>""";

    /// <summary>A Word table; a cell "^" goes on the one above (vMerge), "text>3" spans three columns, "text^" starts a vertical merge.</summary>
    public static string WordTable(params string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(WordCell))}</w:tr>"))}</w:tbl>";

    private static string WordCell(string cell)
    {
        var span = cell.Split('>') is [_, var count] ? $"""<w:gridSpan w:val="{count}"/>""" : "";
        var merge = cell == "^" ? "<w:vMerge/>" : cell.EndsWith('^') ? """<w:vMerge w:val="restart"/>""" : "";

        return $"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{Paragraph(cell.Split('>')[0].TrimEnd('^'))}</w:tc>";
    }

    public static MemoryStream Zip(params (string Name, string Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        stream.Position = 0;

        return stream;
    }

    /// <summary>The shared ledger beside the repository, or null on a machine that has none.</summary>
    public static string? SharedLedger()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "so-theo-doi-kien-nghi.xlsx");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}

/// <summary>A sheet of strings and numbers by row number; <c>null</c> leaves a cell out.</summary>
internal sealed record FixtureSheet(string Name, params (int Number, object?[] Cells)[] Rows)
{
    public string[] Merges { get; init; } = [];

    public bool IsHidden { get; init; }

    public string Xml()
    {
        var xml = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        foreach (var (number, cells) in Rows)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            for (var column = 0; column < cells.Length; column++)
            {
                var reference = CellText.Letter(column) + number.ToString(CultureInfo.InvariantCulture);
                xml.Append(cells[column] switch
                {
                    null => "",
                    string formula when formula.StartsWith("=f:", StringComparison.Ordinal) =>
                        $"<c r=\"{reference}\" t=\"str\"><f>{SecurityElement.Escape(formula[3..].Split('|')[0])}</f><v>{formula.Split('|')[1]}</v></c>",
                    string text => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
                    IFormattable value => $"<c r=\"{reference}\"><v>{value.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
                    _ => throw new InvalidOperationException(),
                });
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (Merges.Length > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{Merges.Length}\">{string.Concat(Merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>"))}</mergeCells>");
        }

        return xml.Append("</worksheet>").ToString();
    }
}
