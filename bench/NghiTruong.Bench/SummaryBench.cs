using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>Times the summary of communes, provinces and the nation over periods and sessions, beside raw aggregates of the same figures over the records.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The bench must be repeatable.")]
internal sealed class SummaryBench(IServiceProvider services, Figures figures)
{
    private static readonly (string Name, string? Session, DateOnly? From, DateOnly? To)[] Asked =
    [
        ("all", null, null, null),
        ("year", null, new(2025, 1, 1), new(2025, 12, 31)),
        ("odd days", null, new(2024, 10, 17), new(2026, 9, 14)),
        ("session", "2021-2026/17", null, null),
        ("session, odd days", "2021-2026/17", new(2025, 7, 12), new(2025, 9, 20)),
    ];

    private readonly Random _random = new(1);

    public async Task RunAsync(int times)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var councils = await db.Set<Council>().AsNoTracking().ToListAsync();
        List<Council> communes = [.. councils.Where(c => c.Tier == Tier.Commune)];
        List<Council> provinces = [.. councils.Where(c => c.Tier == Tier.Province)];
        foreach (var asked in Asked)
        {
            await MeasureAsync("commune", asked, times, () => SummaryPlace.Of(communes[_random.Next(communes.Count)], false));
            await MeasureAsync("province", asked, times, () => SummaryPlace.Of(provinces[_random.Next(provinces.Count)], true));
            await MeasureAsync("nation", asked, times, () => SummaryPlace.Everywhere);
        }
    }

    private async Task MeasureAsync(string name, (string Name, string? Session, DateOnly? From, DateOnly? To) asked, int times, Func<SummaryPlace> pick)
    {
        var summary = services.GetRequiredService<PetitionSummary>();
        var (ours, raw) = (new Times(), new Times());
        var total = 0L;
        for (var i = -5; i < times; i++)
        {
            var place = pick();
            var clock = Stopwatch.StartNew();
            var read = (await summary.ReadAsync(new SummaryInput(place, asked.Session, asked.From, asked.To), Acting.System, CancellationToken.None))!;
            var took = clock.Elapsed;
            if (i < 0)
            {
                continue;
            }

            ours.Add(took);
            total = read.Total;
            if (i % 20 == 0)
            {
                raw.Add(await RawAsync(place, asked.Session, asked.From, asked.To, total));
            }
        }

        figures.Add($"summary of a {name}, {asked.Name} (the last of {total} petitions)", "< 100 ms", ours.Spread(), $"one aggregate over the records: {raw.Spread()}", ours.At(0.99) < 100);
    }

    private async Task<TimeSpan> RawAsync(SummaryPlace place, string? session, DateOnly? from, DateOnly? to, long expected)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText =
            $"""
            SELECT p.field, p.authority, p.outcome, p.owed_by < CURRENT_DATE, COUNT(*)
            FROM petition AS p LEFT JOIN council_session AS s ON s.id = p.session_id
            WHERE p.status <> 'Merged' AND p.kind = 'Petition'
              AND {(place.Nation ? "TRUE" : place.ProvinceId is not null ? "p.province_id = @place" : "p.council_id = @place")}
              AND {(session is null ? "TRUE" : "s.term || '/' || s.number = @session")}
              AND p.received_on BETWEEN @from AND @to
            GROUP BY 1, 2, 3, 4
            """;
        command.Parameters.AddWithValue("place", place.ProvinceId ?? (place.Councils is [var council] ? council : Guid.Empty));
        command.Parameters.AddWithValue("session", session ?? "");
        command.Parameters.AddWithValue("from", from ?? new DateOnly(1900, 1, 1));
        command.Parameters.AddWithValue("to", to ?? new DateOnly(2999, 1, 1));
        var clock = Stopwatch.StartNew();
        var total = 0L;
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                total += rows.GetInt64(4);
            }
        }

        return total == expected ? clock.Elapsed : throw new InvalidOperationException($"The summary says {expected}, the records {total}.");
    }
}
