using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class OfficialDateTests
{
    [Theory]
    [InlineData("5/7/2026")]
    [InlineData("05.07.26")]
    [InlineData("5-7-2026")]
    [InlineData("05/07/2026")]
    [InlineData(" 5 / 7 / 2026. ")]
    [InlineData("ngày 5 tháng 7 năm 2026")]
    [InlineData("Ngày 05 tháng 07 năm 2026")]
    [InlineData("NGÀY 5 THÁNG 7 NĂM 2026")]
    [InlineData("5 tháng 7, năm 2026")]
    [InlineData("ngày 5/7/2026")]
    [InlineData("2026-07-05")]
    [InlineData("2026-07-05T00:00:00")]
    [InlineData("05/07/2026 00:00:00")]
    public void A_date_is_read_as_officials_write_it(string text)
    {
        Assert.True(OfficialDate.TryParse(text, out var date));
        Assert.Equal(new DateOnly(2026, 7, 5), date);
        Assert.True(OfficialDate.TryParse(text.Normalize(NormalizationForm.FormD), out _));
    }

    [Theory]
    [InlineData("31/2/2026")]
    [InlineData("29/2/2026")]
    [InlineData("0/7/2026")]
    [InlineData("5/13/2026")]
    [InlineData("5/7/20266")]
    [InlineData("5/7/202")]
    [InlineData("5/7/1899")]
    [InlineData("5/7/2101")]
    [InlineData("5/7")]
    [InlineData("tháng 7/2026")]
    [InlineData("quý III năm 2026")]
    [InlineData("5/7/2026 và 6/7/2026")]
    [InlineData("46278")]
    [InlineData("٥/٧/٢٠٢٦")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_refused(string? text) => Assert.False(OfficialDate.TryParse(text, out _));

    [Theory]
    [InlineData("1/1/00", 2000)]
    [InlineData("1/1/49", 2049)]
    [InlineData("1/1/50", 1950)]
    [InlineData("1/1/99", 1999)]
    public void Two_digit_years_lie_within_living_memory(string text, int year)
    {
        Assert.True(OfficialDate.TryParse(text, out var date));
        Assert.Equal(year, date.Year);
    }

    [Theory]
    [InlineData(46278, "2026-09-13")]
    [InlineData(46278.75, "2026-09-13")]
    [InlineData(61, "1900-03-01")]
    public void An_Excel_serial_number_is_a_day(double serial, string date)
    {
        Assert.True(OfficialDate.TryFromExcelSerial(serial, out var read));
        Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-1)]
    [InlineData(1e9)]
    [InlineData(double.NaN)]
    public void A_number_outside_our_time_is_no_day(double serial) =>
        Assert.False(OfficialDate.TryFromExcelSerial(serial, out _));

    [Theory]
    [InlineData("2026-07-05", "5/7/2026", "ngày 05 tháng 7 năm 2026")]
    [InlineData("2026-02-11", "11/2/2026", "ngày 11 tháng 02 năm 2026")]
    [InlineData("2026-12-31", "31/12/2026", "ngày 31 tháng 12 năm 2026")]
    public void Dates_are_written_as_Decree_30_wants(string date, string brief, string full)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);

        Assert.Equal((brief, full), (OfficialDate.Short(day), OfficialDate.Long(day)));
    }

    [Fact]
    public void What_is_written_can_be_read_again() => Prop.ForAll(Gen.Choose(0, 70_000).Select(d => new DateOnly(1900, 3, 1).AddDays(d)).ToArbitrary(), day =>
        OfficialDate.TryParse(OfficialDate.Short(day), out var brief) && brief == day && OfficialDate.TryParse(OfficialDate.Long(day), out var full) && full == day)
        .QuickCheckThrowOnFailure();
}
