using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>A letter loaded for an act, and the capacity that allows it.</summary>
public sealed record LetterInHand(CitizenLetter Letter, Capacity Capacity);

/// <summary>Loads for an act. What one may not even see is "not found"; what one may see but not do so is refused by name.</summary>
internal static class CitizenLetterFinder
{
    /// <returns>Refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>.</returns>
    public static async Task<Result<LetterInHand>> LetterAsync<T>(this Work work, string code, CancellationToken ct, bool byHandlers = true)
        where T : Permission, new()
    {
        if (await work.Db.Set<CitizenLetter>().VisibleTo(work.Acting, work.Db).FirstOrDefaultAsync(l => l.Code == code, ct) is not { } letter)
        {
            return new Refusal("citizenLetter.notFound", null, code);
        }

        var capacity = work.CapacityFor<T>(letter) ?? (letter is { TransferredOn: not null, TransferAgencyId: { } agency } ? work.Acting.CapacityAtAgency<T>(agency) : null);
        if (capacity is null)
        {
            return new Refusal("citizenLetter.notAllowed", null, code);
        }

        // At the desk a protected letter is worked on by those named for it alone; the agency that got it answers on its own paper.
        return byHandlers && letter.IsProtected && capacity.AgencyId is null && !await work.IsHandlerAsync(letter.Id, ct)
            ? new Refusal("citizenLetter.notHandler", null, code)
            : new LetterInHand(letter, capacity);
    }

    public static async Task<bool> IsHandlerAsync(this Work work, Guid letter, CancellationToken ct)
    {
        var me = work.Acting.UserId;

        return await work.Db.Set<LetterHandler>().AnyAsync(h => h.LetterId == letter && h.UserId == me && h.Until == null, ct);
    }

    public static async Task<List<LetterSender>> SendersAsync(this Work work, Guid letter, CancellationToken ct) =>
        await work.Db.Set<LetterSender>().Where(s => s.LetterId == letter).OrderBy(s => s.Id).ToListAsync(ct);

    /// <summary>What is typed on a protected letter names no sender.</summary>
    public static async Task<Refusal?> NamedAsync(this Work work, SenderVault vault, CitizenLetter letter, CancellationToken ct, params (string? Text, string Field)[] typed)
    {
        if (!letter.IsProtected)
        {
            return null;
        }

        var senders = (await work.SendersAsync(letter.Id, ct)).ConvertAll(vault.Open);

        return typed.Select(t => SenderVault.NamedIn(t.Text, senders, t.Field)).FirstOrDefault(r => r is not null);
    }

    public static async Task<Refusal?> WrongReasonAsync(this Work work, CitizenLetter letter, string? reason, string? note, CancellationToken ct)
    {
        var catalogue = CitizenLetterCatalogues.Reasons;
        var defined = await DefinitionBook.ReadAsync(work.Db, catalogue, new DefinitionPlace(letter.CouncilId, letter.ProvinceId), work.Today, ct);

        return defined.Standing("").All(e => e.Code != reason) ? new Refusal("citizenLetter.reasonMissing", "Reason")
            : reason == "other" && string.IsNullOrWhiteSpace(note) ? new Refusal("citizenLetter.noteMissing", "Note")
            : null;
    }

    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Due days of letters by the rule table.</summary>
public sealed class CitizenLetterTerms(RuleBook rules)
{
    public async Task<DateOnly?> DueAsync(Work work, string rule, Guid council, DateOnly from, CancellationToken ct)
    {
        var tier = await work.Db.Set<Council>().Where(c => c.Id == council).Select(c => c.Tier).FirstAsync(ct);

        return (await rules.ReadAsync(ct)).Due(rule, tier.ToString(), council, from)?.Deadline.Due;
    }

    /// <summary>By when an eligible letter must be passed on: a denunciation from the day it was looked at, others by the day of the first answer.</summary>
    public async Task<DateOnly?> TransferAsync(Work work, CitizenLetter letter, DateOnly on, CancellationToken ct) => letter.Kind is CitizenLetterKind.Denunciation or CitizenLetterKind.Mixed
        ? await DueAsync(work, DeadlineRuleCatalogue.DenunciationTransfer, letter.CouncilId, on, ct)
        : await DueAsync(work, DeadlineRuleCatalogue.CitizenAnswer, letter.CouncilId, letter.ReceivedOn, ct);

    /// <summary>The day and the start of what the letter's own desk owes now; null where nothing of a rule is owed.</summary>
    public static (string Rule, DateOnly From)? OwedBy(CitizenLetter l) => l.Duty switch
    {
        CitizenLetterDuty.FirstHandling => (CitizenLetterRules.FirstRule(l.Kind), l.ReceivedOn),
        CitizenLetterDuty.Transfer when CitizenLetterRules.IsProtected(l.Kind) => (DeadlineRuleCatalogue.DenunciationTransfer, l.ScreenedOn ?? l.ReceivedOn),
        CitizenLetterDuty.Transfer => (DeadlineRuleCatalogue.CitizenAnswer, l.ReceivedOn),
        CitizenLetterDuty.Settle => (l.SettleRule ?? CitizenLetterRules.SettleRules(l.Kind)[0], l.ScreenedOn ?? l.ReceivedOn),
        CitizenLetterDuty.Result => (l.SettleRule ?? CitizenLetterRules.SettleRules(l.Kind)[0], l.TransferredOn ?? l.ReceivedOn),
        CitizenLetterDuty.Tell => (DeadlineRuleCatalogue.LetterSenderTold, l.AnsweredOn ?? l.ReceivedOn),
        _ => null,
    };
}
