using System.Text;

using NghiTruong.Documents.Tables;

using Xunit;

namespace NghiTruong.Tests.Documents;

public sealed class HeaderFinderTests
{
    private static readonly string[] Simple = ["STT", "Nội dung kiến nghị", "Lĩnh vực", "Ngày nhận"];

    [Fact]
    public void The_shared_ledger_has_exactly_sixty_rows()
    {
        using Stream ledger = LedgerFixtures.SharedLedger() is { } path ? File.OpenRead(path) : MadeUpLedger();

        var found = Assert.Single(Find(ledger, "so.xlsx"));

        Assert.Equal(60, found.Rows.Count);
        Assert.Empty(found.UnknownColumns);
        Assert.All(found.Rows, row => Assert.False(row["text"].IsEmpty));
        Assert.Equal(Enumerable.Range(1, 60), found.Rows.Select(row => (int)row["ordinal"].Number));
        Assert.Equal([SkipReason.Section, SkipReason.Total], found.Skipped.Select(row => row.Reason));
        Assert.Empty(found.Rows[29].Sections);
        Assert.Equal("II", Assert.Single(found.Rows[30].Sections).Mark);
        Assert.Equal(new DateOnly(2026, 9, 13), found.Rows[1]["received"].AsDate);
    }

    [Fact]
    public void A_group_over_two_columns_and_merged_titles_make_one_header()
    {
        var sheet = new FixtureSheet(
            "Sổ",
            (1, ["UBND XÃ BẢN MẪU"]),
            (3, ["Stt", "Người gửi", null, "Nội dung kiến nghị", "Ngày tiếp nhận", "Cột riêng"]),
            (4, [null, "Họ tên", "Địa chỉ", null, null, null]),
            (5, ["(1)", "(2)", "(3)", "(4)", "(5)=(1)+(2)", "(6)"]),
            (6, [1, "Giàng A Lử", "Thôn 1", "Sửa đường", "5/7/2026", "x"]),
            (7, [2, "Lò Thị Mỉ", "Thôn 2", "Kéo điện", "05.07.26", null]))
        { Merges = ["A1:F1", "A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:F4"] };

        var found = Assert.Single(Find(LedgerFixtures.Xlsx(sheet)));

        Assert.Equal(["ordinal", "sender", "address", "text", "received", null], found.Columns.Select(column => column.Key));
        Assert.Equal("Người gửi / Địa chỉ", found.Columns[2].Title);
        Assert.Equal("Cột riêng", Assert.Single(found.UnknownColumns).Title);
        Assert.Equal(4, found.HeaderRow);
        Assert.Equal(["Giàng A Lử", "Lò Thị Mỉ"], found.Rows.Select(row => row["sender"].Text));
        Assert.Equal(new SkippedRow(5, SkipReason.Numbering, "(1) | (2) | (3) | (4) | (5)=(1)+(2) | (6)"), Assert.Single(found.Skipped));
    }

    [Fact]
    public void Parts_nobody_knows_under_an_unmerged_group_are_header_and_not_data()
    {
        var sheet = new FixtureSheet(
            "Sổ",
            (1, ["STT", "Nội dung kiến nghị", "Mức độ", null, "Lĩnh vực"]),
            (2, [null, null, "Cao", "Thấp", null]),
            (3, [1, "Sửa đường", "x", null, "Giao thông"]),
            (4, [2, "Kéo điện", null, "x", "Điện"]));

        var found = Assert.Single(Find(LedgerFixtures.Xlsx(sheet)));

        Assert.Equal(["Mức độ / Cao", "Mức độ / Thấp"], found.UnknownColumns.Select(column => column.Title));
        Assert.Equal(2, found.Rows.Count);
    }

