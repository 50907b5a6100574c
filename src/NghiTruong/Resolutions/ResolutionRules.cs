using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>Human codes of the room: council's code at birth, year, number.</summary>
public static class ResolutionCode
{
    public const string Resolution = "NQ";
    public const string Clause = "DKNQ";
    public const string Task = "NVNQ";
    public const string Report = "BCNQ";

    public static string Series(string kind, Council council, int year) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{council.Code}-{year:0000}");

    public static string Of(string series, int number) => string.Create(CultureInfo.InvariantCulture, $"{series}-{number:00000}");
}

/// <summary>Rules of the house on the register, pure; each refusal has the name its test asserts.</summary>
public static class ResolutionRules
{
    /// <summary>The first People's Councils were elected in 1946.</summary>
    private const int FirstYear = 1946;

    /// <summary>What of the input cannot stand, whoever gives it.</summary>
    public static IReadOnlyList<Refusal> WrongIn(ResolutionInput asked, DateOnly today)
    {
        List<Refusal?> wrong =
        [
            WrongNumber(asked.Number, nameof(asked.Number)),
            string.IsNullOrWhiteSpace(asked.Title) ? new Refusal("resolution.titleMissing", nameof(asked.Title)) : Secrets.InText(asked.Title, nameof(asked.Title)),
            ResolutionKinds.Of(asked.Kind) is null ? new Refusal("resolution.kindUnknown", nameof(asked.Kind), asked.Kind ?? "") : null,
            Secrets.InText(asked.Note, nameof(asked.Note)),
            asked.PassedOn > today ? new Refusal("resolution.passedInFuture", nameof(asked.PassedOn))
                : asked.PassedOn.Year < FirstYear ? new Refusal("resolution.yearWrong", nameof(asked.PassedOn)) : null,
            asked.InForceFrom < asked.PassedOn ? new Refusal("resolution.inForceBeforePassed", nameof(asked.InForceFrom)) : null,
            asked.InForceUntil < (asked.InForceFrom ?? asked.PassedOn) ? new Refusal("resolution.periodBackwards", nameof(asked.InForceUntil)) : null,
        ];
        if (ResolutionNumber.TryParse(asked.Number, out var number) && YearIn(number) is { } year && year != asked.PassedOn.Year)
        {
            wrong.Add(new Refusal("resolution.yearOfNumber", nameof(asked.Number), year));
        }

        return [.. wrong.OfType<Refusal>()];
    }

    public static Refusal? WrongNumber(string? typed, string field) =>
        string.IsNullOrWhiteSpace(typed) ? new Refusal("resolution.numberMissing", field)
        : Secrets.InText(typed, field) is { } secret ? secret
        : ResolutionNumber.IsOfParty(typed) ? new Refusal("resolution.partyDocument", field, typed.Trim())
        : ResolutionNumber.TryParse(typed, out _) ? null : new Refusal("resolution.numberWrong", field, typed.Trim());

    /// <summary>The pattern of the number tells another kind than was chosen: warned of, never refused. <c>normativeWithoutYear</c>, <c>individualWithYear</c>.</summary>
    public static string? Mismatch(string number, string kind) =>
        ResolutionKinds.Of(kind)?.Normative is { } normative && ResolutionNumber.TryParse(number, out var read) && read.HasYear != normative
            ? normative ? "normativeWithoutYear" : "individualWithYear"
            : null;

    /// <summary>What kinds leave open the number decides.</summary>
    public static bool IsNormative(string kind, ResolutionNumber number) => ResolutionKinds.Of(kind)?.Normative ?? number.HasYear;

    /// <summary>By when somebody must have looked: the rule RESOLUTION_LOOK from the last look, or from the day it came into force. Null for kinds nobody need look at.</summary>
    public static DateOnly? LookDue(Resolution r, Rules rules, Tier tier) => ResolutionKinds.Of(r.Kind) is { Look: false }
        ? null
        : rules.Due(DeadlineRuleCatalogue.ResolutionLook, tier.ToString(), r.CouncilId, r.LookedOn > r.InForceFrom ? r.LookedOn.Value : r.InForceFrom)?.Deadline.Due;

    private static int? YearIn(ResolutionNumber number) => number.HasYear ? int.Parse(number.Written.Split('/')[1], CultureInfo.InvariantCulture) : null;
}
