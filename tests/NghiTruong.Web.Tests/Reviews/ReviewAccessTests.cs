using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Reviews;

/// <summary>Every role, of the council's own and of a stranger's, at every door of a review that is being written and of one that was sent.</summary>
public sealed class ReviewAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private const string Scheme = "6-KH/ĐU";

    private static readonly (string, string)[] Typed = [("Input.Done", "Đổi"), ("Input.Number", "77"), ("Input.Notation", "BC-HĐND"), ("Input.OnPaper", "true"), ("Input.To", "Ai đó")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var (draft, sent) = await MadeAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var code in new[] { draft, sent })
            {
                var sees = await SeesAsync(code, acting);
                foreach (var (address, permission) in site.Doors("/so-ket/{code}"))
                {
                    // Writing and sending are for a draft at home; one that was sent is led to its page or not there to write.
                    if (permission is KeepReviews && code == sent && site.HasRight(permission, acting))
                    {
                        continue;
                    }

                    var at = address.Replace("{code}", code, StringComparison.Ordinal);
                    await browser.GoAsync(at);
                    var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : sees && (permission is ReadReviews || site.HasRight(permission, acting)) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                    if (browser.Status != expected)
                    {
                        wrong.Add($"{name} at {at}: {(int)browser.Status}, expected {(int)expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_changes_a_review_by_a_page_that_is_posted_by_hand()
    {
        var (draft, sent) = await MadeAsync();
        List<string> wrong = [];
        foreach (var (name, _) in (await site.CastAsync()).Where(c => !site.HasRight(new KeepReviews(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            var before = await StateAsync();
            foreach (var at in site.Doors("/so-ket/{code}").SelectMany(d => new[] { draft, sent }.Select(code => d.Address.Replace("{code}", code, StringComparison.Ordinal))).SelectMany(a => new[] { a, a + "?handler=Freeze", a + "?handler=Submit" }))
            {
                await browser.PostAsync(at, Typed);
            }

            if (await StateAsync() != before)
            {
                wrong.Add(name);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_program_reads_and_changes_only_what_its_holder_may()
    {
        var (draft, sent) = await MadeAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var api = await site.ApiAsync(name);
            foreach (var code in new[] { draft, sent })
            {
                using var read = await api.GetAsync($"/api/v1/reviews/{code}", Ct);
                var expected = !new ReadReviews().IsHeldBy(acting) ? HttpStatusCode.Forbidden : await SeesAsync(code, acting) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (read.StatusCode != expected)
                {
                    wrong.Add($"{name} reads {code}: {(int)read.StatusCode}, expected {(int)expected}");
                }
            }

            if (!site.HasRight(new KeepReviews(), acting))
            {
                using var sends = await api.PostAsJsonAsync($"/api/v1/reviews/{draft}/send", new { number = "88", notation = "BC-HĐND", onPaper = true, to = "Ai đó" }, Ct);
                if (sends.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
                {
                    wrong.Add($"{name} sends: {(int)sends.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Two reviews of a scheme of the home commune: one being written, one sent.</summary>
    private async Task<(string Draft, string Sent)> MadeAsync()
    {
        var clerk = await site.EnsureAccountAsync("nha.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Home.Id });
        await using var db = site.Db();
        if (!await db.Set<Scheme>().AnyAsync(s => s.Number == Scheme, Ct))
        {
            var entered = await site.Get<SchemeDesk>().EnterAsync(
                new SchemeInput { CouncilId = site.Home.Id, Kind = SchemeKind.Plan, Number = Scheme, Title = "Kế hoạch của xã", IssuedOn = new DateOnly(2026, 1, 5), IssuedBy = "Đảng ủy xã", PeriodFrom = 2026, PeriodTo = 2030 }, clerk, Ct);
            Assert.False(entered.IsRefused);
        }

        var scheme = (await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Number == Scheme, Ct)).Code;
        var draft = await site.Get<ReviewDesk>().StartAsync(new ReviewInput(site.Home.Id, ReviewKind.Scheme, scheme, "2026-2"), clerk, Ct);
        var sent = await site.Get<ReviewDesk>().StartAsync(new ReviewInput(site.Home.Id, ReviewKind.Scheme, scheme, "2026-1"), clerk, Ct);
        Assert.False(draft.IsRefused || sent.IsRefused);
        Assert.False((await site.Get<ReviewDesk>().SendAsync(sent.Value, new SendReviewInput("76", "BC-HĐND"), clerk, Ct)).IsRefused);

        return (draft.Value, sent.Value);
    }

    private async Task<bool> SeesAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<Review>().VisibleTo(acting).AnyAsync(r => r.Code == code, Ct);
    }

    private async Task<string> StateAsync()
    {
        await using var db = site.Db();
        var reviews = await db.Set<Review>().AsNoTracking().OrderBy(r => r.Code).Select(r => new { r.Id, r.State, r.Edition }).ToListAsync(Ct);
        var ids = reviews.ConvertAll(r => r.Id);

        return string.Join(' ', reviews.Select(r => $"{r.State == ReviewState.Draft}{r.Edition}")) + await db.Set<JournalEntry>().CountAsync(e => ids.Contains(e.SubjectId) && e.EventCode != "review.received", Ct);
    }
}
