using System.Globalization;
using NghiTruong.Law;

namespace NghiTruong.Tests.Law;

public sealed class LawPaperTests
{
    [Fact]
    public void The_paper_for_offices_names_every_rule_shipped_with_its_number_and_whether_it_was_checked()
    {
        var rows = File.ReadLines(Path.Combine(FloorPlanTests.RepositoryRoot(), "docs", "law.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(c => c[1].Trim('`'), c => (Number: c[3], State: c[5]), StringComparer.Ordinal);

        foreach (var rule in DeadlineRuleCatalogue.Rows.Where(r => r.ValidUntil is null))
        {
            var (number, state) = rows[rule.Code];
            Assert.Contains(rule.Terms.Days.ToString(CultureInfo.InvariantCulture) + (rule.Terms.DayType is DayType.Working ? " ngày làm việc" : " ngày"), number, StringComparison.Ordinal);
            Assert.Equal(rule.Checked ? "đã đọc" : "chưa đối chiếu", state);
        }

        Assert.Equal(DeadlineRuleCatalogue.Rows.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
    }
}
