using System.Collections.Concurrent;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NghiTruong.Journeys.Tests;

/// <summary>Axe looks at every page for everybody who may open it: light and dark, at the desk and on the phone. What was seen in the same shape is not looked at twice.</summary>
public sealed class AccessibilityTests(AccessibilityTests.Site site) : IClassFixture<AccessibilityTests.Site>
{
    private const int AtOnce = 3;
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Shape = """
        () => [...new Set([...document.querySelectorAll('body *')].map(e => [e.tagName, e.className.baseVal ?? e.className, e.type, e.getAttribute('role'), e.parentElement.tagName].join('.')))].sort().join(' ')
        """;

    private const string Look = """
        async only => {
          const found = await axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) });
          return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary.replaceAll('\n', ' ').slice(0, 240)).join(' | '));
        }
        """;

    [Theory]
    [InlineData("vanphong")]
    [InlineData("thuongtruc")]
    [InlineData("truongban")]
    [InlineData("daibieu")]
    [InlineData("coquan")]
    [InlineData("mattran")]
    [InlineData("captren")]
    [InlineData("quantri")]
    [InlineData("")]
    public async Task Axe_finds_nothing_on_any_page_that_somebody_may_open(string userName)
    {
        var context = await Chromium.NewAsync(site.Host, Screen.Desk);
        if (userName.Length > 0)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/dang-nhap");
            await page.ClickAsync($"button[value={userName}]");
            // Arrived before anything closes: a page that is closed while it goes on may never answer, and has no time limit of its own.
            await page.WaitForURLAsync(site.Host.Address.TrimEnd('/') + "/");
        }

        ConcurrentBag<string> found = [];
        var opened = 0;
        var addresses = new ConcurrentQueue<string>(site.Addresses.All());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var page = await context.NewPageAsync();
            while (addresses.TryDequeue(out var address))
            {
                switch (await OpensAsync(page, address))
                {
                    case Opened.Drawn:
                        Interlocked.Increment(ref opened);
                        await LookAsync(page, address, found);
                        break;
                    case Opened.AsSeen:
                        Interlocked.Increment(ref opened);
                        break;
                }
            }
        }));
        await context.CloseAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"{(userName.Length == 0 ? "nobody" : userName)} opened {opened} pages");
        Assert.Empty(found.Order(StringComparer.Ordinal));
        Assert.True(opened > 1);
    }

    /// <summary>What a person may not open, or what is not there for them, answers 403 or 404; anything else must be a page.</summary>
    private async Task<Opened> OpensAsync(IPage page, string address)
    {
        // What is closed to a role, not there, or of a shape that was drawn already, is asked for without being drawn: that is most of the addresses for most.
        if (!address.StartsWith("/loi/", StringComparison.Ordinal))
        {
            var asked = await page.Context.APIRequest.GetAsync(address);
            Assert.True(asked.Status < 500, $"{address} answered {asked.Status}");
            if (!asked.Ok)
            {
                return Opened.Closed;
            }

            if (!site.Served.TryAdd(ShapeOf(await asked.TextAsync()), address))
            {
                return Opened.AsSeen;
            }
        }

        // Leaving is a page too, but whoever goes there loses the session for the others.
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Status < 500, $"{address} answered {answer.Status}");

        return answer.Ok || address.StartsWith("/loi/", StringComparison.Ordinal) ? Opened.Drawn : Opened.Closed;
    }

    /// <summary>The same shape as <see cref="Shape"/>, of the page as it is served.</summary>
    private static string ShapeOf(string html) =>
        string.Join(' ', new HtmlParser().ParseDocument(html).QuerySelectorAll("body *")
            .Select(e => string.Join('.', e.TagName, e.ClassName, e.GetAttribute("type"), e.GetAttribute("role"), e.ParentElement?.TagName))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private enum Opened
    {
        Closed,
        AsSeen,
        Drawn,
    }

    private async Task LookAsync(IPage page, string address, ConcurrentBag<string> found)
    {
        if (!site.Seen.TryAdd(await page.EvaluateAsync<string>(Shape), address))
        {
            return;
        }

        await page.EvaluateAsync(Axe);
        foreach (var screen in new[] { Screen.Desk, Screen.Phone })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                // The colours alone change with the scheme.
                var told = await page.EvaluateAsync<JsonElement>(Look, scheme == ColorScheme.Dark ? new[] { "color-contrast" } : null);
                foreach (var violation in told.EnumerateArray())
                {
                    found.Add($"{address} {screen.Width} {scheme}: {violation.GetString()}");
                }
            }
        }

        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    public sealed class Site : IAsyncLifetime
    {
        public JourneyHost Host { get; private set; } = null!;

        internal Addresses Addresses { get; private set; } = null!;

        /// <summary>Shapes of pages as they were served that have been drawn.</summary>
        internal ConcurrentDictionary<string, string> Served { get; } = new(StringComparer.Ordinal);

        internal ConcurrentDictionary<string, string> Seen { get; } = new(StringComparer.Ordinal);

        public async ValueTask InitializeAsync()
        {
            Host = await JourneyHost.OpenAsync();
            Addresses = await Addresses.ReadAsync(Host);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
