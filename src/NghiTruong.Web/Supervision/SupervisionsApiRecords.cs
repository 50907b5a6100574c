using System.ComponentModel.DataAnnotations;
using NghiTruong.Supervision;

namespace NghiTruong.Web.Supervision;

/// <summary>A supervision in a list.</summary>
/// <param name="Council">Unit code of the council that holds it.</param>
/// <param name="Body">Name of the committee or delegate group; null for the council and its Standing Committee.</param>
/// <param name="Duty">What is owed next, by <paramref name="OwedBy"/>.</param>
/// <param name="DaysLate">Calendar days past that day; 0 when nothing is late.</param>
public sealed record SupervisionItem(
    string Code, string? Council, SupervisionSubject Subject, string? Body, SupervisionKind Kind, SupervisionState State, string Theme, string? Field, DateOnly PlannedFrom, DateOnly PlannedTo,
    DateOnly? HeldOn, DateOnly? ReportedOn, SupervisionDuty? Duty, DateOnly? OwedBy, int DaysLate, bool FromLedger);

/// <summary>A page of supervisions; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record SupervisionItems(IReadOnlyList<SupervisionItem> Items, string? Next);

public sealed record SupervisedBodyOut(Guid Agency, string? Name, string? MustHandIn, DateOnly? HandInBy, DateOnly? HandedInOn);

public sealed record TeamMemberOut(string Name, TeamRole Role, DateOnly? Until);

public sealed record SupervisionPaperOut(SupervisionPaperKind Kind, string? Number, DateOnly On, string? Title, string? By);

public sealed record FindingOut(FindingKind Kind, string Text, string? Evidence, string? Petition);

/// <summary>One supervision whole. Before its report is issued the words of the results, papers and findings are given only to the council that holds it.</summary>
/// <param name="Missing">Papers its kind needs and that are not there.</param>
/// <param name="Group">One of the twelve: <c>GS-05</c>.</param>
/// <param name="Fields">What is recorded under the fields of the group, in their order; earlier ones that are no longer asked after them.</param>
public sealed record SupervisionOut(
    SupervisionItem Supervision, string? Necessity, string? Content, string? Scope, string? Object, string? Source, string? UpperCode, string? Programme, string? ReportNumber,
    string? ConclusionNumber, DateOnly? ConcludedOn, DateOnly? ClosedOn, string? Results, string? Shortcomings, string? Assessment, string? NoRecommendationBecause,
    IReadOnlyList<SupervisionPaperKind> Missing, IReadOnlyList<TeamMemberOut> Team, IReadOnlyList<SupervisedBodyOut> Bodies, IReadOnlyList<SupervisionPaperOut> Papers,
    IReadOnlyList<FindingOut> Findings, IReadOnlyList<string> Recommendations, string Group, IReadOnlyList<GroupFieldOut> Fields);

/// <param name="Kind"><c>text, longText, number, date, pastDate, yesNo, choice, agency, record</c> (the record itself knows it).</param>
/// <param name="Value">Days ISO, numbers the Vietnamese way, yes and no as <c>true</c> and <c>false</c>, an agency by its id; null where nothing is recorded.</param>
/// <param name="Shown">As people read it.</param>
public sealed record GroupFieldOut(string Code, string Name, string Kind, bool Required, bool Retired, string? Value, string? Shown);

/// <summary>The group of a supervision and values under its fields by their codes; what is left out stays.</summary>
public sealed record GroupIn(string? Group = null, IReadOnlyDictionary<string, string?>? Fields = null);

/// <summary>A theme to be proposed. <paramref name="Council"/>, <paramref name="Theme"/> and the period are needed; a thematic one also states necessity, content, scope and object.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
/// <param name="Body">Id of the committee or delegate group.</param>
public sealed record NewSupervision(
    [property: StringLength(40)] string? Council, string? Theme, DateOnly PlannedFrom, DateOnly PlannedTo, SupervisionSubject Subject = SupervisionSubject.StandingCommittee, Guid? Body = null,
    SupervisionKind Kind = SupervisionKind.Thematic, string? Necessity = null, string? Content = null, string? Scope = null, string? Object = null, string? Source = null, [property: StringLength(40)] string? Field = null,
    [property: StringLength(60)] string? UpperCode = null, [property: StringLength(40)] string? Group = null, IReadOnlyDictionary<string, string?>? Fields = null);

public sealed record Proposed(string Code);

/// <summary>A recommendation in a list: the agency's word and the body's own look by their days.</summary>
/// <param name="Outcome">As the body last saw it; <c>overdue</c> while its day is past.</param>
public sealed record RecommendationItem(
    string Code, string? Council, string Supervision, string Content, Guid? Agency, string? AgencyName, string? Responsible, string? Product, RecommendationState State,
    RecommendationOutcome? Outcome, DateOnly? MadeOn, DateOnly? DueOn, int DaysLate, bool Pressing, DateOnly? AgencyWordOn, DateOnly? LookedOn);

/// <summary>A page of recommendations; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record RecommendationItems(IReadOnlyList<RecommendationItem> Items, string? Next);

public sealed record RecommendationOut(
    RecommendationItem Recommendation, string Theme, string? Cooperating, string? AgencyWord, string? AgencyDocument, string? OwnNote, DateOnly? ExplanationAskedOn, DateOnly? ExplanationDueOn,
    DateOnly? ExplainedOn, string? Explanation, DateOnly? ClosedOn, string? ClosedBecause, string? PressingReason);
