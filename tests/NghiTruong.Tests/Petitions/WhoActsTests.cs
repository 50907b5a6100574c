using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

/// <summary>Who may do what with a petition that is not theirs: a council it was passed to, a cooperating agency, one that was let go.</summary>
public sealed class WhoActsTests
{
    private static readonly PetitionEdit Edit = new() { Content = "Viết lại", Kind = PetitionKind.Petition, Source = PetitionSource.Direct, ReceivedOn = new DateOnly(2026, 9, 1) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_council_it_was_passed_to_takes_it_and_answers_but_judges_tells_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, standing) = (house.Province.Clerk(house.Province.Own), house.Province.StandingCommittee(house.Province.Own));
        var (judgement, desk, replies) = (house.Get<PetitionJudgement>(), house.Get<PetitionDesk>(), house.Get<PetitionReplies>());
        var code = await PassedAsync(house);

        Refused("petition.notAllowed", await desk.EditAsync(code, Edit, clerk, Ct));
        Refused("petition.notAllowed", await desk.ClassifyAsync(code, new Classification(PetitionKind.Opinion, null, null), clerk, Ct));
        Refused("petition.notAllowed", await desk.PassAsync(code, house.Province.LungMau.Id, null, clerk, Ct));
        Refused("petition.notAllowed", await desk.MarkPressingAsync(code, true, "Bức xúc", standing, Ct));
        Refused("petition.notAllowed", await house.Get<PetitionForwarder>().WithdrawAsync(code, "Không muốn giữ", clerk, Ct));
        Done(await replies.AcceptAsync(code, null, clerk, Ct));
        Done(await replies.ExtendAsync(code, new DateOnly(2026, 12, 1), null, clerk, Ct));
        Done(await replies.AnswerAsync(new AnswerInput { Items = [new AnswerItem(code, "Tỉnh đã bố trí vốn.", Outcome.Settled)] }, clerk, Ct));
        Refused("petition.notAllowed", await judgement.EvaluateAsync(code, Outcome.Settled, null, clerk, Ct));
        Refused("petition.notAllowed", await judgement.ConcludeAsync(code, Outcome.Settled, null, standing, Ct));
        Refused("petition.notAllowed", await judgement.ReopenAsync(code, "?", clerk, Ct));

