using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Law;
using NghiTruong.Notifications;
using NghiTruong.Support;
using static NghiTruong.Tests.Agreements.AgreementCases;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Agreements;

/// <summary>The register: what an agreement needs, when its end is warned of, who sees it, where it goes when units merge.</summary>
public sealed class AgreementRegisterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task An_agreement_has_two_sides_a_number_and_days_in_order(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, asked) = (house.Get<AgreementDesk>(), house.Province.Clerk(), await InputAsync(house));
        Refused("agreement.numberMissing", await desk.RecordAsync(asked with { Number = " " }, clerk, Ct));
        Refused("agreement.bodyMissing", await desk.RecordAsync(asked with { Parties = [.. asked.Parties.Skip(1)] }, clerk, Ct));
        Refused("agreement.partyMissing", await desk.RecordAsync(asked with { Parties = [asked.Parties[0]] }, clerk, Ct));
        Refused("agreement.partyTwice", await desk.RecordAsync(asked with { Parties = [asked.Parties[0], asked.Parties[1], asked.Parties[1]] }, clerk, Ct));
        Refused("agency.notFound", await desk.RecordAsync(asked with { Parties = [asked.Parties[0], new AgreementPartyInput(AgencyId: house.Province.ProvinceCommittee.Id)] }, clerk, Ct));
        Refused("agreement.signedInFuture", await desk.RecordAsync(asked with { SignedOn = Day(9, 16) }, clerk, Ct));
        Refused("agreement.untilBeforeFrom", await desk.RecordAsync(asked with { ValidFrom = Day(8, 1), ValidUntil = Day(7, 31) }, clerk, Ct));
        Refused("council.notFound", await desk.RecordAsync(asked, house.Province.Clerk(house.Province.LungMau), Ct));

        var code = Done(await desk.RecordAsync(asked, clerk, Ct)).Value;

        Assert.Equal("QCPH-96001-2026-00001", code);
        Refused("agreement.duplicate", await desk.RecordAsync(asked, clerk, Ct));
    }

    [Theory, Engines]
    public async Task Its_end_is_warned_of_sixty_days_before_once_and_anew_when_the_rule_moves(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordedAsync(house, Day(11, 30));
        Assert.Equal(Day(10, 1), (await ReadAsync(house, code)).Agreement.WarnOn);
        house.Clock.SetDay(Day(9, 30));
        await RunJobAsync(house);
        Assert.Equal(0, await WarningsAsync());
        house.Clock.SetDay(Day(10, 1));
        await RunJobAsync(house);
        await RunJobAsync(house);
        Assert.Equal(1, await WarningsAsync());
        Assert.Equal([code], (await house.Get<AgreementList>().ReadAsync(new AgreementFilter { View = AgreementView.Ending }, house.Province.Clerk(), Ct)).Rows.Select(r => r.Code));

        Assert.Equal(AgreementState.InForce, (await ReadAsync(house, code)).Agreement.StateOn(Day(11, 30)));
        Assert.Equal(AgreementState.Expired, (await ReadAsync(house, code)).Agreement.StateOn(Day(12, 1)));

        async Task<int> WarningsAsync()
        {
            await using var db = house.Db();

            return await db.Set<Notification>().CountAsync(n => n.Kind == "agreement.endWarned" && n.RecipientCouncilId == house.Province.NaMau.Id, Ct);
        }
    }

    [Theory, Engines]
    public async Task A_party_that_still_owes_a_duty_stays_in(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, asked) = (house.Get<AgreementDesk>(), house.Province.Clerk(), await InputAsync(house));
        var code = await RecordedAsync(house);
        await DutyAsync(house, code, DutyCadence.Year);
        Refused("agreement.partyOwes", await desk.EditAsync(code, asked with { Parties = [asked.Parties[0], asked.Parties[2]] }, clerk, Ct));
        Done(await desk.EditAsync(code, asked with { Parties = [asked.Parties[1], asked.Parties[0]], Title = "Quy chế mới" }, clerk, Ct));

        var whole = await ReadAsync(house, code);
        Assert.Equal(["UBND xã Nà Mẫu", "Thường trực HĐND"], whole.Parties.Select(p => p.Name));
        Assert.Equal("UBND xã Nà Mẫu", Assert.Single(whole.Duties).Owner);
        Refused("record.changedMeanwhile", await desk.EditAsync(code, asked with { Version = whole.Agreement.Version - 1 }, clerk, Ct));
    }

    [Theory, Engines]
    public async Task Those_above_and_the_parties_read_it_others_do_not_find_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, reader, desk) = (await RecordedAsync(house), house.Get<AgreementReader>(), house.Get<AgreementDesk>());
        foreach (var sees in new[] { house.Province.Clerk(house.Province.Own), SampleProvince.Officer(house.Province.NaMauCommittee), SampleProvince.As(Role.Delegate, house.Province.NaMau) })
        {
            Assert.NotNull(await reader.ReadAsync(code, sees, Ct));
            Refused("agreement.notAllowed", await desk.EndAsync(code, "Thử", null, sees, Ct));
        }

        foreach (var stranger in new[] { house.Province.Clerk(house.Province.LungMau), SampleProvince.Officer(house.Province.NaMauEconomy) })
        {
            Assert.Null(await reader.ReadAsync(code, stranger, Ct));
            Assert.Empty((await house.Get<AgreementList>().ReadAsync(new AgreementFilter(), stranger, Ct)).Rows);
            Refused("agreement.notFound", await desk.EndAsync(code, "Thử", null, stranger, Ct));
        }
    }

    [Theory, Engines]
    public async Task Merged_units_hand_it_over_with_its_duties_and_open_tasks(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordedAsync(house);
        await DutyAsync(house, code, DutyCadence.Quarter);
        house.Clock.SetDay(new DateOnly(2026, 9, 20));
        Assert.False((await house.Get<UnitMerger>().MergeAsync([house.Province.NaMau.UnitId], house.Province.LungMau.UnitId, new DateOnly(2027, 1, 1), "NQ 1/NQ-UBTVQH16", Acting.System, Ct)).IsRefused);

        var whole = await house.Get<AgreementReader>().ReadAsync(code, house.Province.Clerk(house.Province.LungMau), Ct);

        Assert.NotNull(whole);
        Assert.Equal((house.Province.LungMau.Id, house.Province.NaMau.Id), (whole.Agreement.CouncilId, whole.Agreement.OriginCouncilId));
        Assert.Equal([house.Province.LungMau.Id], (await TasksAsync(house)).Select(t => t.CouncilId));
        house.Clock.SetDay(new DateOnly(2026, 10, 2));
        await RunJobAsync(house);
        Assert.Equal(2, (await TasksAsync(house)).Count(t => t.CouncilId == house.Province.LungMau.Id));
    }

    [Theory, Engines]
    public async Task A_council_with_an_agreement_of_the_year_is_covered_and_the_others_are_named(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var calendar = house.Get<CoverageCalendar>();
        await calendar.RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        Assert.Equal(3, (await MissingAsync()).Count);

        var code = await RecordedAsync(house);

        Assert.DoesNotContain(house.Province.NaMau.Id, await MissingAsync());
        Done(await house.Get<AgreementDesk>().EndAsync(code, "Hết việc", null, house.Province.Clerk(), Ct));
        await calendar.RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        Assert.Equal(2, (await MissingAsync()).Count);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));

        async Task<List<Guid>> MissingAsync()
        {
            await using var db = house.Db();

            return await db.Set<CoverageLine>().Where(l => l.Kind == AgreementCoverage.Code && l.IsMissing).Select(l => l.SubjectId).ToListAsync(Ct);
        }
    }

    [Fact]
    public void Periods_of_duties_are_those_of_the_calendar()
    {
        Assert.Equal(("2026-02", new DateOnly(2026, 2, 28)), DutyPeriod.Of(DutyCadence.Month, new DateOnly(2026, 2, 1)));
        Assert.Equal(("2026-Q4", new DateOnly(2026, 12, 31)), DutyPeriod.Of(DutyCadence.Quarter, new DateOnly(2026, 10, 1)));
        Assert.Equal(("2026-H1", new DateOnly(2026, 6, 30)), DutyPeriod.Of(DutyCadence.HalfYear, new DateOnly(2026, 6, 30)));
        Assert.Equal(["2026-12", "2027-01"], DutyPeriod.Between(DutyCadence.Month, new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 1)).Select(p => p.Name));
        Assert.Contains(DeadlineRuleCatalogue.Rows, r => r.Code == DeadlineRuleCatalogue.AgreementRenewal && !r.Checked);
    }
}
