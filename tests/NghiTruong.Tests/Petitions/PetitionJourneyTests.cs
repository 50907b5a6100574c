using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

/// <summary>One petition from the meeting to the voters told, on paper: no agency ever signs in.</summary>
public sealed class PetitionJourneyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_petition_goes_all_the_way_on_paper_and_closes_only_when_it_is_done(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, standing) = (house.Province.Clerk(), house.Province.StandingCommittee());
        var judgement = house.Get<PetitionJudgement>();
        var code = await RecordAsync(house, "Đề nghị sửa đường liên thôn Nà Pục.");

        Done(await house.Get<PetitionDesk>().ClassifyAsync(code, new Classification(PetitionKind.Petition, "transport", "commune"), clerk, Ct));
        Done(await ForwardAsync(house, code));

        var sent = await PetitionAsync(house, code);
        Assert.Equal((PetitionStatus.Forwarded, new DateOnly(2026, 10, 12)), (sent.Status, sent.DueOn));
        Refused("petition.alreadySent", await ForwardAsync(house, code));

        Done(await house.Get<PetitionReplies>().AnswerAsync(
            new AnswerInput { Number = "21/UBND-VP", IssuedOn = new DateOnly(2026, 9, 14), Items = [new AnswerItem(code, "Đã sửa xong 300 m.", Outcome.Settled)] }, clerk, Ct));
        Refused("petition.notConcluded", await judgement.CloseAsync(code, clerk, Ct));
        Done(await judgement.EvaluateAsync(code, Outcome.Settled, "Đã kiểm tra thực địa", clerk, Ct));
        Refused("petition.notAllowed", await judgement.ConcludeAsync(code, Outcome.Settled, null, clerk, Ct));
        Done(await judgement.ConcludeAsync(code, Outcome.Settled, null, standing, Ct));
        Refused("petition.votersNotTold", await judgement.CloseAsync(code, clerk, Ct));
        Done(await judgement.NotifyAsync(code, NoticeChannel.Loudspeaker, null, "Phát thanh 3 buổi", null, clerk, Ct));
        Done(await judgement.CloseAsync(code, clerk, Ct));

        var closed = await PetitionAsync(house, code);
        Assert.Equal((PetitionStatus.Closed, Outcome.Settled, null), (closed.Status, closed.Outcome, closed.OwedBy));
        await using var db = house.Db();
        Assert.All(await db.Set<FollowUpItem>().ToListAsync(Ct), i => Assert.Equal(FollowUpState.Done, i.State));
        var story = await db.Set<JournalEntry>().Where(e => e.SubjectKind == "petition").OrderBy(e => e.Sequence).Select(e => e.EventCode).ToListAsync(Ct);
        Assert.Equal(
            ["petition.recorded", "petition.classified", "petition.forwarded", "petition.answered", "petition.evaluated", "petition.concluded", "petition.votersNotified", "petition.closed"],
            story);
    }

    [Theory, Engines]
    public async Task A_matter_answered_as_still_under_way_cannot_be_closed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, standing) = (house.Province.Clerk(), house.Province.StandingCommittee());
        var judgement = house.Get<PetitionJudgement>();
        var code = await SentAsync(house);
        Done(await house.Get<PetitionReplies>().AnswerAsync(new AnswerInput { Items = [new AnswerItem(code, "Đang lập dự toán.", Outcome.InProgress)] }, clerk, Ct));
        Done(await judgement.ConcludeAsync(code, Outcome.InProgress, null, standing, Ct));
        Done(await judgement.NotifyAsync(code, NoticeChannel.NoticeBoard, null, null, null, clerk, Ct));

        Refused("petition.notDone", await judgement.CloseAsync(code, clerk, Ct));
        Done(await judgement.ReopenAsync(code, "Cử tri tiếp tục kiến nghị", clerk, Ct));

        Assert.Equal((PetitionStatus.Classified, 1), ((await PetitionAsync(house, code)).Status, (await PetitionAsync(house, code)).Reopened));
    }

    [Theory, Engines]
    public async Task An_agency_that_signs_in_accepts_and_answers_itself_and_another_does_not_find_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await SentAsync(house);
        var replies = house.Get<PetitionReplies>();

        Refused("petition.notFound", await replies.AcceptAsync(code, null, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Done(await replies.AcceptAsync(code, null, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Done(await replies.AnswerAsync(
            new AnswerInput { Number = "22/UBND", Items = [new AnswerItem(code, "Đã xong.", Outcome.Settled)] }, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));

        await using var db = house.Db();
        var document = await db.Set<AnswerDocument>().SingleAsync(Ct);
        Assert.False(document.OnBehalf);
        Assert.Equal(house.Province.NaMauCommittee.Id, document.AgencyId);
    }

    [Theory, Engines]
    public async Task A_merge_keeps_both_records_and_can_be_undone(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var desk = house.Get<PetitionDesk>();
        var (first, second) = (await RecordAsync(house, "Sửa cầu treo Nà Pục"), await RecordAsync(house, "Cầu treo Nà Pục hỏng"));

        Refused("petition.mergeIntoItself", await desk.MergeAsync(first, first, house.Province.Clerk(), Ct));
        Done(await desk.MergeAsync(second, first, house.Province.Clerk(), Ct));
        Assert.Equal(PetitionStatus.Merged, (await PetitionAsync(house, second)).Status);
        Done(await desk.UnmergeAsync(second, house.Province.Clerk(), Ct));

        Assert.Equal((PetitionStatus.Recorded, null), ((await PetitionAsync(house, second)).Status, (await PetitionAsync(house, second)).MergedIntoId));
    }

    [Theory, Engines]
    public async Task What_is_passed_up_stays_one_record_that_both_see_and_the_other_may_return(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house, "Đề nghị tỉnh mở rộng quốc lộ.");
        var province = house.Province.Clerk(house.Province.Own);

        Done(await house.Get<PetitionDesk>().PassAsync(code, house.Province.Own.Id, null, house.Province.Clerk(), Ct));
        Refused("petition.notFound", await house.Get<PetitionReplies>().RefuseAsync(code, "?", null, house.Province.Clerk(house.Province.LungMau), Ct));
        Done(await house.Get<PetitionReplies>().RefuseAsync(code, "Thuộc thẩm quyền Trung ương", "12/HĐND-VP", province, Ct));

        var returned = await PetitionAsync(house, code);
        Assert.Equal((PetitionStatus.Refused, null, house.Province.NaMau.Id), (returned.Status, returned.HolderCouncilId, returned.CouncilId));
    }

    [Theory, Engines]
    public async Task Two_clerks_who_classify_the_same_version_do_not_overwrite_each_other(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var desk = house.Get<PetitionDesk>();
        var code = await RecordAsync(house, "Sửa cầu");
        var seen = (await PetitionAsync(house, code)).Version;

        Done(await desk.ClassifyAsync(code, new Classification(PetitionKind.Petition, "transport", "commune", Version: seen), house.Province.Clerk(), Ct));

        Refused("record.changedMeanwhile", await desk.ClassifyAsync(code, new Classification(PetitionKind.Petition, "health", "commune", Version: seen), house.Province.Clerk(), Ct));
        Assert.Equal("transport", (await PetitionAsync(house, code)).Field);
    }

    private static void Done(Result result) => Assert.Empty(result.Refusals.Select(r => r.Code));

    private static void Refused(string code, Result result) => Assert.Equal(code, Assert.Single(result.Refusals).Code);

    private static async Task<string> RecordAsync(TestHouse house, string content) =>
        (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content }, house.Province.Clerk(), Ct)).Value;

    private static async Task<Result> ForwardAsync(TestHouse house, string code) => await house.Get<PetitionForwarder>().ForwardAsync(
        new ForwardInput
        {
            Codes = [code],
            RecipientAgencyId = house.Province.NaMauCommittee.Id,
            Number = "35",
            Notation = "HĐND-VP",
            IssuedOn = new DateOnly(2026, 9, 11),
        },
        house.Province.Clerk(),
        Ct);

    private static async Task<string> SentAsync(TestHouse house)
    {
        var code = await RecordAsync(house, "Đề nghị sửa đường liên thôn Nà Pục.");
        Done(await ForwardAsync(house, code));

        return code;
    }

    private static async Task<Petition> PetitionAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
    }
}
