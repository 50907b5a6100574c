using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>Stages former units among all units ever known, each found by its code on a day.</summary>
internal sealed class FormerUnitEntry
{
    private readonly Db _db;
    private readonly Dictionary<string, List<UnitVersion>> _byCode;
    private readonly Dictionary<Guid, Tier> _tiers;
    private readonly List<(Guid From, Guid To)> _successions;
    private readonly Dictionary<Guid, Guid?> _parents;
    private readonly HashSet<Guid> _standing;
    private readonly List<(UnitRow Row, UnitVersion Version)> _staged = [];
    private readonly List<Refusal> _refusals = [];

    private FormerUnitEntry(Db db, List<UnitVersion> versions, Dictionary<Guid, Tier> tiers, List<(Guid, Guid)> successions)
    {
        _db = db;
        _byCode = versions.GroupBy(v => v.Code).ToDictionary(g => g.Key, g => g.ToList());
        _parents = versions.GroupBy(v => v.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.From)!.ParentId);
        _standing = [.. versions.Where(v => v.Until is null).Select(v => v.UnitId)];
        _tiers = tiers;
        _successions = successions;
    }

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public int Added { get; private set; }

    public int Unchanged { get; private set; }

    public int Councils { get; private set; }

    public static async Task<FormerUnitEntry> OpenAsync(Db db, CancellationToken ct)
    {
        var versions = await db.Set<UnitVersion>().AsNoTracking().ToListAsync(ct);
        var tiers = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Tier, ct);
        var successions = await db.Set<UnitSuccession>().AsNoTracking().Select(s => new { s.FromUnitId, s.ToUnitId }).ToListAsync(ct);

        return new FormerUnitEntry(db, versions, tiers, [.. successions.Select(s => (s.FromUnitId, s.ToUnitId))]);
    }

    public void Add(UnitRow row)
    {
        if (row.Until is not { } until)
        {
            _refusals.Add(new Refusal("units.untilMissing", nameof(row.Until), row.Code, row.FullName));

            return;
        }

        if (Holder(row.Code, until) is { } known)
        {
            Meet(row, known, until);

            return;
        }

        var parent = row.ParentCode is { } code ? Holder(code, until) : null;
        if (parent is null && UnitNames.TierOf(row.Kind) != Tier.Province)
        {
            _refusals.Add(new Refusal("units.parentUnknown", nameof(row.ParentCode), row.Code, row.ParentCode ?? ""));

            return;
        }

        Stage(row, parent, until);
    }

    /// <summary>After all units are known: who carries each on, from the day after its last.</summary>
    public void Succeed(IReadOnlyList<UnitRow> rows)
    {
        foreach (var row in rows.Where(r => r.Until is not null))
        {
            var (last, first) = (row.Until!.Value, row.Until.Value.AddDays(1));
            foreach (var code in row.Successors)
            {
                if (Holder(code, first) is not { } to)
                {
                    _refusals.Add(new Refusal("units.successorUnknown", nameof(row.Successors), row.Code, code));
                }
                else if (Holder(row.Code, last) is { } from && !_successions.Contains((from.UnitId, to.UnitId)))
                {
                    Link(row, from.UnitId, to.UnitId, first);
                }
            }
        }

        if (_refusals.Count == 0)
        {
            FoundCouncils();
        }
    }

    private void Meet(UnitRow row, UnitVersion known, DateOnly until)
    {
        if (known.Until == until && known.FullName == row.FullName)
        {
            Unchanged++;
        }
        else
        {
            _refusals.Add(new Refusal("units.codeTaken", nameof(row.Code), row.Code, known.FullName, until));
        }
    }

    private void Stage(UnitRow row, UnitVersion? parent, DateOnly until)
    {
        var id = Guid.CreateVersion7();
        var from = row.From ?? FirstFree(row.Code, until);
        var parents = parent is null ? new Dictionary<string, Guid>() : new Dictionary<string, Guid> { [row.ParentCode!] = parent.UnitId };
        var version = UnitFounding.Version(id, row with { ParentCode = parent is null ? null : row.ParentCode }, parents, from);
        var unit = new Unit { Id = id, Tier = UnitNames.TierOf(row.Kind) };
        unit.Versions.Add(version);
        _db.Add(unit);
        _tiers[id] = unit.Tier;
        _parents[id] = version.ParentId;
        if (!_byCode.TryAdd(row.Code, [version]))
        {
            _byCode[row.Code].Add(version);
        }

        _staged.Add((row, version));
        Added++;
    }

    private void Link(UnitRow row, Guid from, Guid to, DateOnly on)
    {
        var kind = UnitNames.TierOf(row.Kind) == Tier.District ? SuccessionKind.Abolished : row.Successors.Count > 1 ? SuccessionKind.Split : SuccessionKind.Merged;
        _successions.Add((from, to));
        _db.Add(new UnitSuccession { Id = Guid.CreateVersion7(), FromUnitId = from, ToUnitId = to, Kind = kind, On = on, Basis = row.Basis });
    }

    /// <summary>A former unit had a council in its last term, unless the file says it had none (wards of the pilots of 2021-2026).</summary>
    private void FoundCouncils()
    {
        foreach (var (row, version) in _staged.Where(s => s.Row.HasCouncil ?? true))
        {
            var until = version.Until!.Value;
            if (StandardOrganisation.Shipped.Terms.LastOrDefault(t => t.From <= until) is not { } term)
            {
                continue;
            }

            var council = UnitFounding.New(version.UnitId, row, ProvinceToday(version));
            var from = version.From > term.From ? version.From : term.From;
            _db.Add(council);
            _db.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = council.Id, Term = term.Term, From = from, Until = until });
            StandardOrganisation.Shipped.Found(_db, council, row.Kind, row.FullName, from, until);
            Councils++;
        }
    }

    /// <summary>The province that holds the unit's land today, so that its matters are found by whoever answers for them now.</summary>
    private Guid ProvinceToday(UnitVersion version)
    {
        var at = version.UnitId;
        while (_tiers[at] != Tier.Province && _parents.GetValueOrDefault(at) is { } parent)
        {
            at = parent;
        }

        for (var hops = 0; hops < 10 && !_standing.Contains(at) && _successions.Where(s => s.From == at).Select(s => s.To).ToList() is [var next, ..]; hops++)
        {
            at = next;
        }

        return at;
    }

    private UnitVersion? Holder(string code, DateOnly day) => _byCode.GetValueOrDefault(code)?.Find(v => v.HoldsOn(day));

    private DateOnly FirstFree(string code, DateOnly until)
    {
        var earlier = (_byCode.GetValueOrDefault(code) ?? []).Where(v => v.Until < until).Select(v => v.Until!.Value.AddDays(1));

        return earlier.Append(FormerUnits.CodesBegin).Max();
    }
}
