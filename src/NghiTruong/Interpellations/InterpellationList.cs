using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Interpellations;

/// <summary>What a list of slips is asked for; it stands in the address.</summary>
public sealed record InterpellationFilter
{
    public Guid? CouncilId { get; init; }

    /// <summary>Unit of a province: all its councils.</summary>
    public Guid? ProvinceId { get; init; }

    public Guid? SessionId { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? GroupId { get; init; }

    public InterpellationState? State { get; init; }

    public string? Field { get; init; }

    /// <summary>Those this account asked.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>Answered, and the delegate has not said yet whether the answer is accepted.</summary>
    public bool ToJudge { get; init; }

    /// <summary>Somebody still has something to do.</summary>
    public bool Open { get; init; }

    /// <summary>A written answer is owed and its day is past.</summary>
    public bool Overdue { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record InterpellationRow(
    Guid Id, string Code, Guid CouncilId, Guid? SessionId, Guid? GroupId, string AskerName, string PersonAsked, Guid AgencyId, string? Field, string Issue, string? SourceCode, InterpellationState State,
    DateOnly HandedInOn, DateOnly? AskedOn, DateOnly? AnsweredOn, DateOnly? WrittenDueOn, DateOnly? OwedBy)
{
    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    /// <summary>A record in hand as its row.</summary>
    public static InterpellationRow Of(Interpellation slip) => FromSlip(slip);

    private static readonly Func<Interpellation, InterpellationRow> FromSlip = InterpellationList.Row.Compile();
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record InterpellationPage(IReadOnlyList<InterpellationRow> Rows, string? Next);

/// <summary>Lists of slips within what the person may see: longest owed first when something is late, else the latest slip first.</summary>
public sealed class InterpellationList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;

    internal static readonly Expression<Func<Interpellation, InterpellationRow>> Row = i => new InterpellationRow(
        i.Id, i.Code, i.CouncilId, i.SessionId, i.GroupId, i.AskerName, i.PersonAsked, i.AgencyId, i.Field, i.Issue, i.SourceCode, i.State, i.HandedInOn, i.AskedOn, i.AnsweredOn, i.WrittenDueOn, i.OwedBy);

    public async Task<InterpellationPage> ReadAsync(InterpellationFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var found = Narrowed(db.Set<Interpellation>().AsNoTracking().VisibleTo(acting), filter, clock.Today);
        var after = ListCursor.Read(filter.Cursor);
        if (filter.Overdue)
        {
            found = after is { } late ? found.Where(i => i.OwedBy > late.Day || (i.OwedBy == late.Day && i.Id > late.Id)) : found;
            found = found.OrderBy(i => i.OwedBy).ThenBy(i => i.Id);
        }
        else
        {
            found = after is { } old ? found.Where(i => i.HandedInOn < old.Day || (i.HandedInOn == old.Day && i.Id < old.Id)) : found;
            found = found.OrderByDescending(i => i.HandedInOn).ThenByDescending(i => i.Id);
        }

        var rows = await found.Take(size + 1).Select(Row).ToListAsync(ct);

        return rows.Count <= size
            ? new InterpellationPage(rows, null)
            : new InterpellationPage(rows[..size], ListCursor.At(filter.Overdue ? rows[size - 1].OwedBy!.Value : rows[size - 1].HandedInOn, rows[size - 1].Id));
    }

    /// <summary>Counted up to <paramref name="most"/>, along an index: for the home page.</summary>
    public async Task<int> CountAsync(InterpellationFilter filter, int most, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(db.Set<Interpellation>().AsNoTracking().VisibleTo(acting), filter, clock.Today).Take(most).CountAsync(ct);
    }

    private static IQueryable<Interpellation> Narrowed(IQueryable<Interpellation> found, InterpellationFilter f, DateOnly today)
    {
        found = f.CouncilId is { } council ? found.Where(i => i.CouncilId == council) : found;
        found = f.ProvinceId is { } province ? found.Where(i => i.ProvinceId == province) : found;
        found = f.SessionId is { } session ? found.Where(i => i.SessionId == session) : found;
        found = f.AgencyId is { } agency ? found.Where(i => i.AgencyId == agency) : found;
        found = f.GroupId is { } group ? found.Where(i => i.GroupId == group) : found;
        found = f.State is { } state ? found.Where(i => i.State == state) : found;
        found = f.Field is { } field ? found.Where(i => i.Field == field) : found;
        found = f.AskedBy is { } asker ? found.Where(i => i.AskerUserId == asker) : found;
        found = f.ToJudge ? found.Where(i => InterpellationStates.ToJudge.Contains(i.State)) : found;
        found = f.Open ? found.Where(i => InterpellationStates.Open.Contains(i.State)) : found;

        return f.Overdue ? found.Where(i => i.OwedBy < today) : found;
    }
}
