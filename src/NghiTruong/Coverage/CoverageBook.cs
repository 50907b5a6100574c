using Microsoft.EntityFrameworkCore;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;

namespace NghiTruong.Coverage;

/// <summary>One act of a subject: +1 when it was done, -1 when it is taken back.</summary>
public sealed record CoverageAct(Guid SubjectId, int N = 1);

/// <summary>
/// Keeps, inside the operations of other rooms, who has still to do what in a period. Every change is counted in the same transaction (kind <c>Coverage.{code}</c>, outcome Yes or No), so a
/// figure of the nation moves with the act that moved it.
/// </summary>
public sealed class CoverageBook(IEnumerable<CoverageKind> kinds, CoverageCatalogues catalogues)
{
    internal const string CountPrefix = "Coverage.";

    /// <summary>The outcome of a line that is done; the other is <see cref="Missing"/>.</summary>
    public const string Covered = "Yes";
    public const string Missing = "No";

    private readonly IReadOnlyList<CoverageKind> _kinds = [.. kinds];

    /// <summary>
    /// Says that subjects did something on a day. One that has no line in the period of that day (a delegate who had left) is not counted: what it did stays in its own room.
    /// </summary>
    public async Task AddAsync(Work work, string kind, IReadOnlyCollection<CoverageAct> acts, DateOnly on, CancellationToken ct)
    {
        var code = Kind(kind).Code;
        var sums = acts.GroupBy(a => a.SubjectId).ToDictionary(g => g.Key, g => g.Sum(a => a.N));
        var ids = sums.Where(s => s.Value != 0).Select(s => s.Key).ToList();
        var tally = new CountTally();
        foreach (var line in await LinesAsync(work.Db, l => l.Kind == code && ids.Contains(l.SubjectId) && l.PeriodFrom <= on && l.PeriodTo >= on, ct))
        {
            Recount(tally, line, () => line.Count(line.Done + sums[line.SubjectId]));
        }

        tally.WriteTo(work.Db);
    }

    public Task AddAsync(Work work, string kind, Guid subject, DateOnly on, int n, CancellationToken ct) => AddAsync(work, kind, [new CoverageAct(subject, n)], on, ct);

    /// <summary>
    /// From now on the subject is counted upon: a line of the present period for every kind that takes it, with what it has done already. Seating one who sits writes its name, group and
    /// place anew.
    /// </summary>
    public async Task SeatAsync(Work work, CoverageSubject subject, CancellationToken ct)
    {
        var tally = new CountTally();
        var lines = await LinesAsync(work.Db, l => l.SubjectId == subject.Id && l.PeriodTo >= work.Today, ct);
        foreach (var line in lines)
        {
            Recount(tally, line, () => Describe(line, subject));
        }

        foreach (var kind in _kinds.Where(k => k.Takes(subject)))
        {
            var period = CoveragePeriod.Of(kind.Cadence, work.Today);
            if (!lines.Exists(l => l.Kind == kind.Code && l.PeriodFrom == period.From))
            {
                var line = await OpenAsync(work, kind, period, subject, ct);
                work.Db.Add(line);
                tally.Add(Counted(line), 1);
            }
        }

        tally.WriteTo(work.Db);
    }

    /// <summary>The subject is no longer counted upon: its lines of running periods go; those of the past stay as what was known.</summary>
    public async Task LeaveAsync(Work work, Guid subject, CancellationToken ct)
    {
        var tally = new CountTally();
        foreach (var line in await LinesAsync(work.Db, l => l.SubjectId == subject && l.PeriodTo >= work.Today, ct))
        {
            tally.Add(Counted(line), -1);
            work.Db.Remove(line);
        }

        tally.WriteTo(work.Db);
    }

    internal CoverageKind Kind(string code) => _kinds.FirstOrDefault(k => k.Code == code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, "No room registered this kind");

    /// <summary>Changes a line and counts the difference.</summary>
    internal static void Recount(CountTally tally, CoverageLine line, Action change)
    {
        tally.Add(Counted(line), -1);
        change();
        tally.Add(Counted(line), 1);
    }

    internal static Counted Counted(CoverageLine line) => new(
        CountPrefix + line.Kind, line.CouncilId, line.ProvinceId, "", line.PeriodFrom, Counting.Counted.NotOwed, line.Grp, line.Tier, Guid.Empty, line.IsMissing ? Missing : Covered, "");

    private static void Describe(CoverageLine line, CoverageSubject subject)
    {
        (line.CouncilId, line.ProvinceId, line.Tier) = (subject.CouncilId, subject.ProvinceId, subject.Tier);
        (line.Name, line.SortKey, line.Grp) = (subject.Name, subject.SortKey, subject.Group);
    }

    private async Task<CoverageLine> OpenAsync(Work work, CoverageKind kind, CoveragePeriod period, CoverageSubject subject, CancellationToken ct)
    {
        var place = new DefinitionPlace(subject.CouncilId, subject.ProvinceId);
        var needed = CoverageCatalogue.Needed(catalogues.Needed, await DefinitionBook.RowsAsync(work.Db, catalogues.Needed, place, ct), kind, place, work.Today);
        var line = new CoverageLine
        {
            Kind = kind.Code,
            SubjectId = subject.Id,
            PeriodFrom = period.From,
            PeriodTo = period.To,
            CouncilId = subject.CouncilId,
            ProvinceId = subject.ProvinceId,
            Tier = subject.Tier,
            Grp = subject.Group,
            Name = subject.Name,
            SortKey = subject.SortKey,
            Needed = needed,
        };
        line.Count(await DoneAsync(work.Db, kind, period, subject.Id, ct));

        return line;
    }

    private static async Task<int> DoneAsync(Db db, CoverageKind kind, CoveragePeriod period, Guid subject, CancellationToken ct)
    {
        var statement = $"SELECT CAST(COALESCE(SUM(n), 0) AS INTEGER) AS \"Value\" FROM ({kind.Acts}) AS acts WHERE subject_id = {{0}} AND day BETWEEN {{1}} AND {{2}}";

        return (await db.Database.SqlQueryRaw<int>(statement, subject, period.From, period.To).ToListAsync(ct))[0];
    }

    /// <summary>Stored lines and those that this operation has just added, without those it has just removed.</summary>
    private static async Task<List<CoverageLine>> LinesAsync(Db db, System.Linq.Expressions.Expression<Func<CoverageLine, bool>> which, CancellationToken ct)
    {
        var stored = await db.Set<CoverageLine>().Where(which).ToListAsync(ct);
        var fits = which.Compile();

        return
        [
            .. stored.Where(l => db.Entry(l).State != EntityState.Deleted),
            .. db.Set<CoverageLine>().Local.Where(l => db.Entry(l).State == EntityState.Added && fits(l)),
        ];
    }
}

/// <summary>The catalogue of how often each thing is to be done, made once from the kinds that rooms registered.</summary>
public sealed record CoverageCatalogues(DefinitionCatalogue Needed);
