using NghiTruong.Documents.Word;

namespace NghiTruong.Tests.Documents.Word;

/// <summary>Documents as an office of a made-up commune writes them.</summary>
internal static class SampleDocuments
{
    private static readonly Letterhead Head = new()
    {
        UpperOrgan = "HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU",
        Organ = "THƯỜNG TRỰC",
        OrganInText = "Thường trực Hội đồng nhân dân xã Bản Mẫu",
        Notation = "HĐND-VP",
        Place = "Bản Mẫu",
        Date = WrittenDate.Open(2026),
    };

    private static readonly Signature DeputySigns = new(
        [
            new SignatureLine(AuthorityForm.OnBehalf, "THƯỜNG TRỰC HĐND"),
            new SignatureLine(AuthorityForm.InPlaceOf, "CHỦ TỊCH"),
            new SignatureLine(AuthorityForm.Own, "PHÓ CHỦ TỊCH"),
        ],
        "Lò Thị Thử");

    private static readonly GridColumn[] PetitionColumns =
    [
        new("STT", 5, TextAlign.Centre),
        new("Nội dung kiến nghị", 38),
        new("Cử tri đơn vị", 14),
        new("Lĩnh vực", 13),
        new("Cơ quan có thẩm quyền", 16),
        new("Thời hạn trả lời", 12, TextAlign.Centre),
        new("Ghi chú", 12),
    ];

    public static OfficialDocument ForwardingLetter(int petitions = 30) => new()
    {
        Letterhead = Head with { Subject = "chuyển kiến nghị của cử tri trước kỳ họp thứ Ba HĐND xã khóa II", Urgency = Urgency.Urgent },
        Addressees = ["Ủy ban nhân dân xã Bản Mẫu"],
        Body =
        [
            new ParagraphBlock("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân;"),
            new ParagraphBlock("Qua tiếp xúc cử tri trước kỳ họp thứ Ba, Thường trực Hội đồng nhân dân xã tiếp nhận, tổng hợp ", new TextSpan($"{petitions} kiến nghị", Bold: true), " thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã (có phụ lục kèm theo)."),
            new ParagraphBlock("Thường trực Hội đồng nhân dân xã chuyển Ủy ban nhân dân xã xem xét, chỉ đạo các phòng, đơn vị giải quyết, trả lời cử tri và gửi kết quả về Thường trực Hội đồng nhân dân xã trước ngày 15 tháng 9 năm 2026."),
        ],
        Signatures = [DeputySigns],
        Recipients = ["Như trên", "Thường trực Đảng ủy (để báo cáo)", "Ủy ban MTTQ Việt Nam xã", "Các Ban HĐND xã", "Lưu: VT"],
        Annexes = [new Annex("TỔNG HỢP KIẾN NGHỊ CỦA CỬ TRI THUỘC THẨM QUYỀN CỦA UBND XÃ", [PetitionTable(petitions)]) { Landscape = true }],
    };

    public static OfficialDocument UrgingLetter() => new()
    {
        Letterhead = Head with
        {
            Notation = "HĐND-ĐĐ",
            Number = "7",
            Date = WrittenDate.Of(new DateOnly(2026, 2, 5)),
            Subject = "đôn đốc giải quyết, trả lời kiến nghị của cử tri (lần 1)",
        },
        Addressees = ["Ủy ban nhân dân xã Bản Mẫu", "Phòng Kinh tế xã Bản Mẫu"],
        Body =
        [
            new ParagraphBlock("Ngày 10 tháng 01 năm 2026, Thường trực Hội đồng nhân dân xã có Công văn số 03/HĐND-VP chuyển kiến nghị của cử tri bản Thử Nghiệm về sửa chữa đường liên thôn. Đến nay đã quá thời hạn 11 ngày nhưng chưa nhận được văn bản trả lời."),
            new ParagraphBlock("Thường trực Hội đồng nhân dân xã đề nghị:"),
            new ListBlock(
                "Ủy ban nhân dân xã làm rõ nguyên nhân, trách nhiệm của tập thể, cá nhân trong việc chậm giải quyết, trả lời kiến nghị.",
                "Giải quyết dứt điểm và gửi văn bản trả lời về Thường trực Hội đồng nhân dân xã trong thời hạn 07 ngày kể từ ngày nhận được Công văn này."),
            new ParagraphBlock("Đề nghị Ủy ban nhân dân xã quan tâm thực hiện."),
        ],
        Signatures = [DeputySigns],
        Recipients = ["Như trên", "Đảng ủy (để báo cáo)", "ĐB HĐND xã (để biết)", "Lưu: VT"],
    };

