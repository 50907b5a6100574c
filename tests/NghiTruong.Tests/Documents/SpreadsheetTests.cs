using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

using NghiTruong.Documents.Tables;

using Xunit;

using Wanted = NghiTruong.Documents.Tables.SheetData;

namespace NghiTruong.Tests.Documents;

public sealed class SpreadsheetTests
{
    private static readonly SheetColumn[] Columns =
    [
        new("STT", 6, ColumnKind.Centred), new("Nội dung kiến nghị", 60), new("Lĩnh vực"), new("Ngày nhận", 12, ColumnKind.Date), new("Số cử tri", 10, ColumnKind.Number),
    ];

    [Fact]
    public void What_is_written_is_valid_and_reads_back_the_same()
    {
        using var file = Written();

        var table = TableReader.Read(file, "a.xlsx", cancellationToken: TestContext.Current.CancellationToken).Value.Tables[0];
        var found = LedgerFixtures.Finder.Find(table).Value;

        Assert.Equal(4, found.HeaderRow);
        Assert.Equal(["=HYPERLINK(\"http://example.org\")", "@SUM(A1)", "-1+2 _x0041_"], found.Rows.Select(row => row["text"].Text));
        Assert.Equal(new DateOnly(2026, 7, 5), found.Rows[0]["received"].Date);
        Assert.Equal(1234.5, found.Rows[0]["voters"].Number);
        Assert.Equal([SkipReason.Section, SkipReason.Total, SkipReason.Note], found.Skipped.Select(row => row.Reason));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void The_page_is_A4_landscape_with_a_frozen_filtered_and_repeated_header_and_no_formula()
    {
        using var file = Written();
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet;

        Assert.Equal(9u, sheet.GetFirstChild<PageSetup>()!.PaperSize!.Value);
        Assert.Equal(OrientationValues.Landscape, sheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
        Assert.Equal(4, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Equal("A4:E9", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Contains(document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>(), name => name.Text == "'Kiến nghị  2026'!$4:$4");
        Assert.Empty(sheet.Descendants<CellFormula>());
    }

    [Fact]
    public void Two_sheets_of_one_name_get_two()
    {
        using var file = new MemoryStream();

        Spreadsheet.Write(file, new Wanted("Sổ", [], Columns, [SheetRow.Of(1)]), new Wanted("sổ", [], Columns, [SheetRow.Of(2)]));

        Assert.Equal(["Sổ", "sổ (2)"], TableReader.Read(file, "a.xlsx", cancellationToken: TestContext.Current.CancellationToken).Value.Tables.Select(table => table.Name));
    }

    private static MemoryStream Written()
    {
        var file = new MemoryStream();
        Spreadsheet.Write(file, new Wanted(
            "Kiến nghị: 2026",
            ["HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU", "DANH SÁCH KIẾN NGHỊ CỦA CỬ TRI"],
            Columns,
            [
                SheetRow.Section("I. KINH TẾ"),
                SheetRow.Of(1, "=HYPERLINK(\"http://example.org\")", "Giao thông", new DateOnly(2026, 7, 5), 1234.5),
                SheetRow.Of(2, "@SUM(A1)", "Điện", new DateOnly(2026, 7, 6), 3),
                SheetRow.Of(3, "-1+2 _x0041_", "Điện\u0001", null, 3m),
                SheetRow.Total(null, "Tổng cộng: 3 kiến nghị", null, null, 1240.5),
            ])
        { Notes = ["Số liệu đến ngày 30/9/2026."] });
        if (Environment.GetEnvironmentVariable("NGHITRUONG_KEEP_SHEET") is { } path)
        {
            File.WriteAllBytes(path, file.ToArray());
        }

        return file;
    }
}
