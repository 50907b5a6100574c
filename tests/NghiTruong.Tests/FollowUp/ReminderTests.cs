using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Reminding;
using NghiTruong.Law;
using NghiTruong.Notifications;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Texts;

namespace NghiTruong.Tests.FollowUp;

/// <summary>Due on Monday 12 October 2026: marks fall on 21 September, 1 October, 7 October, 12 October and 13 October.</summary>
public sealed class ReminderTests
{
    private static readonly DateOnly Sent = new(2026, 9, 11);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Reminders_fall_15_7_3_working_days_before_on_the_day_and_after_and_each_goes_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await FollowUpCases.SentAsync(house, Sent);
        List<(string Day, string Rule)> seen = [];
        for (var day = new DateOnly(2026, 9, 16); day <= new DateOnly(2026, 10, 20); day = day.AddDays(1))
        {
            house.Clock.SetDay(day);
            await RunAsync(house);
            await RunAsync(house);
            await using var db = house.Db();
            foreach (var code in await db.Set<Reminder>().OrderBy(r => r.At).Select(r => r.RuleCode).Skip(seen.Count).ToListAsync(Ct))
            {
                seen.Add((day.ToString("d/M", CultureInfo.InvariantCulture), code));
            }
        }

        Assert.Equal(
            [("21/9", "REMINDER_FIRST"), ("1/10", "REMINDER_SECOND"), ("7/10", "REMINDER_THIRD"), ("12/10", "REMINDER_DUE"), ("13/10", "REMINDER_LATE")],
            seen);
        await using var check = house.Db();
        Assert.Equal(5, await check.Set<Notification>().CountAsync(n => n.AgencyId == house.Province.NaMauCommittee.Id, Ct));
    }

    [Theory, Engines]
    public async Task Two_nodes_that_remind_at_once_remind_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await FollowUpCases.SentAsync(house, Sent);
        await FollowUpCases.SentAsync(house, Sent, "Đề nghị làm cầu Lũng Pán.");
        house.Clock.SetDay(new DateOnly(2026, 10, 12));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(house), Ct)));

        await using var db = house.Db();
        Assert.Equal(2, await db.Set<Reminder>().CountAsync(Ct));
        Assert.Equal("2", (await db.Set<Notification>().SingleAsync(Ct)).Values[1]);
    }

    [Theory, Engines]
    public async Task A_house_that_stood_still_catches_up_with_the_last_mark_only(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await FollowUpCases.SentAsync(house, Sent);
        house.Clock.SetDay(new DateOnly(2026, 10, 8));

        await RunAsync(house);

        await using var db = house.Db();
        Assert.Equal("REMINDER_THIRD", (await db.Set<Reminder>().SingleAsync(Ct)).RuleCode);
    }

    [Theory, Engines]
    public async Task What_is_answered_is_not_reminded_of(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await FollowUpCases.SentAsync(house, Sent);
        FollowUpCases.Done(await house.Get<PetitionReplies>().AnswerAsync(new AnswerInput { Items = [new AnswerItem(code, "Đã xong.", Outcome.Settled)] }, house.Province.Clerk(), Ct));
        house.Clock.SetDay(new DateOnly(2026, 10, 12));

        await RunAsync(house);

        await using var db = house.Db();
        Assert.Equal(0, await db.Set<Reminder>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_inbox_of_the_agency_shows_it_and_nobody_elses_does(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await FollowUpCases.SentAsync(house, Sent);
        house.Clock.SetDay(new DateOnly(2026, 10, 13));
        await RunAsync(house);
        var inbox = house.Get<Inbox>();
        var officer = SampleProvince.Officer(house.Province.NaMauCommittee);

        var line = Assert.Single(await inbox.ReadAsync(officer, done: false, Ct));
        Assert.Equal("followUp.reminder.late", line.Kind);
        Assert.Equal(0, await inbox.CountAsync(SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Assert.Equal(0, await inbox.CountAsync(house.Province.Clerk(), Ct));
        Assert.False(await inbox.DoneAsync(line.Id, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Assert.True(await inbox.DoneAsync(line.Id, officer, Ct));
        Assert.Equal(0, await inbox.CountAsync(officer, Ct));
    }

    [Fact]
    public void A_mark_on_the_day_it_was_sent_or_before_is_not_reached()
    {
        var rules = new Rules(DeadlineRuleCatalogue.Rows, new WorkCalendar(DayOffCatalogue.Rows));
        string? On(int day) => ReminderMarks.Reached(rules, "Commune", Guid.Empty, new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 7), new DateOnly(2026, 10, day));

        Assert.Null(On(7));
        Assert.Null(On(11));
        Assert.Equal("REMINDER_DUE", On(12));
        Assert.Equal("REMINDER_LATE", On(20));
        Assert.Null(On(21));
    }

    [Fact]
    public void The_text_for_a_messenger_names_what_is_late_first()
    {
        var text = DueText.Write(
            "UBND xã Nà Mẫu",
            "HĐND xã Nà Mẫu",
            [new OwedLine("KNCT-96001-2026-00002", "Sửa cầu", new DateOnly(2026, 10, 12)), new OwedLine("KNCT-96001-2026-00001", "Sửa đường", new DateOnly(2026, 10, 1))],
            new DateOnly(2026, 10, 5),
            new TextTable(typeof(House).Assembly),
            CultureInfo.GetCultureInfo("vi"));

        Assert.Equal(
            """
            Kính gửi UBND xã Nà Mẫu,
            HĐND xã Nà Mẫu xin nhắc 2 nội dung chờ giải quyết, trả lời, trong đó 1 nội dung đã quá hạn:
            - KNCT-96001-2026-00001: Sửa đường - hạn 1/10/2026, quá hạn 4 ngày.
            - KNCT-96001-2026-00002: Sửa cầu - hạn 12/10/2026, còn 7 ngày.
            Trân trọng. HĐND xã Nà Mẫu.
            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    private static Task RunAsync(TestHouse house) => house.Get<ReminderJob>().RunAsync(house.Clock.Now, Ct);
}
