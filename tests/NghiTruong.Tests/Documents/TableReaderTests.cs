using System.Globalization;
using System.Text;

using NghiTruong.Documents.Tables;
using NghiTruong.Refusals;

using Xunit;

namespace NghiTruong.Tests.Documents;

public sealed class TableReaderTests
{
    [Fact]
    public void Numbers_texts_formulas_and_gaps_keep_their_kind_and_place()
    {
        var file = LedgerFixtures.Xlsx(new FixtureSheet("Một", (2, [null, "  Hoà\u00A0bình ".Normalize(NormalizationForm.FormD), 12.5, "=f:SUM(C2:C9)|77"]), (900_000, ["xa"])));

        var table = Assert.Single(Read(file, "a.xlsx").Value.Tables);

        Assert.Equal([2, 900_000], table.Rows.Select(row => row.Number));
        Assert.Equal(["", "Hoà bình", "12.5", "77"], table.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal([CellKind.Empty, CellKind.Text, CellKind.Number, CellKind.Text], table.Rows[0].Cells.Select(cell => cell.Kind));
        Assert.True(table.Rows[0].Cells[1].Text.IsNormalized());
    }

    [Fact]
    public void Ten_thousand_rows_are_read_and_sorted()
    {
        using var file = new MemoryStream();
        var columns = LedgerFixtures.Catalogue.Select(column => new SheetColumn(column.Titles[0])).ToList();
        var rows = Enumerable.Range(1, 10_000).Select(n => SheetRow.Of([n, .. Enumerable.Range(2, columns.Count - 1).Select(c => (object?)$"Nội dung ô {n}-{c} dài vừa phải")]));
        Spreadsheet.Write(file, new SheetData("Sổ", ["SỔ THEO DÕI"], columns, rows));

        Assert.Equal(10_000, LedgerFixtures.Finder.FindAll(Read(file, "a.xlsx").Value).Value[0].Rows.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_million_empty_rows_are_passed_over(int styledCells)
    {
        var empty = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>STT</t></is></c></row>""");
        for (var row = 2; row <= 1_000_000; row++)
        {
            empty.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 0; column < styledCells; column++)
            {
                empty.Append("<c r=\"").Append((char)('A' + column)).Append(row).Append("\"/>");
            }

            empty.Append("</row>");
        }

        empty.Append("</sheetData></worksheet>");
        var file = Rewrap(empty.ToString());

        var read = Read(file, "a.xlsx");

        Assert.Equal("STT", Assert.Single(Assert.Single(read.Value.Tables).Rows).Cells[0].Text);
    }

    [Fact]
    public void A_sheet_as_wide_and_long_as_Excel_goes_is_refused()
    {
        var sheet = Rewrap("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>""");

        Assert.Equal("table.tooLarge", Read(sheet, "a.xlsx").Refusals[0].Code);
    }

    [Fact]
    public void More_rows_than_allowed_are_refused_and_an_empty_workbook_has_no_table()
    {
        var rows = Enumerable.Range(1, 11).Select(n => (n, new object?[] { n })).ToArray();

        Assert.Equal("table.tooManyRows", Read(LedgerFixtures.Xlsx(new FixtureSheet("a", rows)), "a.xlsx", new TableLimits { MaxRows = 10 }).Refusals[0].Code);
        Assert.Equal("table.none", Read(LedgerFixtures.Xlsx(new FixtureSheet("a")), "a.xlsx").Refusals[0].Code);
    }

    [Fact]
    public void Deleted_text_of_a_Word_cell_is_left_out_and_a_nested_table_stays_in_its_cell()
    {
        var inner = LedgerFixtures.WordTable(["a", "b"]);
        var body = $"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>giữ</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins></w:p></w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>";

        var table = Assert.Single(Read(LedgerFixtures.Docx(body), "a.docx").Value.Tables);

        Assert.Equal(["giữ thêm", "a\nb"], Assert.Single(table.Rows).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Text_separated_by_semicolons_is_a_table()
    {
        var file = new MemoryStream(Encoding.UTF8.GetBytes("STT;Nội dung kiến nghị;Lĩnh vực\n1;Sửa đường;Giao thông\n"));

        Assert.Equal(["1", "Sửa đường", "Giao thông"], Read(file, "a.csv").Value.Tables[0].Rows[1].Cells.Select(cell => cell.Text));
    }

    [Theory]
    [InlineData(",")]
    [InlineData("\"\n\",")]
    public void Text_of_more_columns_than_any_sheet_has_is_refused_before_it_is_held(string cell)
    {
        var file = new MemoryStream(Encoding.UTF8.GetBytes("STT" + string.Concat(Enumerable.Repeat(cell, 20_000))));

        Assert.Equal("table.tooLarge", Assert.Single(Read(file, "a.csv").Refusals).Code);
    }

    private static Result<TableFile> Read(Stream file, string name, TableLimits? limits = null) =>
        TableReader.Read(file, name, limits, cancellationToken: TestContext.Current.CancellationToken);

    private static MemoryStream Rewrap(string sheetXml)
    {
        using var plain = LedgerFixtures.Xlsx(new FixtureSheet("a"));
        using var zip = new System.IO.Compression.ZipArchive(plain);
        var entries = zip.Entries.Where(entry => !entry.FullName.Contains("sheet1", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());

            return (entry.FullName, reader.ReadToEnd());
        });

        return LedgerFixtures.Zip([.. entries, ("xl/worksheets/sheet1.xml", sheetXml)]);
    }
}
