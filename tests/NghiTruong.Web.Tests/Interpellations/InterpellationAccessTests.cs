using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Journal;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Interpellations;

/// <summary>Every role, of the council's own and of a stranger's, on every page, act and endpoint of questioning.</summary>
public sealed class InterpellationAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly (string, string)[] Typed =
    [
        ("Input.On", "15/9/2026"), ("Input.By", "Ai đó"), ("Input.OtherBecause", "Thử"), ("Input.Answer", "Thử"), ("Input.Number", "9/TB"), ("Input.Because", "NeedsVerification"), ("Input.Opinion", "true"), ("Input.Note", "Thử"),
        ("Input.Kind", "Debate"), ("Input.Speaker", "Ai đó"), ("Input.Text", "Thử"), ("Input.Content", "Thử"), ("Input.DueOn", "1/12/2026"), ("Input.Words", "Thử"), ("Input.Document", "1/BC"), ("Input.Outcome", "Kept"),
        ("Input.Reason", "Thử"), ("Input.Evidence", "Thử"), ("Input.Paper", "1/TB"), ("Input.To", "1/12/2026"), ("Input.Conclusion", "Thử"), ("Input.Members", "1"), ("Input.Present", "1"), ("Input.For", "1"),
        ("Input.PersonAsked", "Đổi"), ("Input.Issue", "Đổi"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var doors = await DoorsAsync();
        Assert.True(doors.Count > 30, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var (address, permission) in doors)
            {
                await browser.GoAsync(address);
                var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : await SeesAsync(address, acting) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_anything_by_a_page_that_is_posted_by_hand()
    {
        var doors = await DoorsAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var (address, _) in doors.Where(d => d.Permission is not ReadInterpellations && !site.HasRight(d.Permission, acting)))
            {
                var before = await StateAsync();
                await browser.PostAsync(address, [.. Typed, ("Input.AgencyId", $"{site.Economy.Id}")]);
                if (await StateAsync() != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                }
            }

            if (!site.HasRight(new HoldExplanations(), acting))
            {
                var before = await StateAsync();
                await browser.PostAsync($"/giai-trinh/{await site.DecidedAsync()}?handler=Notice");
                await using var db = site.Db();
                Assert.True(await db.Set<ExplanationSession>().AllAsync(s => s.NoticeLetterId == null || s.NoticeOn != null, Ct), name);
                Assert.NotEqual(before, await StateAsync());
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_colleague_may_open_the_judgement_of_anothers_question_and_may_not_give_it()
    {
        var code = await site.AnsweredAsync();
        await site.EnsureAccountAsync("nha.other", new GrantInput { Role = Role.Delegate, CouncilId = site.Home.Id });
        using var other = await site.ByPasswordAsync("nha.other");
        await other.GoAsync($"/chat-van/{code}/y-kien");
        await other.FillAsync(("Input.Opinion", "true"));

        Assert.Contains("Chỉ đại biểu chất vấn", other.Text, StringComparison.Ordinal);
        using var asker = await site.ByPasswordAsync("nha.delegate");
        await asker.GoAsync($"/chat-van/{code}/y-kien");
        await asker.FillAsync(("Input.Opinion", "true"));
        Assert.Contains("Đại biểu đồng ý", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_shows_each_role_what_it_may_see_and_takes_slips_of_those_who_may_ask_there()
    {
        var (submitted, answered, promise, decided) = (await site.SubmittedAsync(), await site.AnsweredAsync(), await site.PromisedAsync(), await site.DecidedAsync());
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var api = await site.ApiAsync(name);
            var reads = Permission.Of<ReadInterpellations>().IsHeldBy(acting);
            foreach (var (address, sees) in new[]
            {
                ($"interpellations/{submitted}", await SeesAsync($"/chat-van/{submitted}", acting)), ($"interpellations/{answered}", await SeesAsync($"/chat-van/{answered}", acting)),
                ($"promises/{promise}", await SeesAsync($"/loi-hua/{promise}", acting)), ($"explanation-sessions/{decided}", await SeesAsync($"/giai-trinh/{decided}", acting)),
            })
            {
                await ExpectAsync(api.GetAsync(new Uri($"/api/v1/{address}", UriKind.Relative), Ct), reads, sees, $"{name} reads {address}");
            }

            var may = Permission.Of<HandInSlips>();
            var body = new { council = site.Home.Code, asker = "Đại biểu trên giấy", personAsked = InterpellationWork.Chief, agency = site.Economy.Id, issue = "Thử" };
            await ExpectAsync(api.PostAsJsonAsync("/api/v1/interpellations", body, Ct), may.IsHeldBy(acting), site.HasRight(may, acting), $"{name} asks");
        }

        Assert.Empty(wrong);

        async Task ExpectAsync(Task<HttpResponseMessage> call, bool holds, bool there, string what)
        {
            using var answer = await call;
            var expected = !holds ? HttpStatusCode.Forbidden : there ? answer.RequestMessage!.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK : HttpStatusCode.NotFound;
            if (answer.StatusCode != expected)
            {
                wrong.Add($"{what}: {(int)answer.StatusCode}, expected {(int)expected}");
            }
        }
    }

    /// <summary>Every page of a slip that waits, one that is answered, a promise and an explanation session.</summary>
    private async Task<List<(string Address, Permission Permission)>> DoorsAsync()
    {
        List<(string, Permission)> doors = [];
        foreach (var (under, codes) in new[]
        {
            ("/chat-van/{code}", new[] { await site.SubmittedAsync(), await site.InWritingAsync(), await site.AnsweredAsync() }), ("/loi-hua/{code}", [await site.PromisedAsync()]), ("/giai-trinh/{code}", [await site.HeldAsync()]),
        })
        {
            doors.AddRange(codes.SelectMany(code => site.Doors(under).Select(d => (d.Address.Replace("{code}", code, StringComparison.Ordinal), d.Permission))));
        }

        return doors;
    }

    private async Task<bool> SeesAsync(string address, Acting acting)
    {
        await using var db = site.Db();
        var code = address.Split('/')[2];

        return code[..2] switch
        {
            "CV" => await db.Set<Interpellation>().VisibleTo(acting).AnyAsync(i => i.Code == code, Ct),
            "LH" => await db.Set<Promise>().VisibleTo(acting).AnyAsync(p => p.Code == code, Ct),
            _ => await db.Set<ExplanationSession>().VisibleTo(acting).AnyAsync(s => s.Code == code, Ct),
        };
    }

    private async Task<string> StateAsync()
    {
        await using var db = site.Db();
        var events = await db.Set<JournalEntry>().CountAsync(e => e.SubjectKind == "interpellation" || e.SubjectKind == "promise" || e.SubjectKind == "explanationSession", Ct);

        return $"{events} {await db.Set<Interpellation>().SumAsync(i => i.Version, Ct)} {await db.Set<Promise>().SumAsync(p => p.Version, Ct)} {await db.Set<ExplanationSession>().SumAsync(s => s.Version, Ct)}";
    }
}
