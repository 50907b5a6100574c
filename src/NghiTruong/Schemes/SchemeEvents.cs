using NghiTruong.Journal;

namespace NghiTruong.Schemes;

/// <summary>What can happen to a document and its nodes.</summary>
public abstract record SchemeEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "scheme";

    public static Subject About(Scheme scheme) => new(SubjectKind, scheme.Id, scheme.Code, scheme.CouncilId);
}

public sealed record SchemeEntered(Subject Subject, string Number, string Title) : SchemeEvent(Subject)
{
    public override string Code => "scheme.entered";
}

/// <param name="Upper">Code of the upper document.</param>
public sealed record SchemeAdopted(Subject Subject, string Upper, int Nodes) : SchemeEvent(Subject)
{
    public override string Code => "scheme.adopted";
}

public sealed record SchemeEdited(Subject Subject) : SchemeEvent(Subject)
{
    public override string Code => "scheme.edited";

    public override bool CanBeUndone => true;
}

public sealed record SchemeNodeAdded(Subject Subject, string Node, string Title) : SchemeEvent(Subject)
{
    public override string Code => "scheme.nodeAdded";
}

public sealed record SchemeNodeEdited(Subject Subject, string Node) : SchemeEvent(Subject)
{
    public override string Code => "scheme.nodeEdited";
}

public sealed record SchemeNodeUnitChanged(Subject Subject, string Node, string Was, string Unit, DateOnly On) : SchemeEvent(Subject)
{
    public override string Code => "scheme.unitChanged";
}

public sealed record SchemeNodeConcretised(Subject Subject, string Node, string Resolution) : SchemeEvent(Subject)
{
    public override string Code => "scheme.concretised";
}

public sealed record SchemeNodeUnlinked(Subject Subject, string Node, string Resolution) : SchemeEvent(Subject)
{
    public override string Code => "scheme.unlinked";
}

public sealed record SchemeNodePutOutside(Subject Subject, string Node, string Reason) : SchemeEvent(Subject)
{
    public override string Code => "scheme.putOutside";
}

public sealed record SchemeNodeTakenBack(Subject Subject, string Node) : SchemeEvent(Subject)
{
    public override string Code => "scheme.takenBack";
}

/// <param name="Figure">As people read it: <c>17/18</c>, <c>12,5 km</c>.</param>
public sealed record SchemeProgressEntered(Subject Subject, string Node, string Period, string Figure) : SchemeEvent(Subject)
{
    public override string Code => "scheme.progress";
}
