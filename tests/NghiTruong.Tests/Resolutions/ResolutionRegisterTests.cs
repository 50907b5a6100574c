using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.FollowUp.Today;
using NghiTruong.Law;
using NghiTruong.Resolutions;
using NghiTruong.Support;
using static NghiTruong.Tests.Resolutions.ResolutionCases;

namespace NghiTruong.Tests.Resolutions;

/// <summary>The register: what is taken in, whether it holds on a day, and that nobody has looked at it.</summary>
public sealed class ResolutionRegisterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_number_that_stands_already_is_refused_with_where_it_stands_however_it_is_spelt(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<ResolutionDesk>(), house.Province.Clerk());
        var code = await EnteredAsync(house, Asked(house, "05/NQ-HĐND") with { Kind = "individual" });

        var again = await desk.RecordAsync(Asked(house, "5 / NQ/HĐND".Normalize(System.Text.NormalizationForm.FormD)) with { Kind = "personnel" }, clerk, Ct);

        Assert.Equal("NQ-96001-2026-00001", code);
        var refusal = Assert.Single(again.Refusals);
        Assert.Equal(("resolution.duplicate", "Number", code), (refusal.Code, refusal.Field, refusal.Values[1]));
        // Another year, the normative series, another council: numbers of their own.
        await EnteredAsync(house, Asked(house, "05/NQ-HĐND", new DateOnly(2025, 12, 20)) with { Kind = "individual" });
        await EnteredAsync(house, Asked(house, "05/2026/NQ-HĐND"));
        Done(await desk.RecordAsync(
            Asked(house, "05/NQ-HĐND") with { Kind = "individual", CouncilId = house.Province.LungMau.Id, LeadAgencyId = null }, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    [Theory, Engines]
    public async Task What_has_no_place_in_the_register_is_refused_at_its_field(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (good, today) = (Asked(house), new DateOnly(2026, 9, 15));

        foreach (var (asked, refusal, field) in new[]
        {
            (good with { Number = "15-NQ/TU" }, "resolution.partyDocument", "Number"),
            (good with { Number = "88/BC-UBND" }, "resolution.numberWrong", "Number"),
            (good with { Number = "14/2025/NQ-HĐND" }, "resolution.yearOfNumber", "Number"),
            (good with { Title = "Kế hoạch tác chiến (TUYỆT MẬT)" }, "text.secret", "Title"),
            (good with { Title = " " }, "resolution.titleMissing", "Title"),
            (good with { Kind = "decree" }, "resolution.kindUnknown", "Kind"),
            (good with { PassedOn = today.AddDays(1) }, "resolution.passedInFuture", "PassedOn"),
            (good with { InForceFrom = good.PassedOn.AddDays(-1) }, "resolution.inForceBeforePassed", "InForceFrom"),
            (good with { InForceUntil = good.PassedOn.AddDays(-1) }, "resolution.periodBackwards", "InForceUntil"),
            (good with { BodyId = Guid.CreateVersion7() }, "resolution.bodyUnknown", "BodyId"),
            (good with { LeadAgencyId = house.Province.ProvinceCommittee.Id }, "agency.notFound", "LeadAgencyId"),
        })
        {
            var refused = await house.Get<ResolutionDesk>().RecordAsync(asked, house.Province.Clerk(), Ct);
            Assert.Contains((refusal, field), refused.Refusals.Select(r => (r.Code, r.Field!)));
        }

        // The edges that are in order: passed today, in force the same day, until that day.
        await EnteredAsync(house, good with { PassedOn = today, InForceFrom = today, InForceUntil = today });
    }

    [Theory, Engines]
    public async Task Whether_it_holds_is_a_question_of_the_day(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house, Asked(house) with { InForceFrom = new DateOnly(2026, 10, 1), InForceUntil = new DateOnly(2026, 12, 31) });
        var r = (await house.Get<ResolutionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!.Resolution;

        Assert.Equal(
            [ResolutionState.NotYet, ResolutionState.InForce, ResolutionState.InForce, ResolutionState.Expired],
            new[] { new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 1) }.Select(r.StateOn));
        Assert.Equal(code, Assert.Single(await CodesAsync(house, new ResolutionFilter { State = ResolutionState.NotYet })));
        Assert.Empty(await CodesAsync(house, new ResolutionFilter { State = ResolutionState.InForce }));
        house.Clock.SetDay(new DateOnly(2027, 1, 1));
        await house.WorkOffOutboxAsync();
        await house.WorkOffOutboxAsync();
        Assert.Equal(code, Assert.Single(await CodesAsync(house, new ResolutionFilter { State = ResolutionState.Expired })));
        var ended = (await house.Get<ResolutionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;
        Assert.Equal((new DateOnly(2027, 1, 1), null), (ended.Resolution.ClosedOn, ended.Resolution.OwedBy));
        Assert.Contains(ended.Story, e => e.EventCode == "resolution.ended");
    }

    [Theory, Engines]
    public async Task One_that_is_replaced_ends_on_the_day_the_new_one_comes_into_force_and_names_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var former = await EnteredAsync(house, Asked(house, "03/2025/NQ-HĐND", new DateOnly(2025, 7, 1)));
        var replacing = await EnteredAsync(house, Asked(house) with { InForceFrom = new DateOnly(2026, 9, 15), Replaces = "3/2025/NQ/HĐND" });

        var (old, next) = (await ReadAsync(house, former), await ReadAsync(house, replacing));

        Assert.Equal((ResolutionState.InForce, ResolutionState.Replaced), (old.Resolution.StateOn(new DateOnly(2026, 9, 14)), old.Resolution.StateOn(new DateOnly(2026, 9, 15))));
        Assert.Equal((replacing, "14/2026/NQ-HĐND"), (Assert.Single(old.Changes).Code, old.Resolution.EndedBy));
        Assert.Equal(former, Assert.Single(next.Changed).Code);
        Assert.Null(old.Resolution.OwedBy);
    }

    [Theory, Engines]
    public async Task A_part_that_is_repealed_leaves_the_rest_in_force_and_a_second_end_is_refused(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, desk, clerk) = (await EnteredAsync(house), house.Get<ResolutionDesk>(), house.Province.Clerk());
        var part = new ResolutionChangeInput { Kind = ResolutionChangeKind.PartlyRepealed, Number = "20/2026/NQ-HĐND", On = new DateOnly(2026, 9, 1) };
        var whole = part with { Kind = ResolutionChangeKind.Repealed, On = new DateOnly(2026, 12, 1) };

        Refused("resolution.partMissing", await desk.ChangeAsync(code, part, clerk, Ct));
        Refused("resolution.changeBeforeForce", await desk.ChangeAsync(code, whole with { On = new DateOnly(2026, 7, 9) }, clerk, Ct));
        Refused("resolution.replacesItself", await desk.ChangeAsync(code, whole with { Number = "14/2026/NQ-HĐND" }, clerk, Ct));
        Done(await desk.ChangeAsync(code, part with { Part = "khoản 2 Điều 3" }, clerk, Ct));
        Refused("resolution.changeTwice", await desk.ChangeAsync(code, part with { Part = "khoản 2 Điều 3" }, clerk, Ct));
        var partly = (await ReadAsync(house, code)).Resolution;
        Done(await desk.ChangeAsync(code, whole, clerk, Ct));
        Refused("resolution.alreadyEnded", await desk.ChangeAsync(code, whole with { Number = "21/2026/NQ-HĐND" }, clerk, Ct));

        Assert.Equal((ResolutionState.InForce, true), (partly.StateOn(new DateOnly(2026, 9, 15)), partly.IsPartlyEndedOn(new DateOnly(2026, 9, 15))));
        Assert.Equal(ResolutionState.Repealed, (await ReadAsync(house, code)).Resolution.StateOn(new DateOnly(2026, 12, 1)));
    }

    [Theory, Engines]
    public async Task Nobody_has_looked_for_a_year_shows_the_next_day_and_a_look_takes_it_away(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house, Asked(house, "14/2025/NQ-HĐND", new DateOnly(2025, 9, 15)));
        await EnteredAsync(house, Asked(house, "02/NQ-HĐND", new DateOnly(2025, 9, 1)) with { Kind = "personnel" });

        Assert.Equal((0, 0L), await StaleAsync(house));
        house.Clock.SetDay(new DateOnly(2026, 9, 16));
        Assert.Equal((1, 1L), await StaleAsync(house));
        Assert.Contains(await CardsAsync(house, house.Province.Head()), c => c is { Text: "today.resolution.stale", Count: 1, Tone: TodayTone.Late });
        Assert.Contains(await CardsAsync(house, SampleProvince.As(Role.UpperViewer, house.Province.Own)), c => c is { Text: "today.resolution.staleBelow", Count: 1 });

        Done(await house.Get<ResolutionWatch>().LookAsync(code, new LookInput { Verdict = LookVerdict.StillNeeded, Found = "Đang thực hiện tốt." }, house.Province.Head(), Ct));
        Assert.Equal((0, 0L), await StaleAsync(house));
        Assert.Equal(new DateOnly(2027, 9, 16), (await ReadAsync(house, code)).Resolution.OwedBy);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_length_of_the_year_is_the_councils_own_rule(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house);
        var rule = DeadlineRuleCatalogue.Rows.Single(r => r.Code == DeadlineRuleCatalogue.ResolutionLook);

        Done(await house.Get<RuleDesk>().SetOwnAsync(
            new OwnRuleInput { Code = rule.Code, CouncilId = house.Province.NaMau.Id, Days = 30, DayType = DayType.Calendar, ValidFrom = new DateOnly(2026, 1, 1), LegalBasis = "Quy chế làm việc" }, house.Province.Clerk(), Ct));

        Assert.Equal(new DateOnly(2026, 8, 9), (await ReadAsync(house, code)).Resolution.OwedBy);
        Assert.Equal((1, 1L), await StaleAsync(house));
    }

    [Theory, Engines]
    public async Task A_look_gives_its_reason_where_something_is_to_change_and_is_never_in_the_future(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, watch, head) = (await EnteredAsync(house), house.Get<ResolutionWatch>(), house.Province.Head());
        var look = new LookInput { Id = Guid.CreateVersion7(), Verdict = LookVerdict.ToAmend, Found = "Mức hỗ trợ thấp." };

        Refused("resolution.reasonMissing", await watch.LookAsync(code, look, head, Ct));
        Refused("resolution.lookInFuture", await watch.LookAsync(code, look with { Reason = "Giá tăng", On = new DateOnly(2026, 9, 16) }, head, Ct));
        Refused("resolution.lookBeforePassed", await watch.LookAsync(code, look with { Reason = "Giá tăng", On = new DateOnly(2026, 7, 9) }, head, Ct));
        Refused("resolution.foundMissing", await watch.LookAsync(code, look with { Found = " " }, head, Ct));
        Done(await watch.LookAsync(code, look with { Reason = "Giá tăng" }, head, Ct));
        Done(await watch.LookAsync(code, look with { Reason = "Giá tăng" }, head, Ct));
        Refused("resolution.notAllowed", await watch.LookAsync(code, look with { Id = null, Reason = "x" }, SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct));

        var view = await ReadAsync(house, code);
        Assert.Equal("Giá tăng", Assert.Single(view.Looks).Reason);
        Assert.Equal(LookVerdict.ToAmend, view.Resolution.Verdict);
        Assert.Equal(code, Assert.Single(await CodesAsync(house, new ResolutionFilter { Verdict = LookVerdict.ToAmend })));
    }

    [Theory, Engines]
    public async Task Merged_councils_hand_what_is_in_force_to_the_successor_with_where_it_was_passed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (na, lung) = (house.Province.NaMau, house.Province.LungMau);
        var inForce = await EnteredAsync(house, Asked(house, "05/NQ-HĐND") with { Kind = "individual" });
        await ClauseAsync(house, inForce);
        var over = await EnteredAsync(house, Asked(house, "06/NQ-HĐND") with { Kind = "individual", InForceUntil = new DateOnly(2026, 8, 1) });
        Done(await house.Get<ResolutionDesk>().RecordAsync(Asked(house, "05/NQ-HĐND") with { Kind = "individual", CouncilId = lung.Id, LeadAgencyId = null }, house.Province.Clerk(lung), Ct));

        Done(await house.Get<UnitMerger>().MergeAsync([na.UnitId], lung.UnitId, new DateOnly(2027, 1, 1), "NQ 1/NQ-UBTVQH16", Acting.System, Ct));

        await using var db = house.Db();
        var moved = await db.Set<Resolution>().SingleAsync(r => r.Code == inForce, Ct);
        Assert.Equal((lung.Id, na.Id), (moved.CouncilId, moved.OriginCouncilId));
        Assert.Equal(na.Id, (await db.Set<Resolution>().SingleAsync(r => r.Code == over, Ct)).CouncilId);
        Assert.Equal(lung.Id, (await db.Set<ResolutionTask>().SingleAsync(Ct)).CouncilId);
        Assert.Equal(lung.Id, (await db.Set<ResolutionClause>().SingleAsync(Ct)).CouncilId);
        await house.WorkOffOutboxAsync();
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_verifier_finds_the_earlier_resolutions_on_the_subject_those_in_force_first(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var over = await EnteredAsync(house, Asked(house, "03/2026/NQ-HĐND") with { InForceUntil = new DateOnly(2026, 8, 1) });
        var holds = await EnteredAsync(house);
        await EnteredAsync(house, Asked(house, "09/2026/NQ-HĐND") with { Title = "Phân bổ vốn xây dựng trường mầm non" });

        var found = await house.Get<ResolutionReader>().OnSubjectAsync(house.Province.NaMau.Id, "Dự thảo quy định mức hỗ trợ di dời chuồng trại", house.Province.Head(), Ct);

        Assert.Equal([holds, over], found.Select(f => f.Code));
        Assert.Empty(await house.Get<ResolutionReader>().OnSubjectAsync(house.Province.NaMau.Id, "mức hỗ trợ di dời chuồng trại", house.Province.Clerk(house.Province.LungMau), Ct));
    }

    [Theory, Engines]
    public async Task It_is_found_by_number_and_by_words_with_and_without_marks(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house);
        await house.WorkOffOutboxAsync();

        foreach (var typed in new[] { "chuồng trại", "chuong trai", "14/2026/NQ/HĐND", code })
        {
            Assert.Equal(code, Assert.Single(await CodesAsync(house, new ResolutionFilter { Q = typed })));
        }

        await using var db = house.Db();
        Assert.Equal(code, Assert.Single(await house.Get<ResolutionSearch>().FindAsync(db, "di doi chuong trai", house.Province.Clerk(), 5, Ct)).Code);
        Assert.Empty(await house.Get<ResolutionSearch>().FindAsync(db, "di doi chuong trai", house.Province.Clerk(house.Province.LungMau), 5, Ct));
    }

    private static async Task<ResolutionView> ReadAsync(TestHouse house, string code) => (await house.Get<ResolutionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;

    private static async Task<IEnumerable<string>> CodesAsync(TestHouse house, ResolutionFilter filter) => (await house.Get<ResolutionList>().ReadAsync(filter, house.Province.Clerk(), Ct)).Rows.Select(r => r.Code);

    private static Task<IReadOnlyList<TodayCard>> CardsAsync(TestHouse house, Acting acting) => new ResolutionToday(house.Get<ResolutionSummary>()).ReadAsync(acting, Ct);

    /// <summary>The list's own count, and the upper level's figure.</summary>
    private static async Task<(int, long)> StaleAsync(TestHouse house)
    {
        var list = await house.Get<ResolutionList>().CountAsync(new ResolutionFilter { Stale = true }, house.Province.Clerk(), Ct);
        var above = await house.Get<ResolutionSummary>().ReadAsync(SummaryPlace.ProvinceWithCommunes(house.Province.Own.ProvinceId), true, SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct);
        Assert.Equal(above!.Stale, above.ByPlace.GetValueOrDefault(house.Province.NaMau.Id)?.Stale ?? 0);

        return (list, above.Stale);
    }
}
