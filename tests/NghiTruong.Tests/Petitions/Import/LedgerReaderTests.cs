using NghiTruong.Documents.Tables;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Tests.Documents;
using static NghiTruong.Tests.Petitions.Import.Ledgers;

namespace NghiTruong.Tests.Petitions.Import;

public sealed class LedgerReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("Hoàn thành", Outcome.Settled)]
    [InlineData("Đã xong", Outcome.Settled)]
    [InlineData("Đã giải quyết xong", Outcome.Settled)]
    [InlineData("Mới giải quyết 1 phần", Outcome.Partly)]
    [InlineData("Đã giải quyết một phần", Outcome.Partly)]
    [InlineData("1 phần", Outcome.Partly)]
    [InlineData("Đang giải quyết", Outcome.InProgress)]
    [InlineData("ĐANG THỰC HIỆN", Outcome.InProgress)]
    [InlineData("Giải trình, cung cấp thông tin", Outcome.Explained)]
    [InlineData("Đã giải trình", Outcome.Explained)]
    [InlineData("Chưa giải quyết", Outcome.NotSettled)]
    [InlineData("Chưa hoàn thành", Outcome.NotSettled)]
    [InlineData("chua giai quyet", Outcome.NotSettled)]
    [InlineData("settled", Outcome.Settled)]
    [InlineData("Xem văn bản kèm theo", null)]
    [InlineData("1", null)]
    public void Outcomes_are_read_as_offices_write_them(string written, Outcome? expected) => Assert.Equal(expected, OutcomeWords.Find(written));

    [Theory]
    [InlineData("5/7/2026")]
    [InlineData("05.07.26")]
    [InlineData("5-7-2026")]
    [InlineData(46208)]
    public void A_day_is_read_typed_or_as_a_serial_number(object written) =>
        Assert.Equal(new DateOnly(2026, 7, 5), Read(Row(1, "Sửa cầu", received: written)).Told!.ReceivedOn);

    [Fact]
    public void The_classification_wins_over_the_state_and_says_so()
    {
        var read = Read(Row(1, "Sửa cầu", status: "Đã xong", outcome: "Đang giải quyết"));

        Assert.Equal((false, Outcome.InProgress), (read.Told!.IsOver, read.Told.Outcome));
        Assert.Equal(("import.statusDisagrees", "Trạng thái", false), (read.Problems[0].Code, read.Problems[0].Column, read.Problems[0].IsRefusal));
    }

    [Fact]
    public void Words_that_are_no_value_are_kept_in_the_note_under_their_own_title()
    {
        var read = Read(Row(1, "Sửa cầu", field: "Thiên văn", due: "Quý IV/2026", voters: "cả thôn", note: "Kiến nghị nhiều lần"));

        Assert.Equal("Kiến nghị nhiều lần\nSố cử tri: cả thôn\nLĩnh vực: Thiên văn\nThời hạn giải quyết: Quý IV/2026", read.Told!.Note);
        Assert.Equal(3, read.Problems.Count(p => !p.IsRefusal));
    }

    [Fact]
    public void A_row_marked_secret_is_refused()
    {
        var read = Read(Row(1, "Sửa cầu", note: "Tuyệt mật"));

        Assert.Null(read.Told);
        Assert.True(read.IsSecret);
        Assert.Equal(("import.secret", "Ghi chú"), (read.Problems[0].Code, read.Problems[0].Column));
    }

    [Fact]
    public void Of_a_party_document_only_number_and_day_are_kept()
    {
        var read = Read(Row(1, "Sửa cầu", answer: "15-NQ/TU ngày 5/7/2026 về lãnh đạo, chỉ đạo nội dung này"));

        Assert.Equal(new LedgerAnswer("15-NQ/TU", new DateOnly(2026, 7, 5), null), read.Told!.Answer);
        Assert.Equal("import.partyDocument", Assert.Single(read.Problems).Code);
    }

    [Theory]
    [InlineData("21/UBND-VP ngày 13/10/2026", "21/UBND-VP", null)]
    [InlineData("Công văn số 21/UBND-VP ngày 13/10/2026", "21/UBND-VP", null)]
    [InlineData("Công văn 21/UBND-VP ngày 13/10/2026: đã đưa vào kế hoạch", "21/UBND-VP", "Công văn 21/UBND-VP ngày 13/10/2026: đã đưa vào kế hoạch")]
    [InlineData("Đã trả lời tại hội nghị", null, "Đã trả lời tại hội nghị")]
    public void An_answer_is_a_document_and_the_words_beside_it(string written, string? number, string? extract)
    {
        var answer = Read(Row(1, "Sửa cầu", answer: written)).Told!.Answer!;

        Assert.Equal((number, extract), (answer.Number, answer.Extract));
    }

    [Fact]
    public void An_agency_in_the_column_of_authority_gives_both()
    {
        object?[] titles = ["STT", "Nội dung kiến nghị", "Cử tri đơn vị", "Lĩnh vực", "CQ có thẩm quyền", "Văn bản chuyển", "Kết quả trả lời (số, ngày)", "Phân loại kết quả", "Ghi chú"];
        var rows = ReadAll(Xlsx(titles,
            [1, "Sửa quốc lộ", "Xã Bản Mẫu", "Giao thông", "Sở Giao thông vận tải", "245/HĐND-VP ngày 1/8/2022", "12/SGTVT-QL ngày 5/9/2022", "Đã giải quyết", null],
            [2, "Kéo điện", "Xã Bản Mẫu", "Điện", "Tỉnh", null, null, "Đang giải quyết", null]));

        Assert.Equal(("province", "Sở Giao thông vận tải"), (rows[0].Told!.Authority, rows[0].Told!.Agencies.Single()));
        Assert.Equal(new DateOnly(2022, 8, 1), rows[0].Told!.ForwardedOn);
        Assert.Equal(("province", 0), (rows[1].Told!.Authority, rows[1].Told!.Agencies.Count));
    }

    [Fact]
    public void Section_titles_give_field_and_authority_where_the_row_has_none()
    {
        object?[] titles = ["STT", "Nội dung kiến nghị", "Cử tri đơn vị", "Phân loại kết quả"];
        var rows = ReadAll(Xlsx(titles,
            ["I", "KIẾN NGHỊ THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA TRUNG ƯƠNG", null, null],
            [1, "Sửa quốc lộ", "Xã Bản Mẫu", "Đã giải quyết"],
            ["II", "LĨNH VỰC Y TẾ", null, null],
            [2, "Thiếu thuốc", "Xã Bản Mẫu", "Đang giải quyết"]));

        Assert.Equal("central", rows[0].Told!.Authority);
        Assert.Equal("health", rows[1].Told!.Field);
    }

    [Fact]
    public void The_senders_cell_is_parted_into_name_address_and_telephone()
    {
        object?[] titles = ["STT", "Người gửi: họ tên, địa chỉ liên hệ, số điện thoại", "Nội dung kiến nghị", "Ngày tiếp nhận"];
        var person = ReadAll(Xlsx(titles, [1, "Lò Thị Mẫu, thôn Bản Mế, 0912 345 678", "Sửa cầu", "5/7/2026"]))[0].Told!.Person;

        Assert.Equal(new LedgerPerson("Lò Thị Mẫu", "thôn Bản Mế", "0912 345 678"), person);
    }

    [Theory]
    [InlineData("TXCT trước kỳ họp thứ 2", 2)]
    [InlineData("TXCT sau kỳ họp thứ nhất", 1)]
    [InlineData("Kỳ họp thứ mười", 10)]
    [InlineData("TXCT chuyên đề", null)]
    public void The_session_is_read_from_the_source(string source, int? expected) => Assert.Equal(expected, SessionNumber.In(source));

    [Fact]
    public void Keys_part_equal_rows_and_do_not_mind_marks_typed_otherwise()
    {
        var council = Guid.CreateVersion7();
        var keys = new ImportKeys(council);
        var row = new LedgerRow { Content = "Hoà bình", Place = "Thôn 1" };

        var first = keys.Next(row).ByContent;
        var second = keys.Next(row with { Content = "HÒA BÌNH" }).ByContent;

        Assert.NotEqual(first, second);
        Assert.Equal(first, ImportKey.OfContent(council, row with { Content = "hoà  bình" }, 1));
        Assert.Equal(second, ImportKey.OfContent(council, row, 2));
        Assert.NotEqual(first, ImportKey.OfContent(council, row with { Place = "Thôn 2" }, 1));
        Assert.NotEqual(first, ImportKey.OfContent(Guid.CreateVersion7(), row, 1));
        Assert.NotEqual(ImportKey.OfCode(council, "VV-1", 2025), ImportKey.OfCode(council, "VV-1", 2026));
    }

    private static ReadRow Read(object?[] row) => ReadAll(Ward(row))[0];

    private static List<ReadRow> ReadAll(Stream ledger)
    {
        var tables = LedgerColumns.Finder.FindAll(TableReader.Read(ledger, "so.xlsx").Value).Value;

        return [.. new LedgerReader(Today, null).Read(tables)];
    }
}
