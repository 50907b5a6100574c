using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Supervision;
using NghiTruong.Support;
using NghiTruong.Tests.Supervision;
using NghiTruong.Threads;
using static NghiTruong.Tests.Supervision.SupervisionCases;
using static NghiTruong.Tests.Threads.ThreadCases;

namespace NghiTruong.Tests.Threads;

/// <summary>One problem followed from what voters said to what came of it.</summary>
public sealed class ThreadStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task From_what_voters_said_to_the_result_confirmed_one_thread_tells_it_by_dates(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition, _, recommendation) = await WholeAsync(house);
        Assert.Matches("^MVD-96001-2026-\\d{5}$", thread);
        var (clerk, standing, desk) = (house.Province.Clerk(), house.Province.StandingCommittee(), house.Get<RecommendationDesk>());
        house.Clock.SetDay(Day(10, 5));
        Done(await house.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [await ItemAsync(house, recommendation)], Number = "40", Notation = "HĐND-ĐĐ" }, clerk, Ct));
        house.Clock.SetDay(Day(10, 8));
        Done(await desk.AskToExplainAsync(recommendation, false, null, standing, Ct));
        Done(await desk.ExplainAsync(recommendation, "Nhà thầu chậm.", null, clerk, Ct));
        house.Clock.SetDay(Day(10, 12));
        Done(await desk.AnswerAsync(recommendation, new AgencyWordInput("Đã sửa xong 300 m ống.", "80/UBND", null), clerk, Ct));
        Done(await house.Get<PetitionReplies>().AnswerAsync(
            new AnswerInput { Number = "81/UBND", IssuedOn = Day(10, 10), Items = [new AnswerItem(petition, "Nước đã chảy lại.", Outcome.Settled)] }, clerk, Ct));
        house.Clock.SetDay(Day(10, 20));
        Done(await desk.ConfirmAsync(recommendation, "Đoàn đã xem, nước chảy.", standing, Ct));
        Done(await CloseAsync(house, petition));
        Done(await house.Get<ThreadDesk>().EndAsync(thread, new EndThreadInput("Thôn Lũng có nước trở lại."), clerk, Ct));

        var view = await ReadAsync(house, thread);

        Assert.Equal(
            [
                (Day(9, 5), "supervision.programmed", "12/QĐ-TTHĐND"), (Day(9, 10), "supervision.held", null), (Day(9, 14), "supervision.reported", "05/BC-TTHĐND"),
                (Day(9, 15), "thread.opened", null), (Day(9, 15), "petition.recorded", null), (Day(9, 15), "petition.forwarded", "12/HĐND-VP"),
                (Day(9, 15), "supervision.concluded", "06/KL-TTHĐND"), (Day(9, 15), "recommendation.made", null), (Day(10, 5), "followUp.urged", "40/HĐND-ĐĐ"),
                (Day(10, 8), "recommendation.explanationAsked", null), (Day(10, 8), "recommendation.explained", null), (Day(10, 10), "petition.answered", "81/UBND"),
                (Day(10, 12), "recommendation.answered", "80/UBND"), (Day(10, 20), "petition.concluded", null), (Day(10, 20), "petition.votersNotified", null),
                (Day(10, 20), "petition.closed", null), (Day(10, 20), "supervision.closed", null), (Day(10, 20), "recommendation.confirmed", null), (Day(10, 20), "thread.ended", null),
            ],
            view.Lines.Select(l => (l.On, l.Event, l.Number)).OrderBy(l => l.On).ThenBy(l => Order(l.Event)));
        Assert.Contains(view.Lines, l => l is { Event: "recommendation.answered", Said: "Đã sửa xong 300 m ống.", What: "UBND xã Nà Mẫu báo cáo đã thực hiện" });
        Assert.Empty(view.Open);
        Assert.Equal((ThreadStanding.Ended, "Thôn Lũng có nước trở lại.", Day(10, 20), null), (view.Thread.State, view.Thread.Result, view.Thread.EndedOn, view.Thread.EndedDespite));
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task What_is_open_names_who_holds_it_by_when_and_what_is_late_first(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition, supervision, recommendation) = await WholeAsync(house);
        house.Clock.SetDay(Day(10, 5));

        var open = (await ReadAsync(house, thread)).Open;

        Assert.Equal([recommendation, petition, supervision], open.Select(m => m.Code));
        Assert.Equal(("UBND xã Nà Mẫu", Day(9, 30), 5), (open[0].Holder, open[0].DueOn, open[0].DaysLate(house.Clock.Today)));
        Assert.Equal(("UBND xã Nà Mẫu", Day(10, 15), 0), (open[1].Holder, open[1].DueOn, open[1].DaysLate(house.Clock.Today)));
        Assert.Equal(("HĐND xã Nà Mẫu", null), (open[2].Holder, open[2].DueOn));

        Done(await house.Get<RecommendationDesk>().AnswerAsync(recommendation, new AgencyWordInput("Đã sửa.", null, null), house.Province.Clerk(), Ct));
        var answered = (await ReadAsync(house, thread)).Open.Single(m => m.Code == recommendation);
        Assert.Equal(("HĐND xã Nà Mẫu", null), (answered.Holder, answered.DueOn));
    }

    [Theory, Engines]
    public async Task A_thread_that_holds_open_matters_ends_only_with_a_reason(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, _, _, _) = await WholeAsync(house);
        var (desk, clerk) = (house.Get<ThreadDesk>(), house.Province.Clerk());

        var refused = await desk.EndAsync(thread, new EndThreadInput("Đã xong."), clerk, Ct);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("thread.stillOpen", "Despite", (object)3), (refusal.Code, refusal.Field, refusal.Values[0]));
        Done(await desk.EndAsync(thread, new EndThreadInput("Đã xong.", Despite: "Phần còn lại theo mạch khác."), clerk, Ct));
        Assert.Equal("Phần còn lại theo mạch khác.", (await ReadAsync(house, thread)).Thread.EndedDespite);
    }

    [Theory, Engines]
    public async Task A_thread_ends_with_a_result_on_a_day_between_its_opening_and_today(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<ThreadDesk>(), house.Province.Clerk());
        var thread = Done(await desk.OpenAsync(Input(house.Province.NaMau) with { OpenedOn = Day(9, 10) }, clerk, Ct)).Value;

        Refused("thread.resultMissing", await desk.EndAsync(thread, new EndThreadInput(" "), clerk, Ct));
        Refused("thread.endedBeforeOpened", await desk.EndAsync(thread, new EndThreadInput("Xong.", Day(9, 9)), clerk, Ct));
        Refused("thread.endedInFuture", await desk.EndAsync(thread, new EndThreadInput("Xong.", Day(9, 16)), clerk, Ct));
        Refused("thread.notEnded", await desk.ReopenAsync(thread, "Lại hỏng", clerk, Ct));
        Done(await desk.EndAsync(thread, new EndThreadInput("Xong.", Day(9, 10)), clerk, Ct));
        Refused("thread.ended", await desk.EndAsync(thread, new EndThreadInput("Xong."), clerk, Ct));
    }

    [Theory, Engines]
    public async Task What_was_said_at_the_end_stays_in_the_story_when_the_problem_comes_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<ThreadDesk>(), house.Province.Clerk());
        var (thread, petition) = (await OpenedAsync(house), await PetitionAsync(house));
        Done(await desk.EndAsync(thread, new EndThreadInput("Đã có nước."), clerk, Ct));
        Refused("thread.ended", await LinkAsync(house, thread, petition));
        house.Clock.SetDay(Day(11, 2));
        Refused("thread.reasonMissing", await desk.ReopenAsync(thread, " ", clerk, Ct));

        Done(await desk.ReopenAsync(thread, "Bơm lại hỏng", clerk, Ct));
        Done(await LinkAsync(house, thread, petition));

        var view = await ReadAsync(house, thread);
        Assert.Equal((ThreadStanding.Open, null, null), (view.Thread.State, view.Thread.Result, view.Thread.EndedOn));
        Assert.Equal(
            [(Day(9, 15), "thread.ended", "Đã có nước."), (Day(11, 2), "thread.reopened", "Bơm lại hỏng")],
            view.Lines.Where(l => l.Event is "thread.ended" or "thread.reopened").Select(l => (l.On, l.Event, l.Said)));
    }

    [Theory, Engines]
    public async Task A_record_pressed_three_times_stands_in_the_thread_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition) = (await OpenedAsync(house), await PetitionAsync(house));

        var pressed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LinkAsync(house, thread, petition)));

        Assert.All(pressed, p => Done(p));
        await using var db = house.Db();
        Assert.Single(await db.Set<ThreadLink>().ToListAsync(Ct));
        Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "thread.linked", Ct));
    }

    [Theory, Engines]
    public async Task An_opening_sent_three_times_opens_one_thread_with_its_first_record(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var input = Input(house.Province.NaMau) with { Id = Guid.CreateVersion7(), Record = new ThreadRecordInput(await PetitionAsync(house), null, "Cử tri nêu") };

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => house.Get<ThreadDesk>().OpenAsync(input, house.Province.Clerk(), Ct)));

        Assert.Single(sent.Select(s => Done(s).Value).Distinct());
        await using var db = house.Db();
        Assert.Equal("Cử tri nêu", (await db.Set<ThreadLink>().SingleAsync(Ct)).Note);
    }

    [Theory, Engines]
    public async Task A_delegate_proposes_a_record_and_whoever_keeps_threads_decides(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition, desk) = (await OpenedAsync(house), await PetitionAsync(house), house.Get<ThreadDesk>());
        var someone = SampleProvince.As(Role.Delegate, house.Province.NaMau);
        var asked = new ThreadRecordInput(petition, null, "Cùng một đường ống");

        Refused("thread.notAllowed", await LinkAsync(house, thread, petition, someone));
        Refused("thread.recordNotFound", await desk.ProposeAsync(thread, asked with { Code = "KNCT-1" }, someone, Ct));
        Refused("thread.notFound", await desk.ProposeAsync(thread, asked, SampleProvince.As(Role.Delegate, house.Province.LungMau), Ct));
        Done(await desk.ProposeAsync(thread, asked, someone, Ct));
        Done(await desk.ProposeAsync(thread, asked, someone, Ct));

        await using var db = house.Db();
        var note = await db.Set<NghiTruong.Notifications.Notification>().SingleAsync(n => n.Kind == "thread.linkProposed", Ct);
        Assert.Equal((house.Province.NaMau.Id, $"/mach-van-de/{thread}/gan?ma={petition}"), (note.RecipientCouncilId, note.Href));
        Assert.Empty((await ReadAsync(house, thread)).Records);
        Done(await LinkAsync(house, thread, petition));
        Assert.Single((await ReadAsync(house, thread)).Records);
        Done(await desk.UnlinkAsync(thread, petition, house.Province.Clerk(), Ct));
        Assert.Empty((await ReadAsync(house, thread)).Records);
    }

    [Theory, Engines]
    public async Task A_record_put_in_by_mistake_is_taken_out_or_the_act_undone(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition, clerk) = (await OpenedAsync(house), await PetitionAsync(house), house.Province.Clerk());
        Done(await LinkAsync(house, thread, petition, clerk));
        Done(await house.Get<Undo>().UndoAsync(await OperationAsync(house, "thread.linked"), clerk, Ct));
        Assert.Empty((await ReadAsync(house, thread)).Records);

        Done(await LinkAsync(house, thread, petition, clerk));
        var link = Assert.Single((await ReadAsync(house, thread)).Records).Link;
        Done(await house.Get<ThreadDesk>().UnlinkAsync(thread, link.Id, clerk, Ct));
        Refused("thread.linkNotFound", await house.Get<ThreadDesk>().UnlinkAsync(thread, link.Id, clerk, Ct));
        Assert.Empty((await ReadAsync(house, thread)).Records);
    }

    [Theory, Engines]
    public async Task A_thread_says_its_problem_in_a_sentence_of_a_known_field_and_not_of_tomorrow(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, input) = (house.Get<ThreadDesk>(), house.Province.Clerk(), Input(house.Province.NaMau));

        Refused("thread.titleMissing", await desk.OpenAsync(input with { Title = " " }, clerk, Ct));
        Refused("thread.fieldUnknown", await desk.OpenAsync(input with { Field = "khong-co" }, clerk, Ct));
        Refused("thread.openedInFuture", await desk.OpenAsync(input with { OpenedOn = Day(9, 16) }, clerk, Ct));
        Refused("thread.recordNotFound", await desk.OpenAsync(input with { Record = new ThreadRecordInput("KNCT-96001-2026-99999") }, clerk, Ct));
        Refused("input.tooLong", await desk.OpenAsync(input with { Title = new string('a', 501) }, clerk, Ct));
        await using var db = house.Db();
        Assert.Empty(await db.Set<MatterThread>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task Of_two_clerks_who_edit_at_once_the_second_sees_that_it_changed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, thread) = (house.Get<ThreadDesk>(), house.Province.Clerk(), await OpenedAsync(house));
        var seen = (await ReadAsync(house, thread)).Thread.Version;
        Done(await desk.EditAsync(thread, Input(house.Province.NaMau) with { Title = "Thôn Lũng và thôn Pục thiếu nước" }, seen, clerk, Ct));

        Refused("record.changedMeanwhile", await desk.EditAsync(thread, Input(house.Province.NaMau), seen, clerk, Ct));

        Assert.Equal(thread, Assert.Single((await house.Get<ThreadList>().ReadAsync(new ThreadFilter { Words = "thon puc" }, clerk, Ct)).Rows).Code);
        Done(await house.Get<Undo>().UndoAsync(await OperationAsync(house, "thread.edited"), clerk, Ct));
        Assert.Empty((await house.Get<ThreadList>().ReadAsync(new ThreadFilter { Words = "thon puc" }, clerk, Ct)).Rows);
    }

    private static int Order(string code) => Array.IndexOf(
        ["thread.opened", "petition.recorded", "petition.forwarded", "petition.concluded", "petition.votersNotified", "petition.closed", "supervision.concluded", "supervision.closed", "recommendation.made",
            "recommendation.explanationAsked", "recommendation.explained", "recommendation.confirmed", "thread.ended"],
        code);

    private static async Task<Guid> ItemAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<FollowUpItem>().Where(i => i.SubjectCode == code).Select(i => i.Id).SingleAsync(Ct);
    }

    private static async Task<Guid> OperationAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<JournalEntry>().Where(e => e.EventCode == code).OrderByDescending(e => e.Sequence).Select(e => e.OperationId).FirstAsync(Ct);
    }

    private static async Task<NghiTruong.Refusals.Result> CloseAsync(TestHouse house, string petition)
    {
        var (judgement, clerk) = (house.Get<PetitionJudgement>(), house.Province.Clerk());
        Done(await judgement.EvaluateAsync(petition, Outcome.Settled, "Đã xem.", clerk, Ct));
        Done(await judgement.ConcludeAsync(petition, Outcome.Settled, null, house.Province.StandingCommittee(), Ct));
        Done(await judgement.NotifyAsync(petition, NoticeChannel.Loudspeaker, null, "Loa thôn", null, clerk, Ct));

        return await judgement.CloseAsync(petition, clerk, Ct);
    }
}
