namespace NghiTruong.Petitions;

/// <summary>What a list of petitions is asked for; it stands in the address, so a list can be kept, sent on and opened from a figure.</summary>
public sealed record PetitionFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>With <see cref="CouncilId"/> of a province: its communes too.</summary>
    public bool Subtree { get; init; }

    /// <summary>Just these councils, where a subtree is not a province of today: a former unit with what stood below it on its day. Null does not narrow.</summary>
    public IReadOnlyList<Guid>? Councils { get; init; }

    /// <summary>What is to be done next, as a clerk names it.</summary>
    public PetitionStage? Stage { get; init; }

    /// <summary>Passed to a council of the person by another one, and still with it.</summary>
    public bool PassedToUs { get; init; }

    public PetitionStatus? Status { get; init; }

    public PetitionKind? Kind { get; init; }

    /// <summary>Owed by a day before today.</summary>
    public bool Overdue { get; init; }

    /// <summary>One of <see cref="Counting.Lateness"/>: owed, and so late; or <see cref="SummaryFilter.Undated"/>.</summary>
    public string? Lateness { get; init; }

    public bool Pressing { get; init; }

    /// <summary>Not done yet and raised for a session before this one (tồn đọng qua nhiều kỳ họp).</summary>
    public Guid? BacklogOf { get; init; }

    /// <summary>Voters raise the matter again: linked to an earlier petition, or reopened.</summary>
    public bool RaisedAgain { get; init; }

    /// <summary>Raised for no session.</summary>
    public bool WithoutSession { get; init; }

    /// <summary>Sent to no agency.</summary>
    public bool WithoutAgency { get; init; }

    public string? Field { get; init; }

    /// <summary>Of a field that the person follows by name (phân công theo dõi).</summary>
    public bool Mine { get; init; }

    public string? Authority { get; init; }

    public Guid? AgencyId { get; init; }

    public Outcome? Outcome { get; init; }

    public bool WithoutOutcome { get; init; }

    public bool WithoutField { get; init; }

    public bool WithoutAuthority { get; init; }

    /// <summary>Only what figures count: not merged petitions (the one that carries them on counts for them), not those another council sent or passed here (their owner counts them).</summary>
    public bool Counted { get; init; }

    /// <summary>Term and number, <c>2026-2031/2</c>: that session of every council in the list.</summary>
    public string? Session { get; init; }

    public Guid? SessionId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Petitions of one voter meeting.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>As typed: words with or without marks, phrases in quotes, or a code.</summary>
    public string? Text { get; init; }

    /// <summary>Where the next page begins; given by the page before.</summary>
    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;

    internal bool IsPlainOverdue => this with { CouncilId = null, Subtree = false, Overdue = true, Cursor = null, Size = 20 } == new PetitionFilter { Overdue = true } && Overdue && Size == 20;
}

/// <summary>One row of the list.</summary>
public sealed record PetitionRow(
    Guid Id,
    string Code,
    Guid CouncilId,
    string Content,
    string? Place,
    PetitionKind Kind,
    PetitionStatus Status,
    string? Field,
    string? Authority,
    Guid? LeadAgencyId,
    Guid? HolderCouncilId,
    Outcome? Outcome,
    DateOnly ReceivedOn,
    DateOnly? DueOn,
    DateOnly? OwedBy,
    int? Voters,
    bool IsPressing,
    bool FromLedger)
{
    /// <summary>Calendar days past the due day; 0 when it is not late.</summary>
    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record PetitionPage(IReadOnlyList<PetitionRow> Rows, string? Next);
