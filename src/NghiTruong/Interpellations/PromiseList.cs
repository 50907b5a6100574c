using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Interpellations;

/// <summary>What a list of promises is asked for.</summary>
public sealed record PromiseFilter
{
    public Guid? CouncilId { get; init; }

    public Guid? ProvinceId { get; init; }

    public Guid? AgencyId { get; init; }

    public PromiseState? State { get; init; }

    public PromiseOutcome? Outcome { get; init; }

    /// <summary>Made at slips this account asked.</summary>
    public Guid? AskedBy { get; init; }

    public bool Open { get; init; }

    /// <summary>To be kept by a day before today.</summary>
    public bool Overdue { get; init; }

    /// <summary>No report yet before the coming session.</summary>
    public bool Unreported { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row: both days of a promise.</summary>
/// <param name="SourceCode">Code of the slip or the explanation session it comes from.</param>
public sealed record PromiseRow(
    Guid Id, string Code, Guid CouncilId, string SourceCode, string MadeBy, string Content, Guid AgencyId, string? Product, PromiseState State, PromiseOutcome? Outcome, DateOnly MadeOn, DateOnly DueOn,
    DateOnly? OwedBy, Guid? ReportSessionId, DateOnly? ReportDueOn, DateOnly? ReportOwedBy, DateOnly? ReportedOn, DateOnly? JudgedOn)
{
    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;
}

public sealed record PromisePage(IReadOnlyList<PromiseRow> Rows, string? Next);

/// <summary>Lists of promises within what the person may see, longest owed first; what waits for judgement or has ended comes last.</summary>
public sealed class PromiseList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;
    private static readonly DateOnly Never = new(9999, 1, 1);

    public async Task<PromisePage> ReadAsync(PromiseFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var found = Narrowed(db, filter, acting);
        if (ListCursor.Read(filter.Cursor) is var (day, id))
        {
            found = found.Where(p => (p.OwedBy ?? Never) > day || ((p.OwedBy ?? Never) == day && p.Id > id));
        }

        var rows = await found.OrderBy(p => p.OwedBy ?? Never).ThenBy(p => p.Id).Take(size + 1).Select(Row(db)).ToListAsync(ct);

        return rows.Count <= size
            ? new PromisePage(rows, null)
            : new PromisePage(rows[..size], ListCursor.At(rows[size - 1].OwedBy ?? Never, rows[size - 1].Id));
    }

    /// <summary>Counted up to <paramref name="most"/>: for the home page.</summary>
    public async Task<int> CountAsync(PromiseFilter filter, int most, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(db, filter, acting).Take(most).CountAsync(ct);
    }

    internal static Expression<Func<Promise, PromiseRow>> Row(Db db) => p => new PromiseRow(
        p.Id, p.Code, p.CouncilId,
        p.InterpellationId != null
            ? db.Set<Interpellation>().Where(i => i.Id == p.InterpellationId).Select(i => i.Code).First()
            : db.Set<ExplanationSession>().Where(s => s.Id == p.ExplanationId).Select(s => s.Code).First(),
        p.MadeBy, p.Content, p.AgencyId, p.Product, p.State, p.Outcome, p.MadeOn, p.DueOn, p.OwedBy, p.ReportSessionId, p.ReportDueOn, p.ReportOwedBy, p.ReportedOn, p.JudgedOn);

    private IQueryable<Promise> Narrowed(Db db, PromiseFilter f, Acting acting)
    {
        var (found, today) = (db.Set<Promise>().AsNoTracking().VisibleTo(acting), clock.Today);
        found = f.CouncilId is { } council ? found.Where(p => p.CouncilId == council) : found;
        found = f.ProvinceId is { } province ? found.Where(p => p.ProvinceId == province) : found;
        found = f.AgencyId is { } agency ? found.Where(p => p.AgencyId == agency) : found;
        found = f.State is { } state ? found.Where(p => p.State == state) : found;
        found = f.Outcome is { } outcome ? found.Where(p => p.Outcome == outcome) : found;
        found = f.AskedBy is { } asker ? found.Where(p => db.Set<Interpellation>().Any(i => i.Id == p.InterpellationId && i.AskerUserId == asker)) : found;
        found = f.Open ? found.Where(p => PromiseStates.Open.Contains(p.State)) : found;
        found = f.Overdue ? found.Where(p => p.OwedBy < today) : found;

        return f.Unreported ? found.Where(p => p.ReportOwedBy != null) : found;
    }
}
