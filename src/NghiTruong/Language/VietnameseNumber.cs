using System.Globalization;
using System.Text.RegularExpressions;

namespace NghiTruong.Language;

/// <summary>Numbers as written in Vietnam: dots between thousands, a comma before decimals (<c>1.234.567,5</c>).</summary>
public static partial class VietnameseNumber
{
    private static readonly NumberFormatInfo Form = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    });

    public static string Format(long value) => value.ToString("N0", Form);

    /// <summary>Rounded half away from zero; trailing zeros are dropped.</summary>
    public static string Format(decimal value, int maxDecimals = 2)
    {
        var rounded = decimal.Round(value, maxDecimals, MidpointRounding.AwayFromZero);
        var written = rounded.ToString($"N{maxDecimals}", Form);

        return written.Contains(',', StringComparison.Ordinal) ? written.TrimEnd('0').TrimEnd(',') : written;
    }

    /// <summary>A share as a percentage with one decimal at most: <c>31,7%</c>.</summary>
    public static string Percent(decimal share) => $"{Format(share * 100, 1)}%";

    /// <summary>Reads <c>1.234</c>, <c>1 234</c>, <c>1234</c>, <c>31,67</c>; a dot only ever parts thousands, so <c>31.67</c> is refused.</summary>
    public static bool TryParse(string? text, out decimal value)
    {
        value = 0;
        var plain = text?.Trim().Replace('\u00A0', ' ').Replace('\u202F', ' ');
        if (plain is null || plain.Length > 30 || !Written().IsMatch(plain))
        {
            return false;
        }

        var digits = plain.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');

        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"^-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)(,[0-9]+)?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Written();
}
