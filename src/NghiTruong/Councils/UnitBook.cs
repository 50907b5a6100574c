using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A place that an address names: the nation, or a unit on a day, with its council where it ever had one.</summary>
/// <param name="UnitId">Null for the nation.</param>
/// <param name="CouncilId">Null for the nation and for units that never had a council.</param>
/// <param name="ProvinceId">Unit of the province; the unit itself for a province, null for the nation.</param>
public sealed record UnitPlace(Guid? UnitId, string Code, string FullName, Tier Tier, Guid? ParentId, Guid? CouncilId, Guid? ProvinceId, DateOnly On)
{
    public bool IsNation => UnitId is null;
}

/// <summary>A unit as a line of a list: one of its versions.</summary>
/// <param name="Until">Last day of this version; null while it holds.</param>
/// <param name="NowPartOf">What carries it on today: its own name of today, or its successors'. Empty for a present name.</param>
public sealed record UnitLine(Guid UnitId, string Code, string FullName, UnitKind Kind, string? ParentName, DateOnly From, DateOnly? Until, IReadOnlyList<string> NowPartOf);

/// <summary>Finds units by address (<c>00025</c>, <c>00025@2024-06-30</c>, <c>VN</c>), by present and former name, and along dated parentage.</summary>
public sealed class UnitBook(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <summary>The whole nation, in place of a unit's code.</summary>
    public const string Nation = "VN";

    /// <summary>Word after a name that means the former unit: "xã … cũ".</summary>
    private const string Former = " cu";

    /// <returns>The place; refusals <c>unit.addressUnreadable</c>, <c>unit.notFound</c>.</returns>
    public async Task<Result<UnitPlace>> ResolveAsync(string address, CancellationToken ct)
    {
        if (Parse(address) is not var (code, day))
        {
            return new Refusal("unit.addressUnreadable", null, address);
        }

        var on = day ?? clock.Today;
        if (code == Nation)
        {
            return new UnitPlace(null, Nation, "Việt Nam", Tier.Nation, null, null, null, on);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<UnitVersion>()
            .AsNoTracking()
            .Where(v => v.Code == code && v.From <= on && (v.Until == null || v.Until >= on))
            .Join(db.Set<Unit>(), v => v.UnitId, u => u.Id, (v, u) => new { Version = v, u.Tier })
            .FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return new Refusal("unit.notFound", null, address);
        }

        var unitId = found.Version.UnitId;
        var council = await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.UnitId == unitId, ct);

        return new UnitPlace(
            unitId, code, found.Version.FullName, found.Tier, found.Version.ParentId, council?.Id, council?.ProvinceId ?? found.Version.ParentId ?? unitId, on);
    }

    /// <summary>Units whose name, present or former, holds the words; a closing "cũ" asks for former ones only. Present names first.</summary>
    public async Task<IReadOnlyList<UnitLine>> SearchAsync(string text, int most, CancellationToken ct)
    {
        var folded = VietnameseText.Fold(text);
        var formerOnly = folded.EndsWith(Former, StringComparison.Ordinal);
        var words = formerOnly ? folded[..^Former.Length] : folded;
        if (words.Length == 0)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        var found = await db.Set<UnitVersion>()
            .AsNoTracking()
            .Where(v => ((v.Folded.Contains(words) || v.Code == words) && (!formerOnly || v.Until < today)) || v.Folded.Contains(folded))
            .OrderByDescending(v => v.Until == null)
            .ThenByDescending(v => v.Folded.EndsWith(words))
            .ThenBy(v => v.SortKey)
            .ThenByDescending(v => v.From)
            .Take(most)
            .ToListAsync(ct);

        return await LinesAsync(db, found, today, ct);
    }

    /// <summary>The units above one on a day, nearest first.</summary>
    public async Task<IReadOnlyList<UnitLine>> AncestorsAsync(Guid unitId, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        List<UnitVersion> above = [];
        for (var at = await OnDayAsync(db, unitId, day, ct); at?.ParentId is { } parent;)
        {
            at = await OnDayAsync(db, parent, day, ct);
            if (at is not null)
            {
                above.Add(at);
            }
        }

        return await LinesAsync(db, above, day, ct);
    }

    /// <summary>The units right below one on a day, in Vietnamese order.</summary>
    public async Task<IReadOnlyList<UnitLine>> ChildrenAsync(Guid unitId, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var children = await db.Set<UnitVersion>()
            .AsNoTracking()
            .Where(v => v.ParentId == unitId && v.From <= day && (v.Until == null || v.Until >= day))
            .OrderBy(v => v.SortKey)
            .ToListAsync(ct);

        return await LinesAsync(db, children, day, ct);
    }

    /// <summary>Every name, code and parent a unit ever had, latest first.</summary>
    public async Task<IReadOnlyList<UnitLine>> HistoryAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var versions = await db.Set<UnitVersion>().AsNoTracking().Where(v => v.UnitId == unitId).OrderByDescending(v => v.From).ToListAsync(ct);

        return await LinesAsync(db, versions, clock.Today, ct);
    }

    /// <summary>What a unit went over into and what went over into it, by day.</summary>
    public async Task<IReadOnlyList<UnitSuccession>> SuccessionsAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<UnitSuccession>().AsNoTracking().Where(s => s.FromUnitId == unitId || s.ToUnitId == unitId).OrderBy(s => s.On).ToListAsync(ct);
    }

    internal static (string Code, DateOnly? Day)? Parse(string address) => address.Trim().Split('@') switch
    {
        [{ Length: > 0 } code] => (code.ToUpperInvariant(), null),
        [{ Length: > 0 } code, var written] when DateOnly.TryParseExact(written, "yyyy-MM-dd", out var day) => (code.ToUpperInvariant(), day),
        _ => null,
    };

    private static Task<UnitVersion?> OnDayAsync(Db db, Guid unitId, DateOnly day, CancellationToken ct) =>
        db.Set<UnitVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.UnitId == unitId && v.From <= day && (v.Until == null || v.Until >= day), ct);

    private static async Task<IReadOnlyList<UnitLine>> LinesAsync(Db db, IReadOnlyList<UnitVersion> versions, DateOnly today, CancellationToken ct)
    {
        var former = versions.Where(v => v.Until < today).Select(v => v.UnitId).Distinct().ToList();
        var successions = await db.Set<UnitSuccession>().AsNoTracking().Where(s => former.Contains(s.FromUnitId)).ToListAsync(ct);
        var named = versions.Select(v => v.ParentId).OfType<Guid>().Concat(former).Concat(successions.Select(s => s.ToUnitId)).Distinct().ToList();
        var names = (await db.Set<UnitVersion>().AsNoTracking().Where(v => named.Contains(v.UnitId)).ToListAsync(ct)).ToLookup(v => v.UnitId);
        var into = successions.ToLookup(s => s.FromUnitId, s => s.ToUnitId);

        return
        [
            .. versions.Select(v => new UnitLine(
                v.UnitId, v.Code, v.FullName, v.Kind, NameOn(v.ParentId, v.Until ?? today), v.From, v.Until, v.Until < today ? Now(v.UnitId) : [])),
        ];

        string? NameOn(Guid? unit, DateOnly day) =>
            unit is { } id ? (names[id].FirstOrDefault(n => n.HoldsOn(day)) ?? names[id].MaxBy(n => n.From))?.FullName : null;

        // The unit itself under its present name, else those it went over into.
        IReadOnlyList<string> Now(Guid unit) => names[unit].FirstOrDefault(n => n.HoldsOn(today)) is { } own
            ? [own.FullName]
            : [.. into[unit].Select(to => NameOn(to, today)).OfType<string>().OrderBy(SortKeys.Of, StringComparer.Ordinal)];
    }
}
