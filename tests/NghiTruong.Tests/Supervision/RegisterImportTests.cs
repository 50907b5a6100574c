using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Registers;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Documents.Tables;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Import;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>A register of supervisions comes in as it is kept, and stands as told.</summary>
public sealed class RegisterImportTests
{
    private static readonly string[] Titles = ["STT", "Cơ quan giám sát", "Hình thức giám sát", "Nội dung giám sát", "Ngày thực hiện", "Báo cáo kết quả", "Kiến nghị", "Kết quả thực hiện kiến nghị"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_figures_of_the_seed_come_out_to_the_unit(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        house.Clock.SetDay(new DateOnly(2022, 4, 30));
        var rows = Seed(38, "Chuyên đề").Concat(Seed(31, "Thường xuyên")).Concat(Seed(1, "Khảo sát")).ToList();

        var told = await ImportAsync(house, rows);

        Assert.Equal((70, 0), (told.Accepted, told.Rejected.Count));
        await house.WorkOffOutboxAsync();
        var figures = (await house.Get<SupervisionSummary>().ReadAsync(
            new SupervisionSummaryInput(SummaryPlace.Of(house.Province.NaMau.Id), new DateOnly(2021, 7, 1), new DateOnly(2022, 4, 30)), house.Province.Clerk(), Ct))!;
        Assert.Equal((70, 38, 31, 1), (figures.All.Held, figures.ByKind["thematic"].Held, figures.ByKind["ongoing"].Held, figures.ByKind["fieldSurvey"].Held));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_same_file_twice_adds_nothing_and_next_months_file_changes_what_it_tells(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        object?[] first = [1, "Thường trực HĐND", "Giám sát chuyên đề", "Nước sinh hoạt", "10/9/2026", null, null, null];
        object?[] equal = [2, "Thường trực HĐND", "Giám sát chuyên đề", "Nước sinh hoạt", "10.09.26", null, null, null];

        var once = await ImportAsync(house, [first, equal]);
        var twice = await ImportAsync(house, [first, equal]);
        var later = await ImportAsync(house, [[.. first[..5], "05/BC-TTHĐND ngày 12/9/2026", "Sửa ống.\nThu tiền đủ.", null], equal]);

        Assert.Equal(((2, 0, 0), (0, 0, 2), (0, 1, 1)), ((once.Accepted, once.Changed, once.Unchanged), (twice.Accepted, twice.Changed, twice.Unchanged), (later.Accepted, later.Changed, later.Unchanged)));
        await using var db = house.Db();
        Assert.Equal([SupervisionState.Held, SupervisionState.Concluded], await db.Set<SupervisionCase>().Select(s => s.State).OrderByDescending(s => s).ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task Rows_that_cannot_be_taken_come_back_with_the_reason_and_a_dry_run_stores_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        List<object?[]> rows =
        [
            [1, "Thường trực HĐND", "Thường xuyên", "Chợ", "10/9/2026", null, null, null],
            [2, "Ban Nào đó", "Thường xuyên", "Chợ", "10/9/2026", null, null, null],
            [3, "Thường trực HĐND", "Tham quan", "Chợ", "10/9/2026", null, null, null],
            [4, "Thường trực HĐND", "Thường xuyên", "Chợ", "32/9/2026", null, null, null],
            [5, "Thường trực HĐND", "Thường xuyên", "Chợ", "10/12/2026", null, null, null],
        ];

        var told = await ImportAsync(house, rows, dryRun: true);

        Assert.Equal(1, told.Accepted);
        Assert.Equal(
            ["supervision.import.subjectUnknown", "supervision.import.kindUnknown", "import.dateUnreadable", "supervision.heldInFuture"],
            told.Rejected.Where(r => r.Code != "supervision.import.dayMissing").Select(r => r.Code));
        await using var db = house.Db();
        Assert.Equal(0, await db.Set<SupervisionCase>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_stranger_cannot_import(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using var content = File([[1, "Thường trực HĐND", "Thường xuyên", "Chợ", "10/9/2026", null, null, null]]);

        Refused("council.notFound", await house.Get<RegisterImport>().RunAsync(new RegisterFile(house.Province.NaMau.Id, content, "so.xlsx"), false, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    private static IEnumerable<object?[]> Seed(int count, string kind) => Enumerable.Range(1, count)
        .Select(object?[] (i) => [i, "Thường trực HĐND", kind, $"Nội dung {kind} thứ {i}", new DateOnly(2021, 7, 1).AddDays(i * 7 % 300), $"{i}/BC-HĐND", null, null]);

    private static async Task<RegisterTold> ImportAsync(TestHouse house, IEnumerable<object?[]> rows, bool dryRun = false)
    {
        await using var content = File(rows);

        return Done(await house.Get<RegisterImport>().RunAsync(new RegisterFile(house.Province.NaMau.Id, content, "so-giam-sat.xlsx"), dryRun, house.Province.Clerk(), Ct)).Value;
    }

    private static MemoryStream File(IEnumerable<object?[]> rows)
    {
        var content = new MemoryStream();
        Spreadsheet.Write(content, [new SheetData("Sổ", ["SỔ THEO DÕI HOẠT ĐỘNG GIÁM SÁT"], [.. Titles.Select(t => new SheetColumn(t, 20))], rows.Select(r => SheetRow.Of([.. r])))]);
        content.Position = 0;

        return content;
    }
}
