using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Delegates.Import;
using NghiTruong.Documents.Registers;
using NghiTruong.Documents.Tables;
using NghiTruong.Journal;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Delegates;

/// <summary>The register as the office keeps it, and what it refuses.</summary>
public sealed class RegisterTests
{
    private static readonly DateOnly Start = SampleDelegates.TermStart;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task One_name_in_two_spellings_is_one_delegate_unless_said_to_be_another(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = Done(await RegisterAsync(house, "Hoàng Thị Hoà"));

        Assert.Equal("delegate.twin", Refused(await RegisterAsync(house, "  hoàng   thị HÒA ".Normalize(NormalizationForm.FormD))));
        Assert.Equal("DB-96001-2026-001", code);
        Assert.Equal("DB-96001-2026-002", Done(await RegisterAsync(house, "Hoàng Thị Hoà", d => d with { IsAnother = true })));
        // In another council the name is nobody's.
        Assert.Equal("DB-96002-2026-001", Done(await RegisterAsync(house, "Hoàng Thị Hoà", d => d with { CouncilId = house.Province.LungMau.Id }, house.Province.LungMau)));
    }

    [Theory, Engines]
    public async Task Two_presses_make_one_delegate(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var id = Guid.CreateVersion7();

        var first = Done(await RegisterAsync(house, "Lê Thị An", d => d with { Id = id }));
        Assert.Equal(first, Done(await RegisterAsync(house, "Lê Thị An", d => d with { Id = id })));
        await using var db = house.Db();
        Assert.Equal(1, await db.Set<Delegate>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_mandate_lies_within_a_term_and_does_not_end_before_it_begins(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<DelegateDesk>(), house.Province.Clerk());
        Assert.Equal("delegate.outsideTerms", Refused(await RegisterAsync(house, "Lê Thị An", d => d with { From = Start.AddDays(-1) })));
        Assert.Equal("delegate.inFuture", Refused(await RegisterAsync(house, "Lê Thị An", d => d with { From = house.Clock.Today.AddDays(1) })));
        var code = Done(await RegisterAsync(house, "Lê Thị An"));

        Assert.Equal("delegate.untilBeforeFrom", Refused(await desk.EndAsync(code, new MandateEndInput("1/NQ-HĐND", Start.AddDays(-1), MandateEnd.Removed), clerk, Ct)));
        Assert.Equal("delegate.documentMissing", Refused(await desk.EndAsync(code, new MandateEndInput(null, Start, MandateEnd.Removed), clerk, Ct)));
        Done(await desk.EndAsync(code, new MandateEndInput(null, Start, MandateEnd.Died), clerk, Ct));
        Assert.Equal("delegate.ended", Refused(await desk.EndAsync(code, new MandateEndInput(null, Start, MandateEnd.Died), clerk, Ct)));
    }

    [Theory, Engines]
    public async Task Nobody_takes_a_chair_that_is_held_or_a_post_of_another_council(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<DelegateStandingDesk>(), house.Province.Clerk());
        var (an, binh) = (Done(await RegisterAsync(house, "Lê Thị An")), Done(await RegisterAsync(house, "Bùi Văn Bình")));
        var (own, foreign) = (await BodyAsync(house, house.Province.NaMau), await BodyAsync(house, house.Province.LungMau));
        Done(await desk.TakePostAsync(an, new PostInput { Post = PostKind.Chair, From = Start }, clerk, Ct));
        var held = (await ViewAsync(house, an)).Posts.Single();

        Assert.Equal("delegate.postHeld", Refused(await desk.TakePostAsync(binh, new PostInput { Post = PostKind.Chair, From = Start.AddDays(40) }, clerk, Ct)));
        Assert.Equal("delegate.postBoth", Refused(await desk.TakePostAsync(an, new PostInput { Post = PostKind.ViceChair, From = Start }, clerk, Ct)));
        Assert.Equal("delegate.postBodyWrong", Refused(await desk.TakePostAsync(binh, new PostInput { Post = PostKind.CommitteeHead, BodyId = foreign, From = Start }, clerk, Ct)));
        Assert.Equal("delegate.postBodyWrong", Refused(await desk.TakePostAsync(binh, new PostInput { Post = PostKind.GroupHead, BodyId = own, From = Start }, clerk, Ct)));
        Done(await desk.TakePostAsync(binh, new PostInput { Post = PostKind.CommitteeHead, BodyId = own, From = Start }, clerk, Ct));

        // The day after the first one left, the chair is free; a last day before the first is none.
        Assert.Equal("delegate.untilBeforeFrom", Refused(await desk.LeavePostAsync(an, held.Id, Start.AddDays(-1), null, clerk, Ct)));
        Done(await desk.LeavePostAsync(an, held.Id, Start.AddDays(39), "9/NQ-HĐND", clerk, Ct));
        Assert.Equal("delegate.postHeld", Refused(await desk.TakePostAsync(binh, new PostInput { Post = PostKind.Chair, From = Start.AddDays(39) }, clerk, Ct)));
        Done(await desk.TakePostAsync(binh, new PostInput { Post = PostKind.Chair, From = Start.AddDays(40) }, clerk, Ct));
    }

