using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace NghiTruong.Web.Shell;

/// <summary>One sentence that stands on the next page after a redirect: what was done, and how to take it back.</summary>
public static class Notices
{
    internal const string CookieName = "loi-nhan";

    private const string Key = "notice";

    /// <param name="text">The finished sentence.</param>
    /// <param name="undo">Address to POST to that takes the act back; null when it cannot be taken back.</param>
    public static void Notice(this ITempDataDictionary temp, string text, string? undo = null) =>
        temp[Key] = new[] { "done", text, undo ?? "" };

    /// <summary>The act was done, but something needs a look.</summary>
    public static void Warning(this ITempDataDictionary temp, string text) => temp[Key] = new[] { "warn", text, "" };

    // Reading the dictionary marks the cookie for renewal, so pages without a notice leave it alone.
    internal static (string Tone, string Text, string Undo)? Take(HttpContext context, ITempDataDictionary temp) =>
        context.Request.Cookies.ContainsKey(CookieName) && temp[Key] is string[] { Length: 3 } parts ? (parts[0], parts[1], parts[2]) : null;
}
