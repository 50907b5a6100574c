using System.Globalization;

namespace NghiTruong.Web.Shell;

/// <summary>How a person likes pages: language, size of text (1 to 3), colours. Kept in one cookie of this device, so that it works before signing in and without scripts.</summary>
public sealed record ViewPreferences(string Language, int TextSize, string Theme)
{
    public const string CookieName = "hien-thi";
    public const string Path = "/hien-thi";

    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static ViewPreferences Default { get; } = new("vi", 1, "auto");

    public CultureInfo Culture => Language == "en" ? English : Vietnamese;

    public static ViewPreferences Of(HttpContext context) =>
        context.Items[typeof(ViewPreferences)] as ViewPreferences ?? Default;

    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        var preferences = Read(context.Request.Cookies[CookieName]);
        context.Items[typeof(ViewPreferences)] = preferences;
        CultureInfo.CurrentUICulture = preferences.Culture;

        return next(context);
    }

    /// <summary>The address that changes one thing and comes back here.</summary>
    public static string Change(HttpContext context, string name, string value)
    {
        var here = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";

        return $"{Path}?{name}={value}&ve={Uri.EscapeDataString(here)}";
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Save).AllowAnonymous().ExcludeFromDescription();

    private static IResult Save(HttpContext context, string? lang, int? size, string? theme, string? ve)
    {
        var now = Of(context);
        var next = Read($"{lang ?? now.Language}.{size ?? now.TextSize}.{theme ?? now.Theme}");
        context.Response.Cookies.Append(CookieName, $"{next.Language}.{next.TextSize}.{next.Theme}", new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

        return Results.LocalRedirect(IsLocal(ve) ? ve! : "/");
    }

    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    private static ViewPreferences Read(string? cookie)
    {
        if (cookie is null || cookie.Split('.') is not [var language, var size, var theme])
        {
            return Default;
        }

        return new ViewPreferences(
            language == "en" ? "en" : "vi",
            size is "2" or "3" ? size[0] - '0' : 1,
            Themes.Contains(theme, StringComparer.Ordinal) ? theme : "auto");
    }
}