    [Theory, Engines]
    public async Task The_end_of_a_mandate_ends_posts_and_full_time_work_and_frees_the_seat(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<DelegateDesk>(), house.Province.Clerk());
        var code = Done(await RegisterAsync(house, "Lê Thị An", d => d with { IsFullTime = true }));
        Done(await house.Get<DelegateStandingDesk>().TakePostAsync(code, new PostInput { Post = PostKind.ViceChair, From = Start }, clerk, Ct));
        var last = house.Clock.Today.AddDays(-1);

        Assert.Equal([DelegateCoverage.FullTime], await LinesAsync(house));
        Done(await desk.EndAsync(code, new MandateEndInput("18/NQ-HĐND", last, MandateEnd.Removed), clerk, Ct));

        var view = await ViewAsync(house, code);
        Assert.Equal((last, last, MandateEnd.Removed), (view.Posts.Single().Until, view.Spells.Single().Until, view.Delegate.EndedBecause));
        Assert.Empty(await LinesAsync(house));
    }

    [Theory, Engines]
    public async Task Full_time_work_begins_and_ends_on_a_day_and_moves_the_group_counted(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<DelegateStandingDesk>(), house.Province.Clerk());
        var code = Done(await RegisterAsync(house, "Lê Thị An"));
        Assert.Equal([DelegateCoverage.PartTime], await LinesAsync(house));
        Assert.Equal("delegate.documentMissing", Refused(await desk.BeginSpellAsync(code, new SpellInput { Kind = SpellKind.Suspended, From = Start }, clerk, Ct)));
        Assert.Equal("delegate.outsideMandate", Refused(await desk.BeginSpellAsync(code, new SpellInput { Kind = SpellKind.OnLeave, From = Start.AddDays(-1) }, clerk, Ct)));

        Done(await desk.BeginSpellAsync(code, new SpellInput { Kind = SpellKind.FullTime, From = Start.AddDays(10), Document = "3/QĐ" }, clerk, Ct));
        Assert.Equal([DelegateCoverage.FullTime], await LinesAsync(house));
        Assert.Equal("delegate.spellTwice", Refused(await desk.BeginSpellAsync(code, new SpellInput { Kind = SpellKind.FullTime, From = Start.AddDays(20), Document = "4/QĐ" }, clerk, Ct)));
        Done(await desk.EndSpellAsync(code, (await ViewAsync(house, code)).Spells.Single().Id, house.Clock.Today, null, clerk, Ct));
        Assert.Equal([DelegateCoverage.PartTime], await LinesAsync(house));
    }

    [Theory, Engines]
    public async Task A_report_of_last_year_counts_in_last_year_and_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<DelegateReportDesk>(), house.Province.Clerk());
        var code = Done(await RegisterAsync(house, "Lê Thị An"));

        Assert.Equal("delegate.reportYearWrong", Refused(await desk.HandInAsync(code, 2025, null, null, clerk, Ct)));
        Done(await desk.HandInAsync(code, 2026, null, null, clerk, Ct));
        Done(await desk.HandInAsync(code, 2026, null, null, clerk, Ct));
        await using var db = house.Db();
        Assert.Equal(1, (await db.Set<CoverageLine>().SingleAsync(l => l.Kind == DelegateCoverage.YearlyReport, Ct)).Done);
        Assert.Equal(new DateOnly(2026, 12, 31), DelegateReport.Counts(2026, new DateOnly(2027, 1, 10)));
        Assert.Equal("delegate.notFound", Refused(await desk.HandInAsync(code, 2026, null, null, house.Province.Clerk(house.Province.LungMau), Ct)));
    }

    [Theory, Engines]
    public async Task What_is_sensitive_is_sealed_opened_for_few_and_each_opening_is_journalled(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<DelegateParticularsDesk>(), house.Province.Clerk());
        var code = Done(await RegisterAsync(house, "Lê Thị An"));
        Done(await desk.SaveAsync(code, new Particulars { IdentityNumber = "096000000001", Religion = "Không" }, clerk, Ct));

        Assert.Equal("096000000001", Done(await desk.OpenAsync(code, clerk, Ct)).IdentityNumber);
        foreach (var other in new[] { house.Province.StandingCommittee(), house.Province.Clerk(house.Province.LungMau), house.Province.Clerk(house.Province.Own), SampleProvince.As(Role.Administrator, house.Province.NaMau), SampleProvince.As(Role.Delegate, house.Province.NaMau) })
        {
            Assert.Equal("delegate.notFound", Refused(await desk.OpenAsync(code, other, Ct)));
        }

        await using var db = house.Db();
        Assert.DoesNotContain("096000000001", (await db.Set<DelegateParticulars>().SingleAsync(Ct)).Sealed, StringComparison.Ordinal);
        Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "delegate.particularsRead", Ct));
        Assert.DoesNotContain(await db.Set<JournalEntry>().Select(e => e.Data).ToListAsync(Ct), d => d.Contains("096000000001", StringComparison.Ordinal));
        Assert.DoesNotContain(await db.Set<JournalPersonalValue>().Select(v => v.Value).ToListAsync(Ct), v => v.Contains("096000000001", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_list_with_one_delegate_in_two_spellings_enters_them_once_and_asks(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var list = string.Join('\n',
            "STT,Họ và tên,Chức vụ HĐND,Chuyên trách,Số CCCD",
            "1,Hoàng Thị Hoà,Phó Chủ tịch HĐND,x,096000000001",
            "2," + "HOÀNG  THỊ HÒA".Normalize(NormalizationForm.FormD) + ",,,",
            "3,Hoàng Thị Hóa,,,",
            "4,Bùi Văn Bình,Chủ tịch HĐND,,",
            "5,Đỗ Văn Cường,Chủ tịch HĐND,,",
            "6,Vũ Thị Dung,Trưởng Ban Không Có,,");

        var told = await ImportAsync(house, list);

        Assert.Equal(3, told.Accepted);
        Assert.Equal(
            [(3, "delegate.import.twiceInFile"), (4, "delegate.import.alike"), (6, "delegate.postHeld"), (7, "delegate.import.postUnknown")],
            told.Rejected.Select(r => (r.Row, r.Code)));
        var again = await ImportAsync(house, list);
        Assert.Equal((0, 0, 3), (again.Accepted, again.Changed, again.Unchanged));
        await using var db = house.Db();
        Assert.Equal(["Bùi Văn Bình", "Đỗ Văn Cường", "Hoàng Thị Hoà"], await db.Set<Delegate>().OrderBy(d => d.SortKey).Select(d => d.FullName).ToListAsync(Ct));
        Assert.Equal(1, await db.Set<DelegateParticulars>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_mandate_ends_with_its_term_the_day_after_and_the_roster_of_its_last_day_still_has_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = Done(await RegisterAsync(house, "Bùi Văn Bình"));
        var last = new DateOnly(2026, 9, 20);
        await using (var db = house.Db())
        {
            await db.Set<CouncilTerm>().Where(t => t.CouncilId == house.Province.NaMau.Id && t.Until == null).ExecuteUpdateAsync(s => s.SetProperty(t => t.Until, last), Ct);
        }

        house.Clock.SetDay(last);
        await house.Get<EndedTerms>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        Assert.Null((await ViewAsync(house, code)).Delegate.Until);
        house.Clock.SetDay(last.AddDays(1));
        await house.Get<EndedTerms>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        await house.Get<EndedTerms>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);

        var ended = (await ViewAsync(house, code)).Delegate;
        Assert.Equal((last, MandateEnd.TermOver), (ended.Until, ended.EndedBecause));
        await using var after = house.Db();
        Assert.Equal((1, 0), ((await DelegateRoster.OnAsync(after, house.Province.NaMau.Id, last, Ct)).Total, (await DelegateRoster.OnAsync(after, house.Province.NaMau.Id, last.AddDays(1), Ct)).Total));
    }

    [Theory, Engines]
    public async Task A_column_with_a_title_of_the_offices_own_is_matched_by_hand(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        const string list = "STT;Họ và tên;Giới tính;Đang làm gì\n1;Bùi Văn Bình;Nam;Trưởng thôn Nà Pục\n";

        Assert.Equal("Đang làm gì", Assert.Single((await ImportAsync(house, list)).ToMatch).Title);
        var told = await ImportAsync(house, list, new Dictionary<string, string?> { ["Đang làm gì"] = DelegateColumns.Occupation });

        await using var db = house.Db();
        Assert.Equal((1, "Trưởng thôn Nà Pục"), (told.Changed, (await db.Set<Delegate>().SingleAsync(Ct)).Occupation));

        // Next month's file is known by what was said of this one.
        var next = await ImportAsync(house, "STT;Họ và tên;Giới tính;ĐANG LÀM GÌ\n1;Bùi Văn Bình;Nam;Bí thư chi bộ\n");
        Assert.Equal((1, ColumnMatch.ByHand), (next.Changed, Assert.Single(next.ToMatch).Match));
    }

    [Theory, Engines]
    public async Task A_council_is_read_from_above_and_kept_at_home_alone(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = Done(await RegisterAsync(house, "Lê Thị An"));
        var (reader, desk) = (house.Get<DelegateReader>(), house.Get<DelegateDesk>());
        var end = new MandateEndInput("1/NQ", Start, MandateEnd.Removed);

        Assert.NotNull(await reader.ReadAsync(code, house.Province.Clerk(house.Province.Own), Ct));
        Assert.Null(await reader.ReadAsync(code, house.Province.Clerk(house.Province.LungMau), Ct));
        Assert.Null(await reader.ReadAsync(code, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Assert.Equal("delegate.notAllowed", Refused(await desk.EndAsync(code, end, house.Province.Clerk(house.Province.Own), Ct)));
        Assert.Equal("delegate.notAllowed", Refused(await desk.EndAsync(code, end, SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct)));
        Assert.Equal("delegate.notFound", Refused(await desk.EndAsync(code, end, house.Province.Clerk(house.Province.LungMau), Ct)));
        Assert.Equal("council.notFound", Refused(await desk.RegisterAsync(Input(house, "Ma Văn Khác"), house.Province.Clerk(house.Province.LungMau), Ct)));
    }

    [Theory, Engines]
    public async Task Numbers_are_compared_with_the_rule_and_the_councils_that_lack_are_named(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        Done(await RegisterAsync(house, "Lê Thị An", d => d with { IsFullTime = true }));
        var councils = await house.Get<CouncilDirectory>().CouncilsAsync(Ct);
        var (reader, own) = (house.Get<LegalNumberReader>(), councils[house.Province.NaMau.Id]);

        var lines = await reader.ReadAsync(own, Ct);

        Assert.Equal((18, 1, 17), Of("delegates"));
        Assert.Equal((3, 1, 2), Of(LegalNumbers.FullTime));
        Assert.Equal((1, 0, 1), Of(LegalNumbers.ViceChairs));
        var shortest = await reader.ShortAsync([own, councils[house.Province.LungMau.Id]], house.Province.Own.ProvinceId, Ct);
        Assert.Equal([(house.Province.LungMau.Id, 3), (own.Id, 2)], shortest.Select(s => (s.CouncilId, s.MissingFullTime)));

        (int?, int, int) Of(string code) => lines.Where(l => l.Code == code).Select(l => (l.Legal, l.Actual, l.Missing)).Single();
    }

    [Theory, Engines]
    public async Task Mandates_end_with_their_council(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = Done(await RegisterAsync(house, "Lê Thị An"));

        Done(await house.Get<CouncilLife>().EndAsync(house.Province.NaMau.Id, house.Clock.Today, "NQ 1", Acting.System, Ct));

        var d = (await ViewAsync(house, code)).Delegate;
        Assert.Equal((house.Clock.Today, MandateEnd.UnitEnded), (d.Until, d.EndedBecause));
    }

    private static DelegateInput Input(TestHouse house, string name) => new() { CouncilId = house.Province.NaMau.Id, FullName = name, From = Start };

    private static Task<Result<string>> RegisterAsync(TestHouse house, string name, Func<DelegateInput, DelegateInput>? with = null, Council? at = null) =>
        house.Get<DelegateDesk>().RegisterAsync((with ?? (d => d))(Input(house, name)), house.Province.Clerk(at), Ct);

    private static async Task<DelegateView> ViewAsync(TestHouse house, string code) => (await house.Get<DelegateReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;

    private static async Task<RegisterTold> ImportAsync(TestHouse house, string csv, IReadOnlyDictionary<string, string?>? columns = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var file = new RegisterFile(house.Province.NaMau.Id, content, "dai-bieu.csv") { Columns = columns ?? new Dictionary<string, string?>() };

        return Done(await house.Get<DelegateImport>().RunAsync(file, dryRun: false, house.Province.Clerk(), Ct));
    }

    private static async Task<Guid> BodyAsync(TestHouse house, Council council)
    {
        await using var db = house.Db();
        var body = new Body { Id = Guid.CreateVersion7(), CouncilId = council.Id, Kind = BodyKind.Committee, Code = "VH-9", Name = "Ban Thử", From = Start };
        db.Add(body);
        await db.SaveChangesAsync(Ct);

        return body.Id;
    }

    private static async Task<List<string>> LinesAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<CoverageLine>().Where(l => l.Kind == DelegateCoverage.YearlyReport).Select(l => l.Grp).ToListAsync(Ct);
    }

    private static string Refused(Result result) => Assert.Single(result.Refusals).Code;

    private static T Done<T>(Result<T> result)
    {
        Assert.Empty(result.Refusals);

        return result.Value;
    }

    private static void Done(Result result) => Assert.Empty(result.Refusals);
}
