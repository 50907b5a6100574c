using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Verification;

/// <summary>What a list of dossiers is asked for.</summary>
public sealed record VerificationFilter
{
    public Guid? CouncilId { get; init; }

    public Guid? SessionId { get; init; }

    public VerificationItem? Item { get; init; }

    public VerificationState? State { get; init; }

    /// <summary>The report is owed and its day is past.</summary>
    public bool Late { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record VerificationRow(
    Guid Id, string Code, Guid CouncilId, VerificationItem Item, string Title, DateOnly OpensOn, Guid AgencyId, Guid? BodyId, VerificationState State, DateOnly? ReportDueOn, DateOnly? ReportedOn,
    VerificationPosition? Position);

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record VerificationPage(IReadOnlyList<VerificationRow> Rows, string? Next);

/// <summary>Lists of dossiers within what the person may see, the latest session first. The position is told at home, and outside once issued.</summary>
public sealed class VerificationList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;

    public async Task<VerificationPage> ReadAsync(VerificationFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (size, today) = (Math.Clamp(f.Size, 1, MostRows), clock.Today);
        var own = acting.OwnCouncils<ReadWorkbench>();
        var cases = db.Set<VerificationCase>().AsNoTracking().VisibleTo(acting);
        cases = f.CouncilId is { } council ? cases.Where(v => v.CouncilId == council) : cases;
        cases = f.SessionId is { } session ? cases.Where(v => v.SessionId == session) : cases;
        cases = f.Item is { } item ? cases.Where(v => v.Item == item) : cases;
        cases = f.State is { } state ? cases.Where(v => v.State == state) : cases;
        cases = f.Late ? cases.Where(v => v.ReportedOn == null && v.ReportDueOn < today) : cases;
        if (ListCursor.Read(f.Cursor) is var (day, id))
        {
            cases = cases.Where(v => v.OpensOn < day || (v.OpensOn == day && v.Id < id));
        }

        var rows = await cases.OrderByDescending(v => v.OpensOn).ThenByDescending(v => v.Id).Take(size + 1)
            .Select(v => new VerificationRow(
                v.Id, v.Code, v.CouncilId, v.Item, v.Title, v.OpensOn, v.AgencyId, v.BodyId, v.State, v.ReportDueOn, v.ReportedOn,
                v.ReportedOn != null || own.Contains(v.CouncilId) ? v.Position : null))
            .ToListAsync(ct);

        return rows.Count <= size
            ? new VerificationPage(rows, null)
            : new VerificationPage(rows[..size], ListCursor.At(rows[size - 1].OpensOn, rows[size - 1].Id));
    }

    /// <summary>Reports the person's own councils owe: those whose day is past, and all of them; counted up to <paramref name="most"/>.</summary>
    public async Task<(int Late, int Owed)> CountOwedAsync(Acting acting, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (own, today) = (acting.OwnCouncils<CarryOutVerifications>(), clock.Today);
        var owed = db.Set<VerificationCase>().AsNoTracking().Where(v => own.Contains(v.CouncilId) && v.ReportedOn == null);

        return (await owed.Where(v => v.ReportDueOn < today).Take(most).CountAsync(ct), await owed.Take(most).CountAsync(ct));
    }
}
