using NghiTruong.Web.Tests.Petitions;

namespace NghiTruong.Web.Tests.Law;

/// <summary>The rule table: what holds today stands open, what held before is folded, each group has its address.</summary>
public sealed class RulePagesTests(WebTest site) : IClassFixture<WebTest>
{
    [Theory]
    [InlineData("vanphong")]
    [InlineData("quantri")]
    public async Task Rules_in_force_stand_open_and_earlier_ones_are_folded(string person)
    {
        using var browser = await site.SignInAsync(person);
        await browser.GoAsync("/quy-dinh");
        var page = browser.Page;

        foreach (var anchor in page.QuerySelectorAll("main nav.chips a"))
        {
            var section = page.QuerySelector($"main section{anchor.GetAttribute("href")}")!;
            Assert.Equal(anchor.QuerySelector(".count")!.TextContent, $"{section.QuerySelectorAll(":scope > .table-wrap tbody tr").Length}");
            Assert.DoesNotContain("Không áp dụng hôm nay", string.Concat(section.QuerySelectorAll(":scope > .table-wrap").Select(t => t.TextContent)), StringComparison.Ordinal);
        }

        var supervision = page.QuerySelector("section#giam-sat")!;
        Assert.False(supervision.QuerySelector("details")!.HasAttribute("open"));
        Assert.Contains("28/2/2026", supervision.QuerySelector("details table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("28/2/2026", supervision.QuerySelector(":scope > .table-wrap")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("section#kien-nghi > .table-wrap [title=PETITION_ANSWER]"));
        Assert.Null(page.QuerySelector("section#khac"));
    }
}
