using System.ComponentModel.DataAnnotations;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Petitions;

/// <summary>A petition in a list.</summary>
/// <param name="Council">Unit code of the council that owns it.</param>
/// <param name="Agency">Id of the leading agency.</param>
/// <param name="DaysLate">Calendar days past the due day; 0 when it is not late.</param>
public sealed record PetitionItem(
    string Code, string? Council, PetitionKind Kind, PetitionStatus Status, string Content, string? Place, string? Field, string? Authority, Guid? Agency, string? AgencyName,
    Outcome? Outcome, DateOnly ReceivedOn, DateOnly? DueOn, int DaysLate, int? Voters, bool Pressing, bool FromLedger);

/// <summary>A page of petitions; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record PetitionItems(IReadOnlyList<PetitionItem> Items, string? Next);

public sealed record AnswerItemOut(string? Number, DateOnly? IssuedOn, DateOnly ReceivedOn, Guid? Agency, bool OnBehalf, string? Extract, Outcome? Outcome);

public sealed record LetterItemOut(string? Number, DateOnly? IssuedOn, string Recipient, string State);

public sealed record NoticeItemOut(NoticeChannel Channel, DateOnly On, string? Evidence);

/// <summary>Personal data; only for the council's own desk, else absent.</summary>
public sealed record PersonOut([property: StringLength(120)] string? Name, [property: StringLength(30)] string? Phone, [property: StringLength(300)] string? Address);

/// <summary>One petition whole. <paramref name="Version"/> may be sent back with <c>classify</c>: an older one is refused with <c>record.changedMeanwhile</c>.</summary>
public sealed record PetitionOut(
    PetitionItem Petition, int Version, PetitionSource Source, string? SourceNote, string? ExplainedBy, Outcome? AgencyOutcome, Outcome? OfficeOutcome, Outcome? ConcludedOutcome,
    DateOnly? ForwardedOn, DateOnly? AnsweredOn, DateOnly? ConcludedOn, DateOnly? NotifiedOn, DateOnly? ClosedOn, string? MergedInto, IReadOnlyList<string> MergedFrom, string? RaisedAgainOf,
    PersonOut? Person, IReadOnlyList<AnswerItemOut> Answers, IReadOnlyList<LetterItemOut> Letters, IReadOnlyList<NoticeItemOut> Notices);

/// <summary>A petition to be recorded. Only <paramref name="Council"/> and <paramref name="Content"/> are needed.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
/// <param name="GoOn">Record it though its text looks like a denunciation.</param>
public sealed record NewPetition(
    [property: StringLength(40)] string? Council, string? Content, PetitionKind Kind = PetitionKind.Petition, [property: StringLength(200)] string? Place = null,
    PetitionSource Source = PetitionSource.Direct, [property: StringLength(300)] string? SourceNote = null, DateOnly? ReceivedOn = null, Guid? Session = null,
    [property: Range(1, PetitionRules.MostVoters)] int? Voters = null, [property: StringLength(40)] string? Field = null, PersonOut? Person = null,
    [property: StringLength(200)] string? ExplainedBy = null, bool GoOn = false);

public sealed record Recorded(string Code);

public sealed record ClassifyBody(PetitionKind Kind = PetitionKind.Petition, string? Field = null, string? Authority = null, int? Version = null);

/// <param name="Into">Code of the petition that is kept.</param>
public sealed record MergeBody(string? Into);

/// <param name="To">Code of the receiving council.</param>
public sealed record PassBody([property: StringLength(40)] string? To, [property: StringLength(1000)] string? Note = null);

/// <summary>With <paramref name="IssuedOn"/> the letter is signed and numbered outside and the petitions are sent at once; without it a draft waits.</summary>
/// <param name="With">Codes of further petitions in the same letter.</param>
public sealed record ForwardBody(
    Guid Recipient, Guid? Lead = null, IReadOnlyList<Guid>? Cooperating = null, [property: StringLength(500)] string? Abstract = null,
    [property: StringLength(20)] string? Number = null, [property: StringLength(40)] string? Notation = null, DateOnly? IssuedOn = null, DateOnly? DueOn = null, IReadOnlyList<string>? With = null);

public sealed record Forwarded(Guid Letter);

public sealed record ReasonBody([property: StringLength(1000)] string? Reason, [property: StringLength(200)] string? Document = null);

public sealed record AcceptBody(DateOnly? On = null);

public sealed record ExtendBody(DateOnly To, [property: StringLength(200)] string? Document = null);

public sealed record AnswerBody(
    string? Extract, Outcome? Outcome = null, Guid? Agency = null, [property: StringLength(60)] string? Number = null, DateOnly? IssuedOn = null, DateOnly? ReceivedOn = null);

public sealed record OutcomeBody(Outcome Outcome, [property: StringLength(2000)] string? Note = null);

public sealed record NotifyBody(NoticeChannel Channel, DateOnly? On = null, [property: StringLength(1000)] string? Evidence = null);

/// <summary>Keys are codes; <c>none</c> where nothing was given.</summary>
public sealed record SummaryOut(
    long Total, long Opinions, IReadOnlyDictionary<string, long> ByAuthority, IReadOnlyDictionary<string, long> ByField, IReadOnlyDictionary<string, long> ByOutcome, long Overdue, DateTime AsOf);
