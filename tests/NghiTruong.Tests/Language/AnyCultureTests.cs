using System.Globalization;
using NghiTruong.Law;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class AnyCultureTests
{
    [Theory]
    [InlineData("tr-TR")] // I lowers to a dotless i
    [InlineData("th-TH")] // years of the Buddha
    [InlineData("ar-SA")]
    [InlineData("vi-VN")]
    public void Nothing_depends_on_the_culture_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("kinh te ia drang", VietnameseText.Fold("KINH TẾ IA Đrăng"));
            Assert.Equal("kinh tế", VietnameseText.FoldKeepingMarks("KINH TẾ"));
            Assert.Equal(SortKeys.Of("kinh tế"), SortKeys.Of("KINH TẾ"));
            Assert.True(OfficialDate.TryParse("NGÀY 5 THÁNG 7 NĂM 2026", out var date));
            Assert.Equal("ngày 05 tháng 7 năm 2026", OfficialDate.Long(date));
            Assert.Equal("-1.234,5", VietnameseNumber.Format(-1234.5m));
            Assert.True(DocumentReference.TryParse("14/2025/NQ-HĐND", out var reference));
            Assert.Equal("14/2025/NQ-HĐND", reference.ToString());
            Assert.Equal("31/12/2026", OfficialDate.Short(Deadlines.DueOn(new DateOnly(2026, 12, 30), new DeadlineTerms(1, DayType.Working), WorkCalendar.WeekendsOnly)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
