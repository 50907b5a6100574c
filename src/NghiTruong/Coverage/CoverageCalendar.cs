using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Coverage;

/// <summary>
/// Opens the lines of a period for all who stand on its first day or since (set-based: a nation has 75,000 delegates), takes those away who no longer stand, brings what is needed in line with
/// the catalogue, and recounts what passed by (an undone act, a merge). Doing it twice changes nothing.
/// </summary>
public sealed class CoverageCalendar(
    IDbContextFactory<Db> contexts, OperationRunner operations, CoverageCatalogues catalogues, IEnumerable<CoverageKind> kinds, IEnumerable<CoverageSubjectSource> sources) : IJob
{
    private const int Batch = 500;

    private const string Key = "kind, subject_id, period_from";

    private const string Columns = $"{Key}, period_to, council_id, province_id, tier, grp, name, sort_key, needed, done, is_missing, version";

    /// <summary>"NTCOVERS": whoever holds it opens lines.</summary>
    private const long OpenLock = 0x4E54_434F_5645_5253;

    public string Name => "coverage.open";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        foreach (var kind in kinds)
        {
            var period = CoveragePeriod.Of(kind.Cadence, now.VietnamDate);
            await OpenAsync(kind, period, now.VietnamDate, ct);
            await MendAsync(kind, period, now.VietnamDate, ct);
        }
    }

    /// <summary>One statement for the counts and one for the lines, of one moment: the nation's lock keeps a second node out, the table's those who seat meanwhile.</summary>
    private async Task OpenAsync(CoverageKind kind, CoveragePeriod period, DateOnly today, CancellationToken ct)
    {
        if (sources.FirstOrDefault(s => s.Kind == kind.Subject) is not { } source)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var places = await DefinitionBook.RowsAsync(db, catalogues.Needed, new DefinitionPlace(null, null), ct);
        var needed = CoverageCatalogue.Needed(catalogues.Needed, places, kind, new DefinitionPlace(null, null), today);
        var fresh = Fresh(db, kind, source);
        object[] values = [today, kind.Code, period.From, period.To, needed];
        var any = $"SELECT 1 AS \"Value\" FROM ({fresh}) AS fresh LIMIT 1";
        if (!await db.Database.SqlQueryRaw<int>(any, values).AnyAsync(ct))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Dialect.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OpenLock})", ct);
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE coverage_line IN SHARE ROW EXCLUSIVE MODE", ct);
        }

        var id = db.Dialect.IsPostgres ? "gen_random_uuid()" : "hex(randomblob(16))";
        var counts = $"INSERT INTO count_delta (id, {CountSql.Dimensions}, n) SELECT {id}, {CountSql.Dimensions}, n FROM ({CoverageCounting.Of($"({fresh})")}) AS counted";
        var lines = $"INSERT INTO coverage_line ({Columns}) SELECT {Columns} FROM ({fresh}) AS fresh";
        await db.Database.ExecuteSqlRawAsync(counts, values, ct);
        await db.Database.ExecuteSqlRawAsync(lines, values, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Lines that are not there yet. Parameters: the day, the kind, the period's first and last day, how often.</summary>
    private static string Fresh(Db db, CoverageKind kind, CoverageSubjectSource source)
    {
        var tiers = kind.Tiers.Count == 0 ? "1 = 1" : $"s.tier IN ({string.Join(", ", kind.Tiers.Select(t => $"'{t}'"))})";
        var group = kind.Group is null ? "1 = 1" : $"s.grp = '{kind.Group}'";
        var needed = db.Dialect.IsPostgres ? "CAST({4} AS integer)" : "{4}";
        var missing = $"COALESCE(a.n, 0) < {needed}";

        return
            $$"""
            SELECT CAST({1} AS VARCHAR(30)) AS kind, s.subject_id, {{Day(db, 2)}} AS period_from, {{Day(db, 3)}} AS period_to, s.council_id, s.province_id, s.tier, s.grp, s.name, s.sort_key,
                   {{needed}} AS needed, CAST(COALESCE(a.n, 0) AS INTEGER) AS done, {{(db.Dialect.IsPostgres ? missing : $"CASE WHEN {missing} THEN 1 ELSE 0 END")}} AS is_missing, 0 AS version
            FROM ({{source.Sql}}) AS s
            LEFT JOIN (SELECT subject_id, SUM(n) AS n FROM ({{kind.Acts}}) AS acts WHERE day BETWEEN {{Day(db, 2)}} AND {{Day(db, 3)}} GROUP BY subject_id) AS a ON a.subject_id = s.subject_id
            WHERE {{tiers}} AND {{group}}
              AND NOT EXISTS (SELECT 1 FROM coverage_line AS l WHERE l.kind = {1} AND l.subject_id = s.subject_id AND l.period_from = {{Day(db, 2)}})
            """;
    }

    /// <summary>What of the running period differs from the records, a few at a time, each counted as it changes.</summary>
    private async Task MendAsync(CoverageKind kind, CoveragePeriod period, DateOnly today, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (first, last) = (Day(db, 1), Day(db, 2));
        var differing =
            $$"""
            SELECT l.subject_id AS "SubjectId", CAST(COALESCE(a.n, 0) AS INTEGER) AS "Done" FROM coverage_line AS l
            LEFT JOIN (SELECT subject_id, SUM(n) AS n FROM ({{kind.Acts}}) AS acts WHERE day BETWEEN {{first}} AND {{last}} GROUP BY subject_id) AS a ON a.subject_id = l.subject_id
            WHERE l.kind = {0} AND l.period_from = {{first}} AND l.done <> COALESCE(a.n, 0)
            """;
        var recounted = await db.Database.SqlQueryRaw<Recounted>(differing, kind.Code, period.From, period.To).ToListAsync(ct);
        var gone = sources.FirstOrDefault(s => s.Kind == kind.Subject) is { } source ? await GoneAsync(db, kind, period, source, today, ct) : [];
        var needed = await NeededElsewhereAsync(db, kind, period, today, ct);
        foreach (var some in recounted.Select(r => r.SubjectId).Concat(gone).Concat(needed.Keys).Distinct().Chunk(Batch))
        {
            await MendAsync(kind, period, some, recounted.ToDictionary(r => r.SubjectId, r => r.Done), [.. gone], needed, ct);
        }
    }

    private static Task<List<Guid>> GoneAsync(Db db, CoverageKind kind, CoveragePeriod period, CoverageSubjectSource source, DateOnly today, CancellationToken ct)
    {
        var statement =
            $$"""
            SELECT l.subject_id AS "Value" FROM coverage_line AS l
            WHERE l.kind = {1} AND l.period_from = {{Day(db, 2)}} AND NOT EXISTS (SELECT 1 FROM ({{source.Sql}}) AS s WHERE s.subject_id = l.subject_id)
            """;

        return db.Database.SqlQueryRaw<Guid>(statement, today, kind.Code, period.From).ToListAsync(ct);
    }

    /// <summary>A parameter of a statement as a day of the engine.</summary>
    private static string Day(Db db, int at) => db.Dialect.IsPostgres ? $"CAST({{{at}}} AS date)" : $"{{{at}}}";

    private Task<Result> MendAsync(
        CoverageKind kind, CoveragePeriod period, IReadOnlyCollection<Guid> subjects, Dictionary<Guid, int> done, HashSet<Guid> gone, Dictionary<Guid, int> needed, CancellationToken ct) =>
        operations.RunAsync(Acting.System, async (work, token) =>
        {
            var tally = new CountTally();
            var lines = await work.Db.Set<CoverageLine>().Where(l => l.Kind == kind.Code && l.PeriodFrom == period.From && subjects.Contains(l.SubjectId)).ToListAsync(token);
            foreach (var line in lines.Where(l => !gone.Contains(l.SubjectId)))
            {
                CoverageBook.Recount(tally, line, () =>
                {
                    line.Needed = needed.GetValueOrDefault(line.SubjectId, line.Needed);
                    line.Count(done.GetValueOrDefault(line.SubjectId, line.Done));
                });
            }

            foreach (var line in lines.Where(l => gone.Contains(l.SubjectId)))
            {
                tally.Add(CoverageBook.Counted(line), -1);
                work.Db.Remove(line);
            }

            tally.WriteTo(work.Db);

            return Result.Done;
        }, ct);

    /// <summary>Lines whose place asks for another number than they carry, with that number.</summary>
    private async Task<Dictionary<Guid, int>> NeededElsewhereAsync(Db db, CoverageKind kind, CoveragePeriod period, DateOnly today, CancellationToken ct)
    {
        var rows = await db.Set<Definition>().AsNoTracking().Where(d => d.Catalogue == CoverageCatalogue.Code && d.Code == kind.Code).ToListAsync(ct);
        var lines = db.Set<CoverageLine>().AsNoTracking().Where(l => l.Kind == kind.Code && l.PeriodFrom == period.From);
        var nation = CoverageCatalogue.Needed(catalogues.Needed, rows.Where(d => d.CouncilId is null), kind, new DefinitionPlace(null, null), today);
        if (rows.All(d => d.CouncilId is null) && !await lines.AnyAsync(l => l.Needed != nation, ct))
        {
            return [];
        }

        Dictionary<Guid, int> differ = [];
        foreach (var council in await lines.Select(l => new { l.CouncilId, l.ProvinceId, l.Needed }).Distinct().ToListAsync(ct))
        {
            var place = new DefinitionPlace(council.CouncilId, council.ProvinceId);
            var reaching = rows.Where(d => d.CouncilId is null || d.CouncilId == council.CouncilId || (d.ProvinceId is not null && d.ProvinceId == council.ProvinceId));
            var asked = CoverageCatalogue.Needed(catalogues.Needed, reaching, kind, place, today);
            if (asked != council.Needed)
            {
                foreach (var subject in await lines.Where(l => l.CouncilId == council.CouncilId && l.Needed != asked).Select(l => l.SubjectId).ToListAsync(ct))
                {
                    differ[subject] = asked;
                }
            }
        }

        return differ;
    }

    private sealed record Recounted(Guid SubjectId, int Done);
}

/// <summary>An undone act may have been one of those counted here: the running periods are recounted after it.</summary>
internal sealed class RecountCoverage(CoverageCalendar calendar, TimeProvider clock) : IOutboxHandler
{
    public string Kind => "coverage.recount";

    public bool Wants(HouseEvent happened) => happened is ActUndone or DefinitionChanged { Catalogue: CoverageCatalogue.Code } or DefinitionReturned { Catalogue: CoverageCatalogue.Code };

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct) => calendar.RunAsync(clock.GetUtcNow().UtcDateTime, ct);
}
