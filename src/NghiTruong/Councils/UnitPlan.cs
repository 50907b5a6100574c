namespace NghiTruong.Councils;

/// <summary>A unit that stands when a file is read, by its present version.</summary>
public sealed record StandingUnit(Guid UnitId, string Code, string FullName, string FullNameEnglish, UnitKind Kind, string? ParentCode, DateOnly From);

/// <summary>A unit that ends, and the codes that carry it on; none when the file names no successor.</summary>
public sealed record EndingUnit(StandingUnit Unit, IReadOnlyList<SuccessionRow> Successions);

/// <summary>What reading a file of units would do, by comparing it with the units that stand. Pure: no clock, no database.</summary>
/// <param name="Added">New units; a code that the state gives again to another unit is among them.</param>
/// <param name="Changed">Another name, kind, code or parent: the unit stays the same.</param>
/// <param name="LeftAlone">Units of provinces that the file does not speak of.</param>
/// <param name="Splits">New units taken out of a unit that stays.</param>
public sealed record UnitPlan(
    IReadOnlyList<UnitRow> Added,
    IReadOnlyList<(StandingUnit Unit, UnitRow Row)> Changed,
    IReadOnlyList<(StandingUnit Unit, UnitRow Row)> Unchanged,
    IReadOnlyList<EndingUnit> Ended,
    IReadOnlyList<StandingUnit> LeftAlone,
    IReadOnlyList<SuccessionRow> Splits)
{
    public bool ChangesNothing => Added.Count + Changed.Count + Ended.Count == 0;

    public static UnitPlan Of(IReadOnlyList<StandingUnit> standing, IReadOnlyList<UnitRow> rows, IReadOnlyList<SuccessionRow> successions)
    {
        var present = rows.Where(r => r.Successors.Count == 0 && r.Until is null).ToList();
        var codes = present.Select(r => r.Code).ToHashSet();
        var all = successions
            .Concat(rows.SelectMany(r => r.Successors.Select(to => new SuccessionRow(r.Code, to, SuccessionKind.Merged, r.Basis))))
            .ToLookup(s => s.From);
        var byCode = standing.ToDictionary(u => u.Code);
        var renumbered = successions.Where(s => s.Kind == SuccessionKind.Renamed && s.From != s.To).DistinctBy(s => s.To).ToDictionary(s => s.To, s => s.From);
        var ending = standing.Where(u => Ends(all[u.Code], codes.Contains(u.Code))).Select(u => u.Code).ToHashSet();
        var matched = present
            .Select(row => (Row: row, Unit: byCode.GetValueOrDefault(renumbered.GetValueOrDefault(row.Code, row.Code))))
            .Select(pair => pair.Unit is { } unit && ending.Contains(unit.Code) ? (pair.Row, Unit: null) : pair)
            .ToList();
        var met = matched.Where(p => p.Unit is not null).Select(p => p.Unit!.Code).ToHashSet();
        var spokenOf = present.Where(r => UnitNames.TierOf(r.Kind) == Tier.Province).Select(r => r.Code).ToHashSet();
        var gone = standing.Where(u => !met.Contains(u.Code)).ToLookup(u => ending.Contains(u.Code) || (u.ParentCode is { } p && spokenOf.Contains(p)));
        var same = matched.Where(p => p.Unit is not null).Select(p => (Unit: p.Unit!, p.Row)).ToLookup(p => IsSame(p.Unit, p.Row));

        return new UnitPlan(
            [.. matched.Where(p => p.Unit is null).Select(p => p.Row)],
            [.. same[false]],
            [.. same[true]],
            [.. gone[true].Select(u => new EndingUnit(u, [.. all[u.Code]]))],
            [.. gone[false]],
            [.. successions.Where(s => s.Kind == SuccessionKind.Split && met.Contains(s.From))]);
    }

    /// <summary>A merged or abolished unit ends even when its code is given again; one that only gave land away stays while its code does.</summary>
    private static bool Ends(IEnumerable<SuccessionRow> successions, bool codeStays) =>
        successions.Any(s => s.Kind is SuccessionKind.Merged or SuccessionKind.Abolished || (s.Kind == SuccessionKind.Split && !codeStays));

    private static bool IsSame(StandingUnit unit, UnitRow row) =>
        unit.Code == row.Code
        && unit.FullName == row.FullName
        && unit.FullNameEnglish == row.FullNameEnglish
        && unit.Kind == row.Kind
        && unit.ParentCode == row.ParentCode;
}
