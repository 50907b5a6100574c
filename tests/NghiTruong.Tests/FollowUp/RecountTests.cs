using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Law;
using NghiTruong.Notifications;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.FollowUp;

/// <summary>Petitions of 30 calendar days, rolling forward off a day off.</summary>
public sealed class RecountTests
{
    private static readonly DateOnly Second = new(2026, 9, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Acting Nation => new(Guid.CreateVersion7(), "quantri", "Quản trị", [new Capacity(Guid.CreateVersion7(), Role.Administrator, null, null, null, false, [], "")]);

    [Theory, Engines]
    public async Task A_moved_holiday_moves_what_is_running_and_tells_whom_it_moved(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        house.Clock.SetDay(new DateOnly(2026, 8, 5));
        // 3 August + 30 days is 2 September, a holiday: due on the 3rd.
        var moved = await FollowUpCases.SentAsync(house, new DateOnly(2026, 8, 3));
        var stays = await FollowUpCases.SentAsync(house, new DateOnly(2026, 8, 5));
        var extended = await FollowUpCases.SentAsync(house, new DateOnly(2026, 8, 3));
        FollowUpCases.Done(await house.Get<PetitionReplies>().ExtendAsync(extended, new DateOnly(2026, 9, 20), null, house.Province.Clerk(), Ct));
        Assert.Equal(new DateOnly(2026, 9, 3), (await FollowUpCases.ItemAsync(house, moved)).DueOn);

        // The holiday is 3 September instead of the 2nd.
        var rows = DayOffCatalogue.Rows.Select(r => r.Date == Second ? r with { Date = Second.AddDays(1) } : r).ToList();
        FollowUpCases.Refused("law.notAllowed", await house.Get<RuleDesk>().SetDaysOffAsync(2026, rows, house.Province.Clerk(), Ct));
        FollowUpCases.Done(await house.Get<RuleDesk>().SetDaysOffAsync(2026, rows, Nation, Ct));

        var item = await FollowUpCases.ItemAsync(house, moved);
        Assert.Equal((Second, Second, new DateOnly(2026, 9, 3)), (item.DueOn, item.OwedBy, item.PrintedDueOn));
        Assert.Equal(new DateOnly(2026, 9, 4), (await FollowUpCases.ItemAsync(house, stays)).DueOn);
        Assert.Equal(new DateOnly(2026, 9, 20), (await FollowUpCases.ItemAsync(house, extended)).DueOn);
        await using var db = house.Db();
        Assert.Equal((Second, Second), await db.Set<Petition>().Where(p => p.Code == moved).Select(p => new ValueTuple<DateOnly?, DateOnly?>(p.DueOn, p.OwedBy)).SingleAsync(Ct));
        var told = await db.Set<Notification>().SingleAsync(n => n.Kind == "followUp.duesMoved", Ct);
        Assert.Equal((house.Province.NaMau.Id, "1"), (told.RecipientCouncilId!.Value, told.Values[0]));
        var recount = await db.Set<DueRecount>().SingleAsync(Ct);
        var list = house.Get<RecountList>();
        Assert.Equal((new DateOnly(2026, 9, 3), Second), (await list.ReadAsync(recount.Id, null, house.Province.Clerk(), Ct))!.Rows.Select(r => (r.WasOn, r.NowOn)).Single());
        Assert.Null(await list.ReadAsync(recount.Id, null, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    [Theory, Engines]
    public async Task A_councils_own_value_moves_its_own_items_from_its_day_on_and_goes_away_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var before = await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 10));
        var after = await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 11));
        var own = new OwnRuleInput
        {
            CouncilId = house.Province.NaMau.Id,
            Code = DeadlineRuleCatalogue.PetitionAnswer,
            Days = 20,
            DayType = DayType.Working,
            ValidFrom = new DateOnly(2026, 9, 11),
            LegalBasis = "Quy chế làm việc số 01/QC-HĐND",
        };

        FollowUpCases.Refused("law.notAllowed", await house.Get<RuleDesk>().SetOwnAsync(own, house.Province.Clerk(house.Province.LungMau), Ct));
        FollowUpCases.Refused("law.basisMissing", await house.Get<RuleDesk>().SetOwnAsync(own with { LegalBasis = " " }, house.Province.Clerk(), Ct));
        FollowUpCases.Refused("law.daysOutOfRange", await house.Get<RuleDesk>().SetOwnAsync(own with { Days = -1 }, house.Province.Clerk(), Ct));
        FollowUpCases.Done(await house.Get<RuleDesk>().SetOwnAsync(own, house.Province.Clerk(), Ct));

