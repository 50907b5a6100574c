using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>How a step of the checklist stands.</summary>
public enum StepStanding
{
    Done,

    /// <summary>The supervision has gone on without it.</summary>
    Missing,

    /// <summary>To be done now.</summary>
    Next,

    Ahead,
}

/// <summary>One step of the checklist: what, how it stands, what is known of it, and the act that does it.</summary>
/// <param name="Act">Address of the act under the record; null where it has none.</param>
public sealed record SupervisionStep(string Text, StepStanding Standing, string? Detail, string? Act);

/// <summary>The checklist that leads through a supervision of its kind (domain 2.2): papers required, who, visits, findings, report, recommendations, conclusion, sending, the end.</summary>
public sealed class SupervisionSteps(TextTable texts)
{
    /// <param name="view">The supervision.</param>
    /// <param name="primary">Address of the act that comes first for the reader: its step is the next one; null where they have none.</param>
    public IReadOnlyList<SupervisionStep> Of(SupervisionView view, string? primary) => Stand(SupervisionKinds.IsOnePage(view.Supervision.Kind) ? OnePage(view) : Thematic(view), primary);

    private IEnumerable<Fact> OnePage(SupervisionView v)
    {
        var s = v.Supervision;
        yield return Programme(v);
        yield return new Fact("record", s.ReportedOn is not null, Day(s.HeldOn), SupervisionLinks.OnePageOf(s.Code));
        yield return Sent(v);
        yield return Followed(v);
    }

    private IEnumerable<Fact> Thematic(SupervisionView v)
    {
        var s = v.Supervision;
        yield return Programme(v);
        yield return Paper(v, SupervisionPaperKind.Decision);
        yield return new Fact("team", v.Team.Any(m => m.Until is null), Count("supervisions.step.team.count", v.Team.Count(m => m.Until is null)), SupervisionLinks.Act(s.Code, "doan"));
        yield return new Fact("bodies", v.Bodies.Count > 0, Count("supervisions.step.bodies.count", v.Bodies.Count), SupervisionLinks.Act(s.Code, "doi-tuong"));
        yield return Paper(v, SupervisionPaperKind.Plan);
        yield return Paper(v, SupervisionPaperKind.Outline);
        yield return Paper(v, SupervisionPaperKind.Schedule);
        var handedIn = v.Bodies.Count(b => b.HandedInOn is not null);
        yield return new Fact(
            "handedIn", v.Bodies.Count > 0 && handedIn == v.Bodies.Count, v.Bodies.Count > 0 ? texts["supervisions.step.handedIn.count", handedIn, v.Bodies.Count] : null,
            SupervisionLinks.Paper(s.Code, SupervisionPaperKind.BodyReport));
        yield return new Fact("visits", v.Visits.Count > 0, Count("supervisions.step.visits.count", v.Visits.Count), SupervisionLinks.Act(s.Code, "lam-viec"));
        yield return Paper(v, SupervisionPaperKind.Record);
        yield return new Fact("findings", v.Findings.Count > 0, Count("supervisions.step.findings.count", v.Findings.Count), SupervisionLinks.Act(s.Code, "phat-hien"));
        yield return new Fact("held", s.HeldOn is not null, Day(s.HeldOn), SupervisionLinks.Act(s.Code, "tien-hanh"));
        yield return new Fact("results", !string.IsNullOrWhiteSpace(s.Results) && !string.IsNullOrWhiteSpace(s.Shortcomings) && !string.IsNullOrWhiteSpace(s.Assessment), null, SupervisionLinks.Act(s.Code, "ket-qua"));
        yield return new Fact(
            "recommendations", v.Recommendations.Count > 0 || !string.IsNullOrWhiteSpace(s.NoRecommendationBecause),
            v.Recommendations.Count > 0 ? Count("supervisions.step.recommendations.count", v.Recommendations.Count) : s.NoRecommendationBecause, SupervisionLinks.Act(s.Code, "kien-nghi"));
        yield return new Fact("report", s.ReportedOn is not null, Paper(s.ReportNumber, s.ReportedOn), SupervisionLinks.Act(s.Code, "bao-cao"));
        yield return new Fact("conclusion", s.ConcludedOn is not null, Paper(s.ConclusionNumber, s.ConcludedOn), SupervisionLinks.Act(s.Code, "ket-luan"));
        yield return Sent(v);
        yield return Followed(v);
    }

    private Fact Programme(SupervisionView v)
    {
        var s = v.Supervision;

        return s.IsUnplanned
            ? new Fact("unplanned", true, null, null)
            : new Fact("programme", s.State != SupervisionState.Proposed, v.Programme is { Number: { } number } p ? Paper(number, p.DecidedOn) : null, SupervisionLinks.DecideOne(s));
    }

    private Fact Paper(SupervisionView v, SupervisionPaperKind kind)
    {
        var paper = v.Papers.LastOrDefault(p => p.Kind == kind);

        return new Fact("paper." + Words.CodeOf(kind), paper is not null, paper is null ? null : Paper(paper.Number, paper.On), SupervisionLinks.Paper(v.Supervision.Code, kind))
        {
            Text = texts.Of(kind),
        };
    }

    private Fact Sent(SupervisionView v) =>
        new("sent", v.Deliveries.Count > 0, Count("supervisions.step.sent.count", v.Deliveries.Count), SupervisionLinks.Act(v.Supervision.Code, "gui"));

    private Fact Followed(SupervisionView v)
    {
        var ended = v.Recommendations.Count(r => RecommendationStates.Ended.Contains(r.State));
        var detail = v.Supervision.ConcludedOn is not null && v.Recommendations.Count > 0 ? texts["supervisions.step.followed.count", ended, v.Recommendations.Count] : null;

        return new Fact("followed", v.Supervision.State == SupervisionState.Closed, detail, null);
    }

    private List<SupervisionStep> Stand(IEnumerable<Fact> facts, string? primary)
    {
        var all = facts.ToList();
        // A mark of progress: whatever stands before it and is not done was left out.
        var last = all.FindLastIndex(f => f is { IsDone: true, IsGate: true });
        var next = all.FindIndex(f => !f.IsDone && f.Act is not null && f.Act == primary) is var first and >= 0 ? first : all.FindIndex(last + 1, f => !f.IsDone);
        last = Math.Max(last, next);

        return
        [
            .. all.Select((f, i) => new SupervisionStep(
                f.Text ?? texts["supervisions.step." + f.Name],
                f.IsDone ? StepStanding.Done : i == next ? StepStanding.Next : i < last ? StepStanding.Missing : StepStanding.Ahead,
                f.IsDone || f.Name is "handedIn" or "followed" ? f.Detail : null,
                f.Act)),
        ];
    }

    private string? Count(string text, int count) => count > 0 ? texts[text, count] : null;

    private static string? Day(DateOnly? day) => day is { } known ? Ui.Date(known) : null;

    private static string? Paper(string? number, DateOnly? on) => on is { } day ? string.Join(", ", new[] { number, Ui.Date(day) }.Where(p => !string.IsNullOrEmpty(p))) : number;

    private sealed record Fact(string Name, bool IsDone, string? Detail, string? Act)
    {
        public string? Text { get; init; }

        /// <summary>What comes before it can no longer be said to lie ahead.</summary>
        public bool IsGate => Name is "programme" or "unplanned" or "held" or "report" or "conclusion" or "record";
    }
}
