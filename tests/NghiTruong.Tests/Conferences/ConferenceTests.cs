using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Letters;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Conferences;

/// <summary>A conference from the invitation to what came of it; the seed's own event can be entered as it was.</summary>
public sealed class ConferenceTests
{
    private const string Theme = "Nâng cao hiệu quả chất lượng công tác giám sát, thẩm tra của Thường trực, các Ban HĐND";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_seeds_conference_is_entered_as_it_was_with_twelve_opinions_and_its_notice(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, minutes, clerk) = (house.Get<ConferenceDesk>(), house.Get<ConferenceMinutes>(), house.Province.Clerk());
        var code = Done(await desk.RecordAsync(
            new ConferenceInput
            {
                CouncilId = house.Province.NaMau.Id, Title = "Hội nghị trao đổi kinh nghiệm hoạt động HĐND hai cấp huyện, xã", Theme = Theme, HeldOn = new DateOnly(2022, 5, 4), Place = "Trụ sở HĐND&UBND huyện",
                Chair = "Chủ tịch HĐND huyện; Phó Chủ tịch HĐND huyện chủ trì phần thảo luận",
            },
            clerk, Ct)).Value;
        Assert.Equal("HN-96001-2022-00001", code);
        var site = (await ReadAsync(house, code)).Sites[0].Id;
        Done(await desk.AddParticipantsAsync(code, site, "3; Thường trực HĐND huyện\n2; UBND huyện\n1; Ủy ban MTTQ Việt Nam huyện\n6; Lãnh đạo các Ban HĐND huyện\n8; Tổ trưởng các tổ đại biểu\n20; Chủ tịch, Phó chủ tịch HĐND các xã, thị trấn", true, clerk, Ct));
        string[] bodies = ["Ủy ban MTTQ Việt Nam huyện", "Ban Pháp chế", "Ban Kinh tế - Xã hội", "Ban Dân tộc", .. Enumerable.Range(1, 8).Select(i => $"Tổ đại biểu số {i}")];
        foreach (var body in bodies)
        {
            Done(await minutes.AddOpinionAsync(code, new OpinionInput { Body = body, Words = $"Thuận lợi, khó khăn trong giám sát, thẩm tra của {body}" }, clerk, Ct));
        }

        Done(await minutes.ConcludeAsync(code, "Quyết tâm đi theo vấn đề đến cuối cùng.", clerk, Ct));
        var letter = Done(await minutes.DraftNoticeAsync(code, clerk, Ct)).Value;

