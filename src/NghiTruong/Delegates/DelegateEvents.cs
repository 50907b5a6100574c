using NghiTruong.Journal;

namespace NghiTruong.Delegates;

/// <summary>What can happen to a delegate, in the chain of the council.</summary>
public abstract record DelegateEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "delegate";

    public static Subject About(Delegate d) => new(SubjectKind, d.Id, d.Code, d.CouncilId);
}

public sealed record DelegateRegistered(Subject Subject, [property: Personal] string Name, DelegateEntry Entry, DateOnly From) : DelegateEvent(Subject)
{
    public override string Code => "delegate.registered";
}

/// <summary>Taken in from a register.</summary>
public sealed record DelegateImported(Subject Subject, string File, int Row) : DelegateEvent(Subject)
{
    public override string Code => "delegate.imported";
}

public sealed record DelegateEdited(Subject Subject) : DelegateEvent(Subject)
{
    public override string Code => "delegate.edited";

    public override bool CanBeUndone => true;
}

public sealed record MandateEnded(Subject Subject, DateOnly LastDay, MandateEnd Because, string? Document) : DelegateEvent(Subject)
{
    public override string Code => "delegate.ended";

    public override bool CanBeUndone => true;
}

public sealed record SpellBegan(Subject Subject, SpellKind Kind, DateOnly From, string? Document) : DelegateEvent(Subject)
{
    public override string Code => "delegate.spellBegan";

    public override bool CanBeUndone => true;
}

public sealed record SpellEnded(Subject Subject, SpellKind Kind, DateOnly LastDay, string? Document) : DelegateEvent(Subject)
{
    public override string Code => "delegate.spellEnded";

    public override bool CanBeUndone => true;
}

public sealed record PostTaken(Subject Subject, PostKind Post, string? Body, DateOnly From, string? Document) : DelegateEvent(Subject)
{
    public override string Code => "delegate.postTaken";

    public override bool CanBeUndone => true;
}

public sealed record PostLeft(Subject Subject, PostKind Post, DateOnly LastDay, string? Document) : DelegateEvent(Subject)
{
    public override string Code => "delegate.postLeft";

    public override bool CanBeUndone => true;
}

/// <param name="Account">Null where it was taken away.</param>
public sealed record AccountLinked(Subject Subject, string? Account) : DelegateEvent(Subject)
{
    public override string Code => "delegate.accountLinked";

    public override bool CanBeUndone => true;
}

/// <summary>Somebody looked at what is sensitive; said every time.</summary>
public sealed record ParticularsRead(Subject Subject) : DelegateEvent(Subject)
{
    public override string Code => "delegate.particularsRead";
}

public sealed record ParticularsSaved(Subject Subject) : DelegateEvent(Subject)
{
    public override string Code => "delegate.particularsSaved";
}

public sealed record YearlyReportHandedIn(Subject Subject, int Year, DateOnly On) : DelegateEvent(Subject)
{
    public override string Code => "delegate.reportHandedIn";

    public override bool CanBeUndone => true;
}
