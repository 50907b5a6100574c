using System.Globalization;
using NghiTruong.Law;
using NghiTruong.Texts;
using Xunit;

namespace NghiTruong.Tests.Law;

public sealed class DeadlineExplanationTests
{
    private static readonly WorkCalendar Calendar2026 = new(DayOffCatalogue.Rows);
    private static readonly TextTable Texts = new([typeof(Deadlines).Assembly]);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void A_working_term_tells_in_Vietnamese_what_it_skipped_and_why()
    {
        var deadline = Deadlines.Compute(new DateOnly(2026, 8, 20), new DeadlineTerms(8, DayType.Working), Calendar2026);

        Assert.Equal(
            [
                "Thời hạn 8 ngày làm việc, không tính ngày nghỉ.",
                "Tính từ ngày liền sau ngày 20/8/2026.",
                "Không tính 3 ngày nghỉ (thứ Bảy, Chủ nhật): 23/8/2026; 29/8/2026 - 30/8/2026.",
                "Không tính 1 ngày nghỉ (hoán đổi dịp Quốc khánh): 31/8/2026.",
                "Không tính 2 ngày nghỉ (Quốc khánh): 1/9/2026 - 2/9/2026.",
                "Có tính ngày làm bù 22/8/2026 (hoán đổi dịp Quốc khánh).",
                "Hạn: thứ Năm, ngày 3/9/2026.",
                "Lịch nghỉ năm 2026 chưa đối chiếu với thông báo chính thức.",
            ],
            DeadlineExplanation.Sentences(deadline, null, Texts, Vietnamese));
    }

    [Fact]
    public void A_rule_tells_in_English_its_basis_and_that_it_rolled_forward()
    {
        var rule = DeadlineRules.Pick(DeadlineRuleCatalogue.Rows, DeadlineRuleCatalogue.PetitionAnswer, "Commune", null, new DateOnly(2026, 8, 3))!;
        var deadline = Deadlines.Compute(new DateOnly(2026, 8, 3), rule.Terms, Calendar2026);

        var sentences = DeadlineExplanation.Sentences(deadline, rule, Texts, English);

        Assert.Equal("Rule applied: Answer to a voter petition.", sentences[0]);
        Assert.Contains("This rule has not yet been checked against the original text.", sentences);
        Assert.Contains("2 September 2026 is a day off (National Day), so the deadline moves to the next working day, 3 September 2026.", sentences);
        Assert.Contains("Due: Thursday, 3 September 2026.", sentences);
    }

    [Fact]
    public void A_term_counted_back_that_stays_on_a_day_off_says_so()
    {
        var terms = new DeadlineTerms(30, DayType.Calendar, DeadlineDirection.Before);

        var sentences = DeadlineExplanation.Sentences(Deadlines.Compute(new DateOnly(2026, 12, 8), terms, Calendar2026), null, Texts, Vietnamese);

        Assert.Equal("Tính lùi từ ngày liền trước ngày 8/12/2026.", sentences[1]);
        Assert.Equal("Ngày 8/11/2026 là ngày nghỉ (thứ Bảy, Chủ nhật); quy định không chuyển hạn sang ngày làm việc khác.", sentences[2]);
        Assert.Equal("Hạn: Chủ nhật, ngày 8/11/2026.", sentences[3]);
    }

    [Fact]
    public void A_term_over_a_year_without_holidays_warns()
    {
        var deadline = Deadlines.Compute(new DateOnly(2027, 1, 4), new DeadlineTerms(5, DayType.Working), Calendar2026);

        Assert.Equal("Chưa có lịch nghỉ lễ năm 2027; mới chỉ trừ thứ Bảy, Chủ nhật.", DeadlineExplanation.Sentences(deadline, null, Texts, Vietnamese)[^1]);
    }

    [Fact]
    public void Every_text_of_the_law_stands_in_both_languages()
    {
        Assert.DoesNotContain(Texts.Untranslated, code => code.StartsWith("law.", StringComparison.Ordinal));
        Assert.Contains("law.explain.due", Texts.Codes);
    }
}
