using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Delegates;

/// <summary>A delegate as forms of other rooms offer and name them.</summary>
public sealed record DelegateName(Guid Id, string Code, string Name, Guid CouncilId, bool IsFullTime, Guid? GroupId, Guid? UserId);

/// <summary>Delegates to choose from, for forms of any room. The room asks its own permission; names of delegates are public.</summary>
public sealed class DelegatePicker(IDbContextFactory<Db> contexts)
{
    /// <summary>Who holds a mandate of the council on the day, by name.</summary>
    public async Task<IReadOnlyList<DelegateName>> OnAsync(Guid councilId, DateOnly on, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Names(Holding(db, councilId, on)).ToListAsync(ct);
    }

    /// <summary>Names by id, those whose mandate has ended too.</summary>
    public async Task<IReadOnlyDictionary<Guid, DelegateName>> NamesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var asked = ids.Distinct().ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<Guid, DelegateName>();
        }

        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Names(db.Set<Delegate>().AsNoTracking().Where(d => asked.Contains(d.Id))).ToDictionaryAsync(d => d.Id, ct);
    }

    /// <summary>Of these ids those that are no delegate of the council on the day; for an operation that takes delegates in.</summary>
    public static async Task<IReadOnlyList<Guid>> UnknownAsync(Db db, Guid councilId, DateOnly on, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var known = await Holding(db, councilId, on).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);

        return [.. ids.Distinct().Except(known)];
    }

    private static IQueryable<Delegate> Holding(Db db, Guid councilId, DateOnly on) =>
        db.Set<Delegate>().AsNoTracking().Where(d => d.CouncilId == councilId && d.From <= on && (d.Until == null || d.Until >= on));

    private static IQueryable<DelegateName> Names(IQueryable<Delegate> delegates) =>
        delegates.OrderBy(d => d.SortKey).ThenBy(d => d.Id).Select(d => new DelegateName(d.Id, d.Code, d.FullName, d.CouncilId, d.IsFullTime, d.GroupId, d.UserId));
}
