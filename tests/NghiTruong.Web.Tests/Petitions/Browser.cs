using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NghiTruong.Web.Tests.Petitions;

/// <summary>A person at a browser without scripts: keeps cookies, follows redirects, fills forms in and sends them.</summary>
public sealed class Browser(HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _client = new(handler) { BaseAddress = new Uri("http://localhost") };
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "/";

    public IHtmlDocument Page { get; private set; } = null!;

    public string Text => Page.Body!.TextContent;

    public async Task<IHtmlDocument> GoAsync(string path)
    {
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        return Page;
    }

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await OnceAsync(request);

        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task SignInAsync(string userName)
    {
        await GoAsync("/dang-nhap");
        await SubmitAsync("form[action*=Demo]", ("userName", userName));
    }

    /// <summary>Fills the form in (a null takes a field out; one name may come several times) and sends it.</summary>
    public async Task SubmitAsync(string form, params (string Name, string? Value)[] filled)
    {
        var found = Page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No form {form} on {Path}: {Text}");
        var named = filled.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        List<KeyValuePair<string, string>> fields = [.. Standing(found).Where(f => !named.Contains(f.Key)), .. filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))];
        var action = found.GetAttribute("action") is { Length: > 0 } address ? address : Path;
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Posts to an address that offers this person no form, with the token of one that stands on every page.</summary>
    public async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        if (Page.QuerySelector("input[name=__RequestVerificationToken]") is not IHtmlInputElement token)
        {
            await GoAsync("/toi");
            token = Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!;
        }

        var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token.Value), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });
    }

    /// <summary>The main form of an act's page.</summary>
    public Task FillAsync(params (string Name, string? Value)[] filled) => SubmitAsync("main form.form", filled);

    /// <summary>What stands beside a field as its error; null when it has none.</summary>
    public string? ErrorAt(string id) => Page.GetElementById($"{id}-error")?.TextContent.Trim();

    public void Dispose() => _client.Dispose();

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

    private async Task SendAsync(HttpRequestMessage request)
    {
        for (var hop = 0; hop < 6; hop++)
        {
            using var response = await OnceAsync(request);
            // Once sent, the client has made the address absolute.
            Path = request.RequestUri is { IsAbsoluteUri: true } sent ? sent.PathAndQuery : request.RequestUri!.OriginalString;
            Status = response.StatusCode;
            if (response.Headers.Location is { } next)
            {
                request = new HttpRequestMessage(HttpMethod.Get, next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString.Split('#')[0]);
                continue;
            }

            Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

            return;
        }
    }

    private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await _client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (cookie, "");
            if (value.Length == 0 || cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }

        return response;
    }
}
