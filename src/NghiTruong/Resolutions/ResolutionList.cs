using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Search;

namespace NghiTruong.Resolutions;

/// <summary>What a list of resolutions is asked for; it stands in the address, so a list can be kept and opened from a figure.</summary>
public sealed record ResolutionFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>Just these councils: a former district with what stood below it.</summary>
    public IReadOnlyList<Guid>? Councils { get; init; }

    /// <summary>Unit of a province: all its councils.</summary>
    public Guid? ProvinceId { get; init; }

    public int? Year { get; init; }

    public ResolutionState? State { get; init; }

    /// <summary>Code of a kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The committee in charge.</summary>
    public Guid? BodyId { get; init; }

    public string? Field { get; init; }

    public Guid? AgencyId { get; init; }

    public LookVerdict? Verdict { get; init; }

    /// <summary>In force, and nobody has looked at it for as long as the rule says.</summary>
    public bool Stale { get; init; }

    /// <summary>Has clauses that are followed.</summary>
    public bool Followed { get; init; }

    /// <summary>Has a task whose report waits to be judged.</summary>
    public bool Reported { get; init; }

    /// <summary>Number or words, with or without marks.</summary>
    public string? Q { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record ResolutionRow(
    Guid Id,
    string Code,
    Guid CouncilId,
    string Number,
    string Title,
    string Kind,
    DateOnly PassedOn,
    DateOnly InForceFrom,
    DateOnly? InForceUntil,
    DateOnly? EndsOn,
    ResolutionState? EndsAs,
    string? EndedBy,
    DateOnly? PartlyEndedOn,
    Guid? BodyId,
    Guid? LeadAgencyId,
    string? Field,
    DateOnly? LookedOn,
    LookVerdict? Verdict,
    DateOnly? OwedBy,
    int Clauses,
    int TasksOpen,
    int TasksLate,
    bool FromLedger)
{
    public ResolutionState StateOn(DateOnly day) => Resolution.StateOn(day, InForceFrom, EndsOn, EndsAs);

    public bool IsStale(DateOnly today) => OwedBy < today;
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record ResolutionPage(IReadOnlyList<ResolutionRow> Rows, string? Next);

/// <summary>Lists of resolutions within what the person may see: the longest not looked at first when that is asked, else the latest first.</summary>
public sealed class ResolutionList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;

    public async Task<ResolutionPage> ReadAsync(ResolutionFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var found = Ordered(await FoundAsync(db, filter, acting, ct), filter.Stale, ListCursor.Read(filter.Cursor));
        var rows = await found.Take(size + 1).Select(Row(db, clock.Today)).ToListAsync(ct);
        if (rows.Count <= size)
        {
            return new ResolutionPage(rows, null);
        }

        var last = rows[size - 1];

        return new ResolutionPage(rows[..size], ListCursor.At(filter.Stale ? last.OwedBy!.Value : last.PassedOn, last.Id));
    }

    public async Task<int> CountAsync(ResolutionFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await (await FoundAsync(db, filter, acting, ct)).CountAsync(ct);
    }

    /// <summary>Every row of the list, in its order: for a sheet of exactly what is shown.</summary>
    public async Task<List<ResolutionRow>> AllAsync(ResolutionFilter filter, Acting acting, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Ordered(await FoundAsync(db, filter, acting, ct), filter.Stale, null).Take(most).Select(Row(db, clock.Today)).ToListAsync(ct);
    }

    private async Task<IQueryable<Resolution>> FoundAsync(Db db, ResolutionFilter filter, Acting acting, CancellationToken ct)
    {
        var scope = acting.ScopeOf<ReadResolutions>();
        var found = Narrowed(db, db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db), filter, clock.Today);
        if (filter.Q is null)
        {
            return found;
        }

        if (ResolutionNumber.TryParse(filter.Q, out var number))
        {
            return found.Where(r => r.NumberKey == number.Key);
        }

        if (await SearchIndex.OfCodeAsync(db, filter.Q, scope, ResolutionEvent.SubjectKind, ct) is { Count: > 0 } known)
        {
            return found.Where(r => known.Contains(r.Id));
        }

        return SearchIndex.Matching(db, filter.Q, scope, ResolutionEvent.SubjectKind) is { } rows ? found.Where(r => rows.Select(x => x.SubjectId).Contains(r.Id)) : found;
    }

    private static Expression<Func<Resolution, ResolutionRow>> Row(Db db, DateOnly today) => r => new ResolutionRow(
        r.Id, r.Code, r.CouncilId, r.Number, r.Title, r.Kind, r.PassedOn, r.InForceFrom, r.InForceUntil, r.EndsOn, r.EndsAs, r.EndedBy, r.PartlyEndedOn, r.BodyId, r.LeadAgencyId, r.Field,
        r.LookedOn, r.Verdict, r.OwedBy,
        db.Set<ResolutionClause>().Count(c => c.ResolutionId == r.Id),
        db.Set<ResolutionTask>().Count(t => t.ResolutionId == r.Id && t.State != ResolutionTaskState.Closed),
        db.Set<ResolutionTask>().Count(t => t.ResolutionId == r.Id && t.OwedBy < today),
        r.FromLedger);

    private static IQueryable<Resolution> Narrowed(Db db, IQueryable<Resolution> found, ResolutionFilter f, DateOnly today)
    {
        found = f.CouncilId is { } council ? found.Where(r => r.CouncilId == council) : found;
        found = f.Councils is { } councils ? found.Where(r => councils.Contains(r.CouncilId)) : found;
        found = f.ProvinceId is { } province ? found.Where(r => r.ProvinceId == province) : found;
        found = f.Year is { } year ? found.Where(r => r.Year == year) : found;
        found = f.Kind is { } kind ? found.Where(r => r.Kind == kind) : found;
        found = f.BodyId is { } body ? found.Where(r => r.BodyId == body) : found;
        found = f.Field is { } field ? found.Where(r => r.Field == field) : found;
        found = f.AgencyId is { } agency ? found.Where(r => r.LeadAgencyId == agency) : found;
        found = f.Verdict is { } verdict ? found.Where(r => r.Verdict == verdict) : found;
        found = f.Stale ? found.Where(r => r.OwedBy < today) : found;
        found = f.Followed ? found.Where(r => db.Set<ResolutionClause>().Any(c => c.ResolutionId == r.Id && c.Cadence != null && c.EndedOn == null)) : found;
        found = f.Reported ? found.Where(r => db.Set<ResolutionTask>().Any(t => t.ResolutionId == r.Id && t.State == ResolutionTaskState.Reported)) : found;

        return f.State switch
        {
            null => found,
            ResolutionState.NotYet => found.Where(r => r.InForceFrom > today && !(r.EndsOn <= today)),
            ResolutionState.InForce => found.Where(r => r.InForceFrom <= today && (r.EndsOn == null || r.EndsOn > today)),
            var ended => found.Where(r => r.EndsOn <= today && r.EndsAs == ended),
        };
    }

    private static IQueryable<Resolution> Ordered(IQueryable<Resolution> found, bool stale, (DateOnly Day, Guid Id)? after)
    {
        if (stale)
        {
            found = after is { } late ? found.Where(r => r.OwedBy > late.Day || (r.OwedBy == late.Day && r.Id > late.Id)) : found;

            return found.OrderBy(r => r.OwedBy).ThenBy(r => r.Id);
        }

        found = after is { } old ? found.Where(r => r.PassedOn < old.Day || (r.PassedOn == old.Day && r.Id < old.Id)) : found;

        return found.OrderByDescending(r => r.PassedOn).ThenByDescending(r => r.Id);
    }
}
