using NghiTruong.Journal;

namespace NghiTruong.Letters;

/// <summary>What can happen to a letter. Rooms that attached matters to it react to <see cref="LetterIssued"/>, <see cref="LetterWithdrawn"/>, <see cref="LetterDiscarded"/>.</summary>
public abstract record LetterEvent(Subject Subject) : HouseEvent(Subject)
{
    public static Subject About(OfficialLetter letter) => new("letter", letter.Id, letter.FullNumber, letter.CouncilId);
}

public sealed record LetterDrafted(Subject Subject, string Kind, string To) : LetterEvent(Subject)
{
    public override string Code => "letter.drafted";
}

public sealed record LetterEdited(Subject Subject) : LetterEvent(Subject)
{
    public override string Code => "letter.edited";
}

public sealed record LetterSubmitted(Subject Subject) : LetterEvent(Subject)
{
    public override string Code => "letter.submitted";
}

public sealed record LetterReturned(Subject Subject, string Reason) : LetterEvent(Subject)
{
    public override string Code => "letter.returned";
}

public sealed record LetterSigned(Subject Subject, DateOnly On, string? Signer) : LetterEvent(Subject)
{
    public override string Code => "letter.signed";
}

public sealed record LetterNumbered(Subject Subject, string Number, bool OwnSeries) : LetterEvent(Subject)
{
    public override string Code => "letter.numbered";
}

public sealed record LetterSealed(Subject Subject, DateOnly On) : LetterEvent(Subject)
{
    public override string Code => "letter.sealed";
}

public sealed record LetterIssued(Subject Subject, string? Number, string To, DateOnly On, bool Afterwards) : LetterEvent(Subject)
{
    public override string Code => "letter.issued";
}

public sealed record LetterWithdrawn(Subject Subject, string? Number, string Reason) : LetterEvent(Subject)
{
    public override string Code => "letter.withdrawn";
}

public sealed record LetterDiscarded(Subject Subject) : LetterEvent(Subject)
{
    public override string Code => "letter.discarded";
}

public sealed record LetterCopyAdded(Subject Subject, string File) : LetterEvent(Subject)
{
    public override string Code => "letter.copyAdded";
}

public sealed record NumberSeriesOpened(Subject Subject, string Notation, int Year, int First) : HouseEvent(Subject)
{
    public override string Code => "letter.seriesOpened";
}

public sealed record LetterTemplateChanged(Subject Subject, string Kind, string? File) : HouseEvent(Subject)
{
    public override string Code => "letter.templateChanged";
}
