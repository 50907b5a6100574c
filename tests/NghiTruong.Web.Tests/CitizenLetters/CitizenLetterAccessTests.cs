using System.Net;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Reception;
using NghiTruong.Web.Tests.Security;
using static NghiTruong.Web.Tests.CitizenLetters.CitizenLetterWork;

namespace NghiTruong.Web.Tests.CitizenLetters;

/// <summary>Every role, of the council's own and of a stranger's, at every door of letters and receptions.</summary>
public sealed class CitizenLetterAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly (string, string)[] Typed =
    [
        ("Input.On", "15/9/2026"), ("Input.Verdict", "Other"), ("Input.Reason", "court"), ("Input.Note", "Thử"), ("Input.To", "Thử"), ("Input.Number", "9"), ("Input.IssuedOn", "15/9/2026"), ("Input.Words", "Thử"), ("Input.Kind", "Request"),
        ("Input.Summary", "Đổi"), ("Input.ReceivedOn", "14/9/2026"), ("Input.UserId", "0190f0a0-0000-7000-8000-000000000001"), ("Input.StartsAt", "08:00"), ("Input.Place", "Đổi"), ("Input.Receiver", "Đổi"), ("Input.Outcome", "Explained"),
        ("Input.From", "1/9/2026"), ("Input.Name", "Ai đó"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var doors = await DoorsAsync();
        Assert.True(doors.Count > 40, $"{doors.Count} doors");
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
            foreach (var (address, _) in doors.Where(d => d.Permission is not (ReadCitizenLetters or ReadReceptions) && !site.HasRight(d.Permission, acting)))
            {
                var before = await StateAsync();
                await browser.PostAsync(address, [.. Typed, ("Input.AgencyId", $"{site.Economy.Id}")]);
                if (await StateAsync() != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private async Task<List<(string Address, Permission Permission)>> DoorsAsync()
    {
        List<(string, Permission)> doors = [];
        foreach (var (under, codes) in new[]
        {
            ("/don-thu/{code}", new[] { await site.RegisteredAsync(CitizenLetterKind.Request), await site.TransferredAsync(CitizenLetterKind.Complaint), await site.TransferredAsync(CitizenLetterKind.Denunciation) }),
            ("/tiep-cong-dan/{code}", [await site.ScheduledAsync()]), ("/tiep-cong-dan/luot/{code}", [await site.VisitedAsync(refused: true)]),
        })
        {
            doors.AddRange(codes.SelectMany(code => site.Doors(under).Where(d => !d.Address.Contains("mau-0", StringComparison.Ordinal)).Select(d => (d.Address.Replace("{code}", code, StringComparison.Ordinal), d.Permission))));
        }

        return doors;
    }

    private async Task<bool> SeesAsync(string address, Acting acting)
    {
        await using var db = site.Db();
        var code = address.Split('/').First(p => p.Length > 10 && p.Contains("-2026-", StringComparison.Ordinal));

        return code[..3] switch
        {
            "DT-" => await db.Set<CitizenLetter>().VisibleTo(acting, db).AnyAsync(l => l.Code == code, Ct),
            "TCD" => await db.Set<CitizenReception>().VisibleTo(acting).AnyAsync(r => r.Code == code, Ct),
            _ => await db.Set<CitizenVisit>().VisibleTo(acting).AnyAsync(v => v.Code == code, Ct),
        };
    }

    private async Task<string> StateAsync()
    {
        await using var db = site.Db();
        string[] kinds = ["citizenLetter", "citizenReception", "citizenVisit"];

        return $"{await db.Set<JournalEntry>().CountAsync(e => kinds.Contains(e.SubjectKind), Ct)} {await db.Set<CitizenLetter>().SumAsync(l => l.Version, Ct)} {await db.Set<CitizenReception>().SumAsync(r => r.Version, Ct)}";
    }
}
