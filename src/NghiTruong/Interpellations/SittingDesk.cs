using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>An answer, at the sitting or in writing.</summary>
public sealed record AnswerInput
{
    public DateOnly? On { get; init; }

    /// <summary>Who answered; null is the person asked.</summary>
    [StringLength(200)]
    public string? By { get; init; }

    /// <summary>Why somebody else answered.</summary>
    [StringLength(1000)]
    public string? OtherBecause { get; init; }

    [StringLength(20_000)]
    public required string Answer { get; init; }

    /// <summary>Of the written answer.</summary>
    [StringLength(60)]
    public string? Number { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];
}

/// <summary>A turn of speaking; <paramref name="Id"/> comes from the form, so that a turn sent again is the same turn.</summary>
public sealed record TurnInput(TurnKind Kind, string? Speaker, string? Text, Guid? Id = null);

/// <summary>Asked, answered at the sitting or in writing, accepted or not, the resolution (domain 2.6).</summary>
public sealed class SittingDesk(OperationRunner operations, FollowUps followUps)
{
    /// <returns>Refusals <c>interpellation.notSelected</c>, <c>interpellation.inFuture</c>.</returns>
    public Task<Result> AskAsync(string code, DateOnly? on, Acting acting, CancellationToken ct) =>
        ActAsync<RecordSittings>(code, [InterpellationState.Selected], "interpellation.notSelected", acting, (work, slip, capacity, _) =>
        {
            var day = on ?? work.Today;
            if (day > work.Today)
            {
                return Refuse("interpellation.inFuture", "On");
            }

            slip.Ask(day);
            work.Record(new InterpellationAsked(InterpellationEvent.About(slip), day), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Answered at the sitting, in person; also again after it was not accepted.</summary>
    /// <returns>Refusals <c>interpellation.notSelected</c>, <c>.inFuture</c>, <c>.answeredBeforeAsked</c>, <c>.answerMissing</c>, <c>.answererMissing</c>, <c>.answeredByAnother</c>.</returns>
    public Task<Result> AnswerAsync(string code, AnswerInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<RecordSittings>(code, [.. InterpellationStates.ToTheSitting, InterpellationState.NotAccepted], "interpellation.notSelected", acting, async (work, slip, capacity, token) =>
        {
            var (on, by) = (asked.On ?? work.Today, InterpellationFinder.Clean(asked.By) ?? slip.PersonAsked);
            if (WrongAnswer(slip, asked, on, by, work.Today) is { } wrong)
            {
                return wrong;
            }

            slip.AnswerAtSitting(on, by, Other(slip, asked, by), asked.Answer.Trim());
            await KeepAsync(work, slip, asked.Files, token);
            work.Record(new InterpellationAnswered(InterpellationEvent.About(slip), by, on, slip.AnsweredByOtherBecause), capacity);

            return Result.Done;
        }, ct);

    /// <summary>To be answered in writing after the sitting: verification is needed, or time ran out.</summary>
    /// <returns>Refusals <c>interpellation.notSelected</c>, <c>.declineInstead</c>, <c>.inFuture</c>.</returns>
    public Task<Result> PutInWritingAsync(string code, WrittenReason because, string? note, DateOnly? on, Acting acting, CancellationToken ct) =>
        ActAsync<RecordSittings>(code, [.. InterpellationStates.ToTheSitting, InterpellationState.Answered, InterpellationState.NotAccepted], "interpellation.notSelected", acting, async (work, slip, capacity, token) =>
        {
            var from = on ?? slip.AskedOn ?? work.Today;
            if (because == WrittenReason.NotSelected)
            {
                return new Refusal("interpellation.declineInstead", "Because");
            }

            if (from > work.Today)
            {
                return new Refusal("interpellation.inFuture", "On");
            }

            await work.HoldAsync(slip.CouncilId, token);
            await work.PutInWritingAsync(followUps, slip, because, InterpellationFinder.Clean(note), from, token);
            work.Record(new InterpellationPutInWriting(InterpellationEvent.About(slip), because, slip.WrittenDueOn), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The written answer: of the agency, or written down by the clerk on its behalf, by the number of its document.</summary>
    /// <returns>Refusals <c>interpellation.notInWriting</c>, <c>.numberMissing</c>, <c>.answeredBeforeAsked</c> and those of <see cref="AnswerAsync"/>.</returns>
    public Task<Result> AnswerInWritingAsync(string code, AnswerInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<AnswerInterpellations>(code, [InterpellationState.InWriting], "interpellation.notInWriting", acting, async (work, slip, capacity, token) =>
        {
            var (on, by, isOnBehalf) = (asked.On ?? work.Today, InterpellationFinder.Clean(asked.By) ?? slip.PersonAsked, capacity.AgencyId is null);
            if (isOnBehalf && string.IsNullOrWhiteSpace(asked.Number))
            {
                return new Refusal("interpellation.numberMissing", nameof(asked.Number));
            }

            if (WrongAnswer(slip, asked, on, by, work.Today) is { } wrong)
            {
                return wrong;
            }

            slip.AnswerInWriting(on, by, Other(slip, asked, by), asked.Answer.Trim(), InterpellationFinder.Clean(asked.Number), isOnBehalf);
            await KeepAsync(work, slip, asked.Files, token);
            await followUps.SettleAsync(work, slip.Id, FollowUpState.Answered, token);
            work.Record(
                new InterpellationAnsweredInWriting(InterpellationEvent.About(slip), by, slip.AnswerNumber, on, isOnBehalf, slip.DaysLate(work.Today)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The delegate who asked accepts the answer or not; not accepting, asks for a new question, a discussion or for responsibility.</summary>
    /// <returns>Refusals <c>interpellation.notAnswered</c>, <c>.notAsker</c>, <c>.reasonMissing</c>.</returns>
    public Task<Result> JudgeAsync(string code, bool accepted, string? note, NextWish? wish, Acting acting, CancellationToken ct) =>
        ActAsync<JudgeAnswers>(code, InterpellationStates.ToJudge, "interpellation.notAnswered", acting, async (work, slip, capacity, token) =>
        {
            if (!work.Acting.IsSystem && slip.AskerUserId != work.Acting.UserId && capacity.Role != Role.Clerk)
            {
                return new Refusal("interpellation.notAsker", null, slip.AskerName);
            }

            if (!accepted && string.IsNullOrWhiteSpace(note))
            {
                return new Refusal("interpellation.reasonMissing", "Note");
            }

            slip.Judge(accepted, work.Today, InterpellationFinder.Clean(note), wish);
            await followUps.SettleAsync(work, slip.Id, FollowUpState.Done, token);
            work.Record(accepted ? new AnswerAccepted(InterpellationEvent.About(slip), work.Today) : new AnswerNotAccepted(InterpellationEvent.About(slip), work.Today, slip.Wish!.Value), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Tranh luận, chất vấn lại: a turn of speaking.</summary>
    /// <returns>Refusals <c>interpellation.notAsked</c>, <c>turn.speakerMissing</c>, <c>turn.textMissing</c>.</returns>
    public Task<Result> AddTurnAsync(string code, TurnInput turn, Acting acting, CancellationToken ct) =>
        ActAsync<RecordSittings>(code, [InterpellationState.Asked, .. InterpellationStates.HasAnswer, InterpellationState.InWriting], "interpellation.notAsked", acting, async (work, slip, capacity, token) =>
        {
            if (slip.AskedOn is null)
            {
                return new Refusal("interpellation.notAsked", null, slip.Code);
            }

            await work.HoldAsync(slip.CouncilId, token);
            var spoken = await work.SpeakAsync(slip.Id, turn, token);
            if (spoken.IsRefused)
            {
                return spoken;
            }

            if (spoken.Value)
            {
                work.Record(new InterpellationSpoken(InterpellationEvent.About(slip), turn.Kind, turn.Speaker!.Trim()), capacity);
            }

            return Result.Done;
        }, ct);

    /// <summary>Nghị quyết về chất vấn of a session: it stands with every slip asked there.</summary>
    /// <returns>How many; refusals <c>council.notFound</c>, <c>interpellation.sessionMissing</c>, <c>.numberMissing</c>, <c>.inFuture</c>, <c>.nothingAsked</c>.</returns>
    public Task<Result<int>> ResolveAsync(Guid councilId, Guid? sessionId, string? number, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync<int>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, token) is not { } council
                || acting.CapacityFor<RecordSittings>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            var day = on ?? work.Today;
            if (string.IsNullOrWhiteSpace(number) || day > work.Today)
            {
                return string.IsNullOrWhiteSpace(number) ? new Refusal("interpellation.numberMissing", "Number") : new Refusal("interpellation.inFuture", "On");
            }

            var slips = await work.Db.Set<Interpellation>().Where(i => i.CouncilId == council.Id && i.SessionId == sessionId && sessionId != null && i.AskedOn != null).ToListAsync(token);
            foreach (var slip in slips)
            {
                slip.Resolve(number.Trim(), day);
                work.Record(new InterpellationResolved(InterpellationEvent.About(slip), number.Trim(), day), capacity);
            }

            return slips.Count == 0 ? new Refusal("interpellation.nothingAsked", "SessionId") : slips.Count;
        }, ct);

    private static Refusal? WrongAnswer(Interpellation slip, AnswerInput asked, DateOnly on, string by, DateOnly today) =>
        on > today ? new Refusal("interpellation.inFuture", nameof(asked.On))
        : on < (slip.WrittenFrom ?? slip.AskedOn ?? slip.HandedInOn) ? new Refusal("interpellation.answeredBeforeAsked", nameof(asked.On))
        : string.IsNullOrWhiteSpace(asked.Answer) ? new Refusal("interpellation.answerMissing", nameof(asked.Answer))
        : Secrets.InText(asked.Answer, nameof(asked.Answer)) ?? InterpellationRules.WrongAnswerer(slip.PersonAsked, by, asked.OtherBecause);

    private static string? Other(Interpellation slip, AnswerInput asked, string by) =>
        InterpellationRules.IsSame(slip.PersonAsked, by) ? null : InterpellationFinder.Clean(asked.OtherBecause);

    private static async Task KeepAsync(Work work, Interpellation slip, IReadOnlyList<StagedFile> files, CancellationToken ct)
    {
        foreach (var file in files)
        {
            await work.AttachAsync(file, InterpellationFiles.OwnerKind, slip.Id, ct);
        }
    }

    private Task<Result> ActAsync<T>(
        string code, IReadOnlyList<InterpellationState> states, string otherwise, Acting acting, Func<Work, Interpellation, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SlipAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return states.Contains(found.Value.Record.State) ? await act(work, found.Value.Record, found.Value.Capacity, token) : new Refusal(otherwise, null, code);
        }, ct);

    private static Task<Result> Refuse(string code, string? field, params object[] values) => Task.FromResult<Result>(new Refusal(code, field, values));
}

internal static class SpokenTurns
{
    /// <summary>Adds a turn to the minutes.</summary>
    /// <returns>Whether it is new; refusals <c>turn.speakerMissing</c>, <c>turn.textMissing</c>, <c>text.secret</c>.</returns>
    public static async Task<Result<bool>> SpeakAsync(this Work work, Guid owner, TurnInput turn, CancellationToken ct)
    {
        var wrong = string.IsNullOrWhiteSpace(turn.Speaker) ? new Refusal("turn.speakerMissing", nameof(turn.Speaker))
            : string.IsNullOrWhiteSpace(turn.Text) ? new Refusal("turn.textMissing", nameof(turn.Text))
            : Secrets.InText(turn.Text, nameof(turn.Text));
        if (wrong is not null)
        {
            return wrong;
        }

        if (turn.Id is { } id && await work.Db.Set<SpokenTurn>().AnyAsync(t => t.Id == id, ct))
        {
            return false;
        }

        work.Db.Add(new SpokenTurn
        {
            Id = turn.Id ?? Guid.CreateVersion7(), OwnerId = owner, Kind = turn.Kind, Speaker = turn.Speaker!.Trim(), Text = turn.Text!.Trim(), RecordedAt = work.Now,
        });

        return true;
    }
}
