using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Verification.Checks;
using NghiTruong.Verification.Register;

namespace NghiTruong.Tests.Verification;

/// <summary>What the machine warns of in a draft, with reason and place, and what it lets pass.</summary>
public sealed class DraftChecksTests
{
    private static readonly CheckGround Today = new()
    {
        On = new DateOnly(2026, 11, 24),
        Register = LegalRegisterCatalogue.Rows,
        FormerNames = [new FormerName("Xã Bản Cũ Mẫu", new DateOnly(2025, 6, 30), ["xã Nà Mẫu"]), new FormerName("Xã Lũng", new DateOnly(2025, 6, 30), ["xã Nà Mẫu"])],
    };

    [Fact]
    public void A_clean_draft_is_let_pass() => Assert.Empty(Warnings(new DraftFile()));

    [Fact]
    public void A_clean_normative_draft_with_number_and_date_is_let_pass() => Assert.Empty(Warnings(new DraftFile
    {
        Number = "Số: 14/2026/NQ-HĐND",
        Date = "Nà Mẫu, ngày 05 tháng 12 năm 2026",
        Bases = ["Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung một số điều bởi Luật số 87/2025/QH15;", .. new DraftFile().Bases],
    }));

    [Theory]
    [InlineData("Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13;", "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13")]
    [InlineData("Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015;", "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015")]
    [InlineData("Căn cứ Luật Bảo vệ bí mật nhà nước số 29/2018/QH14;", "Luật Bảo vệ bí mật nhà nước số 29/2018/QH14")]
    [InlineData("Căn cứ Nghị định số 64 / 2014/NĐ – CP ngày 26/6/2014 của Chính phủ;", "Nghị định số 64 / 2014/NĐ – CP")]
    [InlineData("Căn cứ Nghị định số 64/2014/NÐ‑CP ngày 26/6/2014 của Chính phủ;", "Nghị định số 64/2014/NÐ‑CP")]
    public void A_basis_that_was_replaced_is_told_with_its_words(string basis, string quote)
    {
        var file = new DraftFile { Bases = [basis, .. new DraftFile().Bases] };
        var warning = Assert.Single(Warnings(file));

        Assert.Equal(("legalBasisReplaced", quote, 8), (warning.Code, warning.Quote, warning.Paragraph));
        Assert.NotEmpty(warning.Basis);
    }

    [Fact]
    public void The_kind_is_quoted_with_the_whole_title() => Assert.Equal(
        "Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13",
        Assert.Single(Warnings(new DraftFile { Bases = ["Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13;"] })).Quote);

    [Fact]
    public void Head_without_a_table_and_a_regulation_below_the_signature_are_no_warning() => Assert.Empty(Warnings(new DraftFile
    {
        Organ = "HỘI ĐỒNG NHÂN DÂN XÃ NÀ MẪU        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        National = "Độc lập - Tự do - Hạnh phúc",
        Motto = "",
        Number = "Số: 12/NQ-HĐND        Nà Mẫu, ngày 05 tháng 12 năm 2026",
        Date = "",
        Articles = ["Điều 1. Ban hành Quy định", "1.Một.", "2. 5 công trình.", "a)A;", "b) B.", "Điều 2. Thi hành./."],
        Change = body => body.Append(DraftFile.Line("QUY ĐỊNH"), DraftFile.Line("Điều 1. Phạm vi"), DraftFile.Line("Điều 2. Đối tượng")),
    }));

