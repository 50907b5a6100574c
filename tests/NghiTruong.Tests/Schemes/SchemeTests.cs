using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Journal;
using NghiTruong.Schemes;
using NghiTruong.Support;
using static NghiTruong.Tests.Schemes.SchemeCases;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Schemes;

/// <summary>What the Party asks, followed to resolutions and to figures up the tiers.</summary>
public sealed class SchemeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_commune_takes_the_scheme_over_and_its_figures_add_to_the_provinces_by_their_parts(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, (scheme, trained, _)) = (house.Province, await EnteredAsync(house));
        var (na, lung) = (await AdoptedAsync(house, scheme, p.NaMau), await AdoptedAsync(house, scheme, p.LungMau));
        await TellAsync(house, p.NaMau, $"{na}-01", 9, 18);
        await TellAsync(house, p.LungMau, $"{lung}-01", 17, 17);
        await TellAsync(house, p.Own, trained, 50, 50);

        var node = (await house.Get<SchemeReader>().NodeAsync(trained, new SchemePeriod(2026, 0), p.Clerk(p.Own), Ct))!;

        var total = node.View.Progress.Total;
        Assert.Equal((76m, 85m, NodeStatus.NotReached, (2, 2)), (total.Numerator, total.Denominator, node.View.Progress.Status, node.View.Progress.Lower));
        Assert.Equal(2, node.Lower.Count);
        Assert.Equal(na, await AdoptedAsync(house, scheme, p.NaMau));

        // A clerk of a commune reads the province's scheme and not the neighbour's.
        var seen = (await house.Get<SchemeReader>().NodeAsync(trained, new SchemePeriod(2026, 0), p.Clerk(), Ct))!;
        Assert.Equal(p.NaMau.Id, Assert.Single(seen.Lower).Node.CouncilId);
        Assert.Null(await house.Get<SchemeReader>().ReadAsync(lung, null, p.Clerk(), Ct));
        await AssertCountsAsync(house);
    }

    [Theory, Engines]
    public async Task A_unit_of_measure_that_changed_keeps_both_and_does_not_add_them(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, (scheme, _, held)) = (house.Province, await EnteredAsync(house));
        var (desk, clerk) = (house.Get<SchemeProgressDesk>(), p.Clerk(p.Own));
        var na = await AdoptedAsync(house, scheme, p.NaMau);
        Done(await desk.EnterAsync($"{na}-02", new ProgressInput("2026-1", null, null, 3), p.Clerk(), Ct));
        Done(await desk.EnterAsync(held, new ProgressInput("2026-1", null, null, 2), clerk, Ct));
        house.Clock.SetDay(Day(10, 1));
        Done(await house.Get<SchemeNodes>().EditAsync($"{na}-02", Held with { Unit = "chuyên đề", Upper = held, SumsBelow = false, Goals = [] }, p.Clerk(), Ct));
        Done(await desk.EnterAsync($"{na}-02", new ProgressInput("2026", null, null, 1), p.Clerk(), Ct));
        Done(await desk.EnterAsync(held, new ProgressInput("2026", null, null, 4), clerk, Ct));

        var details = (await house.Get<SchemeReader>().NodeAsync($"{na}-02", null, p.Clerk(), Ct))!;
        Assert.Equal([("cuộc", Day(9, 30))], details.FormerUnits.Select(u => (u.Unit, u.Until)));
        Assert.Equal([(2026, 0, "chuyên đề"), (2026, 1, "cuộc")], details.Values.OrderBy(v => v.Half).Select(v => (v.Year, v.Half, v.Unit!)));
        var first = (await house.Get<SchemeReader>().NodeAsync(held, new SchemePeriod(2026, 1), clerk, Ct))!.View.Progress;
        Assert.Equal((5m, 0), (first.Total.Value, first.Below!.OtherUnits));
        var year = (await house.Get<SchemeReader>().NodeAsync(held, new SchemePeriod(2026, 0), clerk, Ct))!.View.Progress;
        Assert.Equal((4m, 1), (year.Total.Value, year.Below!.OtherUnits));
    }

    [Theory, Engines]
    public async Task A_node_outside_the_councils_authority_leaves_the_base_with_a_reason_and_comes_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, (scheme, trained, held)) = (house.Province, await EnteredAsync(house));
        var (nodes, clerk, list) = (house.Get<SchemeNodes>(), p.Clerk(p.Own), house.Get<SchemeList>());
        Assert.Equal(2, (await list.FlaggedAsync(null, false, null, 50, clerk, Ct)).Rows.Count);

        Refused("scheme.reasonMissing", await nodes.PutOutsideAsync(trained, " ", false, clerk, Ct));
        Done(await nodes.PutOutsideAsync(trained, "Thuộc thẩm quyền cấp ủy", false, clerk, Ct));

        var view = (await house.Get<SchemeReader>().ReadAsync(scheme, null, clerk, Ct))!;
        Assert.Equal((1, 0), (view.Base, view.Concretised));
        Assert.Equal(held, Assert.Single((await list.FlaggedAsync(null, false, null, 50, clerk, Ct)).Rows).Code);
        await AssertCountsAsync(house);
        Done(await nodes.PutOutsideAsync(trained, null, true, clerk, Ct));
        Assert.Equal(2, (await house.Get<SchemeReader>().ReadAsync(scheme, null, clerk, Ct))!.Base);
        Refused("scheme.resolutionNotFound", await nodes.ConcretiseAsync(trained, "NQ-96-2026-00009", clerk, Ct));
        await AssertCountsAsync(house);
    }

    [Theory, Engines]
    public async Task Progress_is_entered_once_a_period_and_what_cannot_be_is_refused_by_name(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, (_, trained, held)) = (house.Province, await EnteredAsync(house));
        var (desk, clerk) = (house.Get<SchemeProgressDesk>(), p.Clerk(p.Own));

        Refused("scheme.ratioMissing", await desk.EnterAsync(trained, new ProgressInput("2026", 5, null, null), clerk, Ct));
        Refused("scheme.valueMissing", await desk.EnterAsync(held, new ProgressInput("2026", 5, 6, null), clerk, Ct));
        Refused("scheme.belowNothing", await desk.EnterAsync(trained, new ProgressInput("2026", -1, 6, null), clerk, Ct));
        Refused("scheme.periodAhead", await desk.EnterAsync(trained, new ProgressInput("2027", 1, 6, null), clerk, Ct));
        Refused("scheme.periodUnreadable", await desk.EnterAsync(trained, new ProgressInput("2026-3", 1, 6, null), clerk, Ct));
        Refused("scheme.asOfInFuture", await desk.EnterAsync(trained, new ProgressInput("2026", 1, 6, null, Day(9, 16)), clerk, Ct));
        var pressed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.EnterAsync(trained, new ProgressInput("2026", 0, 0, null), clerk, Ct)));
        Assert.All(pressed, r => Done(r));
        Assert.Equal(NodeStatus.NoBasis, (await house.Get<SchemeReader>().NodeAsync(trained, null, clerk, Ct))!.View.Progress.Status);
        Done(await desk.EnterAsync(trained, new ProgressInput("2026", 50, 50, null, Version: 0), clerk, Ct));
        Refused("record.changedMeanwhile", await desk.EnterAsync(trained, new ProgressInput("2026", 1, 50, null, Version: 0), clerk, Ct));

        await using var db = house.Db();
        var value = Assert.Single(await db.Set<NodeValue>().ToListAsync(Ct));
        Assert.Equal((50m, 50m, Day(9, 15)), (value.Numerator, value.Denominator, value.AsOf));
        Assert.Equal(NodeStatus.Reached, (await db.Set<SchemeNode>().FirstAsync(n => n.Code == trained, Ct)).Status);
        await AssertCountsAsync(house);
    }

    [Theory, Engines]
    public async Task Nobody_writes_in_anothers_scheme_and_what_one_may_not_read_is_not_found(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, (scheme, trained, _)) = (house.Province, await EnteredAsync(house));
        var (desk, nodes, lung) = (house.Get<SchemeDesk>(), house.Get<SchemeNodes>(), await AdoptedAsync(house, scheme, p.LungMau));

        Refused("scheme.notAllowed", await nodes.AddAsync(scheme, Trained, p.Clerk(), Ct));
        Refused("scheme.notAllowed", await house.Get<SchemeProgressDesk>().EnterAsync(trained, new ProgressInput("2026", 1, 1, null), p.Clerk(), Ct));
        Refused("scheme.notFound", await nodes.AddAsync(lung, Trained, p.Clerk(), Ct));
        Refused("scheme.nodeNotFound", await nodes.PutOutsideAsync($"{lung}-01", "Lý do", false, p.Clerk(), Ct));
        Refused("scheme.notAllowed", await nodes.AddAsync(lung, Trained, p.Clerk(p.Own), Ct));
        Refused("council.notFound", await desk.EnterAsync(Input(p.LungMau), p.Clerk(), Ct));
        Refused("council.notFound", await desk.EnterAsync(Input(p.NaMau), SampleProvince.As(Role.Delegate, p.NaMau), Ct));
        Refused("scheme.adoptOwn", await desk.AdoptAsync(scheme, Input(p.Own), p.Clerk(p.Own), Ct));
        Refused("scheme.issuedInFuture", await desk.EnterAsync(Input(p.NaMau) with { IssuedOn = Day(9, 16) }, p.Clerk(), Ct));
        Refused("scheme.periodWrong", await desk.EnterAsync(Input(p.NaMau) with { PeriodTo = 2025 }, p.Clerk(), Ct));
        Refused("scheme.parentNotFound", await desk.EnterAsync(Input(p.NaMau) with { Parent = lung }, p.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task When_a_commune_merges_into_one_that_follows_the_same_scheme_its_figures_count_no_more(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, (scheme, trained, _)) = (house.Province, await EnteredAsync(house));
        var (na, lung) = (await AdoptedAsync(house, scheme, p.NaMau), await AdoptedAsync(house, scheme, p.LungMau));
        await TellAsync(house, p.NaMau, $"{na}-01", 18, 18);
        await TellAsync(house, p.LungMau, $"{lung}-01", 17, 17);

        Done(await house.Get<UnitMerger>().MergeAsync([p.NaMau.UnitId], p.LungMau.UnitId, new DateOnly(2027, 1, 1), "NQ 1", Acting.System, Ct));

        var total = (await house.Get<SchemeReader>().NodeAsync(trained, new SchemePeriod(2026, 0), p.Clerk(p.Own), Ct))!.View.Progress;
        Assert.Equal((17m, 17m, (1, 1)), (total.Total.Numerator, total.Total.Denominator, total.Lower));
        Assert.NotNull(await house.Get<SchemeReader>().ReadAsync(na, null, p.Clerk(p.LungMau), Ct));
        await AssertCountsAsync(house);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    internal static async Task AssertCountsAsync(TestHouse house)
    {
        await house.Get<CountFold>().FoldAsync(Ct);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(SchemeNodeCounting.Source, Ct));
        await using var db = house.Db();
        Assert.Equal(await db.Set<SchemeNode>().CountAsync(Ct), await db.Set<CountLine>().Where(l => l.Kind == SchemeNodeCounting.Kind).SumAsync(l => l.N, Ct));
    }
}