        Assert.Equal(new DateOnly(2026, 10, 12), (await FollowUpCases.ItemAsync(house, before)).DueOn);
        Assert.Equal(new DateOnly(2026, 10, 9), (await FollowUpCases.ItemAsync(house, after)).DueOn);
        var rule = (await house.Get<RuleList>().ReadAsync("Commune", house.Province.NaMau.Id, new DateOnly(2026, 9, 11), Ct)).Single(r => r.Row.CouncilId is not null);
        Assert.True(rule.IsInForce);
        FollowUpCases.Done(await house.Get<RuleDesk>().RemoveOwnAsync(rule.Id, house.Province.Clerk(), Ct));
        Assert.Equal(new DateOnly(2026, 10, 12), (await FollowUpCases.ItemAsync(house, after)).DueOn);
    }

    [Theory, Engines]
    public async Task A_hundred_thousand_running_items_move_in_one_go(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (council, province) = (house.Province.NaMau.Id, house.Province.NaMau.ProvinceId);
        await using (var db = house.Db())
        {
            var id = engine == Engine.Postgres ? "gen_random_uuid()" : "upper(substr(h,1,8)||'-'||substr(h,9,4)||'-'||substr(h,13,4)||'-'||substr(h,17,4)||'-'||substr(h,21))";
            var numbers = engine == Engine.Postgres
                ? "SELECT n, '' AS h FROM generate_series(1, 100000) AS n"
                : "SELECT n, hex(randomblob(16)) AS h FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000) SELECT n FROM c)";
            var statement =
                $$"""
                INSERT INTO follow_up_item (id, council_id, province_id, origin_council_id, subject_kind, subject_id, subject_code, title, part, state, rule_code, "from",
                                            due_on, printed_due_on, owed_by, urging_step, is_pressing, version)
                SELECT {{id}}, {0}, {1}, {0}, 'promise', {0}, 'X', 'Y', 'Lead', 'Waiting', 'PETITION_ANSWER', {2}, {3}, {3}, {3}, 0, {4}, 0 FROM ({{numbers}}) AS numbers
                """;
            await db.Database.ExecuteSqlRawAsync(statement, [council, province, new DateOnly(2026, 8, 3), new DateOnly(2026, 9, 3), false], Ct);
        }

        var rows = DayOffCatalogue.Rows.Where(r => r.Date != Second).ToList();
        FollowUpCases.Done(await house.Get<RuleDesk>().SetDaysOffAsync(2026, rows, Nation, Ct));

        await using var after = house.Db();
        Assert.Equal(100_000, await after.Set<FollowUpItem>().CountAsync(i => i.OwedBy == Second, Ct));
        Assert.Equal(100_000, (await after.Set<DueRecount>().SingleAsync(Ct)).Moved);
    }

    [Fact]
    public void A_list_of_days_off_is_read_as_people_write_it()
    {
        var read = DayOffLines.Read("1/1/2027; Tết Dương lịch\n5/2/2027 - 9/2/2027; Tết Nguyên đán\n\n23/1/2027; làm bù; hoán đổi", 2027, isChecked: true);

        Assert.Equal(7, read.Value.Count);
        Assert.Equal((new DateOnly(2027, 1, 23), DayOffKind.WorkedInstead, "hoán đổi", true), (read.Value[^1].Date, read.Value[^1].Kind, read.Value[^1].Reason.NameVietnamese, read.Value[^1].Reason.Checked));
        Assert.Equal(read.Value.Select(r => (r.Date, r.Kind)).Order(), DayOffLines.Read(DayOffLines.Write(read.Value), 2027, true).Value.Select(r => (r.Date, r.Kind)).Order());
        FollowUpCases.Refused("law.dayLineUnread", DayOffLines.Read("mồng một Tết", 2027, true));
        FollowUpCases.Refused("law.dayTwice", DayOffLines.Read("1/1/2027; a\n1/1/2027; b", 2027, true));
        FollowUpCases.Refused("law.dayOutsideYear", DayOffLines.Read("1/1/2026; a", 2027, true));
        FollowUpCases.Refused("law.workedOnWeekday", DayOffLines.Read("4/1/2027; làm bù; x", 2027, true));
    }
}
