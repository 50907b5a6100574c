using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NghiTruong.Web.Tests;

/// <summary>A browser without scripts: opens pages, fills in forms as they stand, keeps cookies, follows no redirect by itself.</summary>
public sealed class WebClient(HttpClient http) : IDisposable
{
    private const string AddressMark = "data-test-address";
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string address) => http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Opens a page, which must be there (200).</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode} {answer.Headers.Location}");

        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        var page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        // A form without an action posts to the address of its page.
        page.DocumentElement.SetAttribute(AddressMark, answer.RequestMessage!.RequestUri!.PathAndQuery);

        return page;
    }

    /// <summary>Sends a form of the page with what it holds (its token too) and the values given.</summary>
    /// <param name="page">The page opened before.</param>
    /// <param name="form">Selector of the form.</param>
    /// <param name="values">Values by field name; they replace what the form holds.</param>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string form, Dictionary<string, string> values)
    {
        var element = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"There is no form {form} in {page.Title}");
        var fields = element.Elements.OfType<IHtmlElement>().Where(IsSent).ToDictionary(e => e.GetAttribute("name")!, ValueOf, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        var action = element.GetAttribute("action");

        return await http.PostAsync(new Uri(string.IsNullOrEmpty(action) ? page.DocumentElement.GetAttribute(AddressMark)! : action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form and returns the page it answers with (a refused form stands there again).</summary>
    public async Task<IHtmlDocument> SubmitForPageAsync(IHtmlDocument page, string form, Dictionary<string, string> values)
    {
        using var answer = await SubmitAsync(page, form, values);
        Assert.True(answer.IsSuccessStatusCode, $"the form answered {(int)answer.StatusCode} {answer.Headers.Location}");

        return await ReadAsync(answer);
    }

    public void Dispose() => http.Dispose();

    private static bool IsSent(IHtmlElement e) => e.GetAttribute("name") is { Length: > 0 }
        && e is not IHtmlButtonElement
        && !(e is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false });

    private static string ValueOf(IHtmlElement e) => e switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}
