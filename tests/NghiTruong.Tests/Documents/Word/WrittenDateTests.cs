using NghiTruong.Documents.Word;
using Xunit;

namespace NghiTruong.Tests.Documents.Word;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2026-02-05", "ngày 05 tháng 02 năm 2026")]
    [InlineData("2026-01-10", "ngày 10 tháng 01 năm 2026")]
    [InlineData("2026-03-09", "ngày 09 tháng 3 năm 2026")]
    [InlineData("2026-12-31", "ngày 31 tháng 12 năm 2026")]
    public void A_zero_leads_days_below_ten_and_the_first_two_months(string date, string expected) =>
        Assert.Equal(expected, WrittenDate.Of(DateOnly.Parse(date)).ToString());

    [Fact]
    public void Missing_parts_leave_room_that_does_not_break()
    {
        Assert.Equal($"ngày {DecreeForm.RoomForDigits} tháng 8 năm 2026", WrittenDate.OpenDay(2026, 8).ToString());
        Assert.Equal($"ngày {DecreeForm.RoomForDigits} tháng {DecreeForm.RoomForDigits} năm 2026", WrittenDate.Open(2026).ToString());
    }
}
