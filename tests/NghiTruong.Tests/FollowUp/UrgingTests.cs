using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Petitions;
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
    public async Task The_third_step_goes_to_the_one_above_who_is_proposed_and_may_be_changed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var sample = house.Province;
        var (ofDepartment, ofCommittee, other, typed) = (await LateAsync(house, sample.NaMauEconomy.Id), await LateAsync(house), await LateAsync(house), await LateAsync(house));
        var third = new UrgeInput { ItemIds = [ofDepartment], Order = 3, SkipReason = "Đã đôn đốc bằng điện thoại", Number = "30" };

        FollowUpCases.Done(await UrgeAsync(house, third));
        FollowUpCases.Done(await UrgeAsync(house, third with { ItemIds = [ofCommittee], Number = "31" }));
        FollowUpCases.Refused("agency.notFound", await UrgeAsync(house, third with { ItemIds = [other], AddresseeId = Guid.CreateVersion7() }));
        var chosen = await UrgeAsync(house, third with { ItemIds = [other], Number = "32", AddresseeId = sample.NaMauCommittee.Id });
        var written = await UrgeAsync(house, third with { ItemIds = [typed], Number = "33", AddresseeName = "Thanh tra tỉnh Bản Mẫu" });

        FollowUpCases.Done(chosen);
        FollowUpCases.Done(written);
        await using var db = house.Db();
        var letters = await db.Set<OfficialLetter>().Where(l => l.Kind == UrgingDesk.LetterKind).OrderBy(l => l.Number).Select(l => new ValueTuple<string?, string, Guid?>(l.Number, l.RecipientName, l.RecipientAgencyId)).ToListAsync(Ct);
        Assert.Equal(
            [("30", "UBND xã Nà Mẫu", sample.NaMauCommittee.Id), ("31", "UBND tỉnh Bản Mẫu", sample.ProvinceCommittee.Id), ("32", "UBND xã Nà Mẫu", sample.NaMauCommittee.Id), ("33", "Thanh tra tỉnh Bản Mẫu", null)],
            letters);
        Assert.All(await db.Set<UrgingStepTaken>().Where(t => t.SkippedBecause == null).ToListAsync(Ct), t => Assert.Equal(3, t.Order));
        var stories = (await db.Set<JournalEntry>().AsNoTracking().Where(e => e.EventCode == "followUp.urged").OrderBy(e => e.Sequence).ToListAsync(Ct)).Select(e => JournalData.Read(e).Facts);
        // What goes to the holder itself names nobody.
        Assert.Equal(["UBND xã Nà Mẫu", "UBND tỉnh Bản Mẫu", null, "Thanh tra tỉnh Bản Mẫu"], stories.Select(f => f.TryGetValue("to", out var to) && to.ValueKind == System.Text.Json.JsonValueKind.String ? to.GetString() : null));
    }

    [Theory, Engines]
    public async Task The_letter_to_the_one_above_names_who_is_late_and_sends_that_one_a_copy(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var item = await LateAsync(house, house.Province.NaMauEconomy.Id);
        var first = (await UrgeAsync(house, new UrgeInput { ItemIds = [item], Number = "41" })).Value.Letters[0];
        var third = (await UrgeAsync(house, new UrgeInput { ItemIds = [item], Order = 3, SkipReason = "Việc cấp bách", Number = "42" })).Value.Letters[0];

        var (below, above) = (await ContentAsync(house, first), await ContentAsync(house, third));

        Assert.Contains("kiến nghị Ủy ban nhân dân xã Nà Mẫu xem xét, chỉ đạo Phòng Kinh tế giải quyết dứt điểm", TextOf(above), StringComparison.Ordinal);
        Assert.Contains("đã chuyển Phòng Kinh tế quá thời hạn", TextOf(above), StringComparison.Ordinal);
        Assert.Contains("đề nghị Phòng Kinh tế chỉ đạo giải quyết dứt điểm", TextOf(below), StringComparison.Ordinal);
        Assert.Contains(above.AlsoTo, a => a.StartsWith("Phòng Kinh tế", StringComparison.Ordinal));
        Assert.Equal(below.AlsoTo.Count + 1, above.AlsoTo.Count);
    }

    [Theory, Engines]
    public async Task Where_nobody_is_known_to_stand_above_the_clerk_says_who(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk(house.Province.Own);
        var code = (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.Own.Id, Content = "Đề nghị nâng cấp đường tỉnh." }, clerk, Ct)).Value;
        FollowUpCases.Done(await house.Get<PetitionForwarder>().ForwardAsync(new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.ProvinceCommittee.Id, Number = "5", IssuedOn = Sent }, clerk, Ct));
        house.Clock.SetDay(new DateOnly(2026, 10, 19));
        var asked = new UrgeInput { ItemIds = [(await FollowUpCases.ItemAsync(house, code)).Id], Order = 3, SkipReason = "Việc cấp bách", Number = "6" };

        FollowUpCases.Refused("followUp.addresseeMissing", await house.Get<UrgingDesk>().UrgeAsync(asked, clerk, Ct));
        FollowUpCases.Done(await house.Get<UrgingDesk>().UrgeAsync(asked with { AddresseeName = "Văn phòng Chính phủ" }, clerk, Ct));
    }

    [Theory, Engines]
    public async Task A_council_sets_its_own_ladder_and_goes_back_to_the_shipped_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var council = house.Province.NaMau.Id;
        UrgingStep[] own = [new(1, "CALL", "Gọi điện", "", false, false), new(2, "LETTER", "Công văn", "Letter", true, true, UrgingAddressee.Superior)];

        FollowUpCases.Refused("followUp.ladderNotAllowed", await house.Get<UrgingDesk>().SetLadderAsync(council, own, house.Province.Clerk(house.Province.LungMau), Ct));
        FollowUpCases.Done(await house.Get<UrgingDesk>().SetLadderAsync(council, own, house.Province.Clerk(), Ct));
        FollowUpCases.Done(await house.Get<UrgingDesk>().SetLadderAsync(council, own, house.Province.Clerk(), Ct));
        await using var db = house.Db();
        Assert.Equal(["Gọi điện", "Công văn"], (await UrgingLadder.OfAsync(db, council, Ct)).Steps.Select(s => s.NameVietnamese));
        Assert.Equal([UrgingAddressee.Holder, UrgingAddressee.Superior], (await UrgingLadder.OfAsync(db, council, Ct)).Steps.Select(s => s.Addressee));
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

    private static string TextOf(LetterContent content) => string.Join('\n', content.Body.OfType<ParagraphBlock>().Select(p => string.Concat(p.Spans.Select(s => s.Text))));

    private static async Task<LetterContent> ContentAsync(TestHouse house, Guid letter)
    {
        await using var db = house.Db();

        return await house.Get<UrgingLetter>().ReadAsync(db, await db.Set<OfficialLetter>().SingleAsync(l => l.Id == letter, Ct), Ct);
    }

    private static async Task<Guid> LateAsync(TestHouse house, Guid? to = null)
    {
        house.Clock.SetDay(new DateOnly(2026, 9, 15));
        var code = await FollowUpCases.SentAsync(house, Sent, to: to);
        house.Clock.SetDay(new DateOnly(2026, 10, 19));

        return (await FollowUpCases.ItemAsync(house, code)).Id;
    }

    private static Task<Refusals.Result<UrgeResult>> UrgeAsync(TestHouse house, UrgeInput asked) => house.Get<UrgingDesk>().UrgeAsync(asked, house.Province.Clerk(), Ct);
}
