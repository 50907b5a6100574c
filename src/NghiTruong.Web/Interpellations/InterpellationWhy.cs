using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Law;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>"Vì sao ngày này?": why something is owed by that day.</summary>
public sealed class InterpellationWhy(RuleBook rules, CouncilDirectory directory, TextTable texts)
{
    public async Task<IReadOnlyList<string>> OfAsync(Interpellation slip, CancellationToken ct) => slip is { WrittenFrom: { } from, WrittenBecause: { } because }
        ? [texts["interpellations.why.written", texts.Of(because)], .. await RuledAsync(InterpellationRules.WrittenAnswerRule, slip.CouncilId, from, ct)]
        : [];

    public async Task<IReadOnlyList<string>> OfAsync(PromiseView view, CancellationToken ct)
    {
        var p = view.Promise;
        List<string> why = [texts[p.JudgedOn is null ? "promises.why.given" : "promises.why.goesOn", Ui.Date(p.DueOn), Ui.Date(p.JudgedOn ?? p.MadeOn)]];
        var session = p.ReportSessionId is { } id ? (await directory.SessionsOfAsync(p.CouncilId, ct)).FirstOrDefault(s => s.Id == id) : null;
        if (session is not null)
        {
            why.Add(texts["promises.why.report", session.Name, Ui.Date(session.OpensOn)]);
            why.AddRange(await RuledAsync(InterpellationRules.PromisesReportRule, p.CouncilId, session.OpensOn, ct));
        }

        return why;
    }

    public async Task<IReadOnlyList<string>> OfAsync(ExplanationSession session, CancellationToken ct) => session.State switch
    {
        ExplanationState.Decided => [texts["explanations.why.notice", Ui.Date(session.PlannedOn)], .. await RuledAsync(InterpellationRules.NoticeRule, session.CouncilId, session.PlannedOn, ct)],
        ExplanationState.Notified => [texts["explanations.why.planned", Ui.Date(session.PlannedOn), session.NoticeNumber ?? "—"]],
        _ => [],
    };

    private async Task<IReadOnlyList<string>> RuledAsync(string rule, Guid council, DateOnly from, CancellationToken ct)
    {
        var tier = (await directory.CouncilAsync(council, ct))?.Tier.ToString();

        return (await rules.ReadAsync(ct)).Due(rule, tier, council, from) is { } ruled ? DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, texts, CultureInfo.CurrentUICulture) : [];
    }
}