        Assert.Equal(letter, Done(await minutes.DraftNoticeAsync(code, clerk, Ct)).Value);
        var whole = await ReadAsync(house, code);
        Assert.Equal((ConferenceState.Concluded, 40, 12), (whole.Conference.State, whole.Present, whole.Opinions.Count));
        Assert.Equal(bodies, whole.Opinions.OrderBy(o => o.Place).Select(o => o.Body));
        var notice = await WordsOfAsync(house, letter, clerk);
        Assert.Contains(Theme, notice, StringComparison.Ordinal);
        Assert.Contains("đã có 12 ý kiến", notice, StringComparison.Ordinal);
        Assert.Contains("đi theo vấn đề đến cuối cùng", notice, StringComparison.Ordinal);
        Refused("conference.noticeDrafted", await minutes.ConcludeAsync(code, "Khác", clerk, Ct));
    }

    [Theory, Engines]
    public async Task A_person_at_two_sites_is_counted_once_and_a_list_pasted_twice_adds_nobody(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, code) = (house.Get<ConferenceDesk>(), house.Province.Clerk(), await RecordedAsync(house));
        Done(await desk.SetSitesAsync(code, "Điểm cầu huyện\n- Điểm cầu HĐND xã Lũng Mẫu\n-- Phòng họp số 2\n- Điểm cầu Thôn Lũng", clerk, Ct));
        var sites = (await ReadAsync(house, code)).Sites;
        Assert.Equal([(0, null), (1, "Điểm cầu huyện"), (2, "Điểm cầu HĐND xã Lũng Mẫu"), (1, (string?)"Điểm cầu huyện")], sites.Select(s => (s.Level, sites.FirstOrDefault(p => p.Id == s.ParentId)?.Name)));
        const string list = "Lò Văn Mẫu; Phó Chủ tịch; HĐND xã Lũng Mẫu\n4; Công chức Văn phòng";
        Done(await desk.AddParticipantsAsync(code, sites[0].Id, list, true, clerk, Ct));
        Done(await desk.AddParticipantsAsync(code, sites[0].Id, list, true, clerk, Ct));
        Done(await desk.AddParticipantsAsync(code, sites[1].Id, "lò văn mẫu; HĐND xã Lũng Mẫu\nVi Thị Vắng; HĐND xã Lũng Mẫu", false, clerk, Ct));

        var whole = await ReadAsync(house, code);
        Assert.Equal((4, 5, 6), (whole.Participants.Count, whole.Present, whole.Listed));
        Done(await desk.RollAsync(code, [.. whole.Participants.Where(p => p.Name != "Vi Thị Vắng").Select(p => p.Id)], clerk, Ct));
        Assert.Equal(5, (await ReadAsync(house, code)).Present);
        Refused("conference.siteHasPeople", await desk.SetSitesAsync(code, "Điểm cầu huyện", clerk, Ct));
        Done(await desk.SetSitesAsync(code, "Điểm cầu huyện\n- Điểm cầu HĐND xã Lũng Mẫu", clerk, Ct));
        Assert.Equal(5, (await ReadAsync(house, code)).Present);
        Refused("conference.participantUnknown", await desk.RollAsync(code, [Guid.CreateVersion7()], clerk, Ct));
    }

    [Theory, Engines]
    public async Task A_proposal_with_a_lead_and_a_day_is_followed_until_it_is_carried_out(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (minutes, clerk, code, committee) = (house.Get<ConferenceMinutes>(), house.Province.Clerk(), await RecordedAsync(house), house.Province.NaMauCommittee.Id);
        var asked = new ProposalInput { Content = "Ban hành mẫu phiếu giám sát", LeadAgencyId = committee, DueOn = Day(10, 15) };
        Refused("conference.dueMissing", await minutes.AddProposalAsync(code, asked with { DueOn = null }, clerk, Ct));
        Refused("conference.leadMissing", await minutes.AddProposalAsync(code, asked with { LeadAgencyId = null }, clerk, Ct));
        Refused("conference.dueBeforeHeld", await minutes.AddProposalAsync(code, asked with { DueOn = Day(8, 1) }, clerk, Ct));
        Refused("agency.notFound", await minutes.AddProposalAsync(code, asked with { LeadAgencyId = house.Province.ProvinceCommittee.Id }, clerk, Ct));
        Done(await minutes.AddProposalAsync(code, asked, clerk, Ct));
        Done(await minutes.AddProposalAsync(code, new ProposalInput { Content = "Chỉ ghi nhận" }, clerk, Ct));
        Done(await minutes.AddProposalAsync(code, asked with { Content = "Việc thứ hai" }, clerk, Ct));
        var (first, noted) = ((await ReadAsync(house, code)).Proposals[0], (await ReadAsync(house, code)).Proposals[1]);
        Refused("conference.proposalNotFollowed", await minutes.FinishProposalAsync(code, noted.Id, "Xong", clerk, Ct));

        Done(await minutes.FinishProposalAsync(code, first.Id, "Đã ban hành theo Công văn 12", clerk, Ct));

        await using var db = house.Db();
        var items = await db.Set<FollowUpItem>().Where(i => i.SubjectKind == "conference").OrderBy(i => i.Id).ToListAsync(Ct);
        Assert.Equal([(FollowUpState.Done, (DateOnly?)null), (FollowUpState.Waiting, Day(10, 15))], items.Select(i => (i.State, i.OwedBy)));
        Assert.Equal([ProposalState.Done, ProposalState.Noted, ProposalState.Following], (await ReadAsync(house, code)).Proposals.Select(p => p.State));
    }

    [Theory, Engines]
    public async Task The_council_of_a_site_reads_it_others_do_not_find_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, code, neighbour) = (house.Get<ConferenceDesk>(), await RecordedAsync(house), house.Province.Clerk(house.Province.LungMau));
        Assert.Null(await house.Get<ConferenceReader>().ReadAsync(code, neighbour, Ct));
        Refused("conference.notFound", await desk.SetSitesAsync(code, "Thử", neighbour, Ct));

        Done(await desk.SetSitesAsync(code, "Điểm cầu chính\n- Điểm cầu HĐND xã Lũng Mẫu", house.Province.Clerk(), Ct));

        var seen = await house.Get<ConferenceReader>().ReadAsync(code, neighbour, Ct);
        Assert.NotNull(seen);
        Assert.Empty(seen.Story);
        Refused("conference.notAllowed", await desk.SetSitesAsync(code, "Thử", neighbour, Ct));
        Assert.Null(await house.Get<ConferenceReader>().ReadAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Assert.NotNull(await house.Get<ConferenceReader>().ReadAsync(code, house.Province.Clerk(house.Province.Own), Ct));
    }

    [Theory, Engines]
    public async Task What_is_still_to_come_has_no_opinions_and_no_roll(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, code) = (house.Province.Clerk(), await RecordedAsync(house, Day(9, 16)));
        Refused("conference.notYet", await house.Get<ConferenceMinutes>().AddOpinionAsync(code, new OpinionInput { Body = "Ban", Words = "Ý kiến" }, clerk, Ct));
        Refused("conference.notYet", await house.Get<ConferenceDesk>().RollAsync(code, [], clerk, Ct));
        Refused("conference.notConcluded", await house.Get<ConferenceMinutes>().DraftNoticeAsync(code, clerk, Ct));
        house.Clock.SetDay(Day(9, 16));
        Done(await house.Get<ConferenceDesk>().RollAsync(code, [], clerk, Ct));
    }

    [Fact]
    public void Sites_and_participants_are_read_line_by_line()
    {
        Refused("conference.siteLevelSkips", ConferenceRules.ReadSites("Huyện\n-- Phòng 2"));
        Refused("conference.siteLevelSkips", ConferenceRules.ReadSites("- Xã"));
        Refused("conference.siteTwice", ConferenceRules.ReadSites("Huyện\n- Xã A\n- xã  a"));
        Refused("conference.siteMissing", ConferenceRules.ReadSites(" \n "));
        Assert.Equal([0, 1, 2, 1, 0], ConferenceRules.ReadSites("A\n- B\n-- C\n– D\nE").Value.Select(s => s.Level));
        Refused("conference.participantUnreadable", ConferenceRules.ReadParticipants("Chỉ một phần"));
        Refused("conference.participantUnreadable", ConferenceRules.ReadParticipants("0; Ban Pháp chế"));
        Assert.Equal([1, 12], ConferenceRules.ReadParticipants("Lò Văn A; Ban Pháp chế\n12; Công chức").Value.Select(p => p.Count));
    }

    private static async Task<string> RecordedAsync(TestHouse house, DateOnly? on = null) => Done(await house.Get<ConferenceDesk>().RecordAsync(
        new ConferenceInput { CouncilId = house.Province.NaMau.Id, Title = "Hội nghị trao đổi kinh nghiệm", Theme = Theme, HeldOn = on ?? Day(9, 10), Place = "Điểm cầu huyện" }, house.Province.Clerk(), Ct)).Value;

    private static async Task<ConferenceWhole> ReadAsync(TestHouse house, string code) => (await house.Get<ConferenceReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;

    private static async Task<string> WordsOfAsync(TestHouse house, Guid letter, Acting acting)
    {
        var written = Done((await house.Get<LetterForms>().WriteAsync(letter, acting, Ct))!).Value;
        using var file = new MemoryStream(written.Content);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(file, false);

        return document.MainDocumentPart!.Document.Body!.InnerText;
    }
}
