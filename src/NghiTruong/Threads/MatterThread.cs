using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Threads;

/// <summary>
/// Mạch vấn đề: one problem, followed through every record that is about it until something came of it. It ends with a result in words, not with the last paper.
/// </summary>
public sealed class MatterThread : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>MVD-26734-2026-00007</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The problem in one sentence.</summary>
    public required string Title { get; set; }

    /// <summary>Code of the field in the catalogue.</summary>
    public string? Field { get; set; }

    /// <summary>Where it is, as written.</summary>
    public string? Place { get; set; }

    public required DateOnly OpenedOn { get; init; }

    public ThreadStanding State { get; private set; } = ThreadStanding.Open;

    /// <summary>What came of it; null while it is open.</summary>
    public string? Result { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was ended though it still held open matters.</summary>
    public string? EndedDespite { get; private set; }

    /// <summary>Title, place and code as search compares them.</summary>
    [NotInJournal]
    public string Folded { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public void Describe(string title, string? field, string? place)
    {
        (Title, Field, Place) = (title, field, place);
        Fold();
    }

    public void End(string result, DateOnly on, string? despite)
    {
        (Result, EndedOn, EndedDespite) = (result, on, despite);
        State = ThreadStanding.Ended;
    }

    /// <summary>The result did not hold; what was said of it stays in the story.</summary>
    public void Reopen()
    {
        (Result, EndedOn, EndedDespite) = (null, null, null);
        State = ThreadStanding.Open;
    }

    public void AfterRestoring() => Fold();

    internal void Fold() => Folded = VietnameseText.Fold($"{Title} {Place} {Code}");
}

public enum ThreadStanding
{
    /// <summary>Đang theo dõi.</summary>
    Open,

    /// <summary>Đã kết thúc, có kết quả.</summary>
    Ended,
}

/// <summary>A record that stands in a thread. The record stays what it is in its own room; a province's thread may hold a commune's.</summary>
public sealed class ThreadLink : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ThreadId { get; init; }

    /// <summary>Kind of the record as its teller names it: <c>petition</c>, <c>recommendation</c> ...</summary>
    public required string Kind { get; init; }

    public required Guid RecordId { get; init; }

    public required string RecordCode { get; init; }

    /// <summary>Why it belongs here, where somebody said so.</summary>
    public string? Note { get; init; }

    public required Guid LinkedBy { get; init; }

    public required DateTime LinkedAt { get; init; }

    public Guid SubjectId => ThreadId;
}
