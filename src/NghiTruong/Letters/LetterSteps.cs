using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>A letter that an activity drafts.</summary>
public sealed record NewLetter
{
    /// <summary>The record whose council sends; <see cref="SenderCouncilId"/> wins.</summary>
    public required Guid SenderCouncilId { get; init; }

    public required Guid ProvinceId { get; init; }

    public required string Kind { get; init; }

    public string? Abstract { get; init; }

    public string? Text { get; init; }

    public required string RecipientName { get; init; }

    public Guid? RecipientAgencyId { get; init; }

    public Guid? RecipientCouncilId { get; init; }

    public Guid? BodyId { get; init; }

    public string? Notation { get; init; }

    public Guid? AboutLetterId { get; init; }

    public DateOnly? AnswerDueOn { get; init; }
}

/// <summary>What a document signed and numbered outside the product shows.</summary>
public sealed record IssuedOutside
{
    /// <summary>Null for a letter that was sent without a number.</summary>
    public string? Number { get; init; }

    public string? Notation { get; init; }

    /// <summary>Null takes <see cref="IssuedOn"/>.</summary>
    public DateOnly? SignedOn { get; init; }

    public string? Signer { get; init; }

    public required DateOnly IssuedOn { get; init; }
}

/// <summary>Drafts letters and moves them, inside the operation of the activity that asks. Handlers of the events react in the same transaction.</summary>
public static class LetterSteps
{
    public static OfficialLetter DraftLetter(this Work work, NewLetter asked, Capacity capacity)
    {
        var letter = new OfficialLetter
        {
            Id = Guid.CreateVersion7(),
            CouncilId = asked.SenderCouncilId,
            ProvinceId = asked.ProvinceId,
            OriginCouncilId = asked.SenderCouncilId,
            BodyId = asked.BodyId,
            Kind = asked.Kind,
            Abstract = asked.Abstract ?? "",
            Text = asked.Text,
            RecipientAgencyId = asked.RecipientAgencyId,
            RecipientCouncilId = asked.RecipientCouncilId,
            RecipientName = asked.RecipientName,
            Notation = asked.Notation,
            AboutLetterId = asked.AboutLetterId,
            AnswerDueOn = asked.AnswerDueOn,
            CreatedAt = work.Now,
        };
        work.Db.Add(letter);
        work.Record(new LetterDrafted(LetterEvent.About(letter), letter.Kind, letter.RecipientName), capacity);

        return letter;
    }

    /// <summary>A letter to the same recipient about this one.</summary>
    public static NewLetter Notice(this OfficialLetter letter, string kind, string subject) => new()
    {
        SenderCouncilId = letter.CouncilId,
        ProvinceId = letter.ProvinceId,
        Kind = kind,
        Abstract = subject,
        RecipientName = letter.RecipientName,
        RecipientAgencyId = letter.RecipientAgencyId,
        RecipientCouncilId = letter.RecipientCouncilId,
        BodyId = letter.BodyId,
        Notation = letter.Notation,
        AboutLetterId = letter.Id,
    };

    /// <summary>Đã ký và cấp số ngoài hệ thống: all steps at once.</summary>
    /// <returns>Refusals <c>letter.issuedInFuture</c>, <c>letter.signedAfterIssue</c>, <c>letter.alreadyOut</c>, <c>letter.numberTaken</c>, <c>letter.numberWrong</c> ...</returns>
    public static async Task<Refusal?> IssueOutsideAsync(this Work work, OfficialLetter letter, IssuedOutside seen, Capacity capacity, CancellationToken ct)
    {
        if (WrongIn(letter, seen, work.Today) is { } wrong)
        {
            return wrong;
        }

        LetterNumber? number = null;
        if (letter.Number is null && !string.IsNullOrWhiteSpace(seen.Number))
        {
            var given = LetterNumber.ParseSeen(seen.Number, seen.Notation ?? letter.Notation);
            var typed = given.IsRefused ? given : await LetterNumbering.TypedAsync(work, letter, given.Value, seen.IssuedOn, ct);
            if (typed.IsRefused)
            {
                return typed.Refusals[0];
            }

            number = typed.Value;
        }

        letter.StandAsIssued(seen.SignedOn ?? seen.IssuedOn, seen.Signer, number, seen.IssuedOn);
        work.Record(new LetterIssued(LetterEvent.About(letter), letter.FullNumber, letter.RecipientName, seen.IssuedOn, Afterwards: true), capacity);

        return null;
    }

    private static Refusal? WrongIn(OfficialLetter letter, IssuedOutside seen, DateOnly today)
    {
        if (!LetterStates.OnTheWay.Contains(letter.State))
        {
            return new Refusal("letter.alreadyOut", null, letter.FullNumber ?? letter.Abstract);
        }

        if (seen.IssuedOn > today)
        {
            return new Refusal("letter.issuedInFuture", nameof(seen.IssuedOn));
        }

        return (letter.SignedOn ?? seen.SignedOn) > seen.IssuedOn ? new Refusal("letter.signedAfterIssue", nameof(seen.IssuedOn)) : null;
    }
}
