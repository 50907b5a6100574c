using Microsoft.Playwright;

namespace NghiTruong.Journeys.Tests;

/// <summary>A poor line: what a first visit carries, by the bytes that went over it.</summary>
public sealed class FirstVisitTests
{
    private const double Most = 60 * 1024;

    [Fact]
    public async Task A_first_visit_weighs_at_most_60_KB_with_styles_and_scripts()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var visitor = await Person.ComeAsync(host, Screen.Phone);
        var line = await CountBytesAsync(visitor.Page);

        await visitor.GoAsync("/dang-nhap");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var first = line.Bytes;
        await visitor.SignInAsync("vanphong");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var home = line.Bytes;
        await visitor.GoAsync("/kien-nghi?stage=all");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        TestContext.Current.TestOutputHelper!.WriteLine($"sign-in {first / 1024:0.0} KB, with the home page {home / 1024:0.0} KB, with the list {line.Bytes / 1024:0.0} KB");
        Assert.InRange(first, 1, Most);
        Assert.InRange(home, 1, Most);
        Assert.InRange(line.Bytes, 1, Most + (20 * 1024));
    }

    private static async Task<Line> CountBytesAsync(IPage page)
    {
        var line = new Line();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, told) => line.Bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();

        return line;
    }

    private sealed class Line
    {
        public double Bytes { get; set; }
    }
}
