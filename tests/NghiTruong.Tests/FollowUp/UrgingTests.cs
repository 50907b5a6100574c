using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Support;

namespace NghiTruong.Tests.FollowUp;

public sealed class UrgingTests
{
    private static readonly DateOnly Sent = new(2026, 9, 11);
    private static readonly WorkCalendar Calendar = new(DayOffCatalogue.Rows);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Several_items_of_one_agency_go_into_one_letter_and_each_step_has_day_number_and_reply(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, second) = (await LateAsync(house), await LateAsync(house));

        var urged = await UrgeAsync(house, new UrgeInput { ItemIds = [first, second], Number = "9012", Notation = "HĐND-ĐĐ" });

        FollowUpCases.Done(urged);
        var letter = Assert.Single(urged.Value.Letters);
        await using var db = house.Db();
        Assert.Equal((UrgingDesk.LetterKind, LetterState.Issued, "9012/HĐND-ĐĐ"), await db.Set<OfficialLetter>().Where(l => l.Id == letter).Select(l => new ValueTuple<string, LetterState, string?>(l.Kind, l.State, l.Number + "/" + l.Notation)).SingleAsync(Ct));
        var steps = await db.Set<UrgingStepTaken>().ToListAsync(Ct);
        Assert.Equal(2, steps.Count);
        Assert.All(steps, s => Assert.Equal((1, "9012/HĐND-ĐĐ", house.Clock.Today, house.Clock.Today.AddDays(7)), (s.Order, s.DocumentNumber, s.On, s.ReplyBy!.Value)));
        Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "followUp.urged" && e.SubjectKind == "petition", Ct));
    }

    [Theory, Engines]
    public async Task A_step_is_passed_over_only_with_a_reason_and_never_taken_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var item = await LateAsync(house);

        FollowUpCases.Refused("followUp.skipReasonMissing", await UrgeAsync(house, new UrgeInput { ItemIds = [item], Order = 3, Number = "13" }));
        FollowUpCases.Refused("followUp.numberMissing", await UrgeAsync(house, new UrgeInput { ItemIds = [item], Order = 4, SkipReason = "Việc cấp bách" }));
        FollowUpCases.Done(await UrgeAsync(house, new UrgeInput { ItemIds = [item], Order = 4, SkipReason = "Việc cấp bách", Number = "14/KH-HĐND" }));
        FollowUpCases.Refused("followUp.stepBehind", await UrgeAsync(house, new UrgeInput { ItemIds = [item], Order = 2, Number = "15" }));

        await using var db = house.Db();
        var taken = await db.Set<UrgingStepTaken>().OrderBy(t => t.Order).ToListAsync(Ct);
        Assert.Equal([("Việc cấp bách", null), ("Việc cấp bách", null), ("Việc cấp bách", null), (null, "14/KH-HĐND")], taken.Select(t => (t.SkippedBecause, t.DocumentNumber)));
    }

    [Theory, Engines]
    public async Task Urging_is_the_right_of_the_agencys_own_council_and_an_answered_item_is_not_urged(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var item = await LateAsync(house);
        var asked = new UrgeInput { ItemIds = [item], Number = "1" };

        FollowUpCases.Refused("followUp.notAllowed", await house.Get<UrgingDesk>().UrgeAsync(asked, house.Province.StandingCommittee(house.Province.Own), Ct));
        FollowUpCases.Refused("followUp.notFound", await house.Get<UrgingDesk>().UrgeAsync(asked, house.Province.Clerk(house.Province.LungMau), Ct));
        FollowUpCases.Refused("followUp.notAllowed", await house.Get<UrgingDesk>().UrgeAsync(asked, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        FollowUpCases.Refused("followUp.inFuture", await UrgeAsync(house, asked with { On = house.Clock.Today.AddDays(1) }));
    }

    [Theory, Engines]
    public async Task A_council_sets_its_own_ladder_and_goes_back_to_the_shipped_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var council = house.Province.NaMau.Id;
        UrgingStep[] own = [new(1, "CALL", "Gọi điện", "", false, false), new(2, "LETTER", "Công văn", "Letter", true, true)];

        FollowUpCases.Refused("followUp.ladderNotAllowed", await house.Get<UrgingDesk>().SetLadderAsync(council, own, house.Province.Clerk(house.Province.LungMau), Ct));
        FollowUpCases.Done(await house.Get<UrgingDesk>().SetLadderAsync(council, own, house.Province.Clerk(), Ct));
        FollowUpCases.Done(await house.Get<UrgingDesk>().SetLadderAsync(council, own, house.Province.Clerk(), Ct));
        await using var db = house.Db();
        Assert.Equal(["Gọi điện", "Công văn"], (await UrgingLadder.OfAsync(db, council, Ct)).Steps.Select(s => s.NameVietnamese));
        Assert.False((await UrgingLadder.OfAsync(db, house.Province.LungMau.Id, Ct)).IsOwn);

        FollowUpCases.Done(await house.Get<UrgingDesk>().SetLadderAsync(council, [], house.Province.Clerk(), Ct));
        Assert.Equal(7, (await UrgingLadder.OfAsync(db, council, Ct)).Steps.Count);
    }

    [Fact]
    public void The_next_step_is_proposed_once_late_and_again_once_the_reply_did_not_come()
    {
        var ladder = UrgingLadder.Shipped;
        var due = new DateOnly(2026, 10, 12);
        UrgingProposal? On(int day, int taken = 0, int? reply = null) =>
            ladder.Propose(due, taken, taken > 0 ? new DateOnly(2026, 10, 13) : null, reply is { } r ? new DateOnly(2026, 10, r) : null, new DateOnly(2026, 10, day), Calendar);

        Assert.Null(On(12));
        Assert.Equal(("URGE_FIRST", "followUp.propose.late"), (On(13)!.Step.Code, On(13)!.Why));
        Assert.Null(On(20, taken: 1, reply: 20));
        Assert.Equal(("URGE_AGAIN", "followUp.propose.noReply"), (On(21, taken: 1, reply: 20)!.Step.Code, On(21, taken: 1, reply: 20)!.Why));
        Assert.Equal("followUp.propose.skipped", On(14, taken: 2)!.Why);
        Assert.Null(On(30, taken: 7));
    }

    private static async Task<Guid> LateAsync(TestHouse house)
    {
        var code = await FollowUpCases.SentAsync(house, Sent);
        house.Clock.SetDay(new DateOnly(2026, 10, 19));

        return (await FollowUpCases.ItemAsync(house, code)).Id;
    }

    private static Task<Refusals.Result<UrgeResult>> UrgeAsync(TestHouse house, UrgeInput asked) => house.Get<UrgingDesk>().UrgeAsync(asked, house.Province.Clerk(), Ct);
}
