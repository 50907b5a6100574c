using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Registers;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Documents.Tables;
using NghiTruong.Resolutions;
using NghiTruong.Resolutions.Documents;
using NghiTruong.Resolutions.Import;
using NghiTruong.Support;
using static NghiTruong.Tests.Resolutions.ResolutionCases;

namespace NghiTruong.Tests.Resolutions;

/// <summary>A register of resolutions comes in as it is kept; and its papers go out.</summary>
public sealed class ResolutionImportTests
{
    private static readonly string[] Titles = ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu nội dung", "Loại nghị quyết", "Ngày hết hiệu lực", "Văn bản thay thế", "Ban phụ trách", "Cơ quan thực hiện", "Nội dung cần theo dõi"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Rows_come_in_whatever_the_typing_and_the_same_file_twice_adds_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await BodyAsync(house);
        List<object?[]> rows =
        [
            [1, "14/2026/NQ-HĐND", new DateOnly(2026, 7, 10), "Quy định mức hỗ trợ", "QPPL", null, null, "Ban Kinh tế - Ngân sách", "UBND xã Nà Mẫu", "Điều 3 khoản 2: công khai danh sách\nĐiều 5: tổng kết"],
            [2, "5/NQ/HĐND".Normalize(NormalizationForm.FormD), "10.07.26", "Phân bổ dự toán".Normalize(NormalizationForm.FormD), "Ngân sách", null, null, "KTNS", "Sở Lạ", null],
            [3, "06 / NQ-HĐND ngày 10/7/2025", null, "Kế hoạch đầu tư công", null, "31-12-2025", null, null, null, null],
            [4, "07/NQ-HĐND", "ngày 11 tháng 7 năm 2025", "Mức thu phí chợ", null, null, "Bị bãi bỏ bởi Nghị quyết số 14/2026/NQ-HĐND ngày 10/7/2026", null, null, null],
        ];

        var once = await ImportAsync(house, rows);
        var twice = await ImportAsync(house, rows);

