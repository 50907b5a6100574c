using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using Xunit;
using static NghiTruong.Tests.Documents.Word.WordPackages;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Tests.Documents.Word;

public sealed class WordTemplateTests
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        ["TenXa"] = "xã Bản Mẫu",
        ["SoVanBan"] = "05/HĐND-VP",
        ["NguoiKy"] = null,
    };

    private static readonly TemplateTable Petitions = new(
        ["NoiDung", "CoQuan"],
        [
            new Dictionary<string, string?> { ["NoiDung"] = "Sửa đường {{TenXa}}", ["CoQuan"] = "Phòng Kinh tế" },
            new Dictionary<string, string?> { ["NoiDung"] = "Nạo vét rãnh" },
        ]);

    [Fact]
    public void A_field_cut_over_several_runs_is_found_and_filled_in_the_form_of_its_first_run()
    {
        var body = $"<w:p>{Run("Kính gửi: UBND {", "<w:i/>")}{Run("{Ten", "<w:b/>")}<w:proofErr w:type=\"spellStart\"/>{Run("Xa}", "<w:i/>")}{Run("} và {{SoVanBan}}.", "<w:i/>")}</w:p>";

        var fields = WordTemplate.Fields(Of(body)).Value;
        using var filled = Filled(body);
        var runs = Body(filled).Descendants<W.Run>().Where(run => run.InnerText.Length > 0).ToList();

        Assert.Equal(["TenXa", "SoVanBan"], fields.Select(used => used.Name));
        Assert.Equal("Kính gửi: UBND {{TenXa}} và {{SoVanBan}}.", fields[0].Place);
        Assert.Equal(["Kính gửi: UBND xã Bản Mẫu", " và 05/HĐND-VP."], runs.Select(run => run.InnerText));
        Assert.All(runs, run => Assert.NotNull(run.RunProperties!.Italic));
    }

    [Fact]
    public void Names_are_taken_without_case_and_spaces_and_in_either_form_of_Unicode() =>
        Assert.Equal("xã Bản Mẫu, xã Bản Mẫu", Text(Paragraph("{{ tenxa }}, {{TENXA}}")).Single());

    [Fact]
    public void A_missing_value_leaves_a_visible_blank_and_line_breaks_stay()
    {
        var values = new Dictionary<string, string?> { ["NguoiKy"] = " ", ["NoiNhan"] = "Một\nHai" };

        using var filled = Open(WordTemplate.Fill(Of(Paragraph("Ký: {{NguoiKy}}") + Paragraph("[{{NoiNhan}}]")), values));
        var last = Body(filled).Elements<W.Paragraph>().Last();

        Assert.Equal($"Ký: {DecreeForm.Blank}", Body(filled).Elements<W.Paragraph>().First().InnerText);
        Assert.Equal("[MộtHai]", last.InnerText);
        Assert.Single(last.Descendants<W.Break>());
    }

    [Fact]
    public void A_row_stands_once_per_record_and_a_value_is_never_read_as_a_field()
    {
        var table = Table(Row("STT", "Nội dung", "Cơ quan"), Row("{{#KienNghi}}{{STT}}", "{{#KienNghi.NoiDung}} ({{TenXa}})", "{{CoQuan}}"), Row("Hết", "", ""));

        using var filled = Filled(table);
        var rows = Body(filled).Descendants<W.TableRow>().Select(row => string.Join('|', row.Elements<W.TableCell>().Select(cell => cell.InnerText)));

        Assert.Equal(
            ["STT|Nội dung|Cơ quan", "1|Sửa đường {{TenXa}} (xã Bản Mẫu)|Phòng Kinh tế", $"2|Nạo vét rãnh (xã Bản Mẫu)|{DecreeForm.Blank}", "Hết||"],
            rows);
    }

    [Fact]
    public void Without_records_the_row_goes_unless_it_is_the_whole_table()
    {
        var none = new Dictionary<string, TemplateTable> { ["KienNghi"] = new(["NoiDung"], []) };

        using var headed = Open(WordTemplate.Fill(Of(Table(Row("Nội dung"), Row("{{#KienNghi.NoiDung}}"))), Values, none));
        using var bare = Open(WordTemplate.Fill(Of(Table(Row("{{#KienNghi}}{{NoiDung}}"))), Values, none));

        Assert.Equal(["Nội dung"], Body(headed).Descendants<W.TableRow>().Select(row => row.InnerText));
        Assert.Equal([DecreeForm.Blank], Body(bare).Descendants<W.TableRow>().Select(row => row.InnerText));
    }

    [Fact]
    public void A_content_control_takes_its_value_in_its_own_form()
    {
        const string Control = """
            <w:p><w:r><w:t xml:space="preserve">Tại </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="TenXa"/><w:showingPlcHdr/></w:sdtPr>
            <w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>Bấm để </w:t></w:r><w:r><w:t>nhập</w:t></w:r></w:sdtContent></w:sdt></w:p>
            <w:sdt><w:sdtPr><w:tag w:val="NguoiKy"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """;

        var fields = WordTemplate.Fields(Of(Control)).Value;
        using var filled = Filled(Control);
        var paragraphs = Body(filled).Descendants<W.Paragraph>().Select(p => p.InnerText);

        Assert.Equal(["TenXa", "NguoiKy"], fields.Select(used => used.Name));
        Assert.Equal(["Tại xã Bản Mẫu", DecreeForm.Blank], paragraphs);
        Assert.NotNull(Body(filled).Descendants<W.SdtRun>().Single().Descendants<W.Bold>().SingleOrDefault());
        Assert.Empty(Body(filled).Descendants<W.ShowingPlaceholder>());
    }

    [Fact]
    public void Headers_are_filled_too_and_the_result_is_valid()
    {
        var template = Of(Paragraph("{{TenXa}}") + Table(Row("{{#KienNghi}}{{NoiDung}}")), ("word/header1.xml", Part("hdr", Paragraph("{{SoVan", "Ban}}"))));

        using var filled = Open(WordTemplate.Fill(template, Values, new Dictionary<string, TemplateTable> { ["kiennghi"] = Petitions }));

        Assert.Equal("05/HĐND-VP", filled.MainDocumentPart!.HeaderParts.Single().Header.InnerText);
        Assert.Empty(new OpenXmlValidator().Validate(filled, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void A_document_the_writer_wrote_serves_as_a_template()
    {
        using var template = new MemoryStream();
        WordWriter.Write(SampleDocuments.UrgingLetter() with { Addressees = ["UBND {{TenXa}}"] }, template);
        template.Position = 0;

        using var filled = Open(WordTemplate.Fill(template, Values));

        Assert.Contains("Kính gửi: UBND xã Bản Mẫu", Body(filled).Descendants<W.Paragraph>().Select(p => p.InnerText));
    }

    [Fact]
    public void Unknown_fields_and_tables_are_refused_with_name_and_place_all_at_once()
    {
        var refused = WordTemplate.Fill(Of(Paragraph("Ông {{NguoiLa}} ký") + Table(Row("{{#Khac}}x"), Row("{{#KienNghi}}{{CotLa}}"))), Values, Tables());

        Assert.Equal(
            [("template.unknownField", "NguoiLa", "Ông {{NguoiLa}} ký"), ("template.unknownTable", "Khac", "{{#Khac}}x"), ("template.unknownField", "CotLa", "{{#KienNghi}}{{CotLa}}")],
            refused.Refusals.Select(r => (r.Code, (string)r.Values[0], (string)r.Values[1])));
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>Ông {{NguoiKy</w:t></w:r></w:p>", "template.brokenField")]
    [InlineData("<w:p><w:r><w:t>{{#KienNghi}} ngoài bảng</w:t></w:r></w:p>", "template.rowOutsideTable")]
    [InlineData("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{{#KienNghi}}{{#Khac}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "template.rowOfTwoTables")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE \"x\"</w:instrText></w:r></w:p>", "template.activeField")]
    [InlineData("<w:p><w:fldSimple w:instr=\"DDEAUTO cmd\"/></w:p>", "template.activeField")]
    public void A_template_that_is_wrong_in_itself_is_refused(string body, string code) =>
        Assert.Equal([code], WordTemplate.Fields(Of(body)).Refusals.Select(refusal => refusal.Code).Distinct());

    [Theory]
    [InlineData("attachedTemplate")]
    [InlineData("image")]
    [InlineData("frame")]
    public void Whatever_is_fetched_from_outside_is_refused_with_its_address(string kind)
    {
        var refusal = WordTemplate.Fields(Of("<w:p/>", Related(kind, "https://xa.example/mau.dotm"))).Refusals.Single();

        Assert.Equal(("template.external", "https://xa.example/mau.dotm"), (refusal.Code, refusal.Values[0]));
    }

    [Theory]
    [InlineData("mailto:vanphong@xa.example", false)]
    [InlineData("https://xa.example", false)]
    [InlineData("file://may-la/chia-se", true)]
    public void Links_to_be_clicked_are_taken_when_they_lead_to_the_web_or_a_mailbox(string target, bool refused) =>
        Assert.Equal(refused, WordTemplate.Fields(Of("<w:p/>", Related("hyperlink", target))).IsRefused);

    [Fact]
    public void Macros_and_embedded_objects_are_refused()
    {
        var related = WordTemplate.Fields(Of("<w:p/>", Related("vbaProject", "vbaProject.bin", external: false)));
        var declared = WordTemplate.Fields(Of("<w:p/>", ("word/x.bin", ""), TypesWith("""<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>""")));
        var chunk = WordTemplate.Fields(Of("<w:p/>", Related("aFChunk", "la.html", external: false)));

        Assert.Equal(["template.macros", "template.macros", "template.embedded"], new[] { related, declared, chunk }.Select(r => r.Refusals.Single().Code));
    }

    [Fact]
    public void A_template_of_five_hundred_records_is_filled_row_by_row()
    {
        var many = Petitions with { Rows = [.. Enumerable.Range(0, 500).Select(_ => Petitions.Rows[0])] };
        var tables = new Dictionary<string, TemplateTable> { ["KienNghi"] = many };
        var table = Table(Row("{{#KienNghi}}{{STT}}", "{{NoiDung}}", "{{CoQuan}}"));

        using var filled = Open(WordTemplate.Fill(Of(table), Values, tables));

        Assert.Equal(500, Body(filled).Descendants<W.TableRow>().Count());
    }

    private static Dictionary<string, TemplateTable> Tables() => new() { ["KienNghi"] = Petitions };

    private static WordprocessingDocument Filled(string body) => Open(WordTemplate.Fill(Of(body), Values, Tables()));

    private static WordprocessingDocument Open(Result<byte[]> filled) => WordprocessingDocument.Open(new MemoryStream(filled.Value), isEditable: false);

    private static IEnumerable<string> Text(string body)
    {
        using var filled = Filled(body);

        return [.. Body(filled).Descendants<W.Paragraph>().Select(p => p.InnerText)];
    }

    private static W.Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!;
}
