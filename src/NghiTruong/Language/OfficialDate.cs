using System.Globalization;
using System.Text.RegularExpressions;

namespace NghiTruong.Language;

/// <summary>
/// Dates as officials write them: <c>5/7/2026</c>, <c>05.07.26</c>, <c>5-7-2026</c>, <c>2026-07-05</c>, <c>ngày 5 tháng 7 năm 2026</c>; day before month.
/// Two-digit years 00-49 lie in this century, 50-99 in the last. Years outside 1900-2100 and days that do not exist are refused.
/// </summary>
public static partial class OfficialDate
{
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private const int TwoDigitPivot = 50;

    // Excel counts days from here; its serial 60 is the 29 February 1900 that never was, so smaller ones are off by one and refused.
    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);
    private const int ExcelFirst = 61;

    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 64)
        {
            return false;
        }

        var plain = VietnameseText.FoldLetters(text).Trim();
        var match = DayFirst().Match(plain);
        match = match.Success ? match : InWords().Match(plain);
        match = match.Success ? match : YearFirst().Match(plain);

        return match.Success && TryMake(match, out date);
    }

    /// <summary>The day of an Excel serial number of the 1900 system (46278 is 13/9/2026); a time of day is dropped.</summary>
    public static bool TryFromExcelSerial(double serial, out DateOnly date)
    {
        date = default;
        if (!(serial >= ExcelFirst && serial < 100_000))
        {
            return false;
        }

        date = ExcelEpoch.AddDays((int)serial);

        return date.Year <= LastYear;
    }

    /// <summary><c>5/7/2026</c></summary>
    public static string Short(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day}/{date.Month}/{date.Year}");

    /// <summary><c>ngày 05 tháng 7 năm 2026</c>: days below 10 and the months 1 and 2 take a leading zero (Decree 30/2020/NĐ-CP, Annex I).</summary>
    public static string Long(DateOnly date)
    {
        var month = date.Month <= 2 ? $"0{date.Month}" : date.Month.ToString(CultureInfo.InvariantCulture);

        return string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {month} năm {date.Year}");
    }

    private static bool TryMake(Match match, out DateOnly date)
    {
        var year = Number(match, "y");
        year += match.Groups["y"].Length > 2 ? 0 : year < TwoDigitPivot ? 2000 : 1900;
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        date = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);

        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(ngay\s*)?(?<d>[0-9]{1,2})\s*[/.\-–]\s*(?<m>[0-9]{1,2})\s*[/.\-–]\s*(?<y>[0-9]{4}|[0-9]{2})(\s+0{1,2}:00(:00)?)?\s*[.,;]?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(ngay\s*)?(?<y>[0-9]{4})\s*[/.\-–]\s*(?<m>[0-9]{1,2})\s*[/.\-–]\s*(?<d>[0-9]{1,2})([\st]+0{1,2}:00(:00(\.0+)?)?z?)?\s*[.,;]?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(ngay\s*)?(?<d>[0-9]{1,2})\s*thang\s*(?<m>[0-9]{1,2})\s*,?\s*nam\s*(?<y>[0-9]{4})\s*[.,;]?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex InWords();
}
