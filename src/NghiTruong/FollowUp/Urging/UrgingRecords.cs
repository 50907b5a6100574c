using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.FollowUp.Urging;

/// <summary>Whom a step's letter goes to; proposed by <see cref="UrgingRecipients"/>, the clerk may choose another.</summary>
public enum UrgingAddressee
{
    /// <summary>Whoever owes the answer.</summary>
    Holder,

    /// <summary>Cấp có thẩm quyền: whoever stands above that one.</summary>
    Superior,
}

/// <summary>A step of a council's own ladder of urging (đôn đốc). A council without rows uses the shipped ladder, which is one province's practice.</summary>
public sealed class UrgingStepRule : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>Place on the ladder, from 1, without gaps.</summary>
    public required int Order { get; init; }

    public required string Code { get; init; }

    public required string NameVietnamese { get; init; }

    public required string NameEnglish { get; init; }

    /// <summary>Whether taking it means a letter.</summary>
    public required bool MakesLetter { get; init; }

    public required UrgingAddressee Addressee { get; init; }

    /// <summary>May be taken several times before the next one.</summary>
    public required bool Repeats { get; init; }
}

/// <summary>A step taken, or passed over with a reason, for one item.</summary>
public sealed class UrgingStepTaken : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>The record behind the item, in whose story it stands.</summary>
    public required Guid SubjectId { get; init; }

    public required int Order { get; init; }

    public required string StepCode { get; init; }

    /// <summary>Which time this step is taken, from 1.</summary>
    public required int Times { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Number of the document that took it; null for one passed over.</summary>
    public string? DocumentNumber { get; init; }

    public Guid? LetterId { get; init; }

    /// <summary>Why it was passed over; null when it was taken.</summary>
    public string? SkippedBecause { get; init; }

    public DateOnly? ReplyBy { get; init; }

    public required DateTime RecordedAt { get; init; }
}

/// <summary>An item in an urging letter; several items of one agency stand in one letter.</summary>
public sealed class UrgingLetterItem
{
    public required Guid LetterId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Place in the letter, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The step the letter takes once it is issued.</summary>
    public required int StepOrder { get; init; }

    public string? SkipReason { get; init; }
}

/// <summary>A matter was urged: it stands in the story of the record behind the item.</summary>
/// <param name="To">Who got the letter, where it was not the one who owes.</param>
public sealed record MatterUrged(Subject Subject, string Step, string StepEnglish, string? To, string? Number, DateOnly On, DateOnly? ReplyBy) : HouseEvent(Subject)
{
    public override string Code => "followUp.urged";
}

/// <summary>A step of urging was passed over.</summary>
public sealed record UrgingStepSkipped(Subject Subject, string Step, string StepEnglish, string Reason) : HouseEvent(Subject)
{
    public override string Code => "followUp.stepSkipped";
}

/// <summary>A council set its own ladder.</summary>
public sealed record UrgingLadderSet(Subject Subject, IReadOnlyList<string> Steps) : HouseEvent(Subject)
{
    public override string Code => "followUp.ladderSet";
}