        Done(await judgement.ConcludeAsync(code, Outcome.Settled, null, house.Province.StandingCommittee(), Ct));
        Refused("petition.notAllowed", await judgement.NotifyAsync(code, NoticeChannel.Portal, null, null, null, clerk, Ct));
        Done(await judgement.NotifyAsync(code, NoticeChannel.Portal, null, null, null, house.Province.Clerk(), Ct));
        Refused("petition.notAllowed", await judgement.CloseAsync(code, clerk, Ct));
        Assert.Equal((PetitionStatus.Notified, "Đề nghị tỉnh mở rộng quốc lộ."), ((await PetitionAsync(house, code)).Status, (await PetitionAsync(house, code)).Content));
    }

    [Theory, Engines]
    public async Task What_is_passed_on_is_sent_by_the_council_that_holds_it_and_by_no_other(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await PassedAsync(house);
        var letter = new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.ProvinceCommittee.Id, Number = "9", IssuedOn = new DateOnly(2026, 9, 14) };

        Refused("petition.alreadySent", await house.Get<PetitionForwarder>().ForwardAsync(letter, house.Province.Clerk(), Ct));
        Refused("petition.alreadySent", await house.Get<PetitionDesk>().PassAsync(code, house.Province.LungMau.Id, null, house.Province.Clerk(), Ct));
        Refused("petition.notFound", await house.Get<PetitionForwarder>().ForwardAsync(letter, house.Province.Clerk(house.Province.LungMau), Ct));
        Done(await house.Get<PetitionForwarder>().ForwardAsync(letter, house.Province.Clerk(house.Province.Own), Ct));

        Assert.Equal((PetitionStatus.Forwarded, house.Province.ProvinceCommittee.Id), ((await PetitionAsync(house, code)).Status, (await PetitionAsync(house, code)).LeadAgencyId));
    }

    [Theory, Engines]
    public async Task A_cooperating_agency_settles_its_own_part_and_the_matter_waits_for_the_lead(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (lead, cooperating) = (SampleProvince.Officer(house.Province.NaMauCommittee), SampleProvince.Officer(house.Province.NaMauEconomy));
        var replies = house.Get<PetitionReplies>();
        var code = await SentToTwoAsync(house);

        Done(await replies.AcceptAsync(code, null, cooperating, Ct));
        Refused("petition.alreadyAccepted", await replies.AcceptAsync(code, null, cooperating, Ct));
        Assert.Equal((PetitionStatus.Forwarded, FollowUpState.Waiting, FollowUpState.Received), await StandAsync(house, code));
        Refused("petition.notAllowed", await house.Get<PetitionForwarder>().NameDepartmentAsync(code, house.Province.NaMauEconomy.Id, cooperating, Ct));
        Done(await replies.AnswerAsync(new AnswerInput { Number = "3/KT", Items = [new AnswerItem(code, "Phòng đã có ý kiến.", Outcome.Settled)] }, cooperating, Ct));
        Assert.Equal((PetitionStatus.Forwarded, FollowUpState.Waiting, FollowUpState.Answered), await StandAsync(house, code));
        Assert.Null((await PetitionAsync(house, code)).Outcome);

        Done(await replies.AcceptAsync(code, null, lead, Ct));
        Done(await replies.AnswerAsync(new AnswerInput { Number = "21/UBND", Items = [new AnswerItem(code, "Đã xong.", Outcome.Partly)] }, lead, Ct));
        Assert.Equal((PetitionStatus.Answered, FollowUpState.Answered, FollowUpState.Answered), await StandAsync(house, code));
        Assert.Equal(Outcome.Partly, (await PetitionAsync(house, code)).Outcome);
    }

    [Theory, Engines]
    public async Task A_cooperating_agency_that_returns_it_only_leaves_and_sees_it_no_more(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var cooperating = SampleProvince.Officer(house.Province.NaMauEconomy);
        var code = await SentToTwoAsync(house);

        Done(await house.Get<PetitionReplies>().RefuseAsync(code, "Không thuộc lĩnh vực của phòng", null, cooperating, Ct));

        Assert.Equal((PetitionStatus.Forwarded, FollowUpState.Waiting, FollowUpState.Refused), await StandAsync(house, code));
        Assert.Null(await house.Get<PetitionPageReader>().ReadAsync(code, cooperating, Ct));
        Assert.NotNull(await house.Get<PetitionPageReader>().ReadAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
    }

    [Theory, Engines]
    public async Task The_desk_records_a_cooperating_answer_for_that_agency_and_none_for_one_it_does_not_know(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await SentToTwoAsync(house);
        AnswerInput Answer(Guid by) => new() { AgencyId = by, Items = [new AnswerItem(code, "Có ý kiến.", Outcome.Settled)] };

        Done(await house.Get<PetitionReplies>().AnswerAsync(Answer(house.Province.NaMauEconomy.Id), house.Province.Clerk(), Ct));
        Assert.Equal((PetitionStatus.Forwarded, FollowUpState.Waiting, FollowUpState.Answered), await StandAsync(house, code));
        Refused("agency.notFound", await house.Get<PetitionReplies>().AnswerAsync(Answer(Guid.CreateVersion7()), house.Province.Clerk(), Ct));
        Refused("agency.notFound", await house.Get<PetitionReplies>().AnswerAsync(Answer(house.Province.ProvinceCommittee.Id), house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task Whoever_it_was_taken_back_from_reads_it_no_more_and_whoever_answered_still_does(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var officer = SampleProvince.Officer(house.Province.NaMauCommittee);
        var (withdrawn, answered) = (await SentToTwoAsync(house), await SentToTwoAsync(house));
        Done(await house.Get<PetitionReplies>().AnswerAsync(new AnswerInput { Items = [new AnswerItem(answered, "Đã xong.", Outcome.Settled)] }, officer, Ct));
        Done(await house.Get<PetitionForwarder>().WithdrawAsync(withdrawn, "Gửi nhầm", house.Province.Clerk(), Ct));
        await house.WorkOffOutboxAsync();

        Assert.Null(await house.Get<PetitionPageReader>().ReadAsync(withdrawn, officer, Ct));
        Assert.NotNull(await house.Get<PetitionPageReader>().ReadAsync(answered, officer, Ct));
        await using var db = house.Db();
        Assert.Equal([answered], (await PetitionSearch.FindAsync(db, "cầu treo", officer, null, Ct)).Items.Select(i => i.Code));
    }

    [Theory, Engines]
    public async Task An_item_of_a_joint_meeting_goes_to_another_level_of_the_same_province_and_says_nothing_in_its_name(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, meetings) = (house.Province.Clerk(), house.Get<VoterMeetings>());
        var foreign = await AbroadAsync(house);
        VoterMeetingInput Held(params Guid[] with) => new() { CouncilId = house.Province.NaMau.Id, HeldOn = new DateOnly(2026, 9, 10), Place = "Nà Pục", Voters = 40, JointWith = with };
        Refused("voterMeeting.jointUnknown", await meetings.RecordAsync(Held(foreign), clerk, Ct));
        var id = (await meetings.RecordAsync(Held(house.Province.Own.Id, house.Province.LungMau.Id), clerk, Ct)).Value;
        var up = new MeetingItemInput { CouncilId = house.Province.Own.Id, Content = "Đề nghị mở rộng quốc lộ.", Voters = 40 };

        Refused("voterMeeting.levelOnly", await meetings.AddItemAsync(id, up with { CouncilId = house.Province.LungMau.Id }, clerk, Ct));
        Refused("voterMeeting.explainedElsewhere", await meetings.AddItemAsync(id, up with { ExplainedBy = "Chủ tịch UBND tỉnh" }, clerk, Ct));
        Refused("voterMeeting.votersBeyond", await meetings.AddItemAsync(id, up with { Voters = 41 }, clerk, Ct));
        Assert.Equal(house.Province.Own.Id, (await PetitionAsync(house, (await meetings.AddItemAsync(id, up, clerk, Ct)).Value)).CouncilId);
        Assert.Equal(PetitionStatus.ExplainedOnTheSpot, (await PetitionAsync(house, (await meetings.AddItemAsync(id, up with { CouncilId = null, ExplainedBy = "Chủ tịch UBND xã" }, clerk, Ct)).Value)).Status);
    }

    private static void Done(Result result) => Assert.Empty(result.Refusals.Select(r => r.Code));

    private static void Refused(string code, Result result) => Assert.Equal(code, Assert.Single(result.Refusals).Code);

    private static async Task<string> RecordAsync(TestHouse house, string content) =>
        (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content }, house.Province.Clerk(), Ct)).Value;

    private static async Task<string> PassedAsync(TestHouse house)
    {
        var code = await RecordAsync(house, "Đề nghị tỉnh mở rộng quốc lộ.");
        Done(await house.Get<PetitionDesk>().PassAsync(code, house.Province.Own.Id, null, house.Province.Clerk(), Ct));

        return code;
    }

    /// <summary>With UBND as the lead and the department beside it.</summary>
    private static async Task<string> SentToTwoAsync(TestHouse house)
    {
        var code = await RecordAsync(house, "Đề nghị sửa cầu treo Nà Pục.");
        await using var db = house.Db();
        Done(await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput
            {
                Codes = [code],
                RecipientAgencyId = house.Province.NaMauCommittee.Id,
                CooperatingAgencyIds = [house.Province.NaMauEconomy.Id],
                Number = $"{40 + await db.Set<PetitionForwarding>().CountAsync(Ct)}",
                IssuedOn = new DateOnly(2026, 9, 14),
            },
            house.Province.Clerk(),
            Ct));

        return code;
    }

    /// <summary>The petition, what the lead owes, what the cooperating agency owes.</summary>
    private static async Task<(PetitionStatus Petition, FollowUpState Lead, FollowUpState Cooperating)> StandAsync(TestHouse house, string code)
    {
        await using var db = house.Db();
        var items = await db.Set<FollowUpItem>().Where(i => i.SubjectCode == code).ToListAsync(Ct);

        return ((await PetitionAsync(house, code)).Status, items.Single(i => i.Part == FollowUpPart.Lead).State, items.Single(i => i.Part == FollowUpPart.Cooperating).State);
    }

    [Theory, Engines]
    public async Task Who_answered_before_a_reopening_reads_on_and_acts_only_if_it_is_sent_the_matter_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (before, now) = (SampleProvince.Officer(house.Province.NaMauCommittee), SampleProvince.Officer(house.Province.NaMauEconomy));
        var (replies, judgement, forwarder) = (house.Get<PetitionReplies>(), house.Get<PetitionJudgement>(), house.Get<PetitionForwarder>());
        var code = await RecordAsync(house, "Đề nghị sửa cầu treo Nà Pục.");
        var letter = new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id, Number = "61", IssuedOn = new DateOnly(2026, 9, 14) };
        Done(await forwarder.ForwardAsync(letter, house.Province.Clerk(), Ct));
        Done(await replies.AnswerAsync(new AnswerInput { Items = [new AnswerItem(code, "Đã sửa.", Outcome.Settled)] }, before, Ct));
        Done(await judgement.ReopenAsync(code, "Cầu lại hỏng", house.Province.Clerk(), Ct));
        Done(await forwarder.ForwardAsync(letter with { RecipientAgencyId = house.Province.NaMauEconomy.Id, Number = "62" }, house.Province.Clerk(), Ct));

        Refused("petition.notAllowed", await replies.AnswerAsync(new AnswerInput { Items = [new AnswerItem(code, "Xong rồi.", Outcome.Settled)] }, before, Ct));
        Refused("petition.notAllowed", await replies.RefuseAsync(code, "Không phải việc của tôi", null, before, Ct));
        Assert.NotNull(await house.Get<PetitionPageReader>().ReadAsync(code, before, Ct));
        Done(await replies.AcceptAsync(code, null, now, Ct));
        Assert.Equal((PetitionStatus.Accepted, house.Province.NaMauEconomy.Id), ((await PetitionAsync(house, code)).Status, (await PetitionAsync(house, code)).LeadAgencyId));
    }

    [Theory, Engines]
    public async Task The_word_of_a_cooperating_agency_is_not_printed_as_the_answer(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await SentToTwoAsync(house);
        var cooperating = new AnswerInput { Number = "7/PKT", Items = [new AnswerItem(code, "Phần kỹ thuật đã xong.", Outcome.Settled)] };
        Done(await house.Get<PetitionReplies>().AnswerAsync(cooperating, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));

        await using var db = house.Db();
        var tables = house.Get<NghiTruong.Petitions.Documents.PetitionTables>();
        Assert.Equal("", Assert.Single(await tables.WithResultsAsync(db, db.Set<Petition>(), Ct)).Answer);
        Done(await house.Get<PetitionReplies>().AnswerAsync(cooperating with { Number = "8/UBND" }, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Assert.StartsWith("8/UBND", Assert.Single(await tables.WithResultsAsync(db, db.Set<Petition>(), Ct)).Answer, StringComparison.Ordinal);
    }

    /// <summary>A council of another province.</summary>
    private static async Task<Guid> AbroadAsync(TestHouse house)
    {
        await using var db = house.Db();
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = Tier.Province };
        var council = new Council { Id = Guid.CreateVersion7(), UnitId = unit.Id, Tier = Tier.Province, ProvinceId = unit.Id, Code = "97", Name = "HĐND tỉnh khác", Folded = "hdnd tinh khac", SortKey = "khac" };
        db.AddRange(unit, council);
        await db.SaveChangesAsync(Ct);

        return council.Id;
    }

    private static async Task<Petition> PetitionAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
    }
}
