using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Delegates;

/// <summary>Whether somebody who holds a mandate takes part on a day.</summary>
public enum Standing
{
    Sits,

    /// <summary>Tạm đình chỉ.</summary>
    Suspended,

    /// <summary>Tạm nghỉ.</summary>
    OnLeave,
}

/// <summary>A mandate on a day.</summary>
public sealed record RosterSeat(Guid DelegateId, string Code, string FullName, Guid? GroupId, bool IsFullTime, DelegateEntry Entry, DateOnly From, Standing Standing);

/// <summary>
/// Who holds a mandate of a council on a day. <see cref="Total"/> is "tổng số đại biểu", the base of every majority: mandates that have not ended. Those suspended or on leave still hold theirs
/// (chưa đối chiếu: whether the working regulation counts them), but do not sit.
/// </summary>
/// <param name="Seats">By name.</param>
/// <param name="ByLaw">How many there should be (Law 72/2025/QH15 Art 30), as the council's organisation says; null where nobody said.</param>
/// <param name="Elected">How many were elected at the beginning of that term.</param>
public sealed record Roster(Guid CouncilId, DateOnly On, IReadOnlyList<RosterSeat> Seats, int? ByLaw, int Elected)
{
    public int Total => Seats.Count;

    public int Sitting => Seats.Count(s => s.Standing == Standing.Sits);

    public int FullTime => Seats.Count(s => s.IsFullTime);

    public int Vacant => Math.Max(0, (ByLaw ?? Total) - Total);

    public bool Holds(Guid delegateId) => Seats.Any(s => s.DelegateId == delegateId);
}

/// <summary>The dated roster: pure, and read from the records by index.</summary>
public static class DelegateRoster
{
    /// <param name="delegates">Of the council, of any time.</param>
    /// <param name="spells">Theirs.</param>
    public static Roster Of(Guid councilId, DateOnly on, IEnumerable<Delegate> delegates, IEnumerable<DelegateSpell> spells, int? byLaw)
    {
        var all = delegates as IReadOnlyCollection<Delegate> ?? [.. delegates];
        var covering = spells.Where(s => s.Covers(on)).ToLookup(s => s.DelegateId, s => s.Kind);
        var seats = all.Where(d => d.SitsOn(on)).OrderBy(d => d.SortKey, StringComparer.Ordinal).ThenBy(d => d.Id)
            .Select(d => new RosterSeat(d.Id, d.Code, d.FullName, d.GroupId, covering[d.Id].Contains(SpellKind.FullTime), d.Entry, d.From, StandingOf(covering[d.Id])))
            .ToList();
        var term = all.Where(d => d.From <= on).MaxBy(d => d.From)?.Term;

        return new Roster(councilId, on, seats, byLaw, all.Count(d => d.Term == term && d.Entry == DelegateEntry.Election));
    }

    public static async Task<Roster> OnAsync(Db db, Guid councilId, DateOnly on, CancellationToken ct)
    {
        var delegates = await db.Set<Delegate>().AsNoTracking().Where(d => d.CouncilId == councilId && d.From <= on).ToListAsync(ct);
        var spells = await db.Set<DelegateSpell>().AsNoTracking().Where(s => s.CouncilId == councilId && s.From <= on && (s.Until == null || s.Until >= on)).ToListAsync(ct);

        return Of(councilId, on, delegates, spells, await ByLawAsync(db, councilId, on, ct));
    }

    /// <summary>"Tổng số đại biểu" on a day, without the names: the base of majorities.</summary>
    public static Task<int> TotalOnAsync(Db db, Guid councilId, DateOnly on, CancellationToken ct) =>
        db.Set<Delegate>().CountAsync(d => d.CouncilId == councilId && d.From <= on && (d.Until == null || d.Until >= on), ct);

    private static Standing StandingOf(IEnumerable<SpellKind> kinds)
    {
        var covering = kinds.ToHashSet();

        return covering.Contains(SpellKind.Suspended) ? Standing.Suspended : covering.Contains(SpellKind.OnLeave) ? Standing.OnLeave : Standing.Sits;
    }

    internal static async Task<int?> ByLawAsync(Db db, Guid councilId, DateOnly on, CancellationToken ct) =>
        await db.Set<DelegateTotal>().Where(t => t.CouncilId == councilId && t.From <= on).OrderByDescending(t => t.From).Select(t => (int?)t.Total).FirstOrDefaultAsync(ct);
}
