using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Tests.Petitions;

/// <summary>The whole web house on a demo of its own, on 15 September 2026, for tests that go through HTTP.</summary>
public sealed class PetitionSite : IAsyncLifetime
{
    public const string Password = "mật khẩu của người đóng vai 2026";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"nt_site_{Guid.CreateVersion7():N}");
    private WebApplication _app = null!;
    private int _letters = 300;

    public FakeClock Clock { get; } = new(new DateTime(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc));

    /// <summary>The commune council whose desk the demo's accounts work at.</summary>
    public Council Home { get; private set; } = null!;

    public Council Neighbour { get; private set; } = null!;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public Agency Committee => Agencies.First(a => a.CouncilId == Home.Id && a.Kind == AgencyKind.PeoplesCommittee);

    public Agency Economy => Agencies.First(a => a.CouncilId == Home.Id && a.ShortName == "KT");

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Db Db() => Get<IDbContextFactory<Db>>().CreateDbContext();

    public Browser Browser() => new(_app.GetTestServer().CreateHandler());

    public async ValueTask InitializeAsync()
    {
        _app = WebHouse.Build(new RunOptions { DataOption = _folder, Port = 0 }, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            // The province and its people; what happens there each test tells itself.
            builder.Services.RemoveAll<IDemo>();
        });
        Assert.False((await WebHouse.PrepareAsync(_app, CancellationToken.None)).IsRefused);
        await _app.StartAsync();
        await using var db = Db();
        var communes = await db.Set<Council>().Where(c => c.Tier == Tier.Commune).OrderBy(c => c.Code).ToListAsync();
        (Home, Neighbour) = (communes[0], communes[1]);
        Agencies = await db.Set<Agency>().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var folder in new[] { _folder, _folder + "-keys" }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task<Browser> AsAsync(string userName)
    {
        var browser = Browser();
        await browser.SignInAsync(userName);

        return browser;
    }

    /// <summary>A program with a token of a user of the demo.</summary>
    public async Task<HttpClient> ApiAsync(string userName)
    {
        await using var db = Db();
        var user = await db.Set<User>().SingleAsync(u => u.UserName == userName);
        var token = await Get<AccessTokens>().CreateAsync(user.Id, null, Acting.System, CancellationToken.None);
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);

        return client;
    }

    /// <summary>A clerk of the neighbouring commune, by token.</summary>
    public async Task<HttpClient> StrangerApiAsync()
    {
        await EnsureAccountAsync("nguoila", new GrantInput { Role = Role.Clerk, CouncilId = Neighbour.Id });

        return await ApiAsync("nguoila");
    }

    /// <summary>An account of that name with that grant, made once; it signs in with <see cref="Password"/>.</summary>
    public async Task<Acting> EnsureAccountAsync(string name, GrantInput grant)
    {
        await using var db = Db();
        if (!await db.Set<User>().AnyAsync(u => u.UserName == name))
        {
            var hash = new PasswordHasher<User>().HashPassword(null!, Password);
            _ = (await Get<AccountDesk>().CreateAsync(new AccountInput { UserName = name, FullName = $"Người {name}" }, grant, hash, Acting.System, CancellationToken.None)).Value;
            await db.Set<User>().Where(u => u.UserName == name).ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, false));
        }

        var id = await db.Set<User>().Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();

        return (await Get<AccountBook>().FindAsync(id, CancellationToken.None))!.Acting;
    }

    public async Task<Browser> ByPasswordAsync(string userName)
    {
        var browser = Browser();
        await browser.GoAsync("/dang-nhap");
        await browser.SubmitAsync("main form.form", ("Input.UserName", userName), ("Input.Password", Password));

        return browser;
    }

    /// <summary>Records one petition at home as the clerk would.</summary>
    public async Task<string> RecordedAsync(string content = "Đề nghị sửa đường liên thôn Nà Pục bị sạt lở.")
    {
        using var api = await ApiAsync("vanphong");
        var made = await api.PostAsJsonAsync("/api/v1/petitions", new { council = Home.Code, content });

        return (await made.Content.ReadFromJsonAsync<Code>())!.Value("code");
    }

    public async Task<string> SentAsync(string content = "Đề nghị kéo điện cho thôn Lũng Phầy.")
    {
        var code = await RecordedAsync(content);
        using var api = await ApiAsync("vanphong");
        var sent = await api.PostAsJsonAsync($"/api/v1/petitions/{code}/forward", new { recipient = Committee.Id, lead = Economy.Id, number = $"{Interlocked.Increment(ref _letters)}", notation = "HĐND-VP", issuedOn = "2026-09-14" });
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());

        return code;
    }

    /// <summary>That session at home or elsewhere, made once.</summary>
    public async Task<Guid> SessionAsync(int number, Council? at = null)
    {
        var council = (at ?? Home).Id;
        await using var db = Db();
        if (await db.Set<CouncilSession>().FirstOrDefaultAsync(s => s.CouncilId == council && s.Number == number) is { } standing)
        {
            return standing.Id;
        }

        var saved = await Get<SessionDesk>().SaveAsync(
            council, new SessionInput { Term = "2026-2031", Number = number, Name = $"Kỳ họp thứ {number}", OpensOn = new DateOnly(2026, 10, number) }, Acting.System, CancellationToken.None);

        return saved.Value;
    }

    public async Task<Petition> PetitionAsync(string code)
    {
        await using var db = Db();

        return await db.Set<Petition>().AsNoTracking().SingleAsync(p => p.Code == code);
    }

    public async Task<List<string>> StoryAsync(string code)
    {
        await using var db = Db();

        return await db.Set<NghiTruong.Journal.JournalEntry>().Where(e => e.SubjectCode == code).OrderBy(e => e.Sequence).Select(e => e.EventCode).ToListAsync();
    }
}

/// <summary>A flat answer of the API.</summary>
public sealed class Code : Dictionary<string, System.Text.Json.JsonElement>
{
    public string Value(string name) => this[name].ToString();
}