    [Fact]
    public void A_basis_remembered_only_says_that_it_was_not_compared() =>
        Assert.Equal("legalBasisReplacedUnchecked", Assert.Single(Warnings(new DraftFile { Bases = ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"] })).Code);

    [Theory]
    [InlineData("28 tháng 02", false)]
    [InlineData("01 tháng 3", true)]
    [InlineData("02 tháng 3", true)]
    public void A_basis_ends_on_the_day_the_register_says(string day, bool warned)
    {
        var file = new DraftFile { Date = $"Nà Mẫu, ngày {day} năm 2026", Bases = ["Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13;"] };

        Assert.Equal(warned ? 1 : 0, Warnings(file).Count);
    }

    [Theory]
    [InlineData("Căn cứ Luật số 121/2025/QH15 thay thế Luật số 87/2015/QH13;")]
    [InlineData("Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân;")]
    [InlineData("Căn cứ Luật số 87/2025/QH15;")]
    public void What_is_named_as_replaced_and_what_only_looks_alike_is_no_warning(string basis) => Assert.Empty(Warnings(new DraftFile { Bases = [basis] }));

    [Theory]
    [InlineData("Giao Ủy ban nhân dân huyện Mẫu Sơn thực hiện.", "Ủy ban nhân dân huyện Mẫu Sơn", "formerDistrict")]
    [InlineData("Giao HĐND huyện giám sát.", "HĐND huyện", "formerDistrict")]
    [InlineData("Phòng Tài chính - Kế hoạch huyện thẩm định.", "Phòng Tài chính - Kế hoạch huyện", "formerDistrict")]
    [InlineData("Ngân sách cấp huyện hỗ trợ.", "cấp huyện", "formerDistrict")]
    [InlineData("Trên địa bàn thị xã Mẫu Long.", "thị xã Mẫu Long", "formerDistrict")]
    [InlineData("Trên địa bàn thị trấn Mẫu.", "thị trấn Mẫu", "formerTownship")]
    [InlineData("Đường nối xã Bản Cũ Mẫu với trung tâm.", "xã Bản Cũ Mẫu", "formerUnit")]
    public void A_name_that_is_no_more_is_told(string sentence, string quote, string code)
    {
        var warning = Assert.Single(Warnings(With(sentence)));

        Assert.Equal((code, quote, 14), (warning.Code, warning.Quote, warning.Paragraph));
    }

    [Theory]
    [InlineData("Tiếp tục quản lý hồ sơ của Ủy ban nhân dân huyện Mẫu Sơn (cũ).")]
    [InlineData("Công trình do huyện Mẫu Sơn đầu tư trước ngày 01/7/2025.")]
    [InlineData("Nghị quyết số 12/2023/NQ-HĐND ngày 20/7/2023 của Hội đồng nhân dân huyện Mẫu Sơn được tiếp tục áp dụng.")]
    [InlineData("Không tổ chức cấp huyện.")]
    [InlineData("Chuyện về bà Huyền và quận công Nguyễn Mẫu; bí mật kể lại huyền thoại, quân dân.")]
    [InlineData("Xã Lũng Mẫu phối hợp thực hiện.")]
    public void History_and_words_that_look_alike_are_no_warning(string sentence) => Assert.Empty(Warnings(With(sentence)));

    [Fact]
    public void Each_missing_part_is_told_at_its_place()
    {
        (DraftFile File, string Code)[] cases =
        [
            (new DraftFile { National = "" }, "missingNationalName"),
            (new DraftFile { Motto = "" }, "missingMotto"),
            (new DraftFile { Organ = "" }, "missingOrgan"),
            (new DraftFile { Number = "" }, "missingNumber"),
            (new DraftFile { Date = "" }, "missingDate"),
            (new DraftFile { Title = "" }, "missingTitle"),
            (new DraftFile { Abstract = "" }, "missingAbstract"),
            (new DraftFile { Bases = [] }, "missingBases"),
            (new DraftFile { Enacting = "" }, "missingEnacting"),
            (new DraftFile { Recipients = [] }, "missingRecipients"),
            (new DraftFile { Signer = "" }, "missingSignature"),
            (new DraftFile { Articles = ["Thông qua kế hoạch."] }, "missingArticles"),
        ];

        Assert.All(cases, c =>
        {
            var warning = Assert.Single(Warnings(c.File));
            Assert.Equal(c.Code, warning.Code);
            Assert.True(warning.Paragraph > 0 && warning.Quote.Length > 0);
        });
    }

    [Theory]
    [InlineData("articleOrder", "Điều 4", "Điều 1. Một", "Điều 2. Hai", "Điều 4. Bốn")]
    [InlineData("articleOrder", "Điều 2", "Điều 1. Một", "Điều 2. Hai", "Điều 2. Hai nữa")]
    [InlineData("clauseOrder", "3.", "Điều 1. Một", "1. Một.", "3. Ba.")]
    [InlineData("clauseOrder", "2.", "Điều 1. Một", "2. Hai.")]
    [InlineData("pointOrder", "e)", "Điều 1. Một", "1. Một", "a) A;", "b) B;", "c) C;", "d) D;", "e) E.")]
    [InlineData("pointOrder", "c)", "Điều 1. Một", "a) A;", "c) C.")]
    public void Numbers_out_of_order_are_told_once(string code, string quote, params string[] articles)
    {
        var warning = Assert.Single(Warnings(new DraftFile { Articles = articles }));

        Assert.Equal((code, quote), (warning.Code, warning.Quote));
    }

    [Fact]
    public void Quoted_articles_attached_regulations_and_lists_begun_anew_count_on_their_own() => Assert.Empty(Warnings(new DraftFile
    {
        Articles =
        [
            "Điều 1. Sửa đổi Điều 5 như sau:", "“Điều 5. Mức chi", "7. Mức mới.”", "1. Một.", "2. Hai.", "1. Lại một.", "2. Lại hai.", "Điều 2. Thi hành.",
            "QUY ĐỊNH", "Điều 1. Phạm vi", "Điều 2. Đối tượng",
        ],
    }));

    [Fact]
    public void What_Word_numbers_itself_is_right_by_itself() => Assert.Empty(Warnings(new DraftFile
    {
        Articles = ["Thông qua kế hoạch.", "Tổ chức thực hiện."],
        Change = body =>
        {
            foreach (var opening in new[] { "Thông qua kế hoạch.", "Tổ chức thực hiện." })
            {
                DraftFile.Find(body, opening).PrependChild(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })));
            }
        },
        ChangePart = main => main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "Điều %1." }) { LevelIndex = 0 }) { AbstractNumberId = 3 },
            new NumberingInstance(new AbstractNumId { Val = 3 }) { NumberID = 1 }),
    }));

    [Theory]
    [InlineData("Số: 14/NQ/HĐND", "Nà Mẫu, ngày 05 tháng 12 năm 2026", "notation")]
    [InlineData("Số: 14/26/NQ-HĐND", "Nà Mẫu, ngày 05 tháng 12 năm 2026", "numberYearShort")]
    [InlineData("Số: 14/2025/NQ-HĐND", "Nà Mẫu, ngày 05 tháng 12 năm 2026", "numberYearDiffers")]
    [InlineData("Số: 14/NQ-HĐND", "Nà Mẫu, ngày 5 tháng 12 năm 2026", "dateForm")]
    [InlineData("Số: 14/NQ-HĐND", "Nà Mẫu, ngày 31 tháng 11 năm 2026", "dateImpossible")]
    [InlineData("Số: 14/NQ-HĐND", "Nà Mẫu, 5/12/2026", "dateForm")]
    public void Number_and_date_are_held_against_Decree_30(string number, string date, string code) =>
        Assert.Equal(code, Assert.Single(Warnings(new DraftFile { Number = number, Date = date })).Code);

    [Theory]
    [InlineData("Số: 12/NQ-HĐND")]
    [InlineData("Số: 12 / NQ – HĐND")]
    [InlineData("Số: …/2026/NQ-HĐND")]
    [InlineData("Số: 14/2026/NQ-HĐND")]
    public void Numbers_with_room_for_the_hand_and_other_dashes_pass(string number) => Assert.Empty(Warnings(new DraftFile { Number = number }));

    [Fact]
    public void A_normative_resolution_carries_its_year() => Assert.Equal(
        "numberWithoutYear",
        Assert.Single(Warnings(new DraftFile { Number = "Số: 14/NQ-HĐND", Bases = ["Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;"] })).Code);

    [Fact]
    public void Decomposed_letters_read_the_same()
    {
        var plain = new DraftFile { Bases = ["Căn cứ Luật Bảo vệ bí mật nhà nước số 29/2018/QH14;"], Articles = ["Điều 1. Giao Ủy ban nhân dân huyện Mẫu Sơn.", "Điều 3. Ba."] };
        var decomposed = plain with
        {
            Organ = Nfd(plain.Organ), National = Nfd(plain.National), Motto = Nfd(plain.Motto), Date = Nfd(plain.Date), Title = Nfd(plain.Title), Abstract = Nfd(plain.Abstract),
            Number = Nfd(plain.Number), Bases = [.. plain.Bases.Select(Nfd)], Enacting = Nfd(plain.Enacting), Articles = [.. plain.Articles.Select(Nfd)], Recipients = [.. plain.Recipients.Select(Nfd)],
            Signer = Nfd(plain.Signer),
        };

        Assert.Equal(3, Warnings(plain).Count);
        Assert.Equal(Warnings(plain).Select(w => (w.Code, w.Paragraph, w.Quote)), Warnings(decomposed).Select(w => (w.Code, w.Paragraph, w.Quote)));
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted_and_told_once()
    {
        var warnings = Warnings(new DraftFile
        {
            Change = body =>
            {
                var line = DraftFile.Find(body, "2. Tổng vốn");
                line.RemoveAllChildren();
                line.Append(
                    new DeletedRun(new Run(new DeletedText("4. Tổng vốn huyện: "))) { Id = "1", Author = "A" },
                    new InsertedRun(new Run(new Text("2. Tổng vốn: 5.000 triệu đồng."))) { Id = "2", Author = "A" });
            },
        });

        var warning = Assert.Single(warnings);
        Assert.Equal(("trackedChanges", "2. Tổng vốn: 5.000 triệu đồng."), (warning.Code, warning.Quote));
    }

    [Fact]
    public void A_report_is_not_asked_for_the_parts_of_a_resolution() =>
        Assert.Empty(Warnings(new DraftFile { Number = "Số: 12/BC-UBND", Title = "BÁO CÁO", Enacting = "", Bases = [], Articles = ["1. Kết quả.", "2. Tồn tại."], Recipients = [], Signer = "" }));

    [Fact]
    public void Hostile_and_broken_files_are_refused_by_name()
    {
        Assert.Equal("file.empty", Refused([]).Code);
        Assert.Equal("file.notWhatItSays", Refused("không phải Word"u8.ToArray()).Code);
        Assert.Contains("file.", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Code, StringComparison.Ordinal);
        Assert.Equal("file.broken", Refused([.. new DraftFile().Write().ToArray().Take(400)]).Code);
        Assert.Equal("file.secret", Refused(With("TỐI MẬT").Write().ToArray()).Code);
    }

    [Fact]
    public void Five_hundred_pages_are_read()
    {
        var file = new DraftFile { Articles = [.. Enumerable.Range(1, 15_000).Select(i => $"Đoạn thứ {i} của phụ lục kèm theo, nêu danh mục công trình nước sinh hoạt tại thôn Nà Mẫu."), "Điều 1. Một", "Điều 2. Giao UBND huyện."] };

        Assert.Equal("formerDistrict", Assert.Single(Warnings(file)).Code);
    }

    [Fact]
    public void Every_warning_has_a_sentence_in_both_languages()
    {
        var texts = new TextTable(typeof(DraftChecks).Assembly);
        var file = new DraftFile { National = "", Bases = ["Căn cứ Luật số 87/2015/QH13;"], Articles = ["Điều 2. Giao HĐND huyện."], Signer = "" };

        Assert.All(Warnings(file), w =>
        {
            var reason = texts.Find($"verification.warning.{w.Code}", System.Globalization.CultureInfo.GetCultureInfo("vi"));
            Assert.NotNull(reason);
            Assert.DoesNotContain("{", string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, [.. w.Values]), StringComparison.Ordinal);
            Assert.True(w.Basis.Length > 5 && w.Quote.Length > 0 && w.Paragraph > 0);
        });
    }

    private static string Nfd(string text) => text.Normalize(NormalizationForm.FormD);

    private static DraftFile With(string sentence) => new() { Articles = ["Điều 1. Thông qua", "1. Một.", sentence, "Điều 2. Thi hành."] };

    private static IReadOnlyList<DraftWarning> Warnings(DraftFile file)
    {
        var read = DraftChecks.Read(file.Write(), "du-thao.docx", Today);
        Assert.True(!read.IsRefused, string.Join(", ", read.Refusals.Select(r => r.Code)));
        Assert.All(read.Value.Warnings, w => Assert.Contains(w.Quote, read.Value.Paragraphs[w.Paragraph - 1].Text, StringComparison.Ordinal));

        return read.Value.Warnings;
    }

    private static Refusal Refused(byte[] file) => DraftChecks.Read(new MemoryStream(file), "du-thao.docx", Today).Refusals[0];
}
