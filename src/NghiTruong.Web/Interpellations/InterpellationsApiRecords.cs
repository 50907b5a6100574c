using System.ComponentModel.DataAnnotations;
using NghiTruong.Interpellations;

namespace NghiTruong.Web.Interpellations;

/// <summary>A question slip in a list.</summary>
/// <param name="Council">Unit code of the council.</param>
/// <param name="Source">Code of what it stems from.</param>
/// <param name="WrittenDueOn">By when a written answer is owed, or was.</param>
/// <param name="DaysLate">Calendar days past that day while it is owed; 0 when nothing is late.</param>
public sealed record InterpellationItem(
    string Code, string? Council, Guid? Session, string Asker, string PersonAsked, Guid Agency, string? AgencyName, string? Field, string Issue, string? Source, InterpellationState State, DateOnly HandedInOn,
    DateOnly? AskedOn, DateOnly? AnsweredOn, DateOnly? WrittenDueOn, int DaysLate);

/// <summary>A page of slips; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record InterpellationItems(IReadOnlyList<InterpellationItem> Items, string? Next);

public sealed record TurnOut(TurnKind Kind, string Speaker, string Text);

/// <summary>One slip whole.</summary>
/// <param name="Criterion">Code of the criterion of its group: pressing, breachOfLaw, notAccepted, limitsFound.</param>
/// <param name="OtherBecause">Why somebody else answered than the person asked.</param>
public sealed record InterpellationOut(
    InterpellationItem Interpellation, string? StemsFrom, string? Group, string? Criterion, string? DecisionNumber, WrittenReason? WrittenBecause, string? WrittenNote, string? Answer, string? AnsweredBy, string? OtherBecause,
    string? AnswerNumber, bool OnBehalf, DateOnly? JudgedOn, string? JudgedNote, NextWish? Wish, string? ResolutionNumber, DateOnly? ResolutionOn, IReadOnlyList<TurnOut> Turns, IReadOnlyList<string> Promises);

/// <summary>A slip to be handed in. <paramref name="Asker"/> is for a clerk who writes a paper slip down; whoever else hands one in asks themselves.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
public sealed record NewInterpellation(
    [property: StringLength(40)] string? Council, [property: StringLength(200)] string? PersonAsked, Guid? Agency, [property: StringLength(4000)] string? Issue, Guid? Session = null,
    [property: StringLength(200)] string? Asker = null, [property: StringLength(40)] string? Field = null, [property: StringLength(1000)] string? StemsFrom = null, [property: StringLength(40)] string? Source = null,
    DateOnly? HandedInOn = null);

public sealed record HandedIn(string Code);

/// <summary>A promise, or a task of a conclusion, in a list.</summary>
/// <param name="Source">Code of the slip or explanation session.</param>
/// <param name="ReportDueOn">By when it is reported before the next regular session.</param>
/// <param name="ReportOwed">That report has not come.</param>
public sealed record PromiseItem(
    string Code, string? Council, string Source, string MadeBy, string Content, Guid Agency, string? AgencyName, string? Product, PromiseState State, PromiseOutcome? Outcome, DateOnly MadeOn, DateOnly DueOn, int DaysLate,
    DateOnly? ReportDueOn, DateOnly? ReportedOn, bool ReportOwed);

/// <summary>A page of promises; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record PromiseItems(IReadOnlyList<PromiseItem> Items, string? Next);

public sealed record PromiseOut(
    PromiseItem Promise, string? ReportSession, string? Report, string? ReportDocument, string? Reason, string? Evidence, string? JudgedBy, DateOnly? ClosedOn);

/// <summary>An explanation session in a list.</summary>
/// <param name="NoticeDaysLate">Calendar days the notice is late while it is owed.</param>
public sealed record ExplanationItem(
    string Code, string? Council, string Issue, string PersonAsked, Guid Agency, string? AgencyName, string? Source, ExplanationState State, DateOnly DecidedOn, DateOnly PlannedOn, DateOnly? NoticeDueOn, DateOnly? NoticeOn,
    int NoticeDaysLate, DateOnly? HeldOn, DateOnly? ConcludedOn);

/// <summary>A page of explanation sessions; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record ExplanationItems(IReadOnlyList<ExplanationItem> Items, string? Next);

/// <summary>How the Standing Committee voted; <paramref name="Members"/> are all of its members.</summary>
public sealed record VotesOut(int Members, int Present, int For, int Against, int Abstained);

/// <summary>One explanation session; conclusion and votes are given outside its council once it is sent.</summary>
public sealed record ExplanationOut(
    ExplanationItem ExplanationSession, string? StemsFrom, string DecisionNumber, string? Place, string? NoticeNumber, string? NoticeLateBecause, string? Chair, string? Conclusion, VotesOut? Votes, string? ConclusionNumber,
    string? SentTo, DateOnly? SentOn, string? FailureNumber, DateOnly? FailureOn, string? FailureReason, IReadOnlyList<TurnOut> Turns, IReadOnlyList<string> Tasks);
