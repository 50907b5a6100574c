using System.Globalization;
using System.Text;

namespace NghiTruong.Documents.Word;

/// <summary>
/// How wide a text in Times New Roman Bold comes out, near enough to draw the lines below motto, organ and abstract at the length the decree asks of them.
/// Marks add nothing to their letter; the horn of ơ and ư adds a little.
/// </summary>
internal static class TimesWidth
{
    private const double MillimetresPerPoint = 25.4 / 72;
    private const double Horn = 0.05;

    private static readonly int[] Upper =
        [722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667];

    private static readonly int[] Lower =
        [500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444];

    public static double Millimetres(string text, double size) =>
        text.Normalize(NormalizationForm.FormD).Sum(Em) * size * MillimetresPerPoint;

    private static double Em(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => Upper[letter - 'A'] / 1000d,
        >= 'a' and <= 'z' => Lower[letter - 'a'] / 1000d,
        'Đ' => 0.722,
        'đ' => 0.556,
        '\u031B' => Horn,
        ' ' or ',' or '.' or '\u00A0' => 0.25,
        '-' or '(' or ')' => 0.333,
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark => 0,
        _ => 0.5,
    };
}
