using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Verification;

/// <summary>A paper of the dossier as it came; a newer one of a kind is its next version, the older stays.</summary>
public sealed class VerificationPaper : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid VerificationId { get; init; }

    /// <summary>Code of the part in the configuration: <c>toTrinh</c>, <c>duThao</c> ...</summary>
    public required string Part { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? Number { get; init; }

    public string? Note { get; init; }

    /// <summary>The use of its file; null for a paper that came on paper only.</summary>
    public Guid? FileUseId { get; set; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => VerificationId;
}

/// <summary>A written comment on the item, and what became of it.</summary>
public sealed class VerificationComment : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid VerificationId { get; init; }

    /// <summary>Whose comment: a body, a delegate, the Front.</summary>
    public required string From { get; init; }

    public required DateOnly On { get; init; }

    public required string Text { get; init; }

    /// <summary>Tiếp thu (true) or giải trình (false); null while it waits.</summary>
    public bool? IsAccepted { get; private set; }

    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => VerificationId;

    public void Reply(bool isAccepted, string answer, DateOnly on) => (IsAccepted, Answer, AnsweredOn) = (isAccepted, answer, on);
}

/// <summary>The words of one part of the report (skeleton A); <see cref="Part"/> is its code in the catalogue.</summary>
public sealed class VerificationPart : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid VerificationId { get; init; }

    public required string Part { get; init; }

    public string? Text { get; set; }

    public Guid SubjectId => VerificationId;
}

/// <summary>Codes of the four parts of a verification report as shipped (domain 2.3, skeleton A); an administrator may add others.</summary>
public static class ReportPart
{
    /// <summary>Cơ sở pháp lý và thẩm quyền.</summary>
    public const string LegalBasis = "LegalBasis";

    /// <summary>Sự phù hợp của nội dung.</summary>
    public const string Content = "Content";

    /// <summary>Cân đối nguồn lực.</summary>
    public const string Resources = "Resources";

    /// <summary>Kết luận, kiến nghị.</summary>
    public const string Conclusion = "Conclusion";

    public static IReadOnlyList<string> Shipped { get; } = [LegalBasis, Content, Resources, Conclusion];
}

/// <summary>A note of somebody of the council, tied to a place in the draft where it is about one.</summary>
public sealed class VerificationNote : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid VerificationId { get; init; }

    public required string Part { get; init; }

    /// <summary>Paragraph of the newest draft, from 1.</summary>
    public int? Paragraph { get; init; }

    public string? Quote { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => VerificationId;
}

/// <summary>Points given for one criterion of the frame (skeleton B).</summary>
public sealed class VerificationScore : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid VerificationId { get; init; }

    /// <summary><c>TQ-01</c>.</summary>
    public required string Criterion { get; init; }

    public required int Points { get; set; }

    /// <summary>Trái pháp luật: fails the whole, whatever the total.</summary>
    public required bool IsIllegal { get; set; }

    public string? Note { get; set; }

    public Guid SubjectId => VerificationId;
}
