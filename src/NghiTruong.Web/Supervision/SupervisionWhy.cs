using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>"Vì sao ngày này?": why something is owed by that day.</summary>
public sealed class SupervisionWhy(RuleBook rules, CouncilDirectory directory, TextTable texts)
{
    public async Task<IReadOnlyList<string>> OfAsync(SupervisionView view, CancellationToken ct)
    {
        var s = view.Supervision;

        return s switch
        {
            { OwedBy: null } => [],
            { Duty: SupervisionDuty.Hold, Postponed: > 0 } => [texts["supervisions.why.putOff", Ui.Date(s.PlannedTo), s.AdjustedBy ?? "—"]],
            { Duty: SupervisionDuty.Hold } => [texts["supervisions.why.programme", Ui.Date(s.PlannedTo), view.Programme?.Number ?? "—"]],
            { Duty: SupervisionDuty.Report, HeldOn: { } held } => await RuledAsync(SupervisionRules.ReportRule(s.Subject), s.CouncilId, held, ct),
            { Duty: SupervisionDuty.Conclude, ReportedOn: { } reported } => await RuledAsync(SupervisionRules.ConsideredRule, s.CouncilId, reported, ct),
            _ => [],
        };
    }

    /// <summary>Of a recommendation: the day it was given, what moved it, and what an explanation asked for is due by.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(RecommendationView view, CancellationToken ct)
    {
        var r = view.Recommendation;
        List<string> why = [];
        var item = view.Items is [var first, ..] ? first : null;
        if (r is { DueOn: { } due, MadeOn: { } made })
        {
            why.Add(texts["recommendations.why.given", Ui.Date(item?.PrintedDueOn ?? due), Ui.Date(made)]);
        }

        if (item is { ExtendedTo: { } extended })
        {
            why.Add(texts["recommendations.why.extended", Ui.Date(extended)]);
        }

        if (r is { ExplanationAskedOn: { } asked, ExplainedOn: null })
        {
            why.Add(texts["recommendations.why.explanation", Ui.Date(asked)]);
            why.AddRange(await RuledAsync(r.ExplanationIsComplex ? DeadlineRuleCatalogue.ExplanationComplex : DeadlineRuleCatalogue.Explanation, r.CouncilId, asked, ct));
        }

        return why;
    }

    private async Task<IReadOnlyList<string>> RuledAsync(string rule, Guid council, DateOnly from, CancellationToken ct)
    {
        var tier = (await directory.CouncilAsync(council, ct))?.Tier.ToString();

        return (await rules.ReadAsync(ct)).Due(rule, tier, council, from) is { } ruled ? DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, texts, CultureInfo.CurrentUICulture) : [];
    }
}
