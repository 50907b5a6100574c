using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Indicators;
using NghiTruong.Notifications;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Indicators;

/// <summary>Every role, of the council's own and of a stranger's, at every door of the board; and what a program and an administrator get.</summary>
public sealed class IndicatorAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_and_names_are_read_at_the_places_that_the_permission_of_each_role_reaches()
    {
        await ReadyAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            using var api = await site.ApiAsync(name);
            foreach (var council in new[] { site.Home, site.Neighbour })
            {
                var expected = !new ReadIndicators().IsHeldBy(acting) ? HttpStatusCode.Forbidden : acting.CapacityFor<ReadIndicators>(council.Id, council.ProvinceId) is null ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                foreach (var address in new[] { $"/chi-so?council={council.Code}", $"/chi-so/petition.passedOn?council={council.Code}", $"/chi-so/commune.themes?council={council.Code}" })
                {
                    await browser.GoAsync(address);
                    if (browser.Status != expected)
                    {
                        wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                    }
                }

                foreach (var address in new[] { $"/api/v1/indicators/petition.passedOn?council={council.Code}", $"/api/v1/indicators/commune.themes/missing?council={council.Code}" })
                {
                    using var answer = await api.GetAsync(address, Ct);
                    if (answer.StatusCode != expected)
                    {
                        wrong.Add($"{name} at {address}: {(int)answer.StatusCode}, expected {(int)expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_board_of_a_delegate_and_of_a_body_opens_for_whoever_reads_the_figures_of_its_council()
    {
        await ReadyAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var council in new[] { site.Home, site.Neighbour })
            {
                var expected = !new ReadIndicators().IsHeldBy(acting) ? HttpStatusCode.Forbidden : acting.CapacityFor<ReadIndicators>(council.Id, council.ProvinceId) is null ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                foreach (var address in await BoardsAsync(council.Id))
                {
                    await browser.GoAsync(address);
                    if (browser.Status != expected)
                    {
                        wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private async Task<IReadOnlyList<string>> BoardsAsync(Guid council)
    {
        await using var db = site.Db();
        var lines = await db.Set<CoverageLine>().Where(l => l.CouncilId == council && (l.Kind == "body.supervised" || l.Kind == "delegate.yearlyReport")).OrderBy(l => l.SortKey).ToListAsync(Ct);
        string[] boards = [.. lines.GroupBy(l => l.Kind).Select(g => $"/chi-so/cua/{g.Key.Split('.')[0]}/{g.First().SubjectId}")];

        return boards.Length > 0 ? boards : throw new InvalidOperationException("The demo has nobody there.");
    }

    [Fact]
    public async Task Nobody_without_the_right_reminds_anybody_or_defines_an_indicator()
    {
        await ReadyAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var before = await CountAsync();
            if (acting.CapacityFor<RemindMissing>(site.Home.Id, site.Home.ProvinceId) is null)
            {
                await browser.PostAsync($"/chi-so/commune.themes?handler=Remind&council={site.Home.Code}");
            }

            if (acting.CapacityFor<KeepIndicators>(site.Home.Id, site.Home.ProvinceId) is null)
            {
                await browser.PostAsync(
                    "/chi-so/dinh-nghia/moi", ("Input.CouncilId", $"{site.Home.Id}"), ("Input.Vietnamese", "Của người lạ"), ("Input.Records", "Petition"), ("Input.Counted", "status:Closed"), ("Input.Cadence", "Year"));
            }

            if (await CountAsync() != before)
            {
                wrong.Add(name);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_administrator_chooses_records_looks_at_the_preview_and_keeps_the_indicator()
    {
        await ReadyAsync();
        await site.EnsureAccountAsync("nha.administrator", new GrantInput { Role = Role.Administrator, CouncilId = site.Home.Id });
        using var browser = await site.ByPasswordAsync("nha.administrator");
        (string, string)[] typed =
        [
            ("Input.Id", $"{Guid.CreateVersion7()}"), ("Input.CouncilId", $"{site.Home.Id}"), ("Input.Vietnamese", "Kiến nghị đã kết thúc trong quý"), ("Input.Records", "Petition"), ("Input.Counted", "status:Closed"), ("Input.Cadence", "Quarter"),
            ("Input.Target", "70"),
        ];
        await browser.GoAsync("/chi-so/dinh-nghia/moi?records=Petition");
        await browser.PostAsync("/chi-so/dinh-nghia/moi?handler=Preview", typed);
        Assert.Contains("Chưa lưu", browser.Text, StringComparison.Ordinal);
        await browser.PostAsync("/chi-so/dinh-nghia/moi", [.. typed.Where(t => t.Item1 != "Input.Counted")]);
        Assert.Contains("Chọn ít nhất một điều kiện", browser.Text, StringComparison.Ordinal);
        await browser.PostAsync("/chi-so/dinh-nghia/moi", typed);
        await browser.GoAsync($"/chi-so?council={site.Home.Code}");

        Assert.Contains("Kiến nghị đã kết thúc trong quý", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_both_numbers_and_the_names_by_cursor()
    {
        await ReadyAsync();
        using var api = await site.ApiAsync("captren");

        var figure = await api.GetFromJsonAsync<JsonElement>($"/api/v1/indicators/commune.themes?council={await ProvinceCodeAsync()}&subtree=true", Ct);
        var missing = await api.GetFromJsonAsync<JsonElement>($"/api/v1/indicators/commune.themes/missing?council={await ProvinceCodeAsync()}&subtree=true", Ct);
        using var unread = await api.GetAsync("/api/v1/indicators/commune.themes?period=hom-qua", Ct);

        Assert.Equal(figure.GetProperty("denominator").GetInt64() - figure.GetProperty("numerator").GetInt64(), missing.GetProperty("items").GetArrayLength());
        Assert.True(figure.GetProperty("denominator").GetInt64() > 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.StatusCode);
    }

    private async Task<string> ProvinceCodeAsync()
    {
        await using var db = site.Db();

        return await db.Set<Council>().Where(c => c.UnitId == site.Home.ProvinceId).Select(c => c.Code).SingleAsync(Ct);
    }

    private async Task ReadyAsync()
    {
        var now = site.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        await site.Get<CoverageCalendar>().RunAsync(now, Ct);
        await site.Get<IndicatorSetup>().RunAsync(now, Ct);
    }

    private async Task<(int, int)> CountAsync()
    {
        await using var db = site.Db();

        return (await db.Set<Indicator>().CountAsync(Ct), await db.Set<Notification>().CountAsync(n => n.Kind == IndicatorReminders.Kind, Ct));
    }
}
