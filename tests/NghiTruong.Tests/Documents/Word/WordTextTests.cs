using System.Globalization;
using System.IO.Compression;
using System.Text;
using NghiTruong.Documents.Word;
using NghiTruong.Texts;
using Xunit;
using static NghiTruong.Tests.Documents.Word.WordPackages;

namespace NghiTruong.Tests.Documents.Word;

public sealed class WordTextTests
{
    [Fact]
    public void Paragraphs_are_numbered_from_the_body_to_the_header_and_empty_ones_are_not_counted()
    {
        var body = Paragraph("Điều", " 1.") + "<w:p/>" + Table(Row("Ô một", "Ô hai")) + "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t><w:tab/><w:t>hơn</w:t></w:r></w:ins></w:p>";

        var read = WordText.Paragraphs(Of(body, ("word/header1.xml", Part("hdr", Paragraph("Trang"))))).Value;

        Assert.Equal(
            [(1, "Điều 1.", TextPlace.Body), (2, "Ô một", TextPlace.Body), (3, "Ô hai", TextPlace.Body), (4, "mới\thơn", TextPlace.Body), (5, "Trang", TextPlace.Header)],
            read.Select(p => (p.Number, p.Text, p.Place)));
    }

    [Fact]
    public void A_mark_in_a_text_box_or_in_WordArt_is_read_once()
    {
        const string Box = """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></mc:Choice>
            <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Sau</w:t></w:r></w:p>
            <w:p><w:r><w:pict><v:shape><v:textpath string="TỐI MẬT"/></v:shape></w:pict></w:r></w:p>
            """;

        Assert.Equal(["MẬT", "Sau", "TỐI MẬT"], WordText.Paragraphs(Of(Box)).Value.Select(p => p.Text));
    }

    [Fact]
    public void Decomposed_text_comes_out_composed() =>
        Assert.Equal("Bản Mẫu", WordText.Paragraphs(Of(Paragraph("Bản Mẫu".Normalize(NormalizationForm.FormD)))).Value.Single().Text);

    [Fact]
    public void What_the_writer_wrote_is_read_again()
    {
        using var file = new MemoryStream();
        WordWriter.Write(SampleDocuments.DraftResolution(), file);
        file.Position = 0;

        var read = WordText.Paragraphs(file).Value;

        Assert.Contains(read, p => p.Text == "QUYẾT NGHỊ:");
        Assert.Contains(read, p => p.Text == "HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU\nKHÓA II, KỲ HỌP THỨ TƯ");
    }

    [Fact]
    public void Files_that_are_no_sound_Word_document_are_refused_each_with_its_reason()
    {
        var sound = Of(Paragraph("a")).ToArray();
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 3000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 3000));
        (Stream File, string Code)[] cases =
        [
            (new MemoryStream("%PDF-1.7"u8.ToArray()), "word.notWord"),
            (new MemoryStream(), "word.notWord"),
            (new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4]), "word.encryptedOrOld"),
            (new MemoryStream(sound[..(sound.Length / 2)]), "word.broken"),
            (Of("<w:p>"), "word.broken"),
            (Of(deep), "word.broken"),
            (Of("<w:p/>", ("word/document.xml", $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>{Part("document", "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>")}")), "word.dtd"),
            (Of("<w:p/>", ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")), "word.notWord"),
            (Bomb(160), "word.tooLarge"),
        ];

        Assert.All(cases, c => Assert.Equal([c.Code], WordText.Paragraphs(c.File).Refusals.Select(refusal => refusal.Code)));
        Assert.All(cases, c =>
        {
            c.File.Position = 0;
            Assert.True(WordTemplate.Fields(c.File).IsRefused);
        });
    }

    [Fact]
    public void Every_byte_of_a_file_may_be_wrong_without_an_error_escaping()
    {
        var sound = Of(Paragraph("{{Ten}}") + Table(Row("{{#Bang}}{{Cot}}"))).ToArray();

        var tables = new Dictionary<string, TemplateTable> { ["Bang"] = new(["Cot"], []) };

        for (var at = 0; at < sound.Length; at += 3)
        {
            var broken = (byte[])sound.Clone();
            broken[at] ^= 0xFF;
            var read = Record.Exception(() => WordText.Paragraphs(new MemoryStream(broken)));
            var opened = Record.Exception(() => WordTemplate.Fill(new MemoryStream(broken), new Dictionary<string, string?> { ["Ten"] = "x" }, tables));
            Assert.True(read is null && opened is null, $"byte {at}: {read ?? opened}");
        }
    }

    [Fact]
    public void Every_refusal_of_the_room_has_its_sentence_in_both_languages()
    {
        var texts = new TextTable(typeof(WordText).Assembly);
        var codes = texts.Codes.Where(code => code.Split('.')[0] is "word" or "template").ToList();

        Assert.Equal(14, codes.Count);
        Assert.DoesNotContain(codes, texts.Untranslated.Contains);
        Assert.Equal(
            "Dấu ngoặc của trường chưa đủ, phải viết dạng {{TenTruong}}: “x”.",
            string.Format(CultureInfo.InvariantCulture, texts.Find("template.brokenField", CultureInfo.GetCultureInfo("vi"))!, "x"));
    }

    /// <summary>A file of some kilobytes that unpacks to as many megabytes.</summary>
    private static MemoryStream Bomb(int megabytes)
    {
        var file = Of("<w:p/>");
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/media/anh.bin", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var at = 0; at < megabytes; at++)
            {
                part.Write(zeros);
            }
        }

        file.Position = 0;

        return file;
    }
}
