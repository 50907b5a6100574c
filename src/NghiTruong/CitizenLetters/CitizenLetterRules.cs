using System.Globalization;
using NghiTruong.Language;
using NghiTruong.Law;
using NghiTruong.Law.Definitions;

namespace NghiTruong.CitizenLetters;

/// <summary>Human codes of letters (DT): council's code at birth, year, number.</summary>
public static class CitizenLetterCode
{
    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"DT-{councilCode}-{year:0000}");

    public static string Of(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:00000}");
}

/// <summary>Catalogues an administrator keeps: reasons why a letter is not handled, and words by which one is known for what it is.</summary>
public static class CitizenLetterCatalogues
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<DefinitionList>> Shipped = DefinitionBook.Shipped("citizen-letters.json");

    public static DefinitionCatalogue Reasons { get; } = new("citizenLetters.reasons", "ly-do-khong-xu-ly-don", 110, Shipped["citizenLetters.reasons"]) { HasBasis = true };

    public static DefinitionCatalogue Words { get; } = new("citizenLetters.words", "dau-hieu-don-thu", 111, Shipped["citizenLetters.words"]) { Kinds = [nameof(CitizenLetterKind.Denunciation), nameof(CitizenLetterKind.Complaint)] };

    public static IReadOnlyList<DefinitionCatalogue> All { get; } = [Reasons, Words];

    /// <summary>The reason of a letter that repeats another.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>The reason of a letter nobody signed.</summary>
    public const string Anonymous = "anonymous";
}

/// <summary>Words of a text by which it looks like a letter of another kind: which, where, and what stands around them.</summary>
public sealed record LetterWord(CitizenLetterKind Kind, string Words, int Position, string Around);

/// <summary>Rules of the house on letters, pure; the days themselves stand in the rule table.</summary>
public static class CitizenLetterRules
{
    private const int AroundLength = 40;

    /// <summary>Who sends such a letter is protected.</summary>
    public static bool IsProtected(CitizenLetterKind kind) => kind is CitizenLetterKind.Denunciation or CitizenLetterKind.Mixed;

    /// <summary>The rule of the first look: accepting a complaint, the first handling of a denunciation, the answer to the citizen otherwise.</summary>
    public static string FirstRule(CitizenLetterKind kind) => kind switch
    {
        CitizenLetterKind.Complaint => DeadlineRuleCatalogue.ComplaintAccept,
        CitizenLetterKind.Denunciation or CitizenLetterKind.Mixed => DeadlineRuleCatalogue.DenunciationFirstHandling,
        _ => DeadlineRuleCatalogue.CitizenAnswer,
    };

    /// <summary>The rules by which such a letter may be settled, the usual one first.</summary>
    public static IReadOnlyList<string> SettleRules(CitizenLetterKind kind) => kind switch
    {
        CitizenLetterKind.Complaint => DeadlineRuleCatalogue.ComplaintSettle,
        CitizenLetterKind.Denunciation or CitizenLetterKind.Mixed => [DeadlineRuleCatalogue.DenunciationSettle, DeadlineRuleCatalogue.DenunciationSettleComplex, DeadlineRuleCatalogue.DenunciationSettleSpecial],
        _ => [DeadlineRuleCatalogue.CitizenLetterSettle],
    };

    /// <summary>The first words in a text that a catalogue gives as signs of a complaint or denunciation. Marks count: "to cao" is another word.</summary>
    public static LetterWord? Find(string? text, IEnumerable<DefinitionEntry> words)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var composed = VietnameseText.Nfc(text);
        var found =
            from word in words
            where Enum.TryParse<CitizenLetterKind>(word.Kind, out _) && word.Vietnamese.Trim().Length > 0
            let phrase = VietnameseText.Nfc(word.Vietnamese.Trim())
            let at = WholeWord(composed, phrase)
            where at >= 0
            orderby at, phrase.Length descending
            select new LetterWord(Enum.Parse<CitizenLetterKind>(word.Kind!), composed.Substring(at, phrase.Length), at, AroundOf(composed, at, phrase.Length));

        return found.FirstOrDefault();
    }

    private static int WholeWord(string text, string phrase)
    {
        for (var at = 0; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var (before, after) = (at == 0 || !char.IsLetterOrDigit(text[at - 1]), at + phrase.Length == text.Length || !char.IsLetterOrDigit(text[at + phrase.Length]));
            if (before && after)
            {
                return at;
            }
        }

        return -1;
    }

    private static string AroundOf(string text, int at, int length)
    {
        var (from, to) = (Math.Max(0, at - AroundLength), Math.Min(text.Length, at + length + AroundLength));

        return $"{(from > 0 ? "…" : "")}{text[from..to].ReplaceLineEndings(" ")}{(to < text.Length ? "…" : "")}";
    }
}