    [Fact]
    public void Sections_totals_repeated_headers_empty_numbers_and_notes_are_left_out_with_the_reason()
    {
        var sheet = new FixtureSheet(
            "Sổ",
            (1, ["SỔ THEO DÕI"]),
            (2, [.. Simple]),
            (3, ["A", "LĨNH VỰC KINH TẾ"]),
            (4, ["I", "Giao thông", null, 2]),
            (5, [1, "Sửa đường", "Giao thông", "1/7/2026"]),
            (6, [2, "Cộng đồng dân cư đề nghị làm cầu", "Giao thông", "1/7/2026"]),
            (7, ["II", "Thủy lợi"]),
            (8, [3, "Nạo vét mương", "Thủy lợi", "2/7/2026"]),
            (9, [null, "Cộng", null, 3]),
            (10, ["STT", "Nội dung kiến nghị", "Lĩnh vực", "Ngày nhận"]),
            (11, ["B. VĂN HÓA - XÃ HỘI"]),
            (12, [4, "Công an xã tuần tra", "An ninh", "3/7/2026"]),
            (13, [5]),
            (14, [6]),
            (15, ["Tổng số: 4 kiến nghị"]),
            (17, ["Ghi chú: số liệu đến 30/9."]),
            (18, [null, "NGƯỜI LẬP BIỂU", null, "TM. THƯỜNG TRỰC"]))
        { Merges = ["A1:D1", "A11:D11", "A15:D15"] };

        var found = Assert.Single(Find(LedgerFixtures.Xlsx(sheet)));

        Assert.Equal([5, 6, 8, 12], found.Rows.Select(row => row.Number));
        Assert.Equal(["A. LĨNH VỰC KINH TẾ", "II. Thủy lợi"], found.Rows[2].Sections.Select(section => section.ToString()));
        Assert.Equal(["B. VĂN HÓA - XÃ HỘI"], found.Rows[3].Sections.Select(section => section.ToString()));
        Assert.Equal(
            [(3, SkipReason.Section), (4, SkipReason.Section), (7, SkipReason.Section), (9, SkipReason.Total), (10, SkipReason.RepeatedHeader), (11, SkipReason.Section),
                (13, SkipReason.OnlyOrdinal), (14, SkipReason.OnlyOrdinal), (15, SkipReason.Total), (17, SkipReason.Note), (18, SkipReason.Note)],
            found.Skipped.Select(row => (row.Number, row.Reason)));
    }

    [Fact]
    public void A_unit_merged_over_its_rows_is_repeated_and_an_answer_going_on_below_is_joined()
    {
        var sheet = new FixtureSheet(
            "Sổ",
            (1, ["STT", "Cử tri đơn vị", "Nội dung kiến nghị", "Văn bản trả lời"]),
            (2, [1, "Thôn Nà Hẩu", "Sửa đường", "12/UBND-KT"]),
            (3, [null, null, null, "15/UBND-KT"]),
            (4, [2, null, "Kéo điện", null]))
        { Merges = ["B2:B4", "A2:A3", "C2:C3"] };

        var found = Assert.Single(Find(LedgerFixtures.Xlsx(sheet)));

        Assert.Equal(["Thôn Nà Hẩu", "Thôn Nà Hẩu"], found.Rows.Select(row => row["unit"].Text));
        Assert.Equal("12/UBND-KT\n15/UBND-KT", found.Rows[0]["answer"].Text);
        Assert.Equal((3, SkipReason.Continued), (found.Skipped[0].Number, found.Skipped[0].Reason));
    }

    [Fact]
    public void Titles_in_decomposed_letters_capitals_and_brackets_are_known()
    {
        var sheet = new FixtureSheet(
            "Sổ",
            (4, ["STT", "NỘI DUNG\nKIẾN NGHỊ", "Thời hạn giải quyết (UBND báo cáo chậm nhất 30 ngày trước khai mạc)", "Đơn vị xử lý trực tiếp thuộc cấp phường"]),
            (5, [1, "Sửa đường", "30/7/2026", "Phòng Kinh tế"]));
        var decomposed = sheet with { Rows = [.. sheet.Rows.Select(row => (row.Number, row.Cells.Select(cell => cell is string text ? text.Normalize(NormalizationForm.FormD) : cell).ToArray()))] };

        var found = Assert.Single(Find(LedgerFixtures.Xlsx(decomposed)));

        Assert.Equal(["ordinal", "text", "due", "agency"], found.Columns.Select(column => column.Key));
        Assert.Equal(ColumnMatch.Likely, found.Columns[3].Match);
        Assert.True(found.Rows[0]["text"].Text.IsNormalized());
    }

