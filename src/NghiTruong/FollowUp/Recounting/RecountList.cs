using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.FollowUp.Recounting;

/// <summary>An item that moved, for the result page.</summary>
public sealed record MovedRow(Guid ItemId, string SubjectKind, string SubjectCode, Guid CouncilId, Guid? AgencyId, DateOnly WasOn, DateOnly NowOn, DateOnly? PrintedOn);

/// <summary>A recount with what of it the person may see.</summary>
public sealed record RecountView(DueRecount Recount, IReadOnlyList<MovedRow> Rows, Guid? Next);

/// <summary>Reads recounts: whom a changed rule moved, was and now. Null is "not found".</summary>
public sealed class RecountList(IDbContextFactory<Db> contexts)
{
    private const int Size = 100;

    /// <param name="after">The last item of the page before.</param>
    public async Task<RecountView?> ReadAsync(Guid id, Guid? after, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<DueRecount>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } recount)
        {
            return null;
        }

        var start = after ?? Guid.Empty;
        var rows = await Visible(db, id, acting).Where(m => m.ItemId > start).OrderBy(m => m.ItemId).Take(Size + 1)
            .Select(m => new MovedRow(m.ItemId, m.SubjectKind, m.SubjectCode, m.CouncilId, m.AgencyId, m.WasOn, m.NowOn, m.PrintedOn)).ToListAsync(ct);
        if (rows.Count == 0 && after is null)
        {
            return null;
        }

        return rows.Count <= Size ? new RecountView(recount, rows, null) : new RecountView(recount, rows[..Size], rows[Size - 1].ItemId);
    }

    /// <summary>Everything one agency was told wrongly by this recount: printed in a letter, and now another day.</summary>
    public async Task<IReadOnlyList<MovedRow>> PrintedAsync(Guid id, Guid agencyId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Visible(db, id, acting).Where(m => m.AgencyId == agencyId && m.PrintedOn != null && m.PrintedOn != m.NowOn).OrderBy(m => m.SubjectCode)
            .Select(m => new MovedRow(m.ItemId, m.SubjectKind, m.SubjectCode, m.CouncilId, m.AgencyId, m.WasOn, m.NowOn, m.PrintedOn)).ToListAsync(ct);
    }

    private static IQueryable<DueMove> Visible(Db db, Guid id, Acting acting)
    {
        var moves = db.Set<DueMove>().AsNoTracking().Where(m => m.RecountId == id);
        var scope = acting.ScopeOf<ReadFollowUps>();
        if (scope.All)
        {
            return moves;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return moves.Where(m =>
            councils.Contains(m.CouncilId)
            || (m.AgencyId != null && agencies.Contains(m.AgencyId.Value))
            || (provinces.Count > 0 && db.Set<Council>().Any(c => c.Id == m.CouncilId && provinces.Contains(c.ProvinceId))));
    }
}
