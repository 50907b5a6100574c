using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>Passing a letter on, or guiding its sender: a draft in the room of official letters, or at once where the paper was signed outside.</summary>
public sealed record LetterSendingInput
{
    /// <summary>The competent body, of the council's list; null where <see cref="To"/> names another.</summary>
    public Guid? AgencyId { get; init; }

    [StringLength(300)]
    public string? To { get; init; }

    /// <summary>Given with <see cref="IssuedOn"/>: signed and numbered outside already.</summary>
    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>The sender was told of it on the same day.</summary>
    public bool SenderTold { get; init; }
}

/// <summary>Chuyển đơn, hướng dẫn: as official letters (công văn) that name no sender of a protected letter.</summary>
public sealed class CitizenLetterSending(OperationRunner operations, SenderVault vault, FormTexts form)
{
    /// <summary>Passes the letter on to the competent body.</summary>
    /// <returns>Id of the official letter; refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>, <c>.notToTransfer</c>, <c>.inAnotherLetter</c>, <c>.recipientMissing</c>, <c>.dayWrong</c>, <c>agency.notFound</c>,
    /// <c>.namesSender</c>, <c>letter.*</c>.</returns>
    public Task<Result<Guid>> TransferAsync(string code, LetterSendingInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<HandleCitizenLetters>(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (letter, capacity) = found.Value;
            if (letter.State != CitizenLetterState.ToTransfer || letter.TransferLetterId is not null)
            {
                return new Refusal(letter.TransferLetterId is null ? "citizenLetter.notToTransfer" : "citizenLetter.inAnotherLetter", null, code);
            }

            var agency = await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == asked.AgencyId && a.CouncilId == letter.CouncilId && a.Until == null, token);
            var to = agency?.Name ?? CitizenLetterFinder.Clean(asked.To);
            if (asked.AgencyId is not null && agency is null)
            {
                return new Refusal("agency.notFound", nameof(asked.AgencyId));
            }

            if (await WrongAsync(work, letter, asked, to, token) is { } wrong)
            {
                return wrong;
            }

            var sent = work.DraftLetter(LetterFor(letter, CitizenLetterTransfer.KindCode, form["form.citizenLetter.transfer.abstract", form["form.citizenLetter.kind." + letter.Kind], letter.Code], agency?.Id, to!), capacity);
            letter.DraftTransfer(sent.Id, agency?.Id, to!);

            return await IssueAsync(work, letter, sent, asked, capacity, token);
        }, ct);

    /// <summary>Guides the sender to the competent body, or answers that the letter is not handled.</summary>
    /// <returns>Id of the official letter; refusals as of <see cref="TransferAsync"/>, <c>citizenLetter.alreadyDecided</c>, <c>.noSender</c>.</returns>
    public Task<Result<Guid>> GuideAsync(string code, LetterSendingInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<HandleCitizenLetters>(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (letter, capacity) = found.Value;
            if (!CitizenLetterStates.Undecided.Contains(letter.State) || letter.GuidanceLetterId is not null || letter.IsAnonymous)
            {
                return new Refusal(
                    letter.IsAnonymous ? "citizenLetter.noSender" : letter.GuidanceLetterId is null ? "citizenLetter.alreadyDecided" : "citizenLetter.inAnotherLetter", null, code);
            }

            var to = CitizenLetterFinder.Clean(asked.To);
            if (await WrongAsync(work, letter, asked, to, token) is { } wrong)
            {
                return wrong;
            }

            // The list of official letters is read by many: the sender stands in the paper, not in the list.
            var sent = work.DraftLetter(
                LetterFor(letter, CitizenLetterGuidance.KindCode, form["form.citizenLetter.guidance.abstract", form["form.citizenLetter.kind." + letter.Kind], letter.Code], null, form["form.citizenLetter.sender", letter.Code]), capacity);
            letter.DraftGuidance(sent.Id, to);

            return await IssueAsync(work, letter, sent, asked, capacity, token);
        }, ct);

    private async Task<Refusal?> WrongAsync(Work work, CitizenLetter letter, LetterSendingInput asked, string? to, CancellationToken ct) =>
        to is null ? new Refusal("citizenLetter.recipientMissing", nameof(asked.To))
        : asked.IssuedOn is { } on && CitizenLetterDesk.WrongDay(on, letter.ReceivedOn, work.Today, nameof(asked.IssuedOn)) is { } day ? day
        : await work.NamedAsync(vault, letter, ct, (to, nameof(asked.To)), (asked.Number, nameof(asked.Number)));

    private static NewLetter LetterFor(CitizenLetter letter, string kind, string about, Guid? agency, string to) => new()
    {
        SenderCouncilId = letter.CouncilId, ProvinceId = letter.ProvinceId, Kind = kind, Abstract = about, RecipientAgencyId = agency, RecipientName = to,
    };

    private static async Task<Result<Guid>> IssueAsync(Work work, CitizenLetter letter, OfficialLetter sent, LetterSendingInput asked, Capacity capacity, CancellationToken ct)
    {
        if (asked.IssuedOn is not { } on)
        {
            return sent.Id;
        }

        if (asked.SenderTold)
        {
            letter.TellHandling(on);
        }

        return await work.IssueOutsideAsync(sent, new IssuedOutside { Number = asked.Number, IssuedOn = on }, capacity, ct) is { } refusal ? refusal : sent.Id;
    }
}
