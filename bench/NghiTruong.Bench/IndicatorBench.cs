using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Indicators;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Training;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>The board of nation, province and commune, its grid, the names missing, and how soon a figure is right: as they come over HTTP, beside the same figures as raw aggregates over the records.</summary>
internal sealed class IndicatorBench(IServiceProvider services, ServedHouse house, Cast cast, Figures figures)
{
    private const string Trained = "delegate.trained";
    private const string PassedOn = "petition.passedOn";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public async Task RunAsync(int times)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var (petitions, people, there) = (await db.Set<Petition>().CountAsync(), await db.Set<Delegates.Delegate>().CountAsync(), await db.Set<TrainingPresence>().CountAsync());
        var size = string.Create(Culture, $"{petitions:#,##0} petitions, {people:#,##0} delegates, {there:#,##0} attendances");
        var (province, commune) = (cast.Province, cast.Commune);
        await PageAsync($"board of indicators of the nation ({size})", cast.Everywhere, "/chi-so?council=VN", "TRUE", 100, times);
        await PageAsync("board of indicators of a province with its communes", cast.Viewer, $"/chi-so?council={province.Code}&subtree=true", $"province_id = '{province.ProvinceId}'", 100, times);
        await PageAsync("board of indicators of a commune", cast.Clerk, $"/chi-so?council={commune.Code}", $"council_id = '{commune.Id}'", 100, times);
        await PageAsync("one indicator of the nation with its missing names, first page", cast.Everywhere, $"/chi-so/{Trained}?council=VN", null, 150, times);
        await PageAsync("the same of an indicator nobody has met (75,000 names missing)", cast.Everywhere, "/chi-so/delegate.yearlyReport?council=VN", null, 150, times);
        await PageAsync("grid of units: all provinces", cast.Everywhere, "/chi-so/theo-don-vi?council=VN&group=SeedA", null, 100, times);
        await PageAsync("grid of units: the communes of a province", cast.Viewer, $"/chi-so/theo-don-vi?council={province.Code}&subtree=true", null, 100, times);
        await FreshAsync(20);
    }

    /// <param name="where">Records of the place, for the raw aggregates of all its indicators; null for those who miss a training.</param>
    private async Task PageAsync(string name, string userName, string path, string? where, int owed, int times)
    {
        var (ours, raw) = await house.TimePageAsync(userName, path, "%", times, 40, () => where is null ? RawMissingAsync() : RawBoardAsync(where));
        figures.Add(name, $"< {owed} ms", ours.Spread(), $"{(where is null ? "who misses a training, over the records" : "all its figures as aggregates over the records")}: {raw.Spread()}", ours.At(0.99) < owed);
    }

    /// <summary>Each indicator's two numbers by one aggregate over the records it counts, one after the other.</summary>
    private async Task<TimeSpan> RawBoardAsync(string where)
    {
        var sources = services.GetServices<CountSource>().ToList();
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.CouncilId == null && i.RetiredOn == null).ToListAsync();
        var (today, all) = (TimeProvider.System.Today, TimeSpan.Zero);
        foreach (var indicator in indicators)
        {
            var (rule, days) = (indicator.Rule, indicator.DaysOf(today, today));
            var source = sources.Find(s => s.Kinds.Contains(rule.Kinds[0]))!;
            await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
            command.CommandText =
                $"""
                SELECT SUM(CASE WHEN {All(rule.Counted)} THEN n ELSE 0 END), SUM(n) FROM ({source.Sql}) AS r
                WHERE kind = '{rule.Kinds[0]}' AND {All(rule.Base)} AND day BETWEEN @from AND @to AND {where}
                """;
            command.Parameters.AddWithValue("from", days.From);
            command.Parameters.AddWithValue("to", days.To);
            var clock = Stopwatch.StartNew();
            await using var rows = await command.ExecuteReaderAsync();
            await rows.ReadAsync();
            all += clock.Elapsed;
        }

        return all;
    }

    private static string All(IReadOnlyList<MeasureCondition> conditions) =>
        conditions.Count == 0 ? "TRUE" : string.Join(" AND ", conditions.Select(c => $"{c.Dimension} IN ({string.Join(", ", c.Values.Select(v => $"'{v}'"))})"));

    private async Task<TimeSpan> RawMissingAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText =
            """
            SELECT d.id, d.full_name FROM delegate AS d
            WHERE d."from" <= CURRENT_DATE AND (d.until IS NULL OR d.until >= CURRENT_DATE)
              AND NOT EXISTS (SELECT 1 FROM training_seat AS s WHERE s.delegate_id = d.id AND s.trained_on >= date_trunc('year', CURRENT_DATE))
            ORDER BY d.province_id, d.council_id, d.sort_key LIMIT 50
            """;
        var clock = Stopwatch.StartNew();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
        }

        return clock.Elapsed;
    }

    /// <summary>A petition is recorded in a commune; the nation's figure is asked for until it tells it.</summary>
    private async Task FreshAsync(int times)
    {
        using var nation = await house.ClientAsync(cast.Everywhere);
        var (council, token) = (await cast.TokensAsync())[0];
        using var clerk = new HttpClient { BaseAddress = house.Address };
        clerk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var soon = new Times();
        for (var i = 0; i < times; i++)
        {
            var before = await CountedAsync(nation);
            using var answer = await clerk.PostAsJsonAsync(new Uri("/api/v1/petitions", UriKind.Relative), new { council, place = $"Thôn {i}", content = $"Đề nghị sửa đường liên thôn đoạn {i}, mùa mưa lầy lội." });
            answer.EnsureSuccessStatusCode();
            var clock = Stopwatch.StartNew();
            while (await CountedAsync(nation) == before)
            {
                if (clock.Elapsed > TimeSpan.FromSeconds(10))
                {
                    throw new InvalidOperationException("The nation's figure did not follow the record.");
                }
            }

            soon.Add(clock.Elapsed);
        }

        figures.Add("from a petition recorded to the nation's figure that tells it", "< 2 s", soon.Spread(), "-", soon.At(0.99) < 2000);
    }

    private static async Task<long> CountedAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/indicators/{PassedOn}?council=VN&subtree=true", UriKind.Relative))).GetProperty("denominator").GetInt64();
}
