using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Word;
using NghiTruong.Journal;
using NghiTruong.Verification;
using NghiTruong.Web.Security;
using NghiTruong.Web.Tests.Petitions;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Verification;

/// <summary>The pages of verification and its check by API: each role at each door, at home and next door, before the report and after.</summary>
public sealed class VerificationPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private const string Checks = "/api/v1/verifications/checks";

    private static readonly Role[] AtCouncils = [Role.Clerk, Role.StandingCommittee, Role.CommitteeHead, Role.Delegate, Role.FrontOfficer, Role.UpperViewer, Role.Auditor, Role.Administrator];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_in_the_form_the_house_writes_itself_has_no_warning()
    {
        using var api = await site.ApiAsync("vanphong");
        using var answer = await CheckAsync(api, Draft("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"), "du-thao.docx");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"items":[]}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_program_gets_code_reason_basis_paragraph_and_quote()
    {
        using var api = await site.ApiAsync("vanphong");
        using var answer = await CheckAsync(api, Draft("Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13;"), "du-thao.docx");
        var item = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("items").EnumerateArray().ToList());

        Assert.Equal("legalBasisReplaced", item.GetProperty("code").GetString());
        Assert.Contains("đã hết hiệu lực từ ngày 1/3/2026", item.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("121/2025/QH15", item.GetProperty("basis").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("87/2015/QH13", item.GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.True(item.GetProperty("paragraph").GetInt32() > 3);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_with_its_code_and_a_stranger_to_the_act_is_refused()
    {
        using var api = await site.ApiAsync("vanphong");
        using var broken = await CheckAsync(api, [1, 2, 3], "du-thao.docx");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "file.notWhatItSays"), (broken.StatusCode, (await broken.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()));

        await site.EnsureAccountAsync("nha.auditor", new GrantInput { Role = Role.Auditor, CouncilId = site.Home.Id });
        using var auditor = await site.ApiAsync("nha.auditor");
        using var refused = await CheckAsync(auditor, Draft("Căn cứ"), "du-thao.docx");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_dossier_is_opened_written_and_voted_on_through_its_pages()
    {
        var session = await site.SessionAsync(7);
        using var head = await HeadAsync();
        await head.GoAsync("/tham-tra/moi");
        await head.FillAsync(("Input.Title", "Dự thảo Nghị quyết về nước sạch"), ("Input.SessionId", $"{session}"), ("Input.AgencyId", $"{site.Committee.Id}"));
        var record = head.Path;
        Assert.StartsWith("/tham-tra/TT-", record, StringComparison.Ordinal);

        await head.GoAsync($"{record}/ban-tham-tra");
        await head.SubmitAsync("main form.form", ("Input.Texts[LegalBasis]", "Đúng thẩm quyền."), ("Input.Texts[Content]", "Phù hợp."), ("Input.Texts[Resources]", "Cân đối được."), ("Input.Texts[Conclusion]", "Đề nghị thông qua."));
        await head.GoAsync($"{record}/hop");
        await head.FillAsync(("Input.Position", "Ready"), ("Input.Members", "5"), ("Input.Present", "4"), ("Input.For", "2"), ("Input.Against", "2"), ("Input.Abstained", "0"));
        Assert.NotNull(head.ErrorAt("Input_For"));
        await head.FillAsync(("Input.For", "4"), ("Input.Against", "0"));
        Assert.Equal(record, head.Path);
        await head.GoAsync($"{record}/khung-diem");
        await head.SubmitAsync("main form.form", ("Rows[0].Points", "8"), ("Rows[7].IsIllegal", "true"));
        Assert.Contains("Chưa đạt", head.Text, StringComparison.Ordinal);
        await head.GoAsync(record);
        await head.SubmitAsync("main form[action*=Report]");

        Assert.StartsWith("/cong-van/", head.Path, StringComparison.Ordinal);
        Assert.Contains("Báo cáo thẩm tra", head.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_of_a_dossier_opens_as_each_role_at_its_place_may_see(bool issued)
    {
        var (code, comment) = await DossierAsync(issued);
        var doors = Doors("/tham-tra/{code}");
        Assert.True(doors.Count >= 7, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var view = await site.Get<VerificationReader>().ReadAsync(code, acting, Ct);
            foreach (var (address, permission) in doors)
            {
                await browser.GoAsync(address.Replace("{code}", code, StringComparison.Ordinal) + (address.EndsWith("tra-loi", StringComparison.Ordinal) ? $"?y={comment}" : ""));
                var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : MaySee(view, address) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_a_dossier_by_a_page_that_is_posted_by_hand()
    {
        var (code, comment) = await DossierAsync(issued: false);
        var before = await StateAsync(code);
        List<string> wrong = [];
        foreach (var (name, acting) in (await CastAsync()).Where(c => c.Name is not ("nha.clerk" or "nha.standingcommittee" or "nha.committeehead" or "nha.lead")))
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var address in (string[])["?handler=Receive", "?handler=Report", "/ban-tham-tra", "/ban-tham-tra?handler=Note", "/hop", "/khung-diem", "/y-kien", $"/tra-loi?y={comment}"])
            {
                await browser.PostAsync(
                    $"/tham-tra/{code}{address}", ("Input.Part", "toTrinh"), ("Input.Texts[LegalBasis]", "Đổi"), ("Note.Text", "Đổi"), ("Input.From", "Ai"), ("Input.Text", "Đổi"), ("Input.Answer", "Đổi"), ("Input.IsAccepted", "true"),
                    ("Input.Position", "Ready"), ("Input.Members", "1"), ("Input.Present", "1"), ("Input.For", "1"), ("Input.Against", "0"), ("Input.Abstained", "0"), ("Rows[0].Criterion", "TQ-01"), ("Rows[0].Points", "1"));
                if (await StateAsync(code) != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                    before = await StateAsync(code);
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static bool MaySee(VerificationView? view, string address) => view is not null && address.Split('/')[^1] switch
    {
        "{code}" => true,
        "so-sanh" or "tra-loi" => view.MayReadDossier,
        _ => view.MayReadWorkbench,
    };

    private async Task<(string Code, Guid Comment)> DossierAsync(bool issued)
    {
        var (desk, bench, ct) = (site.Get<VerificationDesk>(), site.Get<VerificationWorkbench>(), Ct);
        var acting = Acting.System;
        var code = (await desk.OpenAsync(new VerificationInput { CouncilId = site.Home.Id, Title = $"Dự thảo Nghị quyết {Guid.CreateVersion7()}", SessionId = await site.SessionAsync(8), AgencyId = site.Economy.Id }, acting, ct)).Value;
        Assert.False((await desk.CommentAsync(code, new CommentInput("MTTQ", null, "Bổ sung"), acting, ct)).IsRefused);
        Assert.False((await bench.WriteAsync(code, ReportPart.Shipped.ToDictionary(p => p, _ => new PartText("Đã viết")), acting, ct)).IsRefused);
        Assert.False((await bench.MeetAsync(code, new MeetingInput { Members = 5, Present = 5, For = 5, Position = VerificationPosition.Ready }, acting, ct)).IsRefused);
        await using var db = site.Db();
        var v = await db.Set<VerificationCase>().SingleAsync(x => x.Code == code, ct);
        if (issued)
        {
            var letter = (await bench.DraftReportAsync(code, acting, ct)).Value;
            Assert.False((await site.Get<NghiTruong.Letters.LetterOffice>().RecordOutsideAsync(letter, new NghiTruong.Letters.IssuedOutside { Number = "91", IssuedOn = new DateOnly(2026, 9, 15) }, null, acting, ct)).IsRefused);
        }

        return (code, await db.Set<VerificationComment>().Where(c => c.VerificationId == v.Id).Select(c => c.Id).SingleAsync(ct));
    }

    private async Task<Browser> HeadAsync()
    {
        await site.EnsureAccountAsync("nha.committeehead", new GrantInput { Role = Role.CommitteeHead, CouncilId = site.Home.Id });

        return await site.ByPasswordAsync("nha.committeehead");
    }

    /// <summary>Every role at home, next door and at the province; officers of the agency that submits, of another, of the neighbour's.</summary>
    private async Task<List<(string Name, Acting Acting)>> CastAsync()
    {
        await using var db = site.Db();
        var province = await db.Set<Council>().FirstAsync(c => c.Tier == Tier.Province && c.ProvinceId == site.Home.ProvinceId, Ct);
        List<(string, GrantInput)> wanted = [];
        foreach (var (place, council) in new[] { ("nha", site.Home), ("ben", site.Neighbour), ("tinh", province) })
        {
            wanted.AddRange(AtCouncils.Select(role => ($"{place}.{role}".ToLowerInvariant(), new GrantInput { Role = role, CouncilId = council.Id })));
        }

        wanted.Add(("nha.lead", new GrantInput { Role = Role.AgencyOfficer, AgencyId = site.Economy.Id }));
        wanted.Add(("nha.otheragency", new GrantInput { Role = Role.AgencyOfficer, AgencyId = site.Agencies.First(a => a.CouncilId == site.Home.Id && a.Kind == AgencyKind.Department && a.Id != site.Economy.Id).Id }));
        wanted.Add(("ben.agency", new GrantInput { Role = Role.AgencyOfficer, AgencyId = site.Agencies.First(a => a.CouncilId == site.Neighbour.Id && a.Kind == AgencyKind.Department).Id }));
        List<(string, Acting)> cast = [];
        foreach (var (name, grant) in wanted)
        {
            cast.Add((name, await site.EnsureAccountAsync(name, grant)));
        }

        return cast;
    }

    private async Task<string> StateAsync(string code)
    {
        await using var db = site.Db();
        var v = await db.Set<VerificationCase>().AsNoTracking().SingleAsync(x => x.Code == code, Ct);

        return $"{v.Version} {v.State} {await db.Set<JournalEntry>().CountAsync(e => e.SubjectId == v.Id, Ct)}";
    }

    private List<(string Address, Permission Permission)> Doors(string under) =>
    [
        .. site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IDeclaration>()?.Permission is not null)
            .Select(e => (Address: "/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<IDeclaration>()!.Permission!))
            .Where(d => d.Address.StartsWith(under, StringComparison.Ordinal))
            .DistinctBy(d => d.Address),
    ];

    private static async Task<HttpResponseMessage> CheckAsync(HttpClient api, byte[] file, string name)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { part, "file", name } };

        return await api.PostAsync(Checks, form, Ct);
    }

    private static byte[] Draft(string basis)
    {
        using var output = new MemoryStream();
        WordWriter.Write(
            new OfficialDocument
            {
                Letterhead = new Letterhead { Organ = "HỘI ĐỒNG NHÂN DÂN XÃ NÀ MẪU", Notation = "NQ-HĐND", Place = "Nà Mẫu", Date = WrittenDate.Of(new DateOnly(2026, 9, 5)), DraftMark = "DỰ THẢO" },
                Title = new DocumentTitle("NGHỊ QUYẾT", "Về nước sạch", "HỘI ĐỒNG NHÂN DÂN XÃ NÀ MẪU\nKHÓA II, KỲ HỌP THỨ BA"),
                Body =
                [
                    ParagraphBlock.Basis(basis), ParagraphBlock.Centred("QUYẾT NGHỊ:"), new ArticleBlock("Thông qua kế hoạch."), new ArticleBlock("Giao Ủy ban nhân dân xã thực hiện."),
                ],
                Signatures = [new Signature([new SignatureLine(AuthorityForm.Own, "CHỦ TỊCH")], "Nông Văn Mẫu")],
                Recipients = ["Thường trực HĐND tỉnh", "Lưu: VT"],
            },
            output);

        return output.ToArray();
    }
}
