using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace NghiTruong.Web.Tests;

/// <summary>
/// A person at a browser without scripts: keeps cookies, fills forms in as they stand and sends them. <see cref="GoAsync"/> and the forms of <see cref="Page"/> follow
/// redirects; what answers with an <see cref="HttpResponseMessage"/> is told as it came.
/// </summary>
public sealed class Browser(HttpMessageHandler handler) : IDisposable
{
    private const string AddressMark = "data-test-address";
    private const int MostHops = 6;

    /// <summary>The line itself, for headers that no browser sends.</summary>
    public HttpClient Http { get; } = new(new CookieContainerHandler { InnerHandler = handler }) { BaseAddress = new Uri("http://localhost") };

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "/";

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public string Text => Page.Body!.TextContent;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<IHtmlDocument> GoAsync(string path)
    {
        await FollowAsync(await GetAsync(path));

        return Page;
    }

    /// <summary>Fills the form of the page in (a null takes a field out; one name may come several times) and sends it.</summary>
    public async Task SubmitAsync(string form, params (string Name, string? Value)[] filled) => await FollowAsync(await SendAsync(Page, form, filled));

    /// <summary>The main form of an act's page.</summary>
    public Task FillAsync(params (string Name, string? Value)[] filled) => SubmitAsync("main form.form", filled);

    /// <summary>Posts to an address that offers this person no form, with the token of one that stands on every page.</summary>
    public async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        if (Page.QuerySelector("input[name=__RequestVerificationToken]") is not IHtmlInputElement token)
        {
            await GoAsync("/toi");
            token = Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!;
        }

        await FollowAsync(await PostFieldsAsync(address, [KeyValuePair.Create("__RequestVerificationToken", token.Value), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    /// <summary>What stands beside a field as its error; null when it has none.</summary>
    public string? ErrorAt(string id) => Page.GetElementById($"{id}-error")?.TextContent.Trim();

    public Task<HttpResponseMessage> GetAsync(string address) => Http.GetAsync(new Uri(address, UriKind.Relative), Ct);

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var answer = await GetAsync(path);

        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    /// <summary>Opens a page, which must be there (200).</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode} {answer.Headers.Location}");

        return await ReadAsync(answer);
    }

    /// <summary>Sends a form of a page opened before, with what it holds (its token too) and the values given.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string form, Dictionary<string, string> values) =>
        SendAsync(page, form, [.. values.Select(v => (v.Key, (string?)v.Value))]);

    /// <summary>The same, for the page it answers with (a refused form stands there again).</summary>
    public async Task<IHtmlDocument> SubmitForPageAsync(IHtmlDocument page, string form, Dictionary<string, string> values)
    {
        using var answer = await SubmitAsync(page, form, values);
        Assert.True(answer.IsSuccessStatusCode, $"the form answered {(int)answer.StatusCode} {answer.Headers.Location}");

        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct));
        // A form without an action posts to the address of its page.
        page.DocumentElement.SetAttribute(AddressMark, answer.RequestMessage!.RequestUri!.PathAndQuery);

        return page;
    }

    public void Dispose() => Http.Dispose();

    private Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string form, IReadOnlyList<(string Name, string? Value)> filled)
    {
        var found = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No form {form} in {page.Title}: {page.Body?.TextContent}");
        var named = filled.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var action = found.GetAttribute("action") is { Length: > 0 } address ? address : page.DocumentElement.GetAttribute(AddressMark)!;

        return PostFieldsAsync(action, [.. Standing(found).Where(f => !named.Contains(f.Key)), .. filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))]);
    }

    private async Task<HttpResponseMessage> PostFieldsAsync(string address, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);

        return await Http.PostAsync(new Uri(address, UriKind.Relative), content, Ct);
    }

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task FollowAsync(HttpResponseMessage answer)
    {
        for (var hop = 0; answer.Headers.Location is { } next && hop < MostHops; hop++)
        {
            answer.Dispose();
            answer = await GetAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString.Split('#')[0]);
        }

        (Status, Path) = (answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery);
        Page = await ReadAsync(answer);
        answer.Dispose();
    }
}
