using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NghiTruong.Journeys.Tests;

/// <summary>Somebody at a browser: opens pages, fills fields in, presses what stands there by its words. With the mouse, or by keyboard alone.</summary>
public sealed class Person : IAsyncDisposable
{
    private const int MostTabs = 250;
    private readonly IBrowserContext _context;
    private readonly JourneyHost _host;
    private readonly bool _keyboard;

    private Person(IBrowserContext context, IPage page, JourneyHost host, bool keyboard)
    {
        (_context, Page, _host, _keyboard) = (context, page, host, keyboard);
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What went wrong in the page's scripts.</summary>
    public List<string> Errors { get; } = [];

    public string Path => new Uri(Page.Url).PathAndQuery;

    public static async Task<Person> ComeAsync(JourneyHost host, Screen screen, bool keyboard = false)
    {
        var context = await Chromium.NewAsync(host, screen);

        return new Person(context, await context.NewPageAsync(), host, keyboard);
    }

    /// <summary>Comes and signs in.</summary>
    public static async Task<Person> ComeAsAsync(JourneyHost host, string userName, Screen screen, bool keyboard = false)
    {
        var person = await ComeAsync(host, screen, keyboard);
        await person.SignInAsync(userName);

        return person;
    }

    public async Task SignInAsync(string userName)
    {
        await GoAsync("/dang-nhap");
        if (_host.OffersRoles)
        {
            await ActAsync(Page.Locator($"button[name=userName][value={userName}]"));
        }
        else
        {
            await FillAsync("Input.UserName", userName);
            await FillAsync("Input.Password", _host.PasswordOf(userName));
            await ActAsync(Page.Locator("form.form button.btn-primary").First);
        }

        await SeeAsync("Việc hôm nay");
    }

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer is null or { Ok: true }, $"{path} answered {answer?.Status}");
    }

    /// <summary>Presses the button or follows the link that says so.</summary>
    public Task PressAsync(string words) => ActAsync(Shown(words).First);

    /// <summary>The same within the main part of the page, where the menu says the same words.</summary>
    public Task PressHereAsync(string words) => ActAsync(Page.Locator("main").GetByRole(AriaRole.Button, Named(words)).Or(Page.Locator("main").GetByRole(AriaRole.Link, Named(words))).First);

    public async Task FillAsync(string name, string text)
    {
        var field = Field(name);
        if (!_keyboard)
        {
            await field.FillAsync(text);

            return;
        }

        await TabToAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses in a list by the words it shows.</summary>
    public async Task ChooseAsync(string name, string words)
    {
        var field = Field(name);
        if (!_keyboard)
        {
            await field.SelectOptionAsync(new SelectOptionValue { Label = words });

            return;
        }

        await TabToAsync(field);
        await Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 60 && await field.EvaluateAsync<string>("e => e.selectedOptions[0]?.text.trim() ?? ''") != words; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(words, await field.EvaluateAsync<string>("e => e.selectedOptions[0].text.trim()"));
    }

    /// <summary>Marks one of several, or ticks a box.</summary>
    public async Task PickAsync(string name, string value)
    {
        var box = Page.Locator($"main [name='{name}'][value='{value}']");
        if (!_keyboard)
        {
            await box.CheckAsync();

            return;
        }

        // A group of radio buttons is one stop of the Tab key; arrows walk within it.
        if (await box.GetAttributeAsync("type") == "radio")
        {
            await TabToAsync(Page.Locator($"main [name='{name}']"), any: true);
            for (var i = 0; i < 10 && !await box.IsCheckedAsync(); i++)
            {
                await Page.Keyboard.PressAsync(i == 0 ? "Space" : "ArrowDown");
            }
        }
        else
        {
            await TabToAsync(box);
            await Page.Keyboard.PressAsync("Space");
        }

        Assert.True(await box.IsCheckedAsync());
    }

    public async Task UploadAsync(string name, string file) => await Field(name).SetInputFilesAsync(file);

    public Task SeeAsync(string words) => Expect(Page.Locator("main")).ToContainTextAsync(words);

    public async Task NotSeeAsync(string words) => Assert.DoesNotContain(words, await Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

    /// <summary>Nothing sticks out to the side: the page scrolls up and down only.</summary>
    public async Task FitsAsync() =>
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{Path} is wider than the screen");

    /// <summary>The same where scripts are off: the measure is taken by the browser itself.</summary>
    public async Task FitsWithoutScriptsAsync()
    {
        var session = await _context.NewCDPSessionAsync(Page);
        var layout = await session.SendAsync("Page.getLayoutMetrics");
        Assert.True(layout!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble() <= Page.ViewportSize!.Width, $"{Path} is wider than the screen");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Errors);
        await _context.CloseAsync();
    }

    public ILocator Field(string name) => Page.Locator($"main [name='{name}']").First;

    private ILocator Shown(string words) => Page.GetByRole(AriaRole.Button, Words(words)).Or(Page.GetByRole(AriaRole.Link, Words(words)));

    private static PageGetByRoleOptions Words(string words) => new() { Name = words, Exact = true };

    private static LocatorGetByRoleOptions Named(string words) => new() { Name = words, Exact = true };

    private async Task ActAsync(ILocator target)
    {
        if (_keyboard)
        {
            await TabToAsync(target);
            // A click waits for the page it leads to, a key does not.
            await Page.EvaluateAsync("() => { window.pressed = true; }");
            await Page.Keyboard.PressAsync("Enter");
            await Page.WaitForFunctionAsync("() => !window.pressed && document.readyState !== 'loading'");

            return;
        }

        await target.ClickAsync();
    }

    /// <summary>Walks with the Tab key until the place has the focus, which must show.</summary>
    private async Task TabToAsync(ILocator target, bool any = false)
    {
        await Expect(target.First).ToBeVisibleAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await target.EvaluateAllAsync<bool>("places => places.includes(document.activeElement)"))
            {
                Assert.True(await Page.EvaluateAsync<bool>("() => document.activeElement.matches(':focus-visible')"), "the focus does not show");

                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{Path}: the keyboard does not reach {target}{(any ? " (any of them)" : "")}");
    }
}
