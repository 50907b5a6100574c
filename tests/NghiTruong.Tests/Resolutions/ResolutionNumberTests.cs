using System.Text;
using NghiTruong.Resolutions;

namespace NghiTruong.Tests.Resolutions;

/// <summary>Numbers as offices type them.</summary>
public sealed class ResolutionNumberTests
{
    [Theory]
    [InlineData("14/2025/NQ-HĐND", "14/2025/NQ-HĐND", true)]
    [InlineData(" 14 / 2025 / NQ - HĐND ", "14/2025/NQ-HĐND", true)]
    [InlineData("Số: 14/2025/nq-hđnd", "14/2025/NQ-HĐND", true)]
    [InlineData("12/NQ-HĐND", "12/NQ-HĐND", false)]
    [InlineData("12/NQ/HĐND", "12/NQ-HĐND", false)]
    [InlineData("12/NQ HDND", "12/NQ-HĐND", false)]
    [InlineData("05/NQ-HĐND", "05/NQ-HĐND", false)]
    [InlineData("07/NQ-TTHĐND", "07/NQ-TTHĐND", false)]
    public void A_number_is_read_however_it_is_typed(string typed, string written, bool hasYear)
    {
        Assert.True(ResolutionNumber.TryParse(typed, out var number));
        Assert.True(ResolutionNumber.TryParse(typed.Normalize(NormalizationForm.FormD), out var decomposed));

        Assert.Equal((written, hasYear), (number.Written, number.HasYear));
        Assert.Equal(number, decomposed);
    }

    [Theory]
    [InlineData("05/NQ-HĐND", "5/NQ/HĐND", true)]
    [InlineData("14/2025/NQ-HĐND", "14/NQ-HĐND", false)]
    [InlineData("14/2025/NQ-HĐND", "14/2026/NQ-HĐND", false)]
    [InlineData("12/NQ-HĐND", "12a/NQ-HĐND", false)]
    [InlineData("12/NQ-HĐND", "12/NQ-TTHĐND", false)]
    public void Spellings_of_one_number_are_one_and_others_are_others(string one, string other, bool same)
    {
        Assert.True(ResolutionNumber.TryParse(one, out var a));
        Assert.True(ResolutionNumber.TryParse(other, out var b));

        Assert.Equal(same, a.Key == b.Key);
    }

    [Theory]
    [InlineData("15-NQ/TU", true)]
    [InlineData("03-NQ/ĐU", true)]
    [InlineData("04-NQ/HU", true)]
    [InlineData("12/NQ-HĐND", false)]
    [InlineData("88/BC-UBND", false)]
    public void Papers_of_the_party_are_known_by_their_number(string typed, bool ofParty)
    {
        Assert.Equal(ofParty, ResolutionNumber.IsOfParty(typed));
        Assert.Equal(ofParty, ResolutionNumber.IsOfParty(typed.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("12/NQ-HĐND", "normative", "normativeWithoutYear")]
    [InlineData("14/2026/NQ-HĐND", "personnel", "individualWithYear")]
    [InlineData("14/2026/NQ-HĐND", "normative", null)]
    [InlineData("12/NQ-HĐND", "budget", null)]
    [InlineData("14/2026/NQ-HĐND", "budget", null)]
    public void A_pattern_that_tells_another_kind_is_warned_of(string number, string kind, string? warning) => Assert.Equal(warning, ResolutionRules.Mismatch(number, kind));

    [Theory]
    [InlineData(ClauseCadence.Quarter, "2026-09-30", "2026-Q3", "2026-09-30")]
    [InlineData(ClauseCadence.Quarter, "2026-10-01", "2026-Q4", "2026-12-31")]
    [InlineData(ClauseCadence.HalfYear, "2026-06-30", "2026-H1", "2026-06-30")]
    [InlineData(ClauseCadence.HalfYear, "2026-07-01", "2026-H2", "2026-12-31")]
    [InlineData(ClauseCadence.Year, "2024-02-29", "2024", "2024-12-31")]
    public void Periods_end_with_their_last_day(ClauseCadence cadence, string day, string name, string last) =>
        Assert.Equal((name, DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)), ClausePeriod.Of(cadence, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
