using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Resolutions;

/// <summary>
/// Nhiệm vụ theo nghị quyết: what an agency owes the council by a clause, once or for one period. The agency's word stands beside the council's own judgement; only the council's side
/// ends it. Reminders and urging are its follow-up item's.
/// </summary>
public sealed class ResolutionTask : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>NVNQ-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required Guid ResolutionId { get; init; }

    public required Guid ClauseId { get; init; }

    /// <summary><c>2026-Q3</c>; empty for a clause to be done once.</summary>
    public required string Period { get; init; }

    public required string Content { get; set; }

    public required Guid AgencyId { get; set; }

    public string? Product { get; set; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly DueOn { get; set; }

    /// <summary><see cref="DueOn"/> while it is owed, else null.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    public ResolutionTaskState State { get; private set; }

    /// <summary>What the agency says it has done.</summary>
    public string? AgencyWord { get; private set; }

    public string? AgencyDocument { get; private set; }

    public DateOnly? AgencyWordOn { get; private set; }

    public TaskOutcome? Outcome { get; private set; }

    /// <summary>The council's own note of what was really done.</summary>
    public string? OwnNote { get; private set; }

    public DateOnly? JudgedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public int Version { get; private set; }

    public void MoveDue(DateOnly due)
    {
        DueOn = due;
        Become(State);
    }

    public void Open() => Become(ResolutionTaskState.Following);

    public void Report(string word, string? document, DateOnly on)
    {
        (AgencyWord, AgencyDocument, AgencyWordOn) = (word, document, on);
        Become(ResolutionTaskState.Reported);
    }

    /// <summary>What falls short is owed again by the same day, unless the council lets it end there.</summary>
    public void Judge(TaskOutcome outcome, string? note, bool ends, DateOnly on)
    {
        (Outcome, OwnNote, JudgedOn) = (outcome, note, on);
        if (ends)
        {
            Close(on);
        }
        else
        {
            Become(ResolutionTaskState.Following);
        }
    }

    public void Close(DateOnly on)
    {
        ClosedOn = on;
        Become(ResolutionTaskState.Closed);
    }

    public void AfterRestoring() => Become(State);

    private void Become(ResolutionTaskState state)
    {
        State = state;
        OwedBy = state == ResolutionTaskState.Following ? DueOn : null;
    }
}
