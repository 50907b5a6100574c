using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Supervision.Groups;

/// <summary>What was recorded under a field of the supervision's group, with the name and kind the field had then: a field retired or taken away keeps showing it.</summary>
public sealed class SupervisionFieldValue : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    /// <summary>Code of the definition.</summary>
    public required string Field { get; init; }

    public required string Vietnamese { get; set; }

    public required string English { get; set; }

    public required string Kind { get; set; }

    /// <summary>As <see cref="GroupFieldRules.Read"/> writes it: days ISO, numbers the Vietnamese way, agencies by id.</summary>
    public required string Value { get; set; }

    /// <summary>The value's words folded, for finding.</summary>
    [NotInJournal]
    public required string Folded { get; set; }

    public Guid SubjectId => SupervisionId;
}
