using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.CitizenLetters;

/// <summary>
/// Who sent a letter. Of an open letter the fields are personal data; of a protected one they are empty and everything lies in <see cref="Sealed"/>, encrypted under the master key.
/// </summary>
public sealed class LetterSender : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    public Guid SubjectId => LetterId;

    /// <summary>Copied, so that duplicates are looked for in one council.</summary>
    public required Guid CouncilId { get; set; }

    [Personal]
    public string? Name { get; set; }

    [Personal]
    public string? Address { get; set; }

    /// <summary>CCCD, hộ chiếu.</summary>
    [Personal]
    public string? IdentityNumber { get; set; }

    [Personal]
    public string? Phone { get; set; }

    /// <summary>The four of them sealed; null for an open letter.</summary>
    [NotInJournal]
    public string? Sealed { get; set; }

    /// <summary>By what the same sender is found again: a keyed digest; protected and open letters have different keys, so that neither betrays the other.</summary>
    [NotInJournal]
    public string? Likeness { get; set; }
}

/// <summary>Người được giao xử lý: who may read who sent a protected letter, and work on it, from a day until they are taken off.</summary>
public sealed class LetterHandler : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    public Guid SubjectId => LetterId;

    public required Guid UserId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Taken off on that day; null while they handle it.</summary>
    public DateOnly? Until { get; set; }
}
