using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Interpellations;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Support;
using static NghiTruong.Tests.Interpellations.InterpellationCases;

namespace NghiTruong.Tests.Interpellations;

/// <summary>A question from the slip to the answer accepted or not, at the sitting and in writing.</summary>
public sealed class InterpellationStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task From_the_slip_to_the_answer_not_accepted_asked_again_and_accepted(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, asker, session) = await AnsweredAsync(house);
        var (desk, clerk) = (house.Get<SittingDesk>(), house.Province.Clerk());
        Assert.Matches("^CV-96001-2026-\\d{5}$", code);

        Refused("interpellation.reasonMissing", await desk.JudgeAsync(code, false, null, NextWish.AskAgain, asker, Ct));
        Done(await desk.JudgeAsync(code, false, "Chưa nêu nguồn vốn.", NextWish.AskAgain, asker, Ct));
        Done(await desk.AddTurnAsync(code, new TurnInput(TurnKind.AskedAgain, "Đại biểu", "Vốn lấy ở đâu?"), clerk, Ct));
        Done(await desk.AnswerAsync(code, Answer with { Answer = "Từ nguồn dự phòng ngân sách xã." }, clerk, Ct));
        Done(await desk.JudgeAsync(code, true, null, null, asker, Ct));
        Assert.Equal(1, Done(await desk.ResolveAsync(house.Province.NaMau.Id, session, "19/NQ-HĐND", Day(9, 15), clerk, Ct)).Value);

        var view = (await house.Get<InterpellationReader>().SlipAsync(code, asker, Ct))!;
        Assert.Equal((InterpellationState.Accepted, "19/NQ-HĐND", Day(9, 14)), (view.Slip.State, view.Slip.ResolutionNumber, view.Slip.AskedOn));
        Assert.Equal("Nước sạch nông thôn", view.Group!.Title);
        Assert.Equal(TurnKind.AskedAgain, Assert.Single(view.Turns).Kind);
        Assert.Contains(view.Story, e => e.EventCode == "interpellation.notAccepted");
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_slip_not_chosen_is_answered_in_writing_within_twenty_days_and_urged_when_late(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, asker, _) = await HandedInAsync(house);
        var (standing, clerk, officer) = (house.Province.StandingCommittee(), house.Province.Clerk(), SampleProvince.Officer(house.Province.NaMauCommittee));
        Refused("interpellation.reasonMissing", await house.Get<SlipDesk>().DeclineAsync([code], " ", null, null, standing, Ct));
        Done(await house.Get<SlipDesk>().DeclineAsync([code], "Đã có trong báo cáo của UBND xã.", "16/TB", Day(9, 15), standing, Ct));

        await using (var db = house.Db())
        {
            var item = await db.Set<FollowUpItem>().SingleAsync(Ct);
            Assert.Equal(("interpellation", Day(10, 5), InterpellationRules.WrittenAnswerRule), (item.SubjectKind, item.OwedBy, item.RuleCode));
        }

        house.Clock.SetDay(Day(10, 7));
        Assert.Equal(code, Assert.Single((await house.Get<InterpellationList>().ReadAsync(new InterpellationFilter { Overdue = true }, clerk, Ct)).Rows).Code);
        await using (var db = house.Db())
        {
            Done(await house.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [await db.Set<FollowUpItem>().Select(i => i.Id).SingleAsync(Ct)], Number = "40", Notation = "HĐND-ĐĐ" }, clerk, Ct));
        }

        Done(await house.Get<SittingDesk>().AnswerInWritingAsync(code, new AnswerInput { By = Chairman, Answer = "Đã bố trí vốn.", Number = "120/UBND" }, officer, Ct));
        Done(await house.Get<SittingDesk>().JudgeAsync(code, true, null, null, asker, Ct));
        await using (var db = house.Db())
        {
            var slip = await db.Set<Interpellation>().SingleAsync(Ct);
            Assert.Equal((InterpellationState.Accepted, WrittenReason.NotSelected, 2, false), (slip.State, slip.WrittenBecause!.Value, slip.DaysLate(house.Clock.Today), slip.IsOnBehalf));
            Assert.Equal((FollowUpState.Done, (DateOnly?)null), (await db.Set<FollowUpItem>().Select(i => new ValueTuple<FollowUpState, DateOnly?>(i.State, i.OwedBy)).SingleAsync(Ct)));
        }
    }

    [Theory, Engines]
    public async Task What_needs_verification_is_answered_in_writing_from_the_day_it_was_asked_and_the_rule_moves_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, _, session) = await HandedInAsync(house);
        var (desk, clerk) = (house.Get<SittingDesk>(), house.Province.Clerk());
        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, code), house.Province.StandingCommittee(), Ct));
        Done(await desk.AskAsync(code, Day(9, 14), clerk, Ct));
        Refused("interpellation.declineInstead", await desk.PutInWritingAsync(code, WrittenReason.NotSelected, null, null, clerk, Ct));
        Done(await desk.PutInWritingAsync(code, WrittenReason.NeedsVerification, "Kiểm tra thực địa", null, clerk, Ct));
        Assert.Equal(Day(10, 4), await DueAsync(house));

        Done(await house.Get<RuleDesk>().SetOwnAsync(
            new OwnRuleInput { Code = InterpellationRules.WrittenAnswerRule, CouncilId = house.Province.NaMau.Id, Days = 15, DayType = DayType.Calendar, ValidFrom = Day(9, 1), LegalBasis = "Quy chế làm việc" }, clerk, Ct));

        Assert.Equal(Day(9, 29), await DueAsync(house));
        Refused("interpellation.numberMissing", await desk.AnswerInWritingAsync(code, new AnswerInput { Answer = "Đã xác minh." }, clerk, Ct));
        Refused("interpellation.answeredByAnother", await desk.AnswerInWritingAsync(code, new AnswerInput { By = "Trưởng phòng Kinh tế", Answer = "Đã xác minh.", Number = "5/KT" }, clerk, Ct));
        Done(await desk.AnswerInWritingAsync(code, new AnswerInput { Answer = "Đã xác minh.", Number = "121/UBND" }, clerk, Ct));
        await using var db = house.Db();
        Assert.True((await db.Set<Interpellation>().SingleAsync(Ct)).IsOnBehalf);
    }

    [Theory, Engines]
    public async Task A_slip_sent_three_times_is_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (asker, slip) = (house.Province.Asker(), Slip(house) with { Id = Guid.CreateVersion7() });

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => house.Get<SlipDesk>().HandInAsync(slip, asker, Ct)));

        Assert.Single(sent.Select(s => Done(s).Value).Distinct());
        await using var db = house.Db();
        Assert.Equal((1, asker.FullName), (await db.Set<Interpellation>().CountAsync(Ct), await db.Set<Interpellation>().Select(i => i.AskerName).SingleAsync(Ct)));
    }

    [Theory, Engines]
    public async Task What_a_slip_lacks_is_told_at_its_field(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var desk = house.Get<SlipDesk>();
        var empty = Slip(house) with { PersonAsked = " ", Issue = "", AgencyId = null, HandedInOn = Day(9, 16), Field = "nonsense" };

        var refused = await desk.HandInAsync(empty, house.Province.Clerk(), Ct);

        Assert.Equal(
            [("interpellation.askerMissing", "AskerName"), ("interpellation.personMissing", "PersonAsked"), ("interpellation.issueMissing", "Issue"), ("interpellation.fieldUnknown", "Field"), ("interpellation.inFuture", "HandedInOn"), ("agency.notFound", "AgencyId")],
            refused.Refusals.Select(r => (r.Code, r.Field!)));
        Refused("session.notFound", await desk.HandInAsync(Slip(house, Guid.CreateVersion7()), house.Province.Asker(), Ct));
        Refused("agency.notFound", await desk.HandInAsync(Slip(house) with { AgencyId = house.Province.ProvinceCommittee.Id }, house.Province.Asker(), Ct));
        Refused("council.notFound", await desk.HandInAsync(Slip(house), SampleProvince.As(Role.Delegate, house.Province.LungMau), Ct));
    }

    [Theory, Engines]
    public async Task Many_slips_are_chosen_at_once_all_of_them_or_none_and_the_clerk_needs_the_paper(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, asker, session) = await HandedInAsync(house);
        var desk = house.Get<SlipDesk>();
        var second = Done(await desk.HandInAsync(Slip(house, session) with { Issue = "Bao giờ có nước?" }, asker, Ct)).Value;
        var chosen = Selection(house, session, first, second);

        Refused("council.notFound", await desk.SelectAsync(chosen, asker, Ct));
        Refused("interpellation.paperMissing", await desk.SelectAsync(chosen with { Number = null }, house.Province.Clerk(), Ct));
        Refused("interpellation.criterionUnknown", await desk.SelectAsync(chosen with { Criterion = "whim" }, house.Province.Clerk(), Ct));
        Refused("interpellation.noneChosen", await desk.SelectAsync(chosen with { Codes = [] }, house.Province.Clerk(), Ct));
        Refused("interpellation.notFound", await desk.SelectAsync(chosen with { Codes = [first, "CV-0"] }, house.Province.StandingCommittee(), Ct));
        var group = Done(await desk.SelectAsync(chosen with { Number = null }, house.Province.StandingCommittee(), Ct)).Value;
        Refused("interpellation.alreadyDecided", await desk.SelectAsync(chosen, house.Province.StandingCommittee(), Ct));

        await using var db = house.Db();
        Assert.Equal(2, await db.Set<Interpellation>().CountAsync(i => i.GroupId == group && i.State == InterpellationState.Selected, Ct));
        Assert.Single(await db.Set<IssueGroup>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_person_asked_answers_in_person_and_only_the_asker_judges(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, asker, session) = await HandedInAsync(house);
        var (desk, clerk) = (house.Get<SittingDesk>(), house.Province.Clerk());
        Refused("interpellation.notSelected", await desk.AnswerAsync(code, Answer, clerk, Ct));
        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, code), house.Province.StandingCommittee(), Ct));

        Refused("interpellation.answeredByAnother", await desk.AnswerAsync(code, Answer with { By = "Phó Chủ tịch UBND xã" }, clerk, Ct));
        Refused("interpellation.inFuture", await desk.AnswerAsync(code, Answer with { On = Day(9, 16) }, clerk, Ct));
        Refused("interpellation.answeredBeforeAsked", await desk.AnswerAsync(code, Answer with { On = Day(9, 9) }, clerk, Ct));
        Refused("interpellation.notAllowed", await desk.AnswerAsync(code, Answer, asker, Ct));
        Done(await desk.AnswerAsync(code, Answer with { By = "Phó Chủ tịch UBND xã", OtherBecause = "Chủ tịch nghỉ ốm, có giấy của bệnh viện" }, clerk, Ct));
        Refused("interpellation.notAsker", await desk.JudgeAsync(code, true, null, null, house.Province.Asker(), Ct));
        Refused("interpellation.notAsker", await desk.JudgeAsync(code, true, null, null, house.Province.StandingCommittee(), Ct));
        Done(await desk.JudgeAsync(code, true, null, null, asker, Ct));
        Refused("interpellation.notAnswered", await desk.JudgeAsync(code, true, null, null, asker, Ct));
    }

    [Theory, Engines]
    public async Task An_answer_written_down_wrongly_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, _, session) = await HandedInAsync(house);
        var clerk = house.Province.Clerk();
        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, code), clerk, Ct));
        Done(await house.Get<SittingDesk>().AnswerAsync(code, Answer, clerk, Ct));
        var operation = (await house.Get<InterpellationReader>().SlipAsync(code, clerk, Ct))!.Story[0].OperationId;

        Done(await house.Get<Undo>().UndoAsync(operation, clerk, Ct));

        await using var db = house.Db();
        var slip = await db.Set<Interpellation>().SingleAsync(Ct);
        Assert.Equal((InterpellationState.Selected, (string?)null, (DateOnly?)null), (slip.State, slip.Answer, slip.AskedOn));
    }

    private static async Task<DateOnly?> DueAsync(TestHouse house)
    {
        await using var db = house.Db();
        var slip = await db.Set<Interpellation>().SingleAsync(Ct);
        Assert.Equal(slip.OwedBy, (await db.Set<FollowUpItem>().SingleAsync(Ct)).OwedBy);
        Assert.Equal(slip.WrittenDueOn, slip.OwedBy);

        return slip.OwedBy;
    }
}
