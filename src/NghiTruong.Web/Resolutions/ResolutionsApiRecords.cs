using System.ComponentModel.DataAnnotations;
using NghiTruong.Resolutions;

namespace NghiTruong.Web.Resolutions;

/// <summary>A resolution in a list.</summary>
/// <param name="Council">Unit code of the council whose register it stands in.</param>
/// <param name="Kind">Code of the kind, <c>normative</c>, <c>personnel</c> ...</param>
/// <param name="State">Today: <c>notYet, inForce, expired, replaced, repealed</c>.</param>
/// <param name="Partly">In force, and a part of it holds no more.</param>
/// <param name="Committee">Name of the committee in charge; null is the Standing Committee.</param>
/// <param name="LookDueOn">By then somebody must have looked at it; null where nobody need.</param>
/// <param name="Stale">That day is past.</param>
public sealed record ResolutionItem(
    string Code, string? Council, string Number, string Title, string Kind, DateOnly PassedOn, ResolutionState State, bool Partly, DateOnly InForceFrom, DateOnly? InForceUntil, string? EndedBy,
    string? Committee, Guid? Agency, string? Field, DateOnly? LookedOn, LookVerdict? Verdict, DateOnly? LookDueOn, bool Stale, int Clauses, int TasksOpen, int TasksLate, bool FromLedger);

/// <summary>A page of resolutions; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record ResolutionItems(IReadOnlyList<ResolutionItem> Items, string? Next);

public sealed record ResolutionTaskOut(string Code, string? Period, ResolutionTaskState State, DateOnly DueOn, int DaysLate, TaskOutcome? Outcome, DateOnly? ReportedOn, DateOnly? JudgedOn, DateOnly? ClosedOn);

/// <param name="Standing"><c>noted, followed, ended</c>.</param>
public sealed record ResolutionClauseOut(
    string Code, string Place, string Content, string Standing, Guid? Agency, string? AgencyName, string? Product, ClauseCadence? Cadence, DateOnly? DueOn, IReadOnlyList<ResolutionTaskOut> Tasks);

public sealed record ResolutionChangeOut(ResolutionChangeKind Kind, DateOnly On, string Number, string? Resolution, string? Part);

/// <param name="Found">Null outside the council: words of looks stay at home.</param>
public sealed record ResolutionLookOut(DateOnly On, LookVerdict Verdict, string By, string? Found, string? Reason);

public sealed record ResolutionReportOut(string Code, Guid? Agency, string? Number, DateOnly On, string? Period, string Text, bool OnBehalf);

/// <summary>One resolution whole, as far as the person may read it.</summary>
/// <param name="Warning">The pattern of the number tells another kind: <c>normativeWithoutYear, individualWithYear</c>.</param>
public sealed record ResolutionOut(
    ResolutionItem Resolution, string? Replaces, string? Note, string? Warning, IReadOnlyList<ResolutionChangeOut> Changes, IReadOnlyList<ResolutionClauseOut> Clauses,
    IReadOnlyList<ResolutionLookOut> Looks, IReadOnlyList<ResolutionReportOut> Reports);

/// <summary>A resolution to be entered. <paramref name="Council"/>, <paramref name="Number"/>, <paramref name="Title"/>, <paramref name="Kind"/> and <paramref name="PassedOn"/> are needed.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
/// <param name="InForceFrom">The day it was passed where absent.</param>
/// <param name="Committee">Id of the committee in charge.</param>
public sealed record NewResolution(
    [property: StringLength(40)] string? Council, [property: StringLength(200)] string? Number, [property: StringLength(2000)] string? Title, [property: StringLength(40)] string? Kind, DateOnly PassedOn,
    DateOnly? InForceFrom = null, DateOnly? InForceUntil = null, Guid? Committee = null, Guid? Agency = null, [property: StringLength(40)] string? Field = null, [property: StringLength(200)] string? Replaces = null,
    [property: StringLength(4000)] string? Note = null);

public sealed record ResolutionEntered(string Code, string? Warning);

/// <summary>Registers in figures.</summary>
public sealed record ResolutionSummaryOut(long Watched, long Stale, long Closed, long TasksOpen, long TasksLate, long TasksReported, long TasksClosed, IReadOnlyDictionary<string, long> ByKind, DateTime AsOf);

/// <summary>What came, or would come, of a register.</summary>
public sealed record ResolutionImportOut(int Accepted, int Changed, int Unchanged, IReadOnlyList<ResolutionImportRowOut> Rejected);

/// <param name="Row">As the person sees it.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
public sealed record ResolutionImportRowOut(int Row, string? Column, string Code, string Message);