    public static OfficialDocument Report() => new()
    {
        Letterhead = Head with { Notation = "BC-HĐND", Number = "45", Date = WrittenDate.OpenDay(2026, 11) },
        Title = new DocumentTitle("BÁO CÁO", "Kết quả giám sát việc giải quyết kiến nghị của cử tri\ntrước kỳ họp thứ Tư Hội đồng nhân dân xã khóa II, nhiệm kỳ 2026 - 2031"),
        Body =
        [
            new ParagraphBlock("Thực hiện chương trình giám sát năm 2026, Thường trực Hội đồng nhân dân xã báo cáo kết quả giám sát việc giải quyết kiến nghị của cử tri như sau:"),
            .. Enumerable.Range(0, 3).SelectMany(ReportPart),
        ],
        Signatures = [DeputySigns],
        Recipients = ["Thường trực HĐND tỉnh", "Đại biểu HĐND xã", "Lưu: VT"],
    };

    public static OfficialDocument DraftResolution() => new()
    {
        Letterhead = Head with
        {
            UpperOrgan = null,
            Organ = "HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU",
            OrganInText = "Hội đồng nhân dân xã Bản Mẫu",
            Notation = "NQ-HĐND",
            DraftMark = "DỰ THẢO",
        },
        Title = new DocumentTitle(
            "NGHỊ QUYẾT",
            "Về kết quả giám sát việc giải quyết kiến nghị của cử tri",
            "HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU\nKHÓA II, KỲ HỌP THỨ TƯ"),
        Body =
        [
            ParagraphBlock.Basis("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"),
            ParagraphBlock.Basis("Xét Báo cáo số 45/BC-HĐND ngày 20 tháng 11 năm 2026 của Thường trực Hội đồng nhân dân xã; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp."),
            ParagraphBlock.Centred("QUYẾT NGHỊ:"),
            new ArticleBlock("Tán thành Báo cáo kết quả giám sát việc giải quyết kiến nghị của cử tri. Trong 30 kiến nghị có 18 kiến nghị đã giải quyết xong, 07 kiến nghị đang giải quyết, 05 kiến nghị được giải trình, cung cấp thông tin."),
            new ArticleBlock("Giao Ủy ban nhân dân xã giải quyết dứt điểm các kiến nghị tồn đọng trước ngày 31 tháng 3 năm 2027."),
            new ArticleBlock("Giao Thường trực, các Ban, Tổ đại biểu và đại biểu Hội đồng nhân dân xã giám sát việc thực hiện Nghị quyết này."),
            new ParagraphBlock("Nghị quyết này được Hội đồng nhân dân xã Bản Mẫu khóa II, kỳ họp thứ Tư thông qua ngày     tháng 12 năm 2026."),
        ],
        Signatures = [new Signature([new SignatureLine(AuthorityForm.Own, "CHỦ TỊCH")], "Hoàng Văn Mẫu")],
        Recipients = ["UBND xã", "Đại biểu HĐND xã", "Lưu: VT"],
    };

    public static OfficialDocument HamletSheet() => new()
    {
        Title = new DocumentTitle("TRẢ LỜI KIẾN NGHỊ CỦA CỬ TRI", "Bản Thử Nghiệm, xã Bản Mẫu - trước kỳ họp thứ Tư"),
        BodySize = 18,
        Body = [.. Enumerable.Range(1, 5).SelectMany(HamletAnswer)],
    };

    public static OfficialDocument HandOverRecord() => new()
    {
        Letterhead = Head with { Notation = "BB-HĐND" },
        Title = new DocumentTitle("BIÊN BẢN", "Bàn giao kiến nghị của cử tri đang giải quyết"),
        Body = [new ParagraphBlock("Hai bên thống nhất bàn giao 12 kiến nghị theo các phụ lục kèm theo.")],
        Signatures = [new Signature([new SignatureLine(AuthorityForm.Own, "BÊN GIAO")]), new Signature([new SignatureLine(AuthorityForm.Own, "BÊN NHẬN")])],
        Recipients = ["Hai bên", "Lưu: VT"],
        Annexes =
        [
            new Annex("KIẾN NGHỊ VỀ ĐẤT ĐAI", [PetitionTable(3)]),
            new Annex("KIẾN NGHỊ VỀ GIAO THÔNG", [PetitionTable(3)]) { Landscape = true },
        ],
    };

