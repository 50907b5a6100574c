using NghiTruong.Documents.Files;
using NghiTruong.Language;
using NghiTruong.Law;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>Rules of the house on agreements, pure; each refusal has the name its test asserts.</summary>
public static class AgreementRules
{
    /// <summary>A duty that began longer ago would open tasks that nobody was asked for.</summary>
    public const int MonthsBack = 12;

    public static IReadOnlyList<Refusal> WrongIn(AgreementInput asked, DateOnly today) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Number) ? new Refusal("agreement.numberMissing", nameof(asked.Number)) : null,
            string.IsNullOrWhiteSpace(asked.Title) ? new Refusal("agreement.titleMissing", nameof(asked.Title)) : null,
            PartiesWrong(asked.Parties),
            FileUses.PartyRefusal(asked.Number, asked.File is not null, nameof(asked.File)),
            Secrets.InText(asked.Title, nameof(asked.Title)),
            Secrets.InText(asked.Scope, nameof(asked.Scope)),
            Secrets.InText(asked.Note, nameof(asked.Note)),
        }.Concat(DaysWrong(asked.SignedOn, asked.ValidFrom, asked.ValidUntil, today)).OfType<Refusal>(),
    ];

    public static IReadOnlyList<Refusal> WrongIn(RenewAgreementInput asked, CoordinationAgreement standing, DateOnly today) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Number) ? new Refusal("agreement.numberMissing", nameof(asked.Number)) : null,
            (asked.ValidFrom ?? asked.SignedOn) <= standing.ValidFrom ? new Refusal("agreement.renewedTooEarly", nameof(asked.ValidFrom), OfficialDate.Short(standing.ValidFrom)) : null,
            FileUses.PartyRefusal(asked.Number, asked.File is not null, nameof(asked.File)),
        }.Concat(DaysWrong(asked.SignedOn, asked.ValidFrom, asked.ValidUntil, today)).OfType<Refusal>(),
    ];

    public static IReadOnlyList<Refusal> WrongIn(AgreementDutyInput asked, DateOnly today) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Content) ? new Refusal("agreement.contentMissing", nameof(asked.Content)) : Secrets.InText(asked.Content, nameof(asked.Content)),
            asked.From < today.AddMonths(-MonthsBack) ? new Refusal("agreement.dutyFromTooEarly", nameof(asked.From), MonthsBack) : null,
        }.OfType<Refusal>(),
    ];

    /// <summary>The day from which its end is warned of; null where it has none, or no rule is in force.</summary>
    public static DateOnly? WarnDay(CoordinationAgreement agreement, Rules rules, string tier) =>
        agreement.ValidUntil is { } until ? rules.Due(DeadlineRuleCatalogue.AgreementRenewal, tier, agreement.CouncilId, until)?.Deadline.Due : null;

    private static IEnumerable<Refusal?> DaysWrong(DateOnly signed, DateOnly? from, DateOnly? until, DateOnly today) =>
    [
        signed > today ? new Refusal("agreement.signedInFuture", nameof(AgreementInput.SignedOn)) : null,
        from < signed ? new Refusal("agreement.fromBeforeSigned", nameof(AgreementInput.ValidFrom)) : null,
        until < (from ?? signed) ? new Refusal("agreement.untilBeforeFrom", nameof(AgreementInput.ValidUntil)) : null,
    ];

    /// <summary>Somebody of the council on one side, somebody else on the other, nobody twice.</summary>
    private static Refusal? PartiesWrong(IReadOnlyList<AgreementPartyInput> parties) =>
        !parties.Any(p => p.BodyId is not null) ? new Refusal("agreement.bodyMissing", nameof(AgreementInput.Parties))
        : parties.Count < 2 ? new Refusal("agreement.partyMissing", nameof(AgreementInput.Parties))
        : parties.Distinct().Count() < parties.Count ? new Refusal("agreement.partyTwice", nameof(AgreementInput.Parties))
        : null;
}
