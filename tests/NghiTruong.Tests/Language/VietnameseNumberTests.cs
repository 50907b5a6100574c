using System.Globalization;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1234567, "1.234.567")]
    [InlineData(-1234, "-1.234")]
    public void Whole_numbers_take_dots_between_thousands(long value, string written) => Assert.Equal(written, VietnameseNumber.Format(value));

    [Theory]
    [InlineData("1234567.5", "1.234.567,5")]
    [InlineData("31.675", "31,68")]
    [InlineData("-0.125", "-0,13")]
    [InlineData("1000", "1.000")]
    [InlineData("100.00", "100")]
    public void Decimals_follow_a_comma(string value, string written) =>
        Assert.Equal(written, VietnameseNumber.Format(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_share_is_written_as_a_percentage() => Assert.Equal("31,7%", VietnameseNumber.Percent(19m / 60));

    [Theory]
    [InlineData("1.234", "1234")]
    [InlineData("1 234 567,5", "1234567.5")]
    [InlineData("31,67", "31.67")]
    [InlineData("-5", "-5")]
    public void Numbers_are_read_as_written(string text, string value)
    {
        Assert.True(VietnameseNumber.TryParse(text, out var read));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("31.67")]
    [InlineData("1.23.456")]
    [InlineData("khoảng 50")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_number_is_refused(string? text) => Assert.False(VietnameseNumber.TryParse(text, out _));
}
