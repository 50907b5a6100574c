using NghiTruong.Journal;

namespace NghiTruong.Councils;

/// <summary>What can happen to units: it stands in the nation's own chain, or in the chain of the unit's council.</summary>
public abstract record UnitEvent(Subject Subject) : HouseEvent(Subject)
{
    /// <summary>The file and the whole country, in the nation's chain.</summary>
    public static Subject Nation(Guid act) => new("units", act, null, Guid.Empty);

    /// <param name="councilId">Of its council; the empty id where it never had one.</param>
    public static Subject About(Guid unitId, string code, Guid councilId) => new("unit", unitId, code, councilId);
}

/// <summary>A file of units was read. New units stand in the journal by the digest of their file, not row by row.</summary>
public sealed record UnitsImported(Subject Subject, string FileDigest, DateOnly From, string? Term, int Added, int Changed, int Unchanged, int Ended, int Councils)
    : UnitEvent(Subject)
{
    public override string Code => "units.imported";
}

public sealed record UnitChanged(Subject Subject, string NameBefore, string NameAfter, DateOnly From) : UnitEvent(Subject)
{
    public override string Code => "unit.changed";
}

public sealed record UnitEnded(Subject Subject, string Name, DateOnly LastDay, IReadOnlyList<string> Successors, string? Basis) : UnitEvent(Subject)
{
    public override string Code => "unit.ended";
}
