using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision;

/// <summary>What an agency says it has done.</summary>
public sealed record AgencyWordInput(string Words, string? Document, DateOnly? On);

/// <summary>
/// Following a recommendation to its end: the agency's word, the body's own look, the request to explain (Law 121/2025/QH15 Art 40), and the end, which only the body that
/// made it gives.
/// </summary>
public sealed class RecommendationDesk(OperationRunner operations, FollowUps followUps)
{
    /// <returns>Refusals <c>recommendation.wordsMissing</c>, <c>recommendation.notOpen</c>, <c>recommendation.inFuture</c>.</returns>
    public Task<Result> AnswerAsync(string code, AgencyWordInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<AnswerRecommendations>(code, acting, async (work, r, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            if (on > work.Today)
            {
                return new Refusal("recommendation.inFuture", nameof(asked.On));
            }

            if (string.IsNullOrWhiteSpace(asked.Words))
            {
                return new Refusal("recommendation.wordsMissing", nameof(asked.Words));
            }

            if (r.HasAnswered(asked.Words.Trim(), asked.Document, on))
            {
                return Result.Done;
            }

            r.Answer(asked.Words.Trim(), asked.Document, on);
            await followUps.SettleAsync(work, r.Id, FollowUpState.Answered, token);
            // The clerk writes down what the agency said: it is the agency's word all the same.
            var by = capacity.AgencyId is null && r.LeadAgencyId is { } lead ? await work.Db.Set<Agency>().Where(a => a.Id == lead).Select(a => a.Name).FirstAsync(token) : capacity.PlaceName;
            work.Record(new RecommendationAnswered(RecommendationEvent.About(r), by, asked.Document, on, capacity.AgencyId is null), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The body's own look: what falls short stays owed, by its day.</summary>
    /// <returns>Refusal <c>recommendation.confirmInstead</c> for "done", which has an act of its own.</returns>
    public Task<Result> LookAsync(string code, RecommendationOutcome outcome, string? note, Acting acting, CancellationToken ct) =>
        ActAsync<ConcludeSupervisions>(code, acting, async (work, r, capacity, token) =>
        {
            if (outcome is RecommendationOutcome.Done or RecommendationOutcome.NotDone)
            {
                return new Refusal("recommendation.confirmInstead", "Outcome");
            }

            if (r.IsSeen(outcome, note, work.Today))
            {
                return Result.Done;
            }

            r.Look(outcome, note, work.Today);
            foreach (var item in await followUps.OfAsync(work, r.Id, token))
            {
                item.Settle(FollowUpState.Waiting);
            }

            work.Record(new RecommendationLookedAt(RecommendationEvent.About(r), outcome, work.Today), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Confirmed done; the last one closes the supervision.</summary>
    public Task<Result> ConfirmAsync(string code, string? note, Acting acting, CancellationToken ct) =>
        ActAsync<ConcludeSupervisions>(code, acting, async (work, r, capacity, token) =>
        {
            r.Confirm(note, work.Today);
            work.Record(new RecommendationConfirmed(RecommendationEvent.About(r)), capacity);

            return await EndAsync(work, r, capacity, token);
        }, ct);

    /// <summary>Ended without being carried out, with the reason.</summary>
    /// <returns>Refusal <c>recommendation.reasonMissing</c>.</returns>
    public Task<Result> CloseNotDoneAsync(string code, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync<ConcludeSupervisions>(code, acting, async (work, r, capacity, token) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("recommendation.reasonMissing", "Reason");
            }

            r.CloseNotDone(reason.Trim(), work.Today);
            work.Record(new RecommendationClosedNotDone(RecommendationEvent.About(r), reason.Trim()), capacity);

            return await EndAsync(work, r, capacity, token);
        }, ct);

    /// <summary>Asks the agency to explain why it is late or not done: the rules EXPLANATION (15 days) and EXPLANATION_COMPLEX (30 days), Art 40.</summary>
    public Task<Result> AskToExplainAsync(string code, bool isComplex, DateOnly? on, Acting acting, CancellationToken ct) =>
        ActAsync<ConcludeSupervisions>(code, acting, async (work, r, capacity, token) =>
        {
            var day = on ?? work.Today;
            if (day > work.Today)
            {
                return new Refusal("recommendation.inFuture", "On");
            }

            if (r.OwedBy is not { } owed || owed >= work.Today)
            {
                return new Refusal("recommendation.notLate", null, code);
            }

            if (r.ExplanationAskedOn == day && r.ExplanationIsComplex == isComplex)
            {
                return Result.Done;
            }

            var rule = isComplex ? DeadlineRuleCatalogue.ExplanationComplex : DeadlineRuleCatalogue.Explanation;
            r.AskToExplain(day, await followUps.DueAsync(work, rule, r.CouncilId, day, token), isComplex);
            work.Record(new RecommendationExplanationAsked(RecommendationEvent.About(r), day, r.ExplanationDueOn, isComplex), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>recommendation.notAskedToExplain</c>, <c>recommendation.wordsMissing</c>.</returns>
    public Task<Result> ExplainAsync(string code, string words, DateOnly? on, Acting acting, CancellationToken ct) =>
        ActAsync<AnswerRecommendations>(code, acting, (work, r, capacity, _) =>
        {
            if (r.ExplanationAskedOn is null)
            {
                return Task.FromResult<Result>(new Refusal("recommendation.notAskedToExplain", null, code));
            }

            if (string.IsNullOrWhiteSpace(words))
            {
                return Task.FromResult<Result>(new Refusal("recommendation.wordsMissing", "Words"));
            }

            if (on > work.Today)
            {
                return Task.FromResult<Result>(new Refusal("recommendation.inFuture", "On"));
            }

            r.Explain(words.Trim(), on ?? work.Today);
            work.Record(new RecommendationExplained(RecommendationEvent.About(r), on ?? work.Today), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Nổi cộm, with a reason.</summary>
    public Task<Result> MarkPressingAsync(string code, bool pressing, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync<ConcludeSupervisions>(code, acting, async (work, r, capacity, token) =>
        {
            if (pressing && string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("recommendation.reasonMissing", "Reason");
            }

            (r.IsPressing, r.PressingReason) = (pressing, pressing ? reason!.Trim() : null);
            foreach (var item in await followUps.OfAsync(work, r.Id, token))
            {
                item.IsPressing = pressing;
            }

            work.Record(new RecommendationMarkedPressing(RecommendationEvent.About(r), pressing, r.PressingReason), capacity);

            return Result.Done;
        }, ct);

    private async Task<Result> EndAsync(Work work, Recommendation r, Capacity capacity, CancellationToken ct)
    {
        await followUps.SettleAsync(work, r.Id, FollowUpState.Done, ct);
        var open = await work.Db.Set<Recommendation>().AnyAsync(x => x.SupervisionId == r.SupervisionId && x.Id != r.Id && RecommendationStates.Open.Contains(x.State), ct);
        if (!open && await work.Db.Set<SupervisionCase>().FirstAsync(s => s.Id == r.SupervisionId, ct) is { State: SupervisionState.Concluded } s)
        {
            s.Close(work.Today);
            work.Record(new SupervisionClosed(SupervisionEvent.About(s)), capacity);
        }

        return Result.Done;
    }

    private Task<Result> ActAsync<T>(string code, Acting acting, Func<Work, Recommendation, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.RecommendationAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            // Two recommendations of one supervision ended at once: the second must see the first, to close the supervision.
            await work.HoldAsync(found.Value.Recommendation.CouncilId, token);

            return RecommendationStates.Open.Contains(found.Value.Recommendation.State)
                ? await act(work, found.Value.Recommendation, found.Value.Capacity, token)
                : new Refusal("recommendation.notOpen", null, code);
        }, ct);
}
