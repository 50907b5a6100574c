using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Interpellations;

/// <summary>What a list of explanation sessions is asked for.</summary>
public sealed record ExplanationFilter
{
    public Guid? CouncilId { get; init; }

    public Guid? ProvinceId { get; init; }

    public Guid? AgencyId { get; init; }

    public ExplanationState? State { get; init; }

    public bool Open { get; init; }

    /// <summary>The notice has not gone out, and its day is near or past.</summary>
    public DateOnly? NoticeDueBy { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record ExplanationRow(
    Guid Id, string Code, Guid CouncilId, string Issue, string PersonAsked, Guid AgencyId, string? SourceCode, ExplanationState State, DateOnly DecidedOn, DateOnly PlannedOn, DateOnly? NoticeDueOn,
    DateOnly? NoticeOn, DateOnly? HeldOn, DateOnly? ConcludedOn, DateOnly? OwedBy)
{
    /// <summary>A record in hand as its row.</summary>
    public static ExplanationRow Of(ExplanationSession s) => new(
        s.Id, s.Code, s.CouncilId, s.Issue, s.PersonAsked, s.AgencyId, s.SourceCode, s.State, s.DecidedOn, s.PlannedOn, s.NoticeDueOn, s.NoticeOn, s.HeldOn, s.ConcludedOn, s.OwedBy);
}

public sealed record ExplanationPage(IReadOnlyList<ExplanationRow> Rows, string? Next);

/// <summary>Lists of explanation sessions within what the person may see, the latest first.</summary>
public sealed class ExplanationList(IDbContextFactory<Db> contexts)
{
    private const int MostRows = 200;

    public async Task<ExplanationPage> ReadAsync(ExplanationFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var found = Narrowed(db.Set<ExplanationSession>().AsNoTracking().VisibleTo(acting), filter);
        if (ListCursor.Read(filter.Cursor) is var (day, id))
        {
            found = found.Where(s => s.PlannedOn < day || (s.PlannedOn == day && s.Id < id));
        }

        var rows = await found.OrderByDescending(s => s.PlannedOn).ThenByDescending(s => s.Id).Take(size + 1)
            .Select(s => new ExplanationRow(
                s.Id, s.Code, s.CouncilId, s.Issue, s.PersonAsked, s.AgencyId, s.SourceCode, s.State, s.DecidedOn, s.PlannedOn, s.NoticeDueOn, s.NoticeOn, s.HeldOn, s.ConcludedOn, s.OwedBy))
            .ToListAsync(ct);

        return rows.Count <= size
            ? new ExplanationPage(rows, null)
            : new ExplanationPage(rows[..size], ListCursor.At(rows[size - 1].PlannedOn, rows[size - 1].Id));
    }

    /// <summary>Counted up to <paramref name="most"/>: for the home page.</summary>
    public async Task<int> CountAsync(ExplanationFilter filter, int most, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(db.Set<ExplanationSession>().AsNoTracking().VisibleTo(acting), filter).Take(most).CountAsync(ct);
    }

    private static IQueryable<ExplanationSession> Narrowed(IQueryable<ExplanationSession> found, ExplanationFilter f)
    {
        found = f.CouncilId is { } council ? found.Where(s => s.CouncilId == council) : found;
        found = f.ProvinceId is { } province ? found.Where(s => s.ProvinceId == province) : found;
        found = f.AgencyId is { } agency ? found.Where(s => s.AgencyId == agency) : found;
        found = f.State is { } state ? found.Where(s => s.State == state) : found;
        found = f.Open ? found.Where(s => !ExplanationStates.Ended.Contains(s.State)) : found;

        return f.NoticeDueBy is { } by ? found.Where(s => s.State == ExplanationState.Decided && s.NoticeDueOn <= by) : found;
    }
}