    [Fact]
    public void Of_several_sheets_only_the_ledger_is_taken_and_hidden_ones_only_when_alone()
    {
        var ledger = new FixtureSheet("Sổ", (1, [.. Simple]), (2, [1, "Sửa đường", "Giao thông", null]));
        var guide = new FixtureSheet("Hướng dẫn", (1, ["Điền đủ các cột"]), (2, ["Lĩnh vực"]), (3, ["Giao thông"]));

        Assert.Equal("Sổ", Assert.Single(Find(LedgerFixtures.Xlsx(guide, ledger, ledger with { Name = "Cũ", IsHidden = true }))).Table.Name);
        Assert.Equal("Cũ", Assert.Single(Find(LedgerFixtures.Xlsx(guide, ledger with { Name = "Cũ", IsHidden = true }))).Table.Name);
    }

    [Fact]
    public void Two_tables_of_a_Word_document_and_one_cut_off_by_a_page_are_read()
    {
        var body = LedgerFixtures.Paragraph("Phụ lục I")
            + LedgerFixtures.WordTable(["TT^", "Người gửi>2", "Nội dung kiến nghị^"], ["^", "Họ tên", "Địa chỉ", "^"], ["1", "Vừ Mí Sò", "Thôn 1", "Sửa đường"])
            + LedgerFixtures.WordTable(["2", "Lò Thị Mỉ", "Thôn 2", "Kéo điện"])
            + LedgerFixtures.Paragraph("Phụ lục II")
            + LedgerFixtures.WordTable(["STT", "Kiến nghị của cử tri", "Lĩnh vực"], ["I", "KINH TẾ>2"], ["1", "Nạo vét mương", "Thủy lợi"])
            + LedgerFixtures.WordTable(["Nơi nhận:", "TM. THƯỜNG TRỰC"]);

        var found = Find(LedgerFixtures.Docx(body), "kien-nghi.docx");

        Assert.Equal(["Sửa đường", "Kéo điện", "Nạo vét mương"], found.SelectMany(table => table.Rows).Select(row => row["text"].Text));
        Assert.Equal("Phụ lục II", found[2].Table.Name);
        Assert.Equal("KINH TẾ", found[2].Rows[0].Sections[0].Title);
    }

    [Fact]
    public void A_mapping_by_hand_overrides_what_is_found()
    {
        var sheet = new FixtureSheet("Sổ", (1, ["No", "Việc dân nêu", "Ngành", "Ghi chú"]), (2, [1, "Sửa đường", "Giao thông", "gấp"]));
        var file = Read(LedgerFixtures.Xlsx(sheet));

        Assert.Equal("table.noHeader", LedgerFixtures.Finder.FindAll(file).Refusals[0].Code);

        var byColumn = LedgerFixtures.Finder.FindAll(file, new HandMapping { HeaderRow = 1, Columns = new Dictionary<int, string?> { [1] = "text", [3] = null } }).Value[0];
        var titles = new Dictionary<string, string?> { ["VIỆC DÂN NÊU"] = "text", ["Ngành"] = "field", ["No"] = "ordinal" };
        var byTitle = LedgerFixtures.Finder.FindAll(file, new HandMapping { Titles = titles }).Value[0];

        Assert.Equal([null, "text", null, null], byColumn.Columns.Select(column => column.Key));
        Assert.Equal(["ordinal", "text", "field", "note"], byTitle.Columns.Select(column => column.Key));
        Assert.Equal("Sửa đường", byTitle.Rows[0]["text"].Text);
    }

