using System.Text;
using NghiTruong.Petitions.Import;
using NghiTruong.Support;
using NghiTruong.Tests.Documents;

namespace NghiTruong.Tests.Petitions.Import;

/// <summary>Ledgers as offices keep them, made up for the tests.</summary>
internal static class Ledgers
{
    public static readonly object?[] WardTitles =
        ["STT", "Mã vụ việc", "Nguồn tiếp nhận", "Cử tri đơn vị", "Lĩnh vực", "Nội dung kiến nghị", "Đơn vị xử lý", "Thẩm quyền xử lý", "Ngày tiếp nhận", "Thời hạn giải quyết", "Số cử tri", "Trạng thái", "Văn bản trả lời", "Phân loại kết quả", "Ghi chú"];

    /// <summary>A ward ledger: title above, header on row 3, the given rows below.</summary>
    public static MemoryStream Ward(params object?[][] rows) => Xlsx(WardTitles, rows);

    public static MemoryStream Xlsx(object?[] titles, params object?[][] rows) => LedgerFixtures.Xlsx(new FixtureSheet(
        "Sổ", [(1, ["SỔ THEO DÕI KIẾN NGHỊ CỬ TRI"]), (3, titles), .. rows.Select((cells, at) => (4 + at, cells))]));

    /// <summary>One row of the ward ledger; what is not named is left empty.</summary>
    public static object?[] Row(
        int ordinal, string content, string? code = null, string? place = "Thôn Bản Mế", string? field = "Giao thông", string? agency = "Phòng Kinh tế", object? received = null,
        object? due = null, object? voters = null, string? status = null, string? answer = null, string? outcome = null, string? note = null, string? authority = "Xã") =>
        [ordinal, code, "TXCT trước kỳ họp thứ 2", place, field, content, agency, authority, received ?? "10/7/2026", due, voters, status, answer, outcome, note];

    public static MemoryStream Nfd(params object?[][] rows) =>
        Xlsx(Decompose(WardTitles), [.. rows.Select(Decompose)]);

    public static ImportInput Input(TestHouse house, Stream content, string name = "so.xlsx", Guid? council = null) =>
        new() { CouncilId = council ?? house.Province.NaMau.Id, FileName = name, Content = content };

    private static object?[] Decompose(object?[] cells) => [.. cells.Select(c => c is string text ? text.Normalize(NormalizationForm.FormD) : c)];
}