        Assert.True(once.Rejected.Count == 0, string.Join("; ", once.Rejected));
        Assert.Equal(((4, 0, 0), (0, 0, 4)), ((once.Accepted, once.Changed, once.Unchanged), (twice.Accepted, twice.Changed, twice.Unchanged)));
        await using var db = house.Db();
        var all = await db.Set<Resolution>().OrderBy(r => r.Code).ToListAsync(Ct);
        Assert.Equal(["06/NQ-HĐND", "07/NQ-HĐND"], all.Where(r => r.Year == 2025).Select(r => r.Number).Order());
        Assert.Equal(["14/2026/NQ-HĐND", "5/NQ-HĐND"], all.Where(r => r.Year == 2026).Select(r => r.Number).Order());
        Assert.Equal((ResolutionState.Expired, ResolutionState.Repealed), (all.Single(r => r.Number == "06/NQ-HĐND").StateOn(new DateOnly(2026, 1, 1)), all.Single(r => r.Number == "07/NQ-HĐND").StateOn(new DateOnly(2026, 7, 10))));
        Assert.Contains("Sở Lạ", all.Single(r => r.Number == "5/NQ-HĐND").Note, StringComparison.Ordinal);
        Assert.Equal([("Điều 3 khoản 2", "công khai danh sách"), ("Điều 5", "tổng kết")], (await db.Set<ResolutionClause>().OrderBy(c => c.Code).ToListAsync(Ct)).Select(c => (c.Place, c.Content)));
        Assert.All(all, r => Assert.True(r.FromLedger));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_later_file_changes_what_nobody_has_worked_on_since(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        object?[] first = [1, "12/NQ-HĐND", "10/7/2026", "Trích yếu cũ", null, null, null, null, null, null];
        object?[] second = [2, "13/NQ-HĐND", "10/7/2026", "Trích yếu cũ", null, null, null, null, null, null];
        await ImportAsync(house, [first, second]);
        await using var db = house.Db();
        var touched = await db.Set<Resolution>().Where(r => r.Number == "13/NQ-HĐND").Select(r => r.Code).SingleAsync(Ct);
        Done(await house.Get<ResolutionWatch>().LookAsync(touched, new LookInput { Verdict = LookVerdict.StillNeeded, Found = "Tốt" }, house.Province.Head(), Ct));

        var later = await ImportAsync(house, [[.. first[..3], "Trích yếu mới", .. first[4..]], [.. second[..3], "Trích yếu mới", .. second[4..]]]);

        Assert.Equal((0, 1, 0), (later.Accepted, later.Changed, later.Unchanged));
        Assert.Equal(("resolution.import.movedOn", touched), (Assert.Single(later.Rejected).Code, later.Rejected[0].Value));
        Assert.Equal(["Trích yếu cũ", "Trích yếu mới"], await db.Set<Resolution>().Select(r => r.Title).OrderBy(t => t).ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task Rows_that_cannot_be_taken_come_back_with_the_reason_and_a_dry_run_stores_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        List<object?[]> rows =
        [
            [1, "12/NQ-HĐND", "10/7/2026", "Chợ", null, null, null, null, null, null],
            [2, "15-NQ/TU", "10/7/2026", "Văn bản của Đảng", null, null, null, null, null, null],
            [3, "14/NQ-HĐND", "32/7/2026", "Chợ", null, null, null, null, null, null],
            [4, "15/NQ-HĐND", "10/10/2026", "Chợ", null, null, null, null, null, null],
            [5, "16/NQ-HĐND", "10/7/2026", "Chợ", "Loại lạ", null, null, null, null, null],
            [6, "17/NQ-HĐND", "10/7/2026", "Kế hoạch (TỐI MẬT)", null, null, null, null, null, null],
            [7, "18/NQ-HĐND", "10/7/2026", "Chợ", null, null, null, "Ban Không có", null, null],
            [8, "12/NQ/HĐND", "11/7/2026", "Chợ", null, null, null, null, null, null],
        ];

        var told = await ImportAsync(house, rows, dryRun: true);

        Assert.Equal(1, told.Accepted);
        Assert.Equal(
            ["resolution.partyDocument", "import.dateUnreadable", "resolution.passedInFuture", "resolution.kindUnknown", "import.secret", "resolution.import.bodyUnknown", "resolution.import.twiceInFile"],
            told.Rejected.Where(r => r.Code != "resolution.import.dayMissing").Select(r => r.Code));
        await using var db = house.Db();
        Assert.Equal(0, await db.Set<Resolution>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task What_a_row_says_it_replaces_ends_with_it_in_the_file_and_in_the_register(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var typed = await EnteredAsync(house, Asked(house, "03/2025/NQ-HĐND", new DateOnly(2025, 7, 1)));
        string[] titles = ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu nội dung", "Thay thế nghị quyết", "Hiệu lực từ"];
        List<object?[]> rows =
        [
            [1, "05/NQ-HĐND", "10/7/2025", "Phân bổ dự toán", null, null],
            // Numbers begin anew every year: this one is not what it replaces.
            [2, "05/NQ-HĐND", "10/8/2026", "Kế hoạch khác", null, null],
            [3, "12/NQ-HĐND", "20/7/2026", "Điều chỉnh dự toán", "Nghị quyết số 05/NQ-HĐND", "1/8/2026"],
            [4, "14/2026/NQ-HĐND", "20/7/2026", "Mức hỗ trợ", "03/2025/NQ-HĐND", null],
        ];

        var once = await ImportAsync(house, rows, titles: titles);
        var twice = await ImportAsync(house, rows, titles: titles);

        Assert.True(once.Rejected.Count + twice.Rejected.Count == 0, string.Join("; ", once.Rejected.Concat(twice.Rejected)));
        Assert.Equal((4, 4), (once.Accepted, twice.Unchanged));
        await using var db = house.Db();
        var all = await db.Set<Resolution>().ToListAsync(Ct);
        var former = all.Single(r => r is { Number: "05/NQ-HĐND", Year: 2025 });
        Assert.Equal(("12/NQ-HĐND", new DateOnly(2026, 8, 1), ResolutionState.Replaced), (former.EndedBy, former.EndedOn, former.EndedAs));
        Assert.Null(all.Single(r => r is { Number: "05/NQ-HĐND", Year: 2026 }).EndedBy);
        Assert.Equal("14/2026/NQ-HĐND", all.Single(r => r.Code == typed).EndedBy);
        Assert.Equal(1, await db.Set<ResolutionChange>().CountAsync(Ct));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_column_with_a_title_of_the_offices_own_is_matched_by_hand(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        string[] titles = ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu nội dung", "Đầu mối tham mưu"];
        object?[] row = [1, "12/NQ-HĐND", "10/7/2026", "Chợ", "UBND xã Nà Mẫu"];

        var unknown = await ImportAsync(house, [row], dryRun: true, titles: titles);
        await ImportAsync(house, [row], titles: titles, columns: new() { ["Đầu mối tham mưu"] = ResolutionColumns.Agency });

        var column = Assert.Single(unknown.ToMatch);
        Assert.Equal(("Đầu mối tham mưu", "UBND xã Nà Mẫu"), (column.Title, unknown.SampleOf(column)));
        await using var db = house.Db();
        Assert.Equal(house.Province.NaMauCommittee.Id, (await db.Set<Resolution>().SingleAsync(Ct)).LeadAgencyId);
    }

    [Theory, Engines]
    public async Task A_stranger_cannot_import(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using var content = File([[1, "12/NQ-HĐND", "10/7/2026", "Chợ", null, null, null, null, null, null]]);

        Refused("council.notFound", await house.Get<ResolutionImport>().RunAsync(new RegisterFile(house.Province.NaMau.Id, content, "so.xlsx"), false, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    [Theory, Engines]
    public async Task The_papers_name_what_is_in_force_and_what_is_late(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await EnteredAsync(house, Asked(house, "03/2025/NQ-HĐND", new DateOnly(2025, 7, 1)) with { Title = "Mức thu phí chợ" });
        await EnteredAsync(house, Asked(house, "04/2025/NQ-HĐND", new DateOnly(2025, 7, 1)) with { Title = "Đã hết hạn", InForceUntil = new DateOnly(2026, 1, 1) });
        await ClauseAsync(house, await EnteredAsync(house), due: new DateOnly(2026, 9, 10));

        var inForce = await WordsAsync(house, ResolutionSheet.InForce);
        var following = await WordsAsync(house, ResolutionSheet.Following);

        Assert.Contains("DANH MỤC", inForce, StringComparison.Ordinal);
        Assert.Contains("03/2025/NQ-HĐND", inForce, StringComparison.Ordinal);
        Assert.DoesNotContain("04/2025/NQ-HĐND", inForce, StringComparison.Ordinal);
        Assert.Contains("Nghị quyết số 03/2025/NQ-HĐND: Mức thu phí chợ", following, StringComparison.Ordinal);
        Assert.Contains("Quá hạn 5 ngày", following, StringComparison.Ordinal);
        Assert.Null(await house.Get<ResolutionSheets>().WriteAsync(house.Province.NaMau.Id, ResolutionSheet.InForce, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    private static async Task<string> WordsAsync(TestHouse house, ResolutionSheet sheet)
    {
        var written = Done((await house.Get<ResolutionSheets>().WriteAsync(house.Province.NaMau.Id, sheet, house.Province.Clerk(), Ct))!).Value;
        using var content = new MemoryStream(written.Content);

        return string.Join('\n', NghiTruong.Documents.Word.WordText.Paragraphs(content).Value.Select(p => p.Text));
    }

    private static async Task BodyAsync(TestHouse house)
    {
        await using var db = house.Db();
        db.Add(new Body { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, Kind = BodyKind.Committee, Code = "KTNS", Name = "Ban Kinh tế - Ngân sách", From = new DateOnly(2026, 3, 15) });
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<RegisterTold> ImportAsync(TestHouse house, IEnumerable<object?[]> rows, bool dryRun = false, string[]? titles = null, Dictionary<string, string?>? columns = null)
    {
        await using var content = File(rows, titles);
        var file = new RegisterFile(house.Province.NaMau.Id, content, "so-nghi-quyet.xlsx") { Columns = columns ?? [] };

        return Done(await house.Get<ResolutionImport>().RunAsync(file, dryRun, house.Province.Clerk(), Ct)).Value;
    }

    private static MemoryStream File(IEnumerable<object?[]> rows, string[]? titles = null)
    {
        var content = new MemoryStream();
        Spreadsheet.Write(content, [new SheetData("Sổ", ["HỘI ĐỒNG NHÂN DÂN XÃ NÀ MẪU", "SỔ THEO DÕI NGHỊ QUYẾT"], [.. (titles ?? Titles).Select(t => new SheetColumn(t, 20))], rows.Select(r => SheetRow.Of([.. r])))]);
        content.Position = 0;

        return content;
    }
}
