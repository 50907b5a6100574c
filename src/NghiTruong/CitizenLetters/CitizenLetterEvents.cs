using NghiTruong.Journal;

namespace NghiTruong.CitizenLetters;

/// <summary>What can happen to a letter. No event names a sender.</summary>
public abstract record CitizenLetterEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "citizenLetter";

    public static Subject About(CitizenLetter letter) => new(SubjectKind, letter.Id, letter.Code, letter.CouncilId);
}

public sealed record CitizenLetterRegistered(Subject Subject, CitizenLetterKind LetterKind, CitizenLetterSource Source, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.registered";
}

public sealed record CitizenLetterMended(Subject Subject) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.mended";
}

/// <summary>An open letter turned out to be one that is protected.</summary>
public sealed record CitizenLetterProtected(Subject Subject, CitizenLetterKind LetterKind) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.protected";
}

public sealed record CitizenLetterScreened(Subject Subject, HandlingAuthority Authority, DateOnly On, DateOnly? Due) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.screened";
}

public sealed record CitizenLetterFoundWanting(Subject Subject, string ReasonCode, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.foundWanting";
}

public sealed record CitizenLetterTransferred(Subject Subject, string? Number, string To, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.transferred";
}

public sealed record CitizenLetterTransferTakenBack(Subject Subject) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.transferTakenBack";
}

public sealed record CitizenLetterGuided(Subject Subject, string? To, string? Number, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.guided";
}

public sealed record CitizenLetterFiled(Subject Subject, string ReasonCode, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.filed";
}

public sealed record CitizenLetterExtended(Subject Subject, DateOnly To, string Reason) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.extended";
}

public sealed record CitizenLetterAnswered(Subject Subject, string By, string? Number, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.answered";
}

public sealed record CitizenLetterSenderTold(Subject Subject, string? Number, DateOnly On) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.told";
}

public sealed record CitizenLetterClosed(Subject Subject) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.closed";
}

/// <summary>Somebody read who sent a protected letter, or a paper of it: told each time.</summary>
public sealed record CitizenLetterSenderRead(Subject Subject, SenderReading Reading) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.senderRead";
}

public enum SenderReading
{
    /// <summary>On the page.</summary>
    Page,

    /// <summary>As a Word paper.</summary>
    Paper,

    /// <summary>A scan.</summary>
    File,
}

public sealed record LetterHandlerNamed(Subject Subject, string Handler) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.handlerNamed";
}

public sealed record LetterHandlerTakenOff(Subject Subject, string Handler) : CitizenLetterEvent(Subject)
{
    public override string Code => "citizenLetter.handlerTakenOff";
}
