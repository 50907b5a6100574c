using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NghiTruong.Accounts;

namespace NghiTruong.Web.Security;

/// <summary>The sign-in cookie: 12 hours from the last use; dies at once with the account's stamp.</summary>
internal static class SignInCookies
{
    public const string CapacityCookie = "tu-cach";
    public const string SignInPath = "/dang-nhap";
    public const string ReturnParameter = "ve";
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "nghi-truong";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnParameter;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ToSignIn;
        // Pages say themselves where to go. The handler's own redirect to ?ve= would turn the answer to a script (a passkey's sign-in) into a page.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;

            return Task.CompletedTask;
        };
    }

    /// <summary>The account is read from its book (a few seconds old at most): one that is gone, disabled or re-stamped is signed out.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var account = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<AccountBook>().FindAsync(id, context.HttpContext.RequestAborted)
            : null;
        if (account is null || account.IsDisabled || account.SecurityStamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

            return;
        }

        services.GetRequiredService<Visitor>().Enter(account, Chosen(context.Request), byToken: false);
    }

    /// <summary>Back to the page that was asked; after a POST to the page its form stood on, where the typed text is restored.</summary>
    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (context.HttpContext.IsApi())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;

            return Task.CompletedTask;
        }

        var isGet = HttpMethods.IsGet(request.Method);
        var back = isGet ? $"{request.PathBase}{request.Path}{request.QueryString}" : PageOfForm(request);
        var expired = isGet ? "" : "&het-phien=true";
        context.Response.Redirect($"{SignInPath}?{ReturnParameter}={Uri.EscapeDataString(back)}{expired}");

        return Task.CompletedTask;
    }

    private static string PageOfForm(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : $"{request.PathBase}{request.Path}";

    public static Guid? Chosen(HttpRequest request) => Guid.TryParse(request.Cookies[CapacityCookie], out var grant) ? grant : null;
}

/// <summary>Bearer tokens of the API; what they open is read anew at every request.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, System.Text.Encodings.Web.UrlEncoder encoder, AccessTokens tokens, AccountBook book, Visitor visitor)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var holder = await tokens.HolderAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        var account = holder is { } id ? await book.FindAsync(id, Context.RequestAborted) : null;
        if (account is null || account.IsDisabled)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked");
        }

        visitor.Enter(account, preferredGrant: null, byToken: true);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString("D")), new Claim(ClaimTypes.Name, account.Acting.UserName)], SchemeName);

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = SchemeName;

        return Task.CompletedTask;
    }
}
