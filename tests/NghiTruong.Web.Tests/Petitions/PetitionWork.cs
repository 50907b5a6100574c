using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Tests.Petitions;

/// <summary>What tests of petitions do at home before they look at a page.</summary>
internal static class PetitionWork
{
    private static int letters = 300;

    /// <summary>A clerk of the neighbouring commune, by token.</summary>
    public static async Task<HttpClient> StrangerApiAsync(this WebTest site)
    {
        await site.EnsureAccountAsync("nguoila", new GrantInput { Role = Role.Clerk, CouncilId = site.Neighbour.Id });

        return await site.ApiAsync("nguoila");
    }

    /// <summary>Records one petition at home as the clerk would.</summary>
    public static async Task<string> RecordedAsync(this WebTest site, string content = "Đề nghị sửa đường liên thôn Nà Pục bị sạt lở.")
    {
        using var api = await site.ApiAsync("vanphong");
        var made = await api.PostAsJsonAsync("/api/v1/petitions", new { council = site.Home.Code, content });

        return (await made.Content.ReadFromJsonAsync<Code>())!.Value("code");
    }

    public static async Task<string> SentAsync(this WebTest site, string content = "Đề nghị kéo điện cho thôn Lũng Phầy.")
    {
        var code = await site.RecordedAsync(content);
        using var api = await site.ApiAsync("vanphong");
        var sent = await api.PostAsJsonAsync($"/api/v1/petitions/{code}/forward", new { recipient = site.Committee.Id, lead = site.Economy.Id, number = $"{Interlocked.Increment(ref letters)}", notation = "HĐND-VP", issuedOn = "2026-09-14" });
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());

        return code;
    }

    /// <summary>That session at home or elsewhere, made once.</summary>
    public static async Task<Guid> SessionAsync(this WebTest site, int number, Council? at = null)
    {
        var council = (at ?? site.Home).Id;
        await using var db = site.Db();
        if (await db.Set<CouncilSession>().FirstOrDefaultAsync(s => s.CouncilId == council && s.Number == number) is { } standing)
        {
            return standing.Id;
        }

        var saved = await site.Get<SessionDesk>().SaveAsync(
            council, new SessionInput { Term = "2026-2031", Number = number, Name = $"Kỳ họp thứ {number}", OpensOn = new DateOnly(2026, 10, number) }, Acting.System, CancellationToken.None);

        return saved.Value;
    }

    public static async Task<Petition> PetitionAsync(this WebTest site, string code)
    {
        await using var db = site.Db();

        return await db.Set<Petition>().AsNoTracking().SingleAsync(p => p.Code == code);
    }

    public static async Task<List<string>> StoryAsync(this WebTest site, string code)
    {
        await using var db = site.Db();

        return await db.Set<NghiTruong.Journal.JournalEntry>().Where(e => e.SubjectCode == code).OrderBy(e => e.Sequence).Select(e => e.EventCode).ToListAsync();
    }
}

/// <summary>A flat answer of the API.</summary>
internal sealed class Code : Dictionary<string, System.Text.Json.JsonElement>
{
    public string Value(string name) => this[name].ToString();
}
