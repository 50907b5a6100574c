using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Letters;
using NghiTruong.Notifications;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Support;
using static NghiTruong.Tests.Schemes.SchemeCases;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Schemes;

/// <summary>Whether a plan has reached every unit.</summary>
public sealed class RollOutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_unit_marks_its_own_step_and_the_upper_desk_marks_one_from_paper_for_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<RollOutDesk>());
        var code = await RolledOutAsync(house, (await EnteredAsync(house)).Scheme);
        var (na, lung) = (await TaskAsync(house, p.NaMau, "issued"), await TaskAsync(house, p.LungMau, "issued"));

        Refused("rollOut.doneInFuture", await desk.DoneAsync(new StepDoneInput(na, Day(9, 16)), p.Clerk(), Ct));
        var both = await Task.WhenAll(desk.DoneAsync(new StepDoneInput(na, null, "12-KH/ĐU"), p.Clerk(), Ct), desk.DoneAsync(new StepDoneInput(lung, Day(9, 14), "13-KH/ĐU"), p.Clerk(p.Own), Ct));
        Assert.All(both, r => Done(r));
        Refused("rollOut.unitNotFound", await desk.DoneAsync(new StepDoneInput(lung), p.Clerk(), Ct));
        Refused("rollOut.notAllowed", await desk.TakeBackAsync(na, SampleProvince.As(Role.Delegate, p.NaMau), Ct));

        var view = (await house.Get<RollOutReader>().ReadAsync(code, p.Clerk(p.Own), Ct))!;
        Assert.Equal([("issued", 2, 2), ("disseminated", 0, 2), ("done", 0, 2)], view.Steps.Select(s => (s.Step.StepCode, s.Done, s.Units)));
        await using var db = house.Db();
        Assert.Equal([false, true], await db.Set<RollOutTask>().Where(t => t.DoneOn != null).OrderBy(t => t.OnBehalf).Select(t => t.OnBehalf).ToListAsync(Ct));
        Assert.Contains("HĐND tỉnh Bản Mẫu", (await db.Set<RollOutTask>().FirstAsync(t => t.Id == lung, Ct)).EnteredAs, StringComparison.Ordinal);

        // The unit sees totals of all and its own row alone.
        var seen = (await house.Get<RollOutReader>().ReadAsync(code, p.Clerk(), Ct))!;
        Assert.Equal((p.NaMau.Id, 2), (Assert.Single(seen.Units).Unit.CouncilId, seen.Steps[0].Units));
        await AssertCountsAsync(house, RollOutStepCounting.Step, (RollOutStepCounting.Done, 2), (RollOutStepCounting.NotDone, 4));
    }

    [Theory, Engines]
    public async Task Of_party_cells_only_totals_are_told_and_no_more_reached_than_there_are(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<RollOutDesk>());
        var code = await RolledOutAsync(house, (await EnteredAsync(house)).Scheme);
        var unit = await UnitAsync(house, p.NaMau);

        Refused("rollOut.moreThanThereAre", await desk.TellCellsAsync(unit, new CellsInput(22, 23, null, null), p.Clerk(), Ct));
        Refused("rollOut.cellsMissing", await desk.TellCellsAsync(unit, new CellsInput(null, null, null, null), p.Clerk(), Ct));
        Done(await desk.TellCellsAsync(unit, new CellsInput(22, 20, 400, 380), p.Clerk(), Ct));
        Done(await desk.TellCellsAsync(unit, new CellsInput(22, 21, 400, 390), p.Clerk(), Ct));

        var cells = (await house.Get<RollOutReader>().ReadAsync(code, p.Clerk(p.Own), Ct))!.Cells!;
        Assert.Equal(new CellTotal(1, 22, 21, 400, 390), cells);
        await AssertCountsAsync(house, RollOutStepCounting.Cell, (RollOutStepCounting.Reached, 21), (RollOutStepCounting.NotReached, 1));
        await AssertCountsAsync(house, RollOutStepCounting.Member, (RollOutStepCounting.Reached, 390), (RollOutStepCounting.NotReached, 10));
    }

    [Theory, Engines]
    public async Task Urging_tells_the_desk_of_each_who_is_missing_once_a_day_and_drafts_the_letter(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<RollOutDesk>());
        var code = await RolledOutAsync(house, (await EnteredAsync(house)).Scheme);
        Done(await desk.DoneAsync(new StepDoneInput(await TaskAsync(house, p.NaMau, "issued")), p.Clerk(), Ct));

        Refused("rollOut.notAllowed", await desk.UrgeAsync(code, "issued", false, p.Clerk(), Ct));
        Assert.Equal(1, Done(await desk.UrgeAsync(code, "issued", true, p.Clerk(p.Own), Ct)).Value);
        Refused("rollOut.nobodyMissing", await desk.UrgeAsync(code, "issued", false, p.Clerk(p.Own), Ct));

        await using var db = house.Db();
        Assert.Equal(p.LungMau.Id, (await db.Set<Notification>().SingleAsync(n => n.Kind == "rollOut.urged", Ct)).RecipientCouncilId);
        var letter = await db.Set<OfficialLetter>().SingleAsync(l => l.Kind == RollOutUrging.KindCode, Ct);
        var words = await house.Get<RollOutUrging>().ReadAsync(db, letter, Ct);
        Assert.Equal("HĐND xã Lũng Mẫu".Replace("HĐND", "Hội đồng nhân dân", StringComparison.Ordinal), Assert.Single(words.Tables["DonViChuaThucHien"].Rows)["DonVi"]);
    }

    [Theory, Engines]
    public async Task A_unit_merged_in_mid_year_leaves_its_row_to_the_successor_and_the_totals_do_not_double(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<RollOutDesk>());
        var code = await RolledOutAsync(house, (await EnteredAsync(house)).Scheme);
        Done(await desk.DoneAsync(new StepDoneInput(await TaskAsync(house, p.NaMau, "issued")), p.Clerk(), Ct));
        Done(await desk.TellCellsAsync(await UnitAsync(house, p.NaMau), new CellsInput(22, 22, null, null), p.Clerk(), Ct));

        Done(await house.Get<UnitMerger>().MergeAsync([p.NaMau.UnitId], p.LungMau.UnitId, new DateOnly(2027, 1, 1), "NQ 1", Acting.System, Ct));

        var view = (await house.Get<RollOutReader>().ReadAsync(code, p.Clerk(p.Own), Ct))!;
        Assert.Equal([(0, 1), (0, 1), (0, 1)], view.Steps.Select(s => (s.Done, s.Units)));
        Assert.Equal(p.NaMau.Name, Assert.Single(view.Merged).Unit.Name);
        Assert.Equal(0, view.Cells!.Cells);
        await AssertCountsAsync(house, RollOutStepCounting.Step, (RollOutStepCounting.NotDone, 3));
        await AssertCountsAsync(house, RollOutStepCounting.Cell);
    }

    private static async Task<Guid> TaskAsync(TestHouse house, Council council, string step)
    {
        await using var db = house.Db();

        return await db.Set<RollOutTask>().Where(t => t.CouncilId == council.Id && t.StepCode == step).Select(t => t.Id).SingleAsync(Ct);
    }

    private static async Task<Guid> UnitAsync(TestHouse house, Council council)
    {
        await using var db = house.Db();

        return await db.Set<RollOutUnit>().Where(u => u.CouncilId == council.Id).Select(u => u.Id).SingleAsync(Ct);
    }

    private static async Task AssertCountsAsync(TestHouse house, string kind, params (string Outcome, int N)[] expected)
    {
        await house.Get<CountFold>().FoldAsync(Ct);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(RollOutStepCounting.Source, Ct));
        await using var db = house.Db();
        var lines = await db.Set<CountLine>().Where(l => l.Kind == kind && l.N != 0).GroupBy(l => l.Outcome).Select(g => new { g.Key, N = g.Sum(l => l.N) }).ToListAsync(Ct);
        Assert.Equal(expected.Order(), lines.Select(l => (l.Key, l.N)).Order());
    }
}
