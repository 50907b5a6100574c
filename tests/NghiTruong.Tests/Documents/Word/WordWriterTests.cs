using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NghiTruong.Documents.Word;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Tests.Documents.Word;

public sealed class WordWriterTests
{
    public static TheoryData<string> Samples => [.. All.Keys];

    private static Dictionary<string, OfficialDocument> All => new()
    {
        ["letter"] = SampleDocuments.ForwardingLetter(),
        ["urging"] = SampleDocuments.UrgingLetter(),
        ["report"] = SampleDocuments.Report(),
        ["resolution"] = SampleDocuments.DraftResolution(),
        ["sheet"] = SampleDocuments.HamletSheet(),
        ["handover"] = SampleDocuments.HandOverRecord(),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_document_is_valid_WordprocessingML(string sample)
    {
        using var file = Written(All[sample]);
        using var document = WordprocessingDocument.Open(file, isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void The_page_is_A4_with_the_margins_and_sizes_of_Decree_30()
    {
        using var file = Written(SampleDocuments.UrgingLetter());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var section = Body(document).Elements<W.SectionProperties>().Single();
        var size = section.GetFirstChild<W.PageSize>()!;
        var margin = section.GetFirstChild<W.PageMargin>()!;
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;

        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((1134, 1134, 1701u, 850u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        Assert.Equal("28", Size(styles, "Body"));
        Assert.Equal("26", Size(styles, "Head"));
        Assert.Equal(DecreeForm.Font, styles.DocDefaults!.Descendants<W.RunFonts>().Single().Ascii!.Value);
        Assert.Equal("312", Style(styles, "Body").StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value);
        Assert.Equal(["22"], RunsOf(document, "- Lưu: VT.").Select(run => run.RunProperties!.FontSize!.Val!.Value!));
    }

    [Fact]
    public void Page_numbers_stand_at_the_top_from_the_second_page_on()
    {
        using var file = Written(SampleDocuments.Report());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var section = Body(document).Elements<W.SectionProperties>().Single();
        var header = document.MainDocumentPart!.HeaderParts.Single().Header;

        Assert.NotNull(section.GetFirstChild<W.TitlePage>());
        Assert.Equal(W.HeaderFooterValues.Default, section.Elements<W.HeaderReference>().Single().Type!.Value);
        Assert.Equal(" PAGE ", header.Descendants<W.SimpleField>().Single().Instruction!.Value);
        Assert.Equal(W.JustificationValues.Center, header.Descendants<W.Justification>().Single().Val!.Value);
    }

    [Fact]
    public void The_line_below_the_motto_is_as_long_as_the_motto()
    {
        using var file = Written(SampleDocuments.UrgingLetter());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var motto = Body(document).Descendants<W.Paragraph>().Single(p => p.InnerText == DecreeForm.Motto);
        var line = motto.ElementsAfter().OfType<W.Paragraph>().First().ParagraphProperties!;
        var half = Wml.Twips(DecreeForm.TextWidth(landscape: false) - DecreeForm.OrganWidth);
        var length = half - int.Parse(line.Indentation!.Left!.Value!) - int.Parse(line.Indentation.Right!.Value!);

        Assert.NotNull(line.ParagraphBorders!.TopBorder);
        // 180 points: the advance widths of Times New Roman Bold at 14 points, measured in a word processor.
        Assert.InRange(length, 170 * 20, 184 * 20);
    }

    [Fact]
    public void A_blank_number_and_date_leave_room_to_write()
    {
        var text = Text(SampleDocuments.ForwardingLetter(2));

        Assert.Contains($"Số: {DecreeForm.RoomForNumber}/HĐND-VP", text);
        Assert.Contains($"Bản Mẫu, ngày {DecreeForm.RoomForDigits} tháng {DecreeForm.RoomForDigits} năm 2026", text);
    }

    [Fact]
    public void The_annex_names_the_letter_it_belongs_to_and_lies_on_its_side()
    {
        using var file = Written(SampleDocuments.ForwardingLetter(2));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var sections = Body(document).Descendants<W.SectionProperties>().ToList();
        var text = Text(SampleDocuments.ForwardingLetter(2) with { Annexes = [new Annex("A", []), new Annex("B", [])] });

        Assert.Equal(2, sections.Count);
        Assert.Null(sections[0].GetFirstChild<W.PageSize>()!.Orient);
        Assert.Equal(W.PageOrientationValues.Landscape, sections[1].GetFirstChild<W.PageSize>()!.Orient!.Value);
        Assert.Equal((16838u, 11906u), (sections[1].GetFirstChild<W.PageSize>()!.Width!.Value, sections[1].GetFirstChild<W.PageSize>()!.Height!.Value));
        Assert.Contains(text, line => line.StartsWith("(Kèm theo Công văn số ", StringComparison.Ordinal)
            && line.EndsWith(" năm 2026 của Thường trực Hội đồng nhân dân xã Bản Mẫu)", StringComparison.Ordinal));
        Assert.Contains("PHỤ LỤC I", text);
        Assert.Contains("PHỤ LỤC II", text);
    }

    [Fact]
    public void Heading_rows_repeat_and_group_rows_reach_over_all_columns()
    {
        using var file = Written(SampleDocuments.ForwardingLetter());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var table = Body(document).Elements<W.Table>().Last();
        var rows = table.Elements<W.TableRow>().ToList();

        Assert.Equal(1 + 2 + 30, rows.Count);
        Assert.Single(rows, row => row.TableRowProperties?.GetFirstChild<W.TableHeader>() is not null);
        Assert.Equal(7, rows[1].Elements<W.TableCell>().Single().TableCellProperties!.GridSpan!.Val!.Value);
        Assert.Equal(Wml.Twips(252), table.GetFirstChild<W.TableGrid>()!.Elements<W.GridColumn>().Sum(c => int.Parse(c.Width!.Value!)), tolerance: 7d);
    }

    [Fact]
    public void A_cell_that_reaches_down_is_continued_below()
    {
        using var file = Written(SampleDocuments.Report());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var second = Body(document).Elements<W.Table>().Skip(1).First().Elements<W.TableRow>().ElementAt(1).Elements<W.TableCell>().ToList();

        Assert.Equal([true, true, true, false, false, false], second.Select(cell => cell.TableCellProperties!.VerticalMerge is not null));
        Assert.Equal("Đã giải quyết", second[3].InnerText);
    }

    [Fact]
    public void A_row_with_too_many_cells_is_an_error_and_not_a_broken_file()
    {
        var table = new TableBlock([new("A", 1)], [GridRow.Of("1", "2")]);

        Assert.Throws<InvalidOperationException>(() => Written(new OfficialDocument { Body = [table] }));
    }

    [Fact]
    public void The_body_closes_with_its_mark_once_and_a_plain_sheet_with_none()
    {
        var letter = SampleDocuments.UrgingLetter();
        var closed = letter with { Body = [new ListBlock("Một;", "Hai./.")] };

        Assert.Contains("Đề nghị Ủy ban nhân dân xã quan tâm thực hiện./.", Text(letter));
        Assert.Contains("- Hai./.", Text(closed));
        Assert.DoesNotContain(Text(SampleDocuments.HamletSheet()), line => line.Contains(DecreeForm.EndMark));
    }

    [Fact]
    public void Headings_count_anew_below_each_higher_one_and_articles_run_on()
    {
        var text = Text(SampleDocuments.Report());

        Assert.Equal(
            ["I. TÌNH HÌNH CHUNG", "1. Kết quả đạt được", "a) Số liệu tổng hợp", "2. Tồn tại, hạn chế", "II. KẾT QUẢ GIẢI QUYẾT", "1. Kết quả đạt được"],
            text.Where(line => line is ['I', ..] || line is [_, '.' or ')', ' ', ..]).Take(6));
        Assert.Contains(Text(SampleDocuments.DraftResolution()), line => line.StartsWith("Điều 3. Giao Thường trực", StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_that_XML_does_not_take_are_left_out_and_text_is_composed()
    {
        var text = Text(new OfficialDocument { Body = [new ParagraphBlock("Ba\u0309n\u0001 \uD800Mẫu 😀")] });

        Assert.Equal(["Bản Mẫu 😀"], text);
    }

    [Fact]
    public void A_document_with_five_hundred_rows_is_written_whole()
    {
        using var document = WordprocessingDocument.Open(Written(SampleDocuments.ForwardingLetter(500)), isEditable: false);

        Assert.True(document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Count() > 500);
    }

    private static MemoryStream Written(OfficialDocument document)
    {
        var file = new MemoryStream();
        WordWriter.Write(document, file);
        file.Position = 0;

        return file;
    }

    private static List<string> Text(OfficialDocument written)
    {
        using var file = Written(written);
        using var document = WordprocessingDocument.Open(file, isEditable: false);

        return [.. Body(document).Descendants<W.Paragraph>().Select(p => p.InnerText).Where(text => text.Length > 0)];
    }

    private static W.Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!;

    private static IEnumerable<W.Run> RunsOf(WordprocessingDocument document, string text) =>
        Body(document).Descendants<W.Run>().Where(run => run.InnerText == text);

    private static W.Style Style(W.Styles styles, string id) => styles.Elements<W.Style>().Single(style => style.StyleId == id);

    private static string Size(W.Styles styles, string id) => Style(styles, id).StyleRunProperties!.FontSize!.Val!.Value!;
}
