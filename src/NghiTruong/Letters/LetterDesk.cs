using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>A letter as a clerk writes or changes it.</summary>
public sealed record LetterInput
{
    public required Guid CouncilId { get; init; }

    [StringLength(500)]
    public required string Abstract { get; init; }

    [StringLength(20_000)]
    public string? Text { get; init; }

    /// <summary>An agency of the council's list; null where <see cref="RecipientName"/> names somebody else.</summary>
    public Guid? RecipientAgencyId { get; init; }

    [StringLength(300)]
    public string? RecipientName { get; init; }

    public Guid? BodyId { get; init; }

    [StringLength(40)]
    public string? Notation { get; init; }

    public DateOnly? AnswerDueOn { get; init; }

    /// <summary>The version the person saw; null where the caller does not say.</summary>
    public int? Version { get; init; }
}

/// <summary>Soạn và trình ký: drafting, submitting, sending back, signing, discarding.</summary>
public sealed class LetterDesk(OperationRunner operations, IEnumerable<ILetterContent> kinds)
{
    /// <summary>A letter written by hand; rooms draft theirs by <see cref="LetterSteps.DraftLetter"/>.</summary>
    /// <returns>Id of the letter; refusals <c>council.notFound</c>, <c>letter.abstractMissing</c>, <c>letter.recipientMissing</c>, <c>agency.notFound</c>, <c>text.secret</c>.</returns>
    public Task<Result<Guid>> DraftAsync(LetterInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || work.Acting.CapacityFor<PrepareLetters>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            if (await WrongAsync(work, asked, token) is { Count: > 0 } wrong)
            {
                return Result<Guid>.Refuse(wrong);
            }

            return work.DraftLetter(
                new NewLetter
                {
                    SenderCouncilId = council.Id,
                    ProvinceId = council.ProvinceId,
                    Kind = GeneralLetter.KindCode,
                    Abstract = asked.Abstract.Trim(),
                    Text = asked.Text,
                    RecipientAgencyId = asked.RecipientAgencyId,
                    RecipientName = await RecipientAsync(work, asked, token),
                    BodyId = asked.BodyId,
                    Notation = asked.Notation,
                    AnswerDueOn = asked.AnswerDueOn,
                },
                capacity).Id;
        }, ct);

    /// <summary>Changes the words before it is signed; whoever reads it to sign sees the new ones.</summary>
    public Task<Result> EditAsync(Guid id, LetterInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<PrepareLetters>(id, LetterStates.Editable, acting, async (work, hand, token) =>
        {
            var letter = hand.Letter;
            if (Work.ChangedMeanwhile(letter, asked.Version) is { } changed)
            {
                return changed;
            }

            var isGeneral = letter.Kind == GeneralLetter.KindCode;
            // A room's letter keeps its recipient, who need not stand in the council's own list.
            var mended = isGeneral ? asked : asked with { RecipientAgencyId = null, RecipientName = letter.RecipientName };
            if (await WrongAsync(work, mended with { CouncilId = letter.CouncilId }, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            if (await WrongWordsAsync(work, letter, asked, token) is { } words)
            {
                return words;
            }

            (letter.Abstract, letter.Text, letter.BodyId) = (asked.Abstract.Trim(), asked.Text, asked.BodyId);
            (letter.Notation, letter.AnswerDueOn) = (asked.Notation, asked.AnswerDueOn);
            if (isGeneral)
            {
                (letter.RecipientAgencyId, letter.RecipientName) = (asked.RecipientAgencyId, await RecipientAsync(work, asked, token));
            }

            work.Record(new LetterEdited(LetterEvent.About(letter)), hand.Capacity);

            return Result.Done;
        }, ct);

    public Task<Result> SubmitAsync(Guid id, Acting acting, CancellationToken ct) =>
        ActAsync<PrepareLetters>(id, [LetterState.Draft], acting, (work, hand, _) =>
        {
            if (string.IsNullOrWhiteSpace(hand.Letter.Abstract))
            {
                return Refuse("letter.abstractMissing", "Abstract");
            }

            hand.Letter.Submit(work.Today);
            work.Record(new LetterSubmitted(LetterEvent.About(hand.Letter)), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Whoever signs sends it back with what to change.</summary>
    public Task<Result> ReturnAsync(Guid id, string reason, Acting acting, CancellationToken ct) =>
        ActAsync<SignLetters>(id, [LetterState.Submitted], acting, (work, hand, _) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Refuse("letter.reasonMissing", "Reason");
            }

            hand.Letter.Return();
            work.Record(new LetterReturned(LetterEvent.About(hand.Letter), reason.Trim()), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>A committee's letters are signed by its head, all others by the Standing Committee.</summary>
    /// <returns>Refusal <c>letter.notYourBody</c>.</returns>
    public Task<Result> SignAsync(Guid id, Acting acting, CancellationToken ct) =>
        ActAsync<SignLetters>(id, [LetterState.Submitted], acting, async (work, hand, token) =>
        {
            var letter = hand.Letter;
            var body = await work.Db.Set<Body>().FirstOrDefaultAsync(b => b.Id == letter.BodyId, token);
            var role = body?.Kind == BodyKind.Committee ? Role.CommitteeHead : Role.StandingCommittee;
            var capacity = acting.IsSystem ? hand.Capacity : acting.Capacities.FirstOrDefault(c => c.Role == role && c.CouncilId == letter.CouncilId);
            if (capacity is null)
            {
                return new Refusal("letter.notYourBody", null, body?.Name ?? "");
            }

            var signer = body?.SignerName ?? (acting.IsSystem ? null : acting.FullName);
            letter.Sign(work.Today, signer);
            work.Record(new LetterSigned(LetterEvent.About(letter), work.Today, signer), capacity);

            return Result.Done;
        }, ct);

    /// <summary>A draft nobody wants any more; what hung on it is free again.</summary>
    public Task<Result> DiscardAsync(Guid id, Acting acting, CancellationToken ct) =>
        ActAsync<PrepareLetters>(id, LetterStates.Editable, acting, (work, hand, _) =>
        {
            hand.Letter.Discard();
            work.Record(new LetterDiscarded(LetterEvent.About(hand.Letter)), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    private async Task<Refusal?> WrongWordsAsync(Work work, OfficialLetter letter, LetterInput asked, CancellationToken ct) => kinds.FirstOrDefault(k => k.Kind == letter.Kind) is not { } kind
        ? null
        : await kind.WrongWordsAsync(work.Db, letter, asked.Abstract, nameof(asked.Abstract), ct) ?? await kind.WrongWordsAsync(work.Db, letter, asked.Text, nameof(asked.Text), ct);

    private static async Task<List<Refusal>> WrongAsync(Work work, LetterInput asked, CancellationToken ct)
    {
        List<Refusal?> wrong =
        [
            string.IsNullOrWhiteSpace(asked.Abstract) ? new Refusal("letter.abstractMissing", nameof(asked.Abstract)) : null,
            Secrets.InText(asked.Abstract, nameof(asked.Abstract)),
            Secrets.InText(asked.Text, nameof(asked.Text)),
            asked.RecipientAgencyId is null && string.IsNullOrWhiteSpace(asked.RecipientName) ? new Refusal("letter.recipientMissing", nameof(asked.RecipientName)) : null,
            !string.IsNullOrWhiteSpace(asked.Notation) && LetterNumber.NotationOf(asked.Notation) is { IsRefused: true } notation ? notation.Refusals[0] : null,
        ];
        if (asked.RecipientAgencyId is { } agency && !await work.Db.Set<Agency>().AnyAsync(a => a.Id == agency && a.CouncilId == asked.CouncilId, ct))
        {
            wrong.Add(new Refusal("agency.notFound", nameof(asked.RecipientAgencyId)));
        }

        if (asked.BodyId is { } body && !await work.Db.Set<Body>().AnyAsync(b => b.Id == body && b.CouncilId == asked.CouncilId, ct))
        {
            wrong.Add(new Refusal("letter.bodyUnknown", nameof(asked.BodyId)));
        }

        return [.. wrong.OfType<Refusal>()];
    }

    private static async Task<string> RecipientAsync(Work work, LetterInput asked, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(asked.RecipientName)
            ? await work.Db.Set<Agency>().Where(a => a.Id == asked.RecipientAgencyId).Select(a => a.Name).FirstAsync(ct)
            : asked.RecipientName.Trim();

    private Task<Result> ActAsync<T>(
        Guid id, IReadOnlyList<LetterState> states, Acting acting, Func<Work, LetterInHand, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() => operations.RunAsync(acting, (work, token) => work.OnLetterAsync<T>(id, states, act, token), ct);

    private static Task<Result> Refuse(string code, string field) => Task.FromResult<Result>(new Refusal(code, field));
}

internal static class LetterActs
{
    /// <summary>Finds the letter for an act that wants it in one of some states.</summary>
    /// <returns>Refusals <c>letter.notFound</c>, <c>letter.notAllowed</c>, <c>letter.wrongStep</c>.</returns>
    public static async Task<Result> OnLetterAsync<T>(
        this Work work, Guid id, IReadOnlyList<LetterState> states, Func<Work, LetterInHand, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new()
    {
        var found = await work.FindLetterAsync<T>(id, ct);
        if (found.IsRefused)
        {
            return found;
        }

        return states.Contains(found.Value.Letter.State) ? await act(work, found.Value, ct) : new Refusal("letter.wrongStep");
    }
}
