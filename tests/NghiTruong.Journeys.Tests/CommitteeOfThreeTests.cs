using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Word;
using NghiTruong.FollowUp;
using NghiTruong.Supervision;
using NghiTruong.Verification;

namespace NghiTruong.Journeys.Tests;

/// <summary>A committee of three (its head, a clerk, the Standing Committee that decides) with no experience: a whole supervision, and the verification of a draft resolution.</summary>
public sealed class CommitteeOfThreeTests
{
    private const string Theme = "Việc duy tu, bảo dưỡng đường liên thôn trên địa bàn xã";

    [Fact]
    public async Task From_the_proposal_to_a_recommendation_confirmed_done_after_two_urging_letters_and_a_request_to_explain()
    {
        await using var host = await JourneyHost.OpenAsync();
        var code = await ProposedAsync(host);
        await DecidedAsync(host, code);
        await PreparedAsync(host, code);
        await VisitedOnAPhoneAsync(host, code);
        await HeldAsync(host, code);
        await IssuedAsync(host, code, "Báo cáo kết quả giám sát", "121", "BC-HĐND", -15);
        await IssuedAsync(host, code, "Kết luận, nghị quyết", "122", "TB-HĐND", -12);
        var recommendation = await RecommendationAsync(host, code);
        Assert.Equal(RecommendationState.Following, recommendation.State);

        await UrgedAsync(host, recommendation, "131");
        await UrgedAsync(host, recommendation, "132");
        await ExplainedAsync(host, recommendation.Code);
        await ConfirmedAsync(host, recommendation.Code);

        await using var db = host.Db();
        Assert.Equal((SupervisionState.Closed, "121/BC-HĐND", "122/TB-HĐND"), await db.Set<SupervisionCase>().Where(s => s.Code == code).Select(s => ValueTuple.Create(s.State, s.ReportNumber, s.ConclusionNumber)).SingleAsync());
        Assert.Equal((FollowUpState.Done, 2), await db.Set<FollowUpItem>().Where(i => i.SubjectId == recommendation.Id).Select(i => ValueTuple.Create(i.State, i.UrgingStep)).SingleAsync());
    }

