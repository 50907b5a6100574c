using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>The first look at a letter: may it be handled, and by whom.</summary>
public sealed record ScreeningInput
{
    public required bool IsEligible { get; init; }

    /// <summary>Ours, or another body's; asked of an eligible letter only.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Rule of the settlement; null is the usual one of the kind.</summary>
    public string? SettleRule { get; init; }

    /// <summary>Why it is not eligible: a code of the catalogue.</summary>
    public string? Reason { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    public DateOnly? On { get; init; }
}

/// <summary>The result of a letter as it came.</summary>
public sealed record LetterAnswerInput
{
    /// <summary>Who settled it; null is the body it was passed to, or the council itself.</summary>
    [StringLength(300)]
    public string? By { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    /// <summary>The day it came; null is today.</summary>
    public DateOnly? On { get; init; }

    public DateOnly? SettledOn { get; init; }

    [StringLength(10_000)]
    public string? Words { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];
}

/// <summary>Xử lý đơn: conditions, authority, filing, result, the sender told, the end.</summary>
public sealed class CitizenLetterDesk(OperationRunner operations, SenderVault vault, CitizenLetterTerms terms, FollowUps followUps)
{
    /// <returns>Refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>, <c>.alreadyDecided</c>, <c>.dayWrong</c>, <c>.reasonMissing</c>, <c>.noteMissing</c>, <c>.ruleUnknown</c>, <c>.namesSender</c>.</returns>
    public Task<Result> ScreenAsync(string code, ScreeningInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<HandleCitizenLetters>(code, CitizenLetterStates.Undecided, acting, async (work, hand, token) =>
        {
            var (letter, on) = (hand.Letter, asked.On ?? work.Today);
            if ((WrongDay(on, letter.ReceivedOn, work.Today, nameof(asked.On)) ?? await work.NamedAsync(vault, letter, token, (asked.Note, nameof(asked.Note)))) is { } wrong)
            {
                return wrong;
            }

            if (!asked.IsEligible)
            {
                if (await work.WrongReasonAsync(letter, asked.Reason, asked.Note, token) is { } refusal)
                {
                    return refusal;
                }

                letter.FindWanting(on, asked.Reason!, CitizenLetterFinder.Clean(asked.Note));
                work.Record(new CitizenLetterFoundWanting(CitizenLetterEvent.About(letter), asked.Reason!, on), hand.Capacity);

                return Result.Done;
            }

            var rules = CitizenLetterRules.SettleRules(letter.Kind);
            var rule = asked.SettleRule ?? rules[0];
            if (!rules.Contains(rule))
            {
                return new Refusal("citizenLetter.ruleUnknown", nameof(asked.SettleRule));
            }

            if (asked.IsOwn)
            {
                letter.Accept(on, rule, await terms.DueAsync(work, rule, letter.CouncilId, on, token));
            }
            else
            {
                letter.GiveOver(on, rule, await terms.TransferAsync(work, letter, on, token));
            }

            work.Record(new CitizenLetterScreened(CitizenLetterEvent.About(letter), letter.Authority, on, letter.DueOn), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>Lưu, không xử lý, with its reason; of one that repeats another its code.</summary>
    /// <returns>Refusals <c>citizenLetter.alreadyDecided</c>, <c>.dayWrong</c>, <c>.reasonMissing</c>, <c>.noteMissing</c>, <c>.duplicateUnknown</c>, <c>.namesSender</c>.</returns>
    public Task<Result> FileAsync(string code, string? reason, string? note, string? duplicateOf, DateOnly? day, Acting acting, CancellationToken ct) =>
        ActAsync<HandleCitizenLetters>(code, CitizenLetterStates.Undecided, acting, async (work, hand, token) =>
        {
            var (letter, on, repeated) = (hand.Letter, day ?? work.Today, CitizenLetterFinder.Clean(duplicateOf));
            if ((WrongDay(on, letter.ReceivedOn, work.Today, "On") ?? await work.WrongReasonAsync(letter, reason, note, token) ?? await work.NamedAsync(vault, letter, token, (note, "Note"))) is { } wrong)
            {
                return wrong;
            }

            var isDuplicate = reason == CitizenLetterCatalogues.Duplicate;
            if (isDuplicate && (repeated == code || await work.LetterAsync<HandleCitizenLetters>(repeated ?? "", token, byHandlers: false) is { IsRefused: true }))
            {
                return new Refusal("citizenLetter.duplicateUnknown", "DuplicateOf", repeated ?? "");
            }

            letter.PutAway(reason!, CitizenLetterFinder.Clean(note), isDuplicate ? repeated : null, on);
            work.Record(new CitizenLetterFiled(CitizenLetterEvent.About(letter), reason!, on), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>The sender was told how the letter is handled (Law 42/2013/QH13 Art 28.1).</summary>
    /// <returns>Refusals <c>citizenLetter.wrongStep</c>, <c>.dayWrong</c>.</returns>
    public Task<Result> TellHandlingAsync(string code, DateOnly? day, Acting acting, CancellationToken ct) =>
        ActAsync<HandleCitizenLetters>(code, [CitizenLetterState.Accepted, CitizenLetterState.ToTransfer, CitizenLetterState.Transferred], acting, (work, hand, _) =>
        {
            var on = day ?? work.Today;
            if (WrongDay(on, hand.Letter.ReceivedOn, work.Today, "On") is { } wrong)
            {
                return Task.FromResult<Result>(wrong);
            }

            hand.Letter.TellHandling(on);
            work.Record(new CitizenLetterMended(CitizenLetterEvent.About(hand.Letter)), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>More time to settle, with the reason told to the sender.</summary>
    /// <returns>Refusals <c>citizenLetter.wrongStep</c>, <c>.extendedBack</c>, <c>.noteMissing</c>, <c>.namesSender</c>.</returns>
    public Task<Result> ExtendAsync(string code, DateOnly? to, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync<HandleCitizenLetters>(code, [CitizenLetterState.Accepted, CitizenLetterState.Transferred], acting, async (work, hand, token) =>
        {
            var letter = hand.Letter;
            if (letter.Duty is null || to is not { } day || day <= (letter.DueOn ?? work.Today))
            {
                return new Refusal(letter.Duty is null ? "citizenLetter.wrongStep" : "citizenLetter.extendedBack", "To");
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("citizenLetter.noteMissing", "Reason");
            }

            if (await work.NamedAsync(vault, letter, token, (reason, "Reason")) is { } named)
            {
                return named;
            }

            letter.Extend(day, reason.Trim());
            work.Record(new CitizenLetterExtended(CitizenLetterEvent.About(letter), day, reason.Trim()), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>The result: by the agency that got the letter, or written down by the clerk with the number of the document.</summary>
    /// <returns>Refusals <c>citizenLetter.wrongStep</c>, <c>.dayWrong</c>, <c>.settledWrong</c>, <c>.answerMissing</c>, <c>.numberMissing</c>, <c>.namesSender</c>, <c>.fileNotProtected</c>, <c>text.secret</c>.</returns>
    public Task<Result> AnswerAsync(string code, LetterAnswerInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<AnswerCitizenLetters>(code, CitizenLetterStates.BeingSettled, acting, async (work, hand, token) =>
        {
            var (letter, on) = (hand.Letter, asked.On ?? work.Today);
            if (await WrongAnswerAsync(work, hand, asked, on, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var by = CitizenLetterFinder.Clean(asked.By) ?? letter.TransferredTo ?? hand.Capacity.PlaceName;
            var report = asked.SettledOn is { } settled ? await terms.DueAsync(work, DeadlineRuleCatalogue.LetterResultReport, letter.CouncilId, settled, token) : null;
            letter.TakeAnswer(by, CitizenLetterFinder.Clean(asked.Number), on, asked.SettledOn, report, asked.Words!.Trim(), await terms.DueAsync(work, DeadlineRuleCatalogue.LetterSenderTold, letter.CouncilId, on, token));
            await followUps.SettleAsync(work, letter.Id, FollowUpState.Done, token);
            foreach (var file in asked.Files)
            {
                await work.AttachAsync(letter.IsProtected ? file with { FileName = "ket-qua" + Documents.Uploads.FileKinds.Extension(file.Kind) } : file, CitizenLetterFiles.OwnerKind, letter.Id, token);
            }

            work.Record(new CitizenLetterAnswered(CitizenLetterEvent.About(letter), by, letter.AnswerNumber, on), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>The sender was told the result.</summary>
    /// <returns>Refusals <c>citizenLetter.wrongStep</c>, <c>.dayWrong</c>.</returns>
    public Task<Result> TellAsync(string code, DateOnly? day, string? number, Acting acting, CancellationToken ct) =>
        ActAsync<HandleCitizenLetters>(code, [CitizenLetterState.Answered], acting, (work, hand, _) =>
        {
            var (letter, on) = (hand.Letter, day ?? work.Today);
            if (WrongDay(on, letter.AnsweredOn!.Value, work.Today, "On") is { } wrong)
            {
                return Task.FromResult<Result>(wrong);
            }

            letter.Tell(on, CitizenLetterFinder.Clean(number));
            work.Record(new CitizenLetterSenderTold(CitizenLetterEvent.About(letter), letter.ToldNumber, on), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <returns>Refusal <c>citizenLetter.wrongStep</c>: somebody must still be told.</returns>
    public Task<Result> CloseAsync(string code, Acting acting, CancellationToken ct) =>
        ActAsync<HandleCitizenLetters>(code, [CitizenLetterState.Answered, CitizenLetterState.Told], acting, (work, hand, _) =>
        {
            var letter = hand.Letter;
            if (letter.State == CitizenLetterState.Answered && !letter.IsAnonymous)
            {
                return Task.FromResult<Result>(new Refusal("citizenLetter.senderNotTold", null, code));
            }

            letter.Close(work.Today);
            work.Record(new CitizenLetterClosed(CitizenLetterEvent.About(letter)), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    internal static Refusal? WrongDay(DateOnly on, DateOnly notBefore, DateOnly today, string field) =>
        on > today || on < notBefore ? new Refusal("citizenLetter.dayWrong", field) : null;

    private async Task<List<Refusal>> WrongAnswerAsync(Work work, LetterInHand hand, LetterAnswerInput asked, DateOnly on, CancellationToken ct)
    {
        var letter = hand.Letter;
        List<Refusal?> wrong =
        [
            WrongDay(on, letter.TransferredOn ?? letter.ScreenedOn ?? letter.ReceivedOn, work.Today, nameof(asked.On)),
            asked.SettledOn > on ? new Refusal("citizenLetter.settledWrong", nameof(asked.SettledOn)) : null,
            string.IsNullOrWhiteSpace(asked.Words) ? new Refusal("citizenLetter.answerMissing", nameof(asked.Words)) : null,
            // Who writes down another's result has the paper that proves it.
            hand.Capacity.AgencyId is null && letter.TransferredOn is not null && string.IsNullOrWhiteSpace(asked.Number) ? new Refusal("citizenLetter.numberMissing", nameof(asked.Number)) : null,
            letter.IsProtected && asked.Files.Any(f => f.SealedKey is null) ? new Refusal("citizenLetter.fileNotProtected", nameof(asked.Files)) : null,
            Secrets.InText(asked.Words, nameof(asked.Words)),
            await work.NamedAsync(vault, letter, ct, (asked.Words, nameof(asked.Words)), (asked.By, nameof(asked.By)), (asked.Number, nameof(asked.Number))),
        ];

        return [.. wrong.OfType<Refusal>()];
    }

    private Task<Result> ActAsync<T>(string code, IReadOnlyList<CitizenLetterState> states, Acting acting, Func<Work, LetterInHand, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() => operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (states.Contains(found.Value.Letter.State))
            {
                return await act(work, found.Value, token);
            }

            return new Refusal(ReferenceEquals(states, CitizenLetterStates.Undecided) ? "citizenLetter.alreadyDecided" : "citizenLetter.wrongStep", null, code);
        }, ct);
}
