using System.Text.RegularExpressions;
using NghiTruong.Language;

namespace NghiTruong.Petitions;

/// <summary>
/// The hamlets a petition names: <c>thôn Tả Van</c>, <c>tổ dân phố 7</c>. The same words about another hamlet are another matter, so texts are compared
/// with and without them.
/// </summary>
/// <param name="Keys">Folded names; numbers keep what is numbered, since tổ 3 is not khu phố 3.</param>
/// <param name="Rest">The folded content without the names.</param>
internal sealed partial record PetitionPlaces(IReadOnlySet<string> Keys, string Rest)
{
    public static PetitionPlaces Of(string content, string? place)
    {
        var text = VietnameseText.Nfc(content);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match named in Named().Matches(text))
        {
            keys.Add(Key(named.Groups["head"].Value, named.Groups["name"].Value));
        }

        if (place is not null && VietnameseText.Fold(place) is { Length: > 0 } folded)
        {
            keys.Add(Unnamed().Match(folded) is { Success: true } match ? Key(match.Groups["head"].Value, match.Groups["name"].Value) : folded);
        }

        var rest = $" {VietnameseText.Fold(text)} ";
        foreach (var key in keys)
        {
            rest = rest.Replace($" {key} ", " ", StringComparison.Ordinal);
        }

        return new PetitionPlaces(keys, rest.Trim());
    }

    /// <summary>The place both name; null when they name none in common.</summary>
    public string? Shared(PetitionPlaces other) => Keys.FirstOrDefault(other.Keys.Contains);

    /// <summary>Both name places, and not one in common.</summary>
    public bool IsElsewhere(PetitionPlaces other) => Keys.Count > 0 && other.Keys.Count > 0 && Shared(other) is null;

    private static string Key(string head, string name)
    {
        var folded = VietnameseText.Fold(name);

        return folded.Any(char.IsLetter) ? folded : $"{VietnameseText.Fold(head)} {folded}";
    }

    [GeneratedRegex(
        @"\b(?<head>(?i:thôn|bản|tổ dân phố|tdp|khu phố|ấp|xóm|buôn|làng|khóm|phum|sóc|tổ|khu))\s+(?<name>\d+\w?|\p{Lu}\w*(?:\s+(?:\p{Lu}\w*|\d+))*)",
        RegexOptions.CultureInvariant,
        200)]
    private static partial Regex Named();

    /// <summary>A place as the ledger's own column has it, folded: the head may be missing, the name is all that follows.</summary>
    [GeneratedRegex("^(?<head>thon|ban|to dan pho|tdp|khu pho|ap|xom|buon|lang|khom|phum|soc|to|khu) (?<name>.+)$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Unnamed();
}
