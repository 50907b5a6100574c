using System.Globalization;
using System.Text;
using NghiTruong.Texts;

namespace NghiTruong.Petitions;

/// <summary>
/// Which petitions a figure counts. The same values are the address of the list behind the figure (<see cref="ToQuery"/>) and the list's own filter
/// (<see cref="ToList"/>). In <see cref="Field"/>, <see cref="Authority"/> and <see cref="Outcome"/>, <c>none</c> means "not given".
/// </summary>
public sealed record SummaryFilter
{
    public const string None = "none";

    /// <summary>Keys of outcomes in figures: the six of the contract, <see cref="None"/> last.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = [.. Enum.GetValues<Outcome>().Select(TextCode.Of), None];

    /// <summary>As a <see cref="Lateness"/>: with an agency, and no day by which an answer is owed.</summary>
    public const string Undated = "undated";

    /// <summary>As in the address: <c>00025</c>, <c>VN</c>; null for all that the person may see.</summary>
    public string? Council { get; init; }

    public bool Subtree { get; init; }

    /// <summary>Term and number, <c>2026-2031/2</c>.</summary>
    public string? Session { get; init; }

    /// <summary>Received on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Received on or before.</summary>
    public DateOnly? To { get; init; }

    public PetitionKind? Kind { get; init; }

    public string? Field { get; init; }

    public string? Authority { get; init; }

    /// <summary>Name in lower camel case, or <c>none</c>.</summary>
    public string? Outcome { get; init; }

    public PetitionStatus? Status { get; init; }

    public PetitionStage? Stage { get; init; }

    /// <summary>The leading agency.</summary>
    public Guid? Agency { get; init; }

    /// <summary>Sent to no agency: <c>agency=none</c> in the address.</summary>
    public bool WithoutAgency { get; init; }

    public bool Overdue { get; init; }

    /// <summary>One of <see cref="Counting.Lateness"/>, or <see cref="Undated"/>.</summary>
    public string? Lateness { get; init; }

    public bool Pressing { get; init; }

    /// <summary>Not done, and of a session before this one.</summary>
    public Guid? BacklogOf { get; init; }

    public bool RaisedAgain { get; init; }

    /// <summary>Of no session: <c>session=none</c> in the address.</summary>
    public bool WithoutSession { get; init; }

    /// <summary>Leaves out merged petitions, which the one that carries them on counts for, and those of other councils.</summary>
    public bool Counted { get; init; }

    /// <summary>The query part of an address, without the question mark.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        Put("council", Council);
        Put("subtree", Subtree ? "true" : null);
        Put("session", WithoutSession ? None : Session);
        Put("from", Date(From));
        Put("to", Date(To));
        Put("kind", Kind is { } kind ? TextCode.Of(kind) : null);
        Put("field", Field);
        Put("authority", Authority);
        Put("outcome", Outcome);
        Put("status", Status is { } status ? TextCode.Of(status) : null);
        Put("stage", Stage is { } stage ? TextCode.Of(stage) : null);
        Put("agency", WithoutAgency ? None : Agency?.ToString());
        Put("overdue", Overdue ? "true" : null);
        Put("late", Lateness);
        Put("pressing", Pressing ? "true" : null);
        Put("backlog", BacklogOf?.ToString());
        Put("again", RaisedAgain ? "true" : null);
        Put("counted", Counted ? "true" : null);

        return query.ToString();

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                query.Append(query.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    /// <summary>The list of just these petitions, in a council (null: all that the person may see).</summary>
    /// <param name="councils">Where the place is a former unit with those below it.</param>
    public PetitionFilter ToList(Guid? councilId, IReadOnlyList<Guid>? councils = null) => new()
    {
        CouncilId = councilId,
        Councils = councils,
        Subtree = Subtree,
        Session = Session,
        From = From,
        To = To,
        Kind = Kind,
        Field = Field == None ? null : Field,
        WithoutField = Field == None,
        Authority = Authority == None ? null : Authority,
        WithoutAuthority = Authority == None,
        Outcome = Outcome is null or None ? null : Enum.Parse<Outcome>(Outcome, true),
        WithoutOutcome = Outcome == None,
        Status = Status,
        Stage = Stage,
        AgencyId = Agency,
        WithoutAgency = WithoutAgency,
        Overdue = Overdue,
        Lateness = Lateness,
        Pressing = Pressing,
        BacklogOf = BacklogOf,
        RaisedAgain = RaisedAgain,
        WithoutSession = WithoutSession,
        Counted = Counted,
    };

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
