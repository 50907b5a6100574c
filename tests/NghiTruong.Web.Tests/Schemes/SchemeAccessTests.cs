using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Schemes;

/// <summary>Every role, of the council's own and of a stranger's, at every door of a scheme, its nodes and a roll-out; and what programs are told.</summary>
public sealed class SchemeAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly (string, string)[] Typed =
    [
        ("Input.Number", "99-ĐA/TU"), ("Input.Title", "Đổi"), ("Input.IssuedBy", "Ai đó"), ("Input.IssuedOn", "1/8/2026"), ("Input.PeriodFrom", "2026"), ("Input.PeriodTo", "2030"), ("Input.Period", "2026"), ("Input.Numerator", "1"),
        ("Input.Denominator", "2"), ("Input.Reason", "Thử"), ("Input.Resolution", "NQ-0"), ("step", "issued"), ("Input.Cells", "3"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var doors = await DoorsAsync();
        Assert.True(doors.Count >= 11, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var sees = await SeesAsync(acting);
            foreach (var (address, permission) in doors)
            {
                await browser.GoAsync(address);

                // A unit's own page is for the desk of that unit or of the one that rolled out; taking over is for a commune of the same province.
                var has = sees && (permission is not MarkRollOuts || site.HasRight(new MarkRollOuts(), acting));
                var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : has ? HttpStatusCode.OK : HttpStatusCode.NotFound;
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
        List<string> wrong = [];
        var doors = (await DoorsAsync()).Where(d => !d.Address.EndsWith("/nhan", StringComparison.Ordinal)).SelectMany(d => new[] { d.Address, $"{d.Address}?handler=Urge", $"{d.Address}?handler=Cells", $"{d.Address}?handler=Back" }).ToList();
        foreach (var (name, acting) in (await site.CastAsync()).Where(c => !site.HasRight(new KeepSchemes(), c.Acting) && !site.HasRight(new MarkRollOuts(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            var before = await StateAsync();
            foreach (var address in doors)
            {
                await browser.PostAsync(address, Typed);
            }

            if (await StateAsync() != before)
            {
                wrong.Add(name);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_program_enters_a_scheme_its_nodes_and_progress_and_reads_the_tree()
    {
        using var api = await site.ApiAsync("vanphong");
        using var entered = await api.PostAsJsonAsync(
            "/api/v1/schemes", new { council = site.Home.Code, kind = "plan", number = "7-KH/ĐU", title = "Kế hoạch", issuedOn = "2026-08-01", issuedBy = "Đảng ủy xã", periodFrom = 2026, periodTo = 2030 }, Ct);
        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        var code = (await entered.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()!;
        using var added = await api.PostAsJsonAsync($"/api/v1/schemes/{code}/nodes", new { kind = "target", title = "Đại biểu được tập huấn", measure = "ratio", goals = new[] { new { year = 2026, goal = 100 } } }, Ct);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var told = await api.PostAsJsonAsync($"/api/v1/schemes/nodes/{code}-01/progress", new { period = "2026", numerator = 17, denominator = 18 }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        using var refused = await api.PostAsJsonAsync($"/api/v1/schemes/nodes/{code}-01/progress", new { period = "2031", numerator = 17, denominator = 18 }, Ct);
        Assert.Contains("scheme.periodAhead", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        var node = (await api.GetFromJsonAsync<JsonElement>($"/api/v1/schemes/{code}?period=2026", Ct)).GetProperty("nodes")[0];

        Assert.Equal((94.44m, "notReached", 17m, 18m), (node.GetProperty("value").GetDecimal(), node.GetProperty("status").GetString(), node.GetProperty("numerator").GetDecimal(), node.GetProperty("denominator").GetDecimal()));
        var flagged = await api.GetFromJsonAsync<JsonElement>("/api/v1/schemes/flagged", Ct);
        Assert.Contains($"{code}-01", flagged.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_tree_and_the_form_show_figures_as_officials_write_them()
    {
        var (scheme, node, _, _) = await MadeAsync();
        using var browser = await site.ByPasswordAsync("nha.clerk");
        await browser.GoAsync($"/muc-de-an/{node}/so-lieu?ky=2026");
        await browser.PostAsync($"/muc-de-an/{node}/so-lieu", ("Input.Period", "2026"), ("Input.Numerator", "1.234,5"), ("Input.Denominator", "2469"));
        await browser.GoAsync($"/de-an/{scheme}?ky=2026");
        Assert.Contains("50 % (1234,5/2469)", browser.Text, StringComparison.Ordinal);
        await browser.PostAsync($"/muc-de-an/{node}/so-lieu", ("Input.Period", "2026"), ("Input.Numerator", "mười"), ("Input.Denominator", "2469"));
        Assert.Contains("mười", browser.Text, StringComparison.Ordinal);
    }

    private async Task<List<(string Address, Permission Permission)>> DoorsAsync()
    {
        var (scheme, node, rollOut, unit) = await MadeAsync();

        return
        [
            .. site.Doors("/de-an/{code}").Select(d => (d.Address.Replace("{code}", scheme, StringComparison.Ordinal), d.Permission)),
            .. site.Doors("/muc-de-an/{code}").Select(d => (d.Address.Replace("{code}", node, StringComparison.Ordinal), d.Permission)),
            .. site.Doors("/trien-khai/{code}").Select(d => (d.Address.Replace("{code}", rollOut, StringComparison.Ordinal).Replace("{unit:guid}", unit.ToString("D"), StringComparison.Ordinal), d.Permission)),
        ];
    }

    /// <summary>A scheme of the home commune, one node of it, and a roll-out to its committees.</summary>
    private async Task<(string Scheme, string Node, string RollOut, Guid Unit)> MadeAsync()
    {
        var clerk = await site.EnsureAccountAsync("nha.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Home.Id });
        await using var db = site.Db();
        if (await db.Set<Scheme>().FirstOrDefaultAsync(s => s.Number == "5-KH/ĐU", Ct) is null)
        {
            var entered = await site.Get<SchemeDesk>().EnterAsync(
                new SchemeInput { CouncilId = site.Home.Id, Kind = SchemeKind.Plan, Number = "5-KH/ĐU", Title = "Kế hoạch của xã", IssuedOn = new DateOnly(2026, 8, 1), IssuedBy = "Đảng ủy xã", PeriodFrom = 2026, PeriodTo = 2030 }, clerk, Ct);
            await site.Get<SchemeNodes>().AddAsync(entered.Value, new NodeInput { Kind = NodeKind.Target, Title = "Đại biểu được tập huấn", Measure = NodeMeasure.Ratio }, clerk, Ct);
            await site.Get<RollOutDesk>().OpenAsync(entered.Value, new RollOutInput { Title = "Quán triệt trong các Ban", Reach = RollOutReach.Committees, CountsCells = true }, clerk, Ct);
        }

        var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Number == "5-KH/ĐU", Ct);
        var rollOut = await db.Set<RollOut>().AsNoTracking().SingleAsync(r => r.SchemeId == scheme.Id, Ct);

        return (scheme.Code, $"{scheme.Code}-01", rollOut.Code, await db.Set<RollOutUnit>().Where(u => u.RollOutId == rollOut.Id).OrderBy(u => u.Id).Select(u => u.Id).FirstAsync(Ct));
    }

    private async Task<bool> SeesAsync(Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<Scheme>().VisibleTo(acting).AnyAsync(s => s.Number == "5-KH/ĐU", Ct);
    }

    private async Task<string> StateAsync()
    {
        await using var db = site.Db();
        var schemes = await db.Set<Scheme>().AsNoTracking().Where(s => s.CouncilId == site.Home.Id).OrderBy(s => s.Code).Select(s => s.Id).ToListAsync(Ct);
        var rollOuts = await db.Set<RollOut>().Where(r => schemes.Contains(r.SchemeId)).Select(r => r.Id).ToListAsync(Ct);

        return $"{schemes.Count} {await db.Set<JournalEntry>().CountAsync(e => schemes.Contains(e.SubjectId) || rollOuts.Contains(e.SubjectId), Ct)}";
    }
}
