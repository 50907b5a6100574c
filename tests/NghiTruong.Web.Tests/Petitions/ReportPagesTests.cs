using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Letters;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Tests.Petitions;

/// <summary>The figures and the papers for a session, as people without scripts use them.</summary>
public sealed partial class ReportPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private const string Dossier = "/kien-nghi/ho-so-ky-hop";
    private const string Session = "2026-2031/7";

    private static readonly Role[] AtCouncils = [Role.Clerk, Role.StandingCommittee, Role.CommitteeHead, Role.Delegate, Role.FrontOfficer, Role.UpperViewer, Role.Auditor, Role.Administrator];
    private static readonly Role[] OfTheDossier = [Role.Clerk, Role.StandingCommittee, Role.CommitteeHead];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_figure_of_the_summary_opens_onto_a_list_of_just_so_many()
    {
        await FilledAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi/tong-hop");
        await EachFigureIsItsListAsync(clerk);
    }

    [Fact]
    public async Task Every_figure_of_the_dossier_opens_onto_a_list_of_just_so_many()
    {
        await FilledAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync(await DossierAsync());
        await EachFigureIsItsListAsync(clerk);
    }

    [Fact]
    public async Task The_province_opens_at_its_whole_and_steps_down_to_a_commune()
    {
        await FilledAsync();
        using var upper = await site.SignInAsync("captren");
        await upper.GoAsync("/kien-nghi/tong-hop");
        await EachFigureIsItsListAsync(upper);
        await upper.GoAsync("/kien-nghi/tong-hop");
        var down = upper.Page.QuerySelector($"#bang-place a[href*='{site.Home.Code}']")!;
        var economy = upper.Page.QuerySelectorAll("#bang-agency tbody tr").First(r => r.TextContent.Contains($"Phòng Kinh tế ({site.Home.Name})", StringComparison.Ordinal));
        await upper.GoAsync(economy.QuerySelector("td a")!.GetAttribute("href")!);
        Assert.Equal("Phòng Kinh tế", upper.Page.QuerySelector("#agency option[selected]")!.TextContent);
        await upper.GoAsync(down.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, upper.Status);
        Assert.Contains(site.Home.Name, upper.Page.QuerySelector(".report-about")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(upper.Page.GetElementById("bang-agency"));
    }

    [Fact]
    public async Task Filters_stay_in_the_address_and_a_code_becomes_the_council_of_it()
    {
        await FilledAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/tong-hop?session={Uri.EscapeDataString(Session)}&from=1/1/2026&ma={site.Home.Code}");

        Assert.Equal($"/kien-nghi/tong-hop?council={site.Home.Code}&session=2026-2031%2F7&from=2026-01-01", clerk.Path);
        Assert.Equal(Session, clerk.Page.QuerySelector("#session option[selected]")!.GetAttribute("value"));
        await clerk.GoAsync("/kien-nghi/tong-hop?from=hôm-qua");
        Assert.Contains("Không đọc được điều kiện lọc", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync($"/kien-nghi/tong-hop?council={site.Home.Code}@2024-06-30");
        Assert.Equal(HttpStatusCode.NotFound, clerk.Status);
    }

    [Fact]
    public async Task Excel_and_Word_are_files_of_their_kind()
    {
        await FilledAsync();
        using var clerk = await site.SignInAsync("vanphong");

        Assert.Contains("xl/workbook.xml", Entries(await clerk.DownloadAsync("/kien-nghi/tong-hop/excel")));
        Assert.Contains("word/document.xml", Entries(await clerk.DownloadAsync("/kien-nghi/tong-hop/word")));
    }

    [Fact]
    public async Task One_press_gives_the_papers_and_another_puts_them_onto_the_signing_path()
    {
        await FilledAsync();
        using var standing = await site.SignInAsync("thuongtruc");
        var address = await DossierAsync();
        await standing.GoAsync(address);
        var press = standing.Page.QuerySelector(".page-head .btn-primary")!.GetAttribute("href")!;
        Assert.Equal(6, Entries(await standing.DownloadAsync(press)).Count);
        await standing.SubmitAsync("form[action*=Draft]");

        Assert.Contains("Đã đưa 3 văn bản vào trình ký.", standing.Text, StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.Equal(3, await db.Set<OfficialLetter>().CountAsync(l => l.Kind.StartsWith("petitions.se") && l.State == LetterState.Draft, Ct));
        await standing.SubmitAsync("form[action*=Refresh]");
        Assert.Contains("Đã cập nhật số liệu của dự thảo.", standing.Text, StringComparison.Ordinal);
        Assert.Null(standing.Page.QuerySelector("form[action*=Draft]"));
    }

    [Fact]
    public async Task An_empty_session_says_what_would_fill_it_and_offers_no_papers()
    {
        await site.SessionAsync(3, site.Neighbour);
        await site.EnsureAccountAsync("ben.trong", new GrantInput { Role = Role.Clerk, CouncilId = site.Neighbour.Id });
        using var clerk = await site.ByPasswordAsync("ben.trong");
        await clerk.GoAsync(Dossier);

        Assert.Contains("Kỳ họp này chưa có kiến nghị", clerk.Text, StringComparison.Ordinal);
        Assert.Null(clerk.Page.QuerySelector(".page-head .btn-primary"));
    }

    [Fact]
    public async Task Every_role_of_the_own_council_and_of_a_strangers_meets_the_doors_as_the_permissions_say()
    {
        await FilledAsync();
        var query = (await DossierAsync())[Dossier.Length..];
        List<string> wrong = [];
        foreach (var (name, role, home) in await CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var figures = home && role != Role.AgencyOfficer ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            var papers = !OfTheDossier.Contains(role) ? HttpStatusCode.Forbidden : home ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            foreach (var (address, expected) in new[]
            {
                ($"/kien-nghi/tong-hop?council={site.Home.Code}", figures),
                ($"/kien-nghi/tong-hop/excel?council={site.Home.Code}", figures),
                ($"/kien-nghi/tong-hop/word?council={site.Home.Code}", figures),
                (Dossier + query, papers),
                (Dossier + "/tai-ve" + query, papers),
                (Dossier + "/bao-cao-giam-sat" + query, papers),
            })
            {
                await browser.GoAsync(address);
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_but_the_desk_puts_papers_onto_the_signing_path_by_a_form_posted_by_hand()
    {
        await FilledAsync();
        await using var db = site.Db();
        foreach (var (name, role, home) in (await CastAsync()).Where(c => !(c.Home && c.Role is Role.Clerk or Role.StandingCommittee)))
        {
            var before = await db.Set<OfficialLetter>().CountAsync(Ct);
            using var browser = await site.ByPasswordAsync(name);
            await browser.PostAsync($"{Dossier}?handler=Draft", ("council", site.Home.Id.ToString("D")), ("session", Session));

            Assert.True(before == await db.Set<OfficialLetter>().CountAsync(Ct), $"{name} {role} {home}");
        }
    }

    /// <summary>Follows every figure of the page that is a link: the list says the same number.</summary>
    private static async Task EachFigureIsItsListAsync(Browser browser)
    {
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var figures = browser.Page.QuerySelectorAll(".tiles a, .report-table td a")
            .Select(a => (Href: a.GetAttribute("href")!, N: Digits().Match((a.QuerySelector("b") ?? a).TextContent).Value)).DistinctBy(f => f.Href).ToList();
        Assert.True(figures.Count > 10, $"{figures.Count} figures");
        foreach (var (href, n) in figures)
        {
            await browser.GoAsync(href);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Contains($"gồm đúng {n} kiến nghị", browser.Text, StringComparison.Ordinal);
            Assert.Equal(Math.Min(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture), 20), browser.Page.QuerySelectorAll("#list tbody tr[data-row]").Length);
        }
    }

    /// <summary>A session with petitions of several sorts at home, once.</summary>
    private async Task FilledAsync()
    {
        await using var db = site.Db();
        if (await db.Set<Petition>().AnyAsync(p => p.Content.StartsWith("Kỳ họp 7"), Ct))
        {
            return;
        }

        var (before, session) = (await site.SessionAsync(6), await site.SessionAsync(7));
        using var api = await site.ApiAsync("vanphong");
        foreach (var (content, at, field) in new[] { ("Kỳ họp 7: đường A", session, "transport"), ("Kỳ họp 7: trạm y tế", session, "health"), ("Kỳ họp 7: cầu treo", session, "transport"), ("Kỳ họp 6: kênh mương", before, "irrigation") })
        {
            var made = await api.PostAsJsonAsync("/api/v1/petitions", new { council = site.Home.Code, content, session = at, field }, Ct);
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Ct));
        }

        await site.SentAsync("Kỳ họp khác: điện yếu");
    }

    private async Task<string> DossierAsync()
    {
        await FilledAsync();

        return $"{Dossier}?council={site.Home.Id:D}&session={Uri.EscapeDataString(Session)}";
    }

    private async Task<List<(string Name, Role Role, bool Home)>> CastAsync()
    {
        List<(string Name, Role Role, bool Home)> cast = [];
        foreach (var (place, council) in new[] { ("nha", site.Home), ("ben", site.Neighbour) })
        {
            foreach (var role in AtCouncils)
            {
                cast.Add(($"{place}.{role}".ToLowerInvariant(), role, council == site.Home));
                await site.EnsureAccountAsync(cast[^1].Name, new GrantInput { Role = role, CouncilId = council.Id });
            }
        }

        cast.Add(("nha.lead", Role.AgencyOfficer, true));
        await site.EnsureAccountAsync("nha.lead", new GrantInput { Role = Role.AgencyOfficer, AgencyId = site.Economy.Id });

        return cast;
    }

    private static List<string> Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));

        return [.. zip.Entries.Select(e => e.FullName)];
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
