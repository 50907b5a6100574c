using System.Collections.Concurrent;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NghiTruong.Journeys.Tests;

/// <summary>
/// Axe looks at every page for everybody who may open it: light and dark, at the desk and on the phone. Each route is drawn once, and again for every address and role that brings an
/// element of a kind not seen before; all others are opened without being drawn.
/// </summary>
public sealed class AccessibilityTests(AccessibilityTests.Site site) : IClassFixture<AccessibilityTests.Site>
{
    private const int AtOnce = 3;
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

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
        var addresses = new ConcurrentQueue<(string Route, string Address)>(site.Addresses.All());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var page = await context.NewPageAsync();
            while (addresses.TryDequeue(out var address))
            {
                switch (await OpensAsync(page, address.Route, address.Address))
                {
                    case Opened.Drawn:
                        Interlocked.Increment(ref opened);
                        await LookAsync(page, address.Address, found);
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
    private async Task<Opened> OpensAsync(IPage page, string route, string address)
    {
        // What is closed to a role, not there, or brings nothing new, is asked for without being drawn: that is most of the addresses for most.
        if (!address.StartsWith("/loi/", StringComparison.Ordinal))
        {
            var asked = await page.Context.APIRequest.GetAsync(address);
            Assert.True(asked.Status < 500, $"{address} answered {asked.Status}");
            if (!asked.Ok)
            {
                return Opened.Closed;
            }

            if (!site.BringsNew(route, await asked.TextAsync()))
            {
                return Opened.AsSeen;
            }
        }

        // Leaving is a page too, but whoever goes there loses the session for the others.
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Status < 500, $"{address} answered {answer.Status}");

        return answer.Ok || address.StartsWith("/loi/", StringComparison.Ordinal) ? Opened.Drawn : Opened.Closed;
    }

    private enum Opened
    {
        Closed,
        AsSeen,
        Drawn,
    }

    private async Task LookAsync(IPage page, string address, ConcurrentBag<string> found)
    {
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

        private readonly ConcurrentDictionary<string, bool> _kinds = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> _routes = new(StringComparer.Ordinal);

        internal Addresses Addresses { get; private set; } = null!;

        /// <summary>Whether the route was not drawn yet, or the page as it is served holds an element of a kind that no drawn page held.</summary>
        internal bool BringsNew(string route, string html)
        {
            var isNew = _routes.TryAdd(route, true);
            foreach (var e in new HtmlParser().ParseDocument(html).QuerySelectorAll("body *"))
            {
                isNew |= _kinds.TryAdd(string.Join('.', e.TagName, e.ClassName, e.GetAttribute("type"), e.GetAttribute("role"), e.ParentElement?.TagName), true);
            }

            return isNew;
        }

        public async ValueTask InitializeAsync()
        {
            Host = await JourneyHost.OpenAsync();
            Addresses = await Addresses.ReadAsync(Host);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
