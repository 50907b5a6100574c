using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NghiTruong.Journeys.Tests.Chromium))]

namespace NghiTruong.Journeys.Tests;

/// <summary>How a person looks at the page.</summary>
public sealed record Screen(int Width, int Height, bool Scripts = true, bool Dark = false, string Language = "vi-VN")
{
    public static Screen Desk { get; } = new(1366, 900);

    public static Screen Phone { get; } = new(390, 844);
}

/// <summary>One installed Chromium (<c>CHROMIUM</c>) for all journeys; every person gets a profile of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static IPlaywright? playwright;
    private static IBrowser? browser;

    public static async Task<IBrowserContext> NewAsync(JourneyHost host, Screen screen)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = screen.Scripts,
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = screen.Width < 600,
            IsMobile = screen.Width < 600,
            Locale = screen.Language,
            TimezoneId = "Asia/Ho_Chi_Minh",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);

        return context;
    }

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM")
            ?? throw new InvalidOperationException("No Chromium for the journeys: run ./test, or name one in CHROMIUM");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.CloseAsync();
        playwright!.Dispose();
    }
}
