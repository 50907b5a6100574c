using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Coverage;
using NghiTruong.Delegates;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Training;
using NghiTruong.Web.Tests.Security;
using NghiTruong.Web.Tests.Threads;

namespace NghiTruong.Web.Tests.Training;

/// <summary>People open a class, enrol whoever is missing, call the roll and see a hundred percent; the library is read; every role at every door.</summary>
public sealed class TrainingPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_missing_is_invited_at_one_press_and_the_roll_makes_it_a_hundred_percent()
    {
        await DelegateAsync("Mẫu Văn Cuối Cùng");
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/tap-huan/moi");
        await clerk.FillAsync(("Input.Subject", "Kỹ năng chất vấn"), ("Input.From", "15/9/2026"));
        Assert.EndsWith("/moi-hoc", clerk.Path, StringComparison.Ordinal);
        var page = clerk.Path[..^"/moi-hoc".Length];
        await clerk.GoAsync("/tap-huan/do-phu");
        Assert.Contains("Mẫu Văn Cuối Cùng", clerk.Text, StringComparison.Ordinal);
        await clerk.SubmitAsync("form[action*='handler=Invite']", ("lop", page["/tap-huan/".Length..]));
        Assert.Equal(page, clerk.Path);
        await clerk.GoAsync($"{page}/diem-danh");
        await clerk.SubmitAsync("main form.form", ("all", "true"));
        Assert.Equal(page, clerk.Path);
        await clerk.GoAsync("/tap-huan/do-phu");

        Assert.Contains("100 %", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu Văn Cuối Cùng", clerk.Page.QuerySelector(".columns-list")?.TextContent ?? "", StringComparison.Ordinal);
        await clerk.GoAsync($"{page}/ket-thuc");
        await clerk.SubmitAsync("main form.form");
        using var certificates = await clerk.GetAsync($"{page}/giay-chung-nhan");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", certificates.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_plan_leads_to_a_class()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/tap-huan/ke-hoach");
        await clerk.FillAsync(("Input.Subject", "Kỹ năng lập kế hoạch giám sát"), ("Input.People", "18"), ("Input.Month", "10"), ("Input.Budget", "30000000"));
        var link = clerk.Page.QuerySelectorAll("tr").First(r => r.TextContent.Contains("Kỹ năng lập kế hoạch giám sát", StringComparison.Ordinal)).QuerySelector("a[href^='/tap-huan/moi']")!;
        await clerk.GoAsync(link.GetAttribute("href")!);
        Assert.Contains("Kỹ năng lập kế hoạch giám sát", clerk.Page.GetElementById("Input_Subject")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var code = await ClassAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            await using var db = site.Db();
            var sees = await db.Set<TrainingClass>().VisibleTo(acting).AnyAsync(c => c.Code == code, Ct);
            foreach (var (address, permission) in site.Doors("/tap-huan/{code}").Where(d => !d.Address.EndsWith("giay-chung-nhan", StringComparison.Ordinal)))
            {
                await browser.GoAsync(address.Replace("{code}", code, StringComparison.Ordinal));
                var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : sees ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_a_class_by_a_page_that_is_posted_by_hand()
    {
        var code = await ClassAsync();
        var who = await DelegateAsync("Mẫu Thị Thử Cửa");
        (string, string)[] typed = [("Input.Subject", "Đổi"), ("Input.From", "1/9/2026"), ("Input.Whom", "All"), ("present", $"{who}"), ("ngay", "2026-09-10"), ("who", $"{who}")];
        List<string> wrong = [];
        foreach (var (name, acting) in (await site.CastAsync()).Where(c => !site.HasRight(new KeepTrainings(), c.Acting) && !site.HasRight(new EnrolTrainees(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var address in site.Doors("/tap-huan/{code}").Select(d => d.Address.Replace("{code}", code, StringComparison.Ordinal)).Append($"/tap-huan/{code}?handler=TakeOut"))
            {
                var before = await StateAsync(code);
                await browser.PostAsync(address, typed);
                if (await StateAsync(code) != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                }
            }

            Assert.NotNull(acting);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_program_opens_a_class_enrols_calls_the_roll_and_reads_the_coverage()
    {
        var who = await DelegateAsync("Mẫu Văn Chương Trình");
        await using var db = site.Db();
        var name = await db.Set<Delegate>().Where(d => d.Id == who).Select(d => d.Code).SingleAsync(Ct);
        using var api = await site.ApiAsync("vanphong");
        using var opened = await api.PostAsJsonAsync("/api/v1/trainings", new { council = site.Home.Code, subject = "Qua API", from = "2026-09-14" }, Ct);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var code = (await opened.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()!;
        using var enrolled = await api.PostAsJsonAsync($"/api/v1/trainings/{code}/enrolments", new { whom = "chosen", delegates = new[] { who } }, Ct);
        Assert.Equal(1, (await enrolled.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("added").GetInt32());
        using var rolled = await api.PostAsJsonAsync($"/api/v1/trainings/{code}/attendance", new { on = "2026-09-14", present = new[] { name } }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, rolled.StatusCode);
        var coverage = await api.GetFromJsonAsync<JsonElement>($"/api/v1/trainings/coverage?council={site.Home.Code}&year=2026", Ct);
        Assert.DoesNotContain("Mẫu Văn Chương Trình", coverage.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        using var stranger = await api.PostAsJsonAsync($"/api/v1/trainings/{code}/attendance", new { on = "2026-09-14", present = new[] { "DB-0" } }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
    }

    [Fact]
    public async Task The_library_is_searched_read_kept_and_led_to_from_a_voter_meeting_and_closed_to_agencies()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/thu-vien?q=tiep+xuc+cu+tri&for=voterMeeting");
        await clerk.GoAsync(clerk.Page.QuerySelector("a[href='/thu-vien/phieu-hoi-tiep-xuc-cu-tri']")!.GetAttribute("href")!);
        Assert.Contains("Cử tri nơi này đã kiến nghị gì", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/thu-vien/phieu-hoi-tiep-xuc-cu-tri/doc");
        Assert.Null(clerk.Page.QuerySelector("header.shell-head"));
        using var worker = await clerk.GetAsync("/thu-vien/ngoai-tuyen.js");
        Assert.Equal("/thu-vien", worker.Headers.GetValues("Service-Worker-Allowed").Single());
        await clerk.GoAsync("/thu-vien/moi");
        await clerk.FillAsync(("Input.Title", "Kinh nghiệm của xã"), ("Input.Body", "Đoạn một"), ("Input.Kind", "Lesson"), ("Input.Use", "Session"));
        Assert.Matches("^/thu-vien/TV-", clerk.Path);
        var own = clerk.Path;
        using var neighbour = await site.ByPasswordAsync(await NeighbourAsync());
        await neighbour.GoAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, neighbour.Status);
        using var officer = await site.SignInAsync("coquan");
        await officer.GoAsync("/thu-vien");
        Assert.Equal(HttpStatusCode.Forbidden, officer.Status);
    }

    private async Task<string> NeighbourAsync()
    {
        await site.EnsureAccountAsync("ben.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Neighbour.Id });

        return "ben.clerk";
    }

    private async Task<string> ClassAsync() => (await site.Get<TrainingDesk>().OpenAsync(
        new TrainingInput { CouncilId = site.Home.Id, Subject = "Lớp thử cửa", From = new DateOnly(2026, 9, 10) }, await site.ClerkAsync(), Ct)).Value;

    private async Task<string> StateAsync(string code)
    {
        await using var db = site.Db();
        var c = await db.Set<TrainingClass>().SingleAsync(x => x.Code == code, Ct);

        return $"{c.Version} {c.State} {await db.Set<TrainingSeat>().CountAsync(s => s.ClassId == c.Id, Ct)} {await db.Set<TrainingPresence>().CountAsync(p => p.ClassId == c.Id, Ct)}";
    }

    /// <summary>A delegate of the home commune whom coverage counts upon.</summary>
    private async Task<Guid> DelegateAsync(string name)
    {
        var id = Guid.CreateVersion7();
        Result seated = await site.Get<OperationRunner>().RunAsync(Acting.System, async (work, token) =>
        {
            var added = new Delegate
            {
                Id = id, CouncilId = site.Home.Id, ProvinceId = site.Home.ProvinceId, OriginCouncilId = site.Home.Id, Code = $"DB-T-{id.ToString("N")[^12..]}", Term = "2026-2031", FullName = name, Entry = DelegateEntry.ByElection,
                From = new DateOnly(2026, 4, 1), CreatedAt = work.Now,
            };
            work.Db.Add(added);
            await site.Get<CoverageBook>().SeatAsync(work, new CoverageSubject(CoverageSubjects.Delegate, id, site.Home.Id, site.Home.ProvinceId, $"{site.Home.Tier}", name, added.SortKey, ""), token);

            return Result.Done;
        }, Ct);
        Assert.False(seated.IsRefused);

        return id;
    }
}