    [Fact]
    public async Task A_draft_resolution_with_an_expired_basis_is_verified_and_reported_on()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Desk);
        await head.GoAsync("/tham-tra/moi");
        await head.PickAsync("Input.Item", "DraftResolution");
        await head.FillAsync("Input.Title", "Dự thảo Nghị quyết về mức hỗ trợ thu gom rác thải");
        await head.Field("Input.SessionId").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await head.ChooseAsync("Input.AgencyId", "UBND xã Nà Mẫu");
        await head.PressHereAsync("Mở hồ sơ");
        await head.SeeAsync("Dự thảo Nghị quyết về mức hỗ trợ thu gom rác thải");
        var dossier = head.Path.Split('#', '?')[0];

        await head.Page.Locator("main summary", new() { HasText = "Nhận tài liệu" }).ClickAsync();
        await head.UploadAsync("Input.File", Draft());
        await head.PressHereAsync("Ghi nhận");
        await head.GoAsync($"{dossier}/ban-tham-tra");
        await head.SeeAsync("87/2015/QH13");
        await head.SeeAsync("đã hết hiệu lực từ ngày 1/3/2026");
        await head.FillAsync("Input.Texts[LegalBasis]", "Căn cứ dẫn Luật số 87/2015/QH13 đã hết hiệu lực, đề nghị thay bằng Luật số 121/2025/QH15.");
        await head.FillAsync("Input.Texts[Content]", "Nội dung phù hợp thẩm quyền của Hội đồng nhân dân xã.");
        await head.FillAsync("Input.Texts[Resources]", "Cân đối được từ ngân sách xã.");
        await head.FillAsync("Input.Texts[Conclusion]", "Đề nghị trình sau khi chỉnh lý căn cứ.");
        await head.PressHereAsync("Lưu nội dung báo cáo");

        await head.GoAsync($"{dossier}/hop");
        await head.PickAsync("Input.Position", "ReadyOnceRevised");
        foreach (var (field, value) in new[] { ("Members", "3"), ("Present", "3"), ("For", "3"), ("Against", "0"), ("Abstained", "0") })
        {
            await head.FillAsync($"Input.{field}", value);
        }

        await head.PressHereAsync("Ghi kết luận");
        await head.GoAsync(dossier);
        await head.PressHereAsync("Lập báo cáo thẩm tra");
        await head.SeeAsync("Thẩm tra dự thảo Nghị quyết về mức hỗ trợ thu gom rác thải");
        await using var db = host.Db();
        Assert.Equal((VerificationPosition.ReadyOnceRevised, true), await db.Set<VerificationCase>().Where(v => v.Title == "Dự thảo Nghị quyết về mức hỗ trợ thu gom rác thải").Select(v => ValueTuple.Create(v.Position!.Value, v.LetterId != null)).SingleAsync());
    }

    private static async Task<string> ProposedAsync(JourneyHost host)
    {
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Desk);
        await head.GoAsync("/giam-sat/de-xuat");
        await head.ChooseAsync("Input.Subject", "Ban Văn hóa - Xã hội");
        await head.PickAsync("Input.Kind", "Thematic");
        await head.FillAsync("Input.Theme", Theme);
        await head.FillAsync("Input.Necessity", "Cử tri nhiều thôn phản ánh đường xuống cấp.");
        await head.FillAsync("Input.Content", "Kế hoạch, kinh phí, tổ chức duy tu.");
        await head.FillAsync("Input.Scope", "Từ ngày 01/7/2025 đến nay.");
        await head.FillAsync("Input.Object", "Ủy ban nhân dân xã.");
        await head.FillAsync("Input.PlannedFrom", MainPath.Today(-30));
        await head.FillAsync("Input.PlannedTo", MainPath.Today(-10));
        await head.PressHereAsync("Gửi đề nghị");
        await head.SeeAsync(Theme);
        await using var db = host.Db();

        return await db.Set<SupervisionCase>().Where(s => s.Theme == Theme).Select(s => s.Code).SingleAsync();
    }

    private static async Task DecidedAsync(JourneyHost host, string code)
    {
        await using var standing = await Person.ComeAsAsync(host, "thuongtruc", Screen.Desk);
        await standing.GoAsync($"/giam-sat/{code}");
        await standing.PressHereAsync("Quyết định chương trình");
        await standing.FillAsync("Input.Number", "09/QĐ-TTHĐND");
        await standing.FillAsync("Input.On", MainPath.Today(-28));
        await standing.PressHereAsync("Đưa vào chương trình");
        await standing.SeeAsync("Trong chương trình");
    }

    /// <summary>The clerk sets team and body, and the decision is written by the house, signed outside.</summary>
    private static async Task PreparedAsync(JourneyHost host, string code)
    {
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk);
        await clerk.GoAsync($"/giam-sat/{code}");
        await clerk.PressHereAsync("Lập đoàn giám sát");
        await clerk.FillAsync("Input.Names[0]", "Vi Thị Ban");
        await clerk.FillAsync("Input.Names[1]", "Lường Văn Biểu");
        await clerk.PressHereAsync("Lưu đoàn");
        await clerk.PressHereAsync("Xác định cơ quan chịu sự giám sát");
        await clerk.ChooseAsync("Input.Agencies[0]", "UBND xã Nà Mẫu");
        await clerk.FillAsync("Input.MustHandIn[0]", "Báo cáo theo đề cương");
        await clerk.FillAsync("Input.HandInBy[0]", MainPath.Today(-24));
        await clerk.PressHereAsync("Lưu");
        await clerk.SeeAsync("UBND xã Nà Mẫu");
        await clerk.DisposeAsync();
        await IssuedAsync(host, code, "Nghị quyết, quyết định thành lập đoàn", "110", "QĐ-HĐND", -26);
    }

    private static async Task VisitedOnAPhoneAsync(JourneyHost host, string code)
    {
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Phone);
        await head.GoAsync($"/giam-sat/{code}/lam-viec");
        await head.FillAsync("Input.On", MainPath.Today(-22));
        await head.FillAsync("Input.Place", "Thôn Nà Pục");
        await head.FillAsync("Input.Notes", "Đoạn qua suối sạt 30 m, xe máy không qua được khi mưa.");
        await head.PressHereAsync("Lưu buổi làm việc");
        await head.GoAsync($"/giam-sat/{code}/phat-hien");
        await head.PickAsync("Input.Kind", "Shortcoming");
        await head.FillAsync("Input.Text", "Đoạn đường qua suối thôn Nà Pục sạt 30 m chưa được xử lý.");
        await head.Field("Input.VisitId").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await head.FitsAsync();
        await head.PressHereAsync("Lưu phát hiện");
        await head.SeeAsync("Phát hiện");
    }

    private static async Task HeldAsync(JourneyHost host, string code)
    {
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Desk);
        await head.GoAsync($"/giam-sat/{code}/tien-hanh");
        await head.FillAsync("Input.On", MainPath.Today(-20));
        await head.PressHereAsync("Ghi đã tiến hành");
        await head.GoAsync($"/giam-sat/{code}/ket-qua");
        await head.FillAsync("Input.Results", "UBND xã có kế hoạch duy tu, đã làm 4 km.");
        await head.FillAsync("Input.Shortcomings", "Đoạn qua suối thôn Nà Pục chưa xử lý.");
        await head.FillAsync("Input.Assessment", "Cơ bản đáp ứng, còn chậm ở điểm nguy hiểm.");
        await head.PressHereAsync("Lưu");
        await head.GoAsync($"/giam-sat/{code}/kien-nghi");
        await head.FillAsync("Input.Content", "Gia cố đoạn đường qua suối thôn Nà Pục");
        await head.ChooseAsync("Input.LeadAgencyId", "UBND xã Nà Mẫu");
        await head.FillAsync("Input.Responsible", "Phó Chủ tịch UBND xã");
        await head.FillAsync("Input.Product", "Biên bản nghiệm thu");
        await head.FillAsync("Input.DueOn", MainPath.Today(-5));
        await head.PressHereAsync("Lưu kiến nghị");
        await head.SeeAsync("Gia cố đoạn đường qua suối thôn Nà Pục");
    }

    /// <summary>The house drafts the paper; it was signed and numbered outside, and the clerk says so.</summary>
    private static async Task IssuedAsync(JourneyHost host, string code, string paper, string number, string notation, int day)
    {
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk);
        await clerk.GoAsync($"/giam-sat/{code}/soan-van-ban");
        await clerk.Page.Locator("main li", new() { HasText = paper }).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await clerk.SeeAsync(code);
        await clerk.Page.Locator("main summary", new() { HasText = "Đã ký và cấp số ngoài hệ thống" }).ClickAsync();
        await clerk.FillAsync("Outside.Number", number);
        await clerk.FillAsync("Outside.Notation", notation);
        await clerk.FillAsync("Outside.IssuedOn", MainPath.Today(day));
        await clerk.PressHereAsync("Ghi đã phát hành");
        await clerk.SeeAsync("Đã phát hành");
        await clerk.GoAsync($"/giam-sat/{code}");
        await clerk.SeeAsync($"{number}/{notation}");
    }

    private static async Task<Recommendation> RecommendationAsync(JourneyHost host, string code)
    {
        await using var db = host.Db();

        return await db.Set<Recommendation>().AsNoTracking().SingleAsync(r => db.Set<SupervisionCase>().Any(s => s.Id == r.SupervisionId && s.Code == code));
    }

    private static async Task UrgedAsync(JourneyHost host, Recommendation recommendation, string number)
    {
        await using var db = host.Db();
        var item = await db.Set<FollowUpItem>().Where(i => i.SubjectId == recommendation.Id).Select(i => i.Id).SingleAsync();
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk);
        await clerk.GoAsync($"/theo-doi/don-doc?id={item}");
        await clerk.FillAsync("Input.Number", number);
        await clerk.FillAsync("Input.Notation", "HĐND-ĐĐ");
        await clerk.FillAsync("Input.On", MainPath.Today());
        await clerk.Page.Locator("main .form-actions .btn-primary").ClickAsync();
        await clerk.GoAsync($"/kien-nghi-giam-sat/{recommendation.Code}");
        await clerk.SeeAsync($"{number}/HĐND-ĐĐ");
    }

    private static async Task ExplainedAsync(JourneyHost host, string code)
    {
        await using (var head = await Person.ComeAsAsync(host, "truongban", Screen.Desk))
        {
            await head.GoAsync($"/kien-nghi-giam-sat/{code}");
            await head.PressHereAsync("Yêu cầu giải trình");
            await head.FillAsync("Input.On", MainPath.Today());
            await head.PressHereAsync("Ghi yêu cầu");
        }

        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk);
        await clerk.GoAsync($"/kien-nghi-giam-sat/{code}");
        await clerk.PressHereAsync("Ghi giải trình");
        await clerk.FillAsync("Input.Words", "Vật liệu về chậm do mưa lũ, đã hoàn thành ngày hôm nay.");
        await clerk.FillAsync("Input.On", MainPath.Today());
        await clerk.PressHereAsync("Gửi giải trình");
        await clerk.PressHereAsync("Báo kết quả thực hiện");
        await clerk.FillAsync("Input.Words", "Đã gia cố 30 m, nghiệm thu cùng thôn.");
        await clerk.FillAsync("Input.Document", "88/BC-UBND");
        await clerk.FillAsync("Input.On", MainPath.Today());
        await clerk.PressHereAsync("Gửi báo cáo");
        await clerk.SeeAsync("88/BC-UBND");
    }

    private static async Task ConfirmedAsync(JourneyHost host, string code)
    {
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Phone);
        await head.GoAsync($"/kien-nghi-giam-sat/{code}");
        await head.SeeAsync("Đã gia cố 30 m");
        await head.PressHereAsync("Xác nhận hoàn thành");
        await head.FillAsync("Input.Note", "Ban đã kiểm tra tại chỗ, xe qua lại bình thường.");
        await head.FitsAsync();
        await head.PressHereAsync("Xác nhận đã hoàn thành");
        await head.SeeAsync("Ban đã kiểm tra tại chỗ");
    }

    private static string Draft()
    {
        var file = Path.Combine(Path.GetTempPath(), $"du-thao-{Guid.CreateVersion7():N}.docx");
        using var output = File.Create(file);
        WordWriter.Write(
            new OfficialDocument
            {
                Letterhead = new Letterhead { Organ = "HỘI ĐỒNG NHÂN DÂN XÃ NÀ MẪU", Notation = "NQ-HĐND", Place = "Nà Mẫu", Date = WrittenDate.Open(2026) },
                Title = new DocumentTitle("NGHỊ QUYẾT", "Về mức hỗ trợ thu gom rác thải"),
                Body =
                [
                    ParagraphBlock.Basis("Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13;"),
                    ParagraphBlock.Centred("QUYẾT NGHỊ:"),
                    new ArticleBlock("Quy định mức hỗ trợ thu gom rác thải trên địa bàn xã."),
                ],
            },
            output);

        return file;
    }
}
