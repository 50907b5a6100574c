using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Conferences.Demo;

/// <summary>
/// A made-up conference of the former district on supervision and verification, with twelve opinions of the Front, heads of committees and of groups and a conclusion; and one of the province
/// held this year with the communes at their sites, whose proposals are still followed.
/// </summary>
public sealed class ConferenceDemo : IDemo
{
    private const string District = "961";

    private static readonly (string Body, string Words)[] Opinions =
    [
        ("Ủy ban MTTQ Việt Nam huyện", "Đề nghị phối hợp sớm hơn khi xây dựng kế hoạch giám sát để MTTQ tham gia từ đầu."),
        ("Ban Pháp chế HĐND huyện", "Thẩm tra còn dựa vào báo cáo; cần khảo sát thực tế trước khi họp thẩm tra."),
        ("Ban Kinh tế - Xã hội HĐND huyện", "Hồ sơ gửi thẩm tra chậm, Ban không đủ thời gian nghiên cứu."),
        ("Ban Dân tộc HĐND huyện", "Kiến nghị sau giám sát cần ghi rõ cơ quan, thời hạn để theo dõi đến cùng."),
        ("Tổ đại biểu số 1", "Một số xã chưa có báo cáo kết quả giám sát sau khi giám sát."),
        ("Tổ đại biểu số 2", "Các Ban HĐND xã chưa duy trì giao ban định kỳ."),
        ("Tổ đại biểu số 3", "Đại biểu kiêm nhiệm thiếu thời gian tham gia đoàn giám sát."),
        ("Tổ đại biểu số 4", "Cần mẫu đề cương, phiếu hỏi cho từng chuyên đề để xã dùng được ngay."),
        ("Tổ đại biểu số 5", "Đề nghị tập huấn kỹ năng giám sát, thẩm tra cho đại biểu xã hằng năm."),
        ("Tổ đại biểu số 6", "Ý kiến cử tri về đường, nước lặp lại nhiều kỳ họp, cần giám sát việc trả lời."),
        ("Tổ đại biểu số 7", "Nên chất vấn việc chậm thực hiện kiến nghị sau giám sát tại kỳ họp."),
        ("Tổ đại biểu số 8", "Thông báo kết quả giám sát đến thôn, bản để cử tri biết."),
    ];

    // After the supervisions, whose demo founds the former district.
    public int Order => 45;

    public async Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
        if (await db.Set<Council>().FirstOrDefaultAsync(c => c.Code == District, ct) is { } district)
        {
            await FormerAsync(stage, district, ct);
        }

        Present(stage);
    }

    private static async Task FormerAsync(DemoStage stage, Council district, CancellationToken ct)
    {
        var (desk, minutes) = (stage.Get<ConferenceDesk>(), stage.Get<ConferenceMinutes>());
        var code = Done(await desk.RecordAsync(
            new ConferenceInput
            {
                CouncilId = district.Id, Title = "Hội nghị trao đổi kinh nghiệm hoạt động HĐND hai cấp huyện, xã", HeldOn = new DateOnly(2022, 5, 4), Place = "Trụ sở HĐND - UBND huyện Mẫu Cũ",
                Theme = "Nâng cao hiệu quả, chất lượng công tác giám sát, thẩm tra của Thường trực, các Ban HĐND", Chair = "Chủ tịch HĐND huyện, Phó Chủ tịch HĐND huyện (nhân vật giả định)",
                Invited = "Lãnh đạo Thường trực HĐND, UBND, Ủy ban MTTQ huyện; lãnh đạo các Ban, Tổ trưởng các Tổ đại biểu; Chủ tịch, Phó Chủ tịch HĐND các xã; lãnh đạo và công chức Văn phòng.",
                Report = "Huyện giám sát, khảo sát 16 cuộc; các xã 70 cuộc. Còn hạn chế: kế hoạch giám sát ở xã chưa kịp thời, một số cuộc chưa có báo cáo, việc đôn đốc kiến nghị sau giám sát chưa được quan tâm.",
            },
            Acting.System, ct)).Value;
        foreach (var (body, words) in Opinions)
        {
            Done(await minutes.AddOpinionAsync(code, new OpinionInput { Body = body, Words = words }, Acting.System, ct));
        }

        Done(await minutes.AddProposalAsync(code, new ProposalInput { Content = "Ban hành mẫu đề cương, phiếu hỏi giám sát dùng chung cho các xã." }, Acting.System, ct));
        Done(await minutes.ConcludeAsync(code, "Tiếp tục tăng cường vai trò thẩm tra, giám sát; đôn đốc giải quyết, trả lời kiến nghị sau giám sát, nhất là việc nổi cộm, chậm giải quyết; đi theo vấn đề đến cuối cùng.", Acting.System, ct));
    }

    private static void Present(DemoStage stage)
    {
        var (province, clerk, code) = (stage.World.Province, stage.ClerkOf(stage.World.Province), "");
        stage.Script.On(60, ct => stage.Get<ConferenceDesk>().RecordAsync(
            new ConferenceInput
            {
                CouncilId = province.Id, Title = "Hội nghị trao đổi kinh nghiệm hoạt động HĐND tỉnh và các xã, phường", Theme = "Theo dõi đến cùng kiến nghị sau giám sát", HeldOn = stage.Clock.DaysAgo(50),
                Place = "Điểm cầu tỉnh", Chair = "Thường trực HĐND tỉnh",
            },
            clerk, ct), recorded => code = recorded);
        stage.Script.On(59, ct => stage.Get<ConferenceDesk>().SetSitesAsync(code, "Điểm cầu tỉnh\n" + string.Join('\n', stage.World.Communes.Select(c => $"- Điểm cầu {c.Name}")), clerk, ct));
        stage.Script.On(50, async ct =>
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
            var sites = await db.Set<ConferenceSite>().Where(s => db.Set<Conference>().Any(c => c.Id == s.ConferenceId && c.Code == code)).OrderBy(s => s.Place).ToListAsync(ct);
            foreach (var site in sites)
            {
                Done(await stage.Get<ConferenceDesk>().AddParticipantsAsync(code, site.Id, site.Level == 0 ? "9; Thường trực, các Ban HĐND tỉnh\n4; Ủy ban MTTQ tỉnh" : "6; Thường trực, các Ban HĐND\n2; Công chức Văn phòng", true, clerk, ct));
            }

            return Result.Done;
        });
        stage.Script.On(50, ct => stage.Get<ConferenceMinutes>().AddOpinionAsync(code, new OpinionInput { Body = "Thường trực HĐND xã Nà Mẫu", Words = "Xã đã đưa kiến nghị sau giám sát vào giao ban tháng; đề nghị tỉnh hướng dẫn mẫu theo dõi thống nhất." }, clerk, ct));
        stage.Script.On(50, ct => stage.Get<ConferenceMinutes>().AddProposalAsync(
            code, new ProposalInput { Content = "Hướng dẫn mẫu theo dõi kiến nghị sau giám sát cho các xã, phường", LeadAgencyId = stage.World.AgencyOf(province, AgencyKind.PeoplesCommittee).Id, DueOn = stage.Clock.DaysAgo(-20) }, clerk, ct));
        stage.Script.On(49, ct => stage.Get<ConferenceMinutes>().ConcludeAsync(code, "Các xã, phường rà soát kiến nghị sau giám sát chưa thực hiện, báo cáo Thường trực HĐND tỉnh trước kỳ họp cuối năm.", clerk, ct));
    }

    private static T Done<T>(T result)
        where T : Result => result.IsRefused ? throw new InvalidOperationException($"The conference of the demo was refused: {string.Join(", ", result.Refusals)}") : result;
}