    public static TableBlock PetitionTable(int petitions) => new(PetitionColumns,
    [
        GridRow.Group("I. Lĩnh vực giao thông, hạ tầng"),
        .. Enumerable.Range(1, (petitions + 1) / 2).Select(PetitionRow),
        GridRow.Group("II. Lĩnh vực đất đai, môi trường"),
        .. Enumerable.Range((petitions + 1) / 2 + 1, petitions / 2).Select(PetitionRow),
    ]);

    private static GridRow PetitionRow(int number) => GridRow.Of(
        $"{number}",
        number % 3 == 0
            ? "Đề nghị kiểm tra, xử lý tình trạng ngập úng khu vực nhà văn hóa mỗi khi mưa lớn; nạo vét rãnh thoát nước và bố trí kinh phí sửa chữa cống qua đường trong năm 2026 để bảo đảm việc đi lại của nhân dân."
            : "Đề nghị sửa chữa đường liên thôn đoạn từ nhà văn hóa đến trường tiểu học, hiện đã xuống cấp.",
        $"Bản Thử Nghiệm {number % 4 + 1}",
        number % 2 == 0 ? "Giao thông" : "Đất đai",
        "Phòng Kinh tế",
        "15/9/2026",
        number % 5 == 0 ? "Kiến nghị lần 2" : "");

    private static IEnumerable<Block> ReportPart(int part)
    {
        yield return HeadingBlock.Part(part switch { 0 => "TÌNH HÌNH CHUNG", 1 => "KẾT QUẢ GIẢI QUYẾT", _ => "ĐÁNH GIÁ, KIẾN NGHỊ" });
        yield return HeadingBlock.Section("Kết quả đạt được");
        yield return new ParagraphBlock("Ủy ban nhân dân xã đã tiếp thu, phân công cụ thể cho các phòng, đơn vị; nhiều kiến nghị được giải quyết kịp thời, đúng thẩm quyền, được cử tri đồng tình. Công tác phối hợp giữa Thường trực Hội đồng nhân dân, Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam xã tiếp tục được duy trì.");
        yield return HeadingBlock.Point("Số liệu tổng hợp");
        yield return OutcomeTable();
        yield return HeadingBlock.Section("Tồn tại, hạn chế");
        yield return new ListBlock(
            "Một số kiến nghị kéo dài qua nhiều kỳ họp nhưng chưa có lộ trình giải quyết cụ thể.",
            "Văn bản trả lời còn chung chung, chưa rõ thời gian, nguồn lực và trách nhiệm thực hiện.");
        yield return new ParagraphBlock("Nguyên nhân chủ yếu do nguồn lực đầu tư còn hạn chế, một số nội dung vượt thẩm quyền của cấp xã, cần có ý kiến của các sở, ngành chuyên môn trước khi triển khai thực hiện.");
    }

    private static TableBlock OutcomeTable() => new(
        [
            new("STT", 6, TextAlign.Centre),
            new("Lĩnh vực", 26),
            new("Tổng số", 12, TextAlign.Centre),
            new("Đã giải quyết", 12, TextAlign.Centre),
            new("Đang giải quyết", 12, TextAlign.Centre),
            new("Giải trình", 12, TextAlign.Centre),
        ],
        [
            GridRow.Of("1", "Giao thông, hạ tầng", "14", "9", "3", "2"),
            GridRow.Of("2", "Đất đai, môi trường", "10", "6", "2", "2"),
            GridRow.Of("3", "Chính sách xã hội", "6", "3", "2", "1"),
            new GridRow(new GridCell("Tổng cộng", 2) { Align = TextAlign.Centre }, "30", "18", "7", "5") { Bold = true },
        ])
    {
        HeadingRows =
        [
            new GridRow(new GridCell("STT", Rows: 2), new GridCell("Lĩnh vực", Rows: 2), new GridCell("Tổng số", Rows: 2), new GridCell("Kết quả giải quyết", 3)),
            GridRow.Of("Đã giải quyết", "Đang giải quyết", "Giải trình"),
        ],
    };

    private static IEnumerable<Block> HamletAnswer(int number)
    {
        yield return HeadingBlock.Section("Đề nghị sửa chữa đường liên thôn đoạn từ nhà văn hóa đến trường tiểu học.");
        yield return new ParagraphBlock(new TextSpan("Trả lời: ", Bold: true), $"Ủy ban nhân dân xã đã bố trí kinh phí, thi công từ tháng {number + 5} năm 2026, hoàn thành trong quý IV.");
    }
}
