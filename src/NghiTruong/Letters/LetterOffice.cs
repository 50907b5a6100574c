using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>Văn thư: numbers, seals, issues, withdraws, keeps the signed copies (Decree 30/2020 Art 14 to 19).</summary>
public sealed class LetterOffice(OperationRunner operations, IEnumerable<ILetterContent> kinds)
{
    /// <summary>Gives the number typed from the register, or the next of our own series where <paramref name="number"/> is blank.</summary>
    /// <param name="on">The day of the document; null is today.</param>
    public Task<Result<string>> NumberAsync(Guid id, string? number, string? notation, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var done = await work.OnLetterAsync<IssueLetters>(id, [LetterState.Signed], (_, hand, t) => NumberOneAsync(work, hand, number, notation, on ?? work.Today, t), token);

            return done.IsRefused
                ? Result<string>.Refuse(done.Refusals)
                : (await work.Db.Set<OfficialLetter>().FindAsync([id], token))!.FullNumber!;
        }, ct);

    public Task<Result> SealAsync(Guid id, Acting acting, CancellationToken ct) =>
        ActAsync(id, [LetterState.Numbered], acting, (work, hand, _) =>
        {
            hand.Letter.Seal(work.Today);
            work.Record(new LetterSealed(LetterEvent.About(hand.Letter), work.Today), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Phát hành: from this day what the letter asks runs.</summary>
    public Task<Result> IssueAsync(Guid id, Acting acting, CancellationToken ct) =>
        ActAsync(id, [LetterState.Sealed], acting, (work, hand, _) =>
        {
            var letter = hand.Letter;
            letter.Issue(work.Today);
            work.Record(new LetterIssued(LetterEvent.About(letter), letter.FullNumber, letter.RecipientName, work.Today, Afterwards: false), hand.Capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Records afterwards what was signed, numbered and sent on paper or in another system, from whatever step it stands at.</summary>
    public Task<Result> RecordOutsideAsync(Guid id, IssuedOutside seen, StagedFile? copy, Acting acting, CancellationToken ct) =>
        ActAsync(id, LetterStates.OnTheWay, acting, async (work, hand, token) =>
        {
            if (string.IsNullOrWhiteSpace(seen.Number) && hand.Letter.Number is null)
            {
                return new Refusal("letter.numberMissing", nameof(seen.Number));
            }

            if (await work.IssueOutsideAsync(hand.Letter, seen, hand.Capacity, token) is { } refusal)
            {
                return refusal;
            }

            return copy is null ? Result.Done : await AddCopyAsync(work, hand, copy, token);
        }, ct);

    /// <summary>Thu hồi: number and letter stay, and a notice to the recipient is drafted.</summary>
    /// <returns>Id of the drafted notice.</returns>
    public Task<Result<Guid>> WithdrawAsync(Guid id, string reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var notice = Guid.Empty;
            var done = await work.OnLetterAsync<IssueLetters>(id, [LetterState.Issued], (_, hand, _) =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return Task.FromResult<Result>(new Refusal("letter.reasonMissing", "Reason"));
                }

                var letter = hand.Letter;
                letter.Withdraw(work.Today, reason.Trim());
                work.Record(new LetterWithdrawn(LetterEvent.About(letter), letter.FullNumber, reason.Trim()), hand.Capacity);
                notice = work.DraftLetter(NoticeOf(letter), hand.Capacity).Id;

                return Task.FromResult(Result.Done);
            }, token);

            return done.IsRefused ? Result<Guid>.Refuse(done.Refusals) : notice;
        }, ct);

    /// <summary>The signed scan or PDF becomes the official copy; the one before it stays in the story.</summary>
    public Task<Result> AttachCopyAsync(Guid id, StagedFile copy, Acting acting, CancellationToken ct) =>
        ActAsync(id, [.. LetterStates.SignedNotOut, LetterState.Issued, LetterState.Withdrawn], acting, (work, hand, token) => AddCopyAsync(work, hand, copy, token), ct);

    /// <summary>Lets the product number a notation from a first number on.</summary>
    public Task<Result> OpenSeriesAsync(Guid councilId, string notation, int first, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, token) is not { } council
                || work.Acting.CapacityFor<ManageLetterForms>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            var named = LetterNumber.NotationOf(notation);
            if (named.IsRefused || first < 1)
            {
                return named.IsRefused ? Result.Refuse(named.Refusals) : new Refusal("letter.numberWrong", "First", first);
            }

            if (await LetterNumbering.OpenAsync(work, councilId, named.Value, work.Today.Year, first, token) is { } refusal)
            {
                return refusal;
            }

            work.Record(new NumberSeriesOpened(new Subject("council", councilId, council.Code, councilId), named.Value, work.Today.Year, first), capacity);

            return Result.Done;
        }, ct);

    private static async Task<Result> NumberOneAsync(Work work, LetterInHand hand, string? typed, string? notation, DateOnly on, CancellationToken ct)
    {
        var letter = hand.Letter;
        if (on > work.Today)
        {
            return new Refusal("letter.issuedInFuture", "On");
        }

        if (on < letter.SignedOn)
        {
            return new Refusal("letter.numberedBeforeSigned", "On");
        }

        var given = string.IsNullOrWhiteSpace(typed)
            ? await FromSeriesAsync(work, letter, notation ?? letter.Notation, on, ct)
            : await FromRegisterAsync(work, letter, typed, notation ?? letter.Notation, on, ct);
        if (given.IsRefused)
        {
            return given;
        }

        letter.TakeNumber(given.Value, on);
        work.Record(new LetterNumbered(LetterEvent.About(letter), letter.FullNumber!, string.IsNullOrWhiteSpace(typed)), hand.Capacity);

        return Result.Done;
    }

    private static async Task<Result<LetterNumber>> FromRegisterAsync(Work work, OfficialLetter letter, string typed, string? notation, DateOnly on, CancellationToken ct)
    {
        var number = LetterNumber.Parse(typed, notation);

        return number.IsRefused ? number : await LetterNumbering.TypedAsync(work, letter, number.Value, on, ct);
    }

    private static async Task<Result<LetterNumber>> FromSeriesAsync(Work work, OfficialLetter letter, string? notation, DateOnly on, CancellationToken ct)
    {
        var named = LetterNumber.NotationOf(notation);

        return named.IsRefused ? Result<LetterNumber>.Refuse(named.Refusals) : await LetterNumbering.NextAsync(work, letter, named.Value, on, ct);
    }

    private static async Task<Result> AddCopyAsync(Work work, LetterInHand hand, StagedFile copy, CancellationToken ct)
    {
        var letter = hand.Letter;
        if (copy.CouncilId != letter.CouncilId)
        {
            return new Refusal("letter.notFound");
        }

        letter.SignedFileId = (await work.AttachAsync(copy, LetterFiles.OwnerKind, letter.Id, ct)).Id;
        work.Record(new LetterCopyAdded(LetterEvent.About(letter), copy.FileName), hand.Capacity);

        return Result.Done;
    }

    private NewLetter NoticeOf(OfficialLetter letter)
    {
        var kind = kinds.FirstOrDefault(k => k.Kind == letter.Kind)?.WithdrawalKind ?? WithdrawalNotice.KindCode;

        return letter.Notice(kind, kinds.First(k => k.Kind == kind).DefaultAbstract(letter));
    }

    private Task<Result> ActAsync(
        Guid id, IReadOnlyList<LetterState> states, Acting acting, Func<Work, LetterInHand, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, (work, token) => work.OnLetterAsync<IssueLetters>(id, states, act, token), ct);
}
