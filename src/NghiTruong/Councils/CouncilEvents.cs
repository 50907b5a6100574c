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

/// <summary>What can happen to a council and its organisation, in its own chain.</summary>
public abstract record CouncilEvent(Subject Subject) : HouseEvent(Subject)
{
    public static Subject About(Council council) => new("council", council.Id, council.Code, council.Id);
}

public sealed record CouncilBegan(Subject Subject, string Term, DateOnly From) : CouncilEvent(Subject)
{
    public override string Code => "council.began";
}

public sealed record CouncilEnded(Subject Subject, DateOnly LastDay, string? Basis) : CouncilEvent(Subject)
{
    public override string Code => "council.ended";
}

public sealed record DelegateTotalSet(Subject Subject, DateOnly From, int Total, string? Basis) : CouncilEvent(Subject)
{
    public override string Code => "council.delegateTotalSet";
}

public sealed record BodySaved(Subject Subject, string Body) : CouncilEvent(Subject)
{
    public override string Code => "council.bodySaved";
}

public sealed record ResponsibilitySaved(Subject Subject, string Body, string? DocumentNumber) : CouncilEvent(Subject)
{
    public override string Code => "council.responsibilitySaved";
}

public sealed record AgencySaved(Subject Subject, string Agency) : CouncilEvent(Subject)
{
    public override string Code => "council.agencySaved";
}

public sealed record SessionSaved(Subject Subject, string Session) : CouncilEvent(Subject)
{
    public override string Code => "council.sessionSaved";
}

/// <summary>Open matters were shared out, with a hand-over record.</summary>
public sealed record MattersSharedOut(Subject Subject, Guid RecordId, string ToCouncil, int Matters, DateOnly On, string Basis) : CouncilEvent(Subject)
{
    public override string Code => "council.mattersSharedOut";
}