    [Fact]
    public void Of_two_columns_with_one_title_the_first_is_taken_and_the_second_left_to_people()
    {
        var sheet = new FixtureSheet("Sổ", (1, ["STT", "Nội dung kiến nghị", "Ghi chú", "Ghi chú", null]), (2, [1, "Sửa đường", "a", "b", "không tiêu đề"]));

        var found = Assert.Single(Find(LedgerFixtures.Xlsx(sheet)));

        Assert.Equal("a", found.Rows[0]["note"].Text);
        Assert.Equal(["D", "E"], found.UnknownColumns.Select(column => column.Letter));
    }

    [Fact]
    public void A_sparse_row_with_a_number_and_a_row_without_one_stay_data()
    {
        var sheet = new FixtureSheet(
            "Sổ", (1, [.. Simple]), (2, [1, "Sửa đường", "Giao thông", "1/7/2026"]), (3, [2, "Kéo điện"]), (4, [null, "Làm cầu", "Giao thông", "1/7/2026"]), (5, [3, "Xây trường", "Giáo dục", null]));

        Assert.Equal([2, 3, 4, 5], Assert.Single(Find(LedgerFixtures.Xlsx(sheet))).Rows.Select(row => row.Number));
    }

    [Fact]
    public void Rejected_rows_come_back_with_their_own_columns_a_reason_and_can_be_read_again()
    {
        var sheet = new FixtureSheet(
            "Sổ / 2026",
            (3, ["STT", "Người gửi", null, "Cột riêng", "Nội dung kiến nghị"]),
            (4, [null, "Họ tên", "Địa chỉ", null, null]),
            (5, ["II", "SAU KỲ HỌP"]),
            (6, [1, "Vừ Mí Sò", "=1+1", "-5", "Sửa đường"]),
            (7, [2, "Lò Thị Mỉ", "Thôn 2", null, "Kéo điện"]))
        { Merges = ["A3:A4", "B3:C3", "D3:D4", "E3:E4", "B5:E5"] };
        var first = Find(LedgerFixtures.Xlsx(sheet));
        using var file = new MemoryStream();

        new RejectedRows("Lý do").Write(file, first, (_, number) => number == 6 ? "Thiếu ngày tiếp nhận" : null);
        var second = Find(file);
        using var again = new MemoryStream();
        new RejectedRows("Lý do").Write(again, second, (_, _) => "Vẫn thiếu");
        var third = Assert.Single(Find(again));

        Assert.Equal([.. first[0].Columns.Select(column => column.Title), "Lý do"], third.Columns.Select(column => column.Title));
        Assert.Equal(["ordinal", "sender", "address", null, "text", null], third.Columns.Select(column => column.Key));
        var row = Assert.Single(third.Rows);
        Assert.Equal(["1", "Vừ Mí Sò", "=1+1", "-5", "Sửa đường", "Vẫn thiếu"], row.Source.Cells.Select(cell => cell.Text));
        Assert.Equal("II. SAU KỲ HỌP", row.Sections[0].ToString());
    }

    private static TableFile Read(Stream file, string name = "so.xlsx")
    {
        var read = TableReader.Read(file, name, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(read.Refusals);

        return read.Value;
    }

    private static IReadOnlyList<FoundTable> Find(Stream file, string name = "so.xlsx") => LedgerFixtures.Finder.FindAll(Read(file, name)).Value;

    /// <summary>The layout of the shared ledger, for a clone that stands alone.</summary>
    private static MemoryStream MadeUpLedger()
    {
        var rows = new List<(int, object?[])> { (1, ["HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU"]), (5, ["STT", "Cử tri đơn vị", "Nội dung kiến nghị", "Ngày tiếp nhận"]) };
        rows.AddRange(Enumerable.Range(1, 60).Select(n => (n + (n > 30 ? 6 : 5), new object?[] { n, "Thôn 1", $"Kiến nghị số {n}", 46276 + n })));
        rows.Insert(32, (36, ["II", "CÁC KIẾN NGHỊ SAU KỲ HỌP"]));
        rows.Add((67, [null, null, "Tổng cộng: 60 kiến nghị"]));

        return LedgerFixtures.Xlsx(new FixtureSheet("Kiến nghị", [.. rows]) { Merges = ["A1:D1", "B36:D36"] });
    }
}
