using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>
/// Judging and telling: the office proposes an outcome, a committee verifies UBND's report, the Standing Committee concludes, voters are told,
/// and only then is it closed. Nothing closes without a conclusion.
/// </summary>
public sealed class PetitionJudgement(OperationRunner operations, FollowUps followUps)
{
    /// <returns>Refusal <c>petition.notAnswered</c> before there is an answer.</returns>
    public Task<Result> EvaluateAsync(string code, Outcome proposed, string? note, Acting acting, CancellationToken ct) =>
        ActAsync<EvaluatePetitions>(code, acting, (work, petition) =>
        {
            if (petition.Status is not (PetitionStatus.Answered or PetitionStatus.Evaluated))
            {
                return Refuse("petition.notAnswered", petition);
            }

            petition.Evaluate(proposed, note);

            return Done(new PetitionEvaluated(PetitionEvent.About(petition), proposed));
        }, ct);

    /// <summary>A committee has verified UBND's report on this petition.</summary>
    public Task<Result> VerifyAsync(string code, DateOnly? on, string? note, Acting acting, CancellationToken ct) =>
        ActAsync<EvaluatePetitions>(code, acting, (work, petition) =>
        {
            // A ledger may tell an answer without its day.
            if (petition.AnsweredOn is null && !PetitionStatuses.HasAnswer.Contains(petition.Status))
            {
                return Refuse("petition.notAnswered", petition);
            }

            if (string.IsNullOrWhiteSpace(note))
            {
                return (new Refusal("petition.verificationMissing", "Note"), null);
            }

            petition.VerifiedOn = on ?? work.Today;
            petition.VerificationNote = note;

            return Done(new PetitionVerified(PetitionEvent.About(petition), petition.VerifiedOn.Value));
        }, ct);

    public Task<Result> ConcludeAsync(string code, Outcome concluded, string? note, Acting acting, CancellationToken ct) =>
        ActAsync<ConcludePetitions>(code, acting, (work, petition) =>
        {
            if (petition.Status is not (PetitionStatus.Answered or PetitionStatus.Evaluated or PetitionStatus.Concluded))
            {
                return Refuse("petition.notAnswered", petition);
            }

            petition.Conclude(concluded, note, work.Today);

            return Done(new PetitionConcluded(PetitionEvent.About(petition), concluded));
        }, ct);

    /// <param name="proof">A photograph or scan that shows voters were told.</param>
    public Task<Result> NotifyAsync(string code, NoticeChannel channel, DateOnly? on, string? evidence, StagedFile? proof, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<NotifyVoters>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (petition.Status is not (PetitionStatus.Concluded or PetitionStatus.Notified or PetitionStatus.ExplainedOnTheSpot))
            {
                return new Refusal("petition.notConcluded", null, code);
            }

            var (id, day) = (Guid.CreateVersion7(), on ?? work.Today);
            var file = proof is null ? null : await work.AttachAsync(proof, NoticeFiles.OwnerKind, id, token);
            work.Db.Add(new VoterNotice { Id = id, PetitionId = petition.Id, Channel = channel, On = day, Evidence = evidence, FileId = file?.Id });
            petition.NotifyVoters(day);
            work.Record(new VotersNotified(PetitionEvent.About(petition), channel, day), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>petition.notConcluded</c>, <c>petition.votersNotTold</c>, <c>petition.notDone</c> (an outcome that leaves the matter open cannot be closed).</returns>
    public Task<Result> CloseAsync(string code, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<NotifyVoters>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (PetitionRules.CannotBeClosed(petition) is { } refusal)
            {
                return refusal;
            }

            await followUps.SettleAsync(work, petition.Id, FollowUpState.Done, token);
            petition.Close(work.Today);
            work.Record(new PetitionClosed(PetitionEvent.About(petition)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Voters raise it again, or what was promised did not come: the matter is open again, with everything that was said.</summary>
    public Task<Result> ReopenAsync(string code, string reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<EvaluatePetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (!PetitionStatuses.HasAnswer.Contains(petition.Status))
            {
                return new Refusal("petition.notEnded", null, code);
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("petition.reasonMissing", "Reason");
            }

            petition.Reopen();
            // Who answered before reads on; to answer again it has to be sent the matter again.
            foreach (var party in await work.PartiesAsync(petition.Id, token))
            {
                party.ActsUntil = work.Today;
            }

            work.Record(new PetitionReopened(PetitionEvent.About(petition), reason), capacity);

            return Result.Done;
        }, ct);

    private Task<Result> ActAsync<T>(string code, Acting acting, Func<Work, Petition, (Refusal? Refused, PetitionEvent? Event)> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (refused, happened) = act(work, found.Value.Petition);
            if (refused is not null)
            {
                return refused;
            }

            work.Record(happened!, found.Value.Capacity);

            return Result.Done;
        }, ct);

    private static (Refusal?, PetitionEvent?) Refuse(string code, Petition petition) => (new Refusal(code, null, petition.Code), null);

    private static (Refusal?, PetitionEvent?) Done(PetitionEvent happened) => (null, happened);
}
