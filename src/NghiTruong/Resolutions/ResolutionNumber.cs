using System.Text.RegularExpressions;
using NghiTruong.Language;

namespace NghiTruong.Resolutions;

/// <summary>
/// Số, ký hiệu of a council's resolution: normative <c>14/2025/NQ-HĐND</c>, individual <c>12/NQ-HĐND</c> (Decree 30/2020/NĐ-CP Art 15). Pure.
/// </summary>
/// <param name="Written">As documents print it.</param>
/// <param name="Key">As numbers are compared: no leading zeros, no marks, no hyphens.</param>
/// <param name="HasYear">The year stands between number and notation: the pattern of a normative one.</param>
public sealed partial record ResolutionNumber(string Written, string Key, bool HasYear)
{
    /// <summary>Reads what offices type: any form of Unicode, spaces, <c>NQ/HĐND</c>, <c>nq-hđnd</c>, "Số" before it.</summary>
    public static bool TryParse(string? typed, out ResolutionNumber number)
    {
        number = new ResolutionNumber("", "", false);
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 200)
        {
            return false;
        }

        var match = Pattern().Match(VietnameseText.Nfc(typed).Trim().ToUpperInvariant());
        if (!match.Success)
        {
            return false;
        }

        var (digits, letter, year, rest) = (match.Groups["number"].Value, match.Groups["letter"].Value.ToLowerInvariant(), match.Groups["year"].Value, Spaces().Replace(match.Groups["rest"].Value, ""));
        var standing = match.Groups["standing"].Success ? "TTHĐND" : "HĐND";
        var written = $"{digits}{letter}/{(year.Length > 0 ? year + "/" : "")}NQ-{standing}{rest}";
        var plain = digits.TrimStart('0') is { Length: > 0 } some ? some : "0";
        number = new ResolutionNumber(written, $"{plain}{letter}/{year}/nq{(standing.Length > 4 ? "tt" : "")}hdnd{VietnameseText.FoldLetters(rest).Replace("-", "", StringComparison.Ordinal)}", year.Length > 0);

        return true;
    }

    /// <summary>Party documents (<c>15-NQ/TU</c>) have no place in a council's register.</summary>
    public static bool IsOfParty(string? typed) =>
        !TryParse(typed, out _) && DocumentReference.TryParse(typed is null ? null : VietnameseText.Nfc(typed).ToUpperInvariant(), out var reference) && (reference.IsOfParty || reference.IsPartyStyle);

    [GeneratedRegex(@"^(SỐ\s*:?\s*)?(?<number>[0-9]{1,5})\s?(?<letter>[A-ZĐ]?)\s*/\s*((?<year>(19|20)[0-9]{2})\s*/\s*)?NQ\s*[-–/.]?\s*(?<standing>TT\s*[-.]?\s*)?H[ĐD]ND(?<rest>\s*[-.]?\s*[0-9A-ZĐ]{0,8})$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\s+", RegexOptions.None, 200)]
    private static partial Regex Spaces();
}
