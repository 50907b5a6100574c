using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Security;

/// <summary>One OpenID Connect provider by configuration (<c>SignIn:Providers:NAME</c>).</summary>
public sealed class OutsideProvider
{
    public string DisplayName { get; set; } = "";

    /// <summary>The issuer; its discovery document stands below it, at <c>/.well-known/openid-configuration</c>.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Complete, and over TLS; only a provider on this very machine may do without.</summary>
    public bool IsRight => ClientId.Length > 0 && ClientSecret.Length > 0
        && Uri.TryCreate(Authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || IsHere(address));

    internal bool IsOverTls => !IsHere(new Uri(Authority));

    private static bool IsHere(Uri address) => address is { IsLoopback: true } && address.Scheme == Uri.UriSchemeHttp;
}

/// <summary>
/// Sign-in through outside providers, by the framework's OpenID Connect handler: authorization code with PKCE, a signed ID token whose issuer, audience, nonce and
/// time are checked. Its <c>sub</c> binds to an existing account only; nothing else of the token is kept.
/// </summary>
internal static class OutsideProviders
{
    private const string Section = "SignIn:Providers";

    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        foreach (var (name, provider) in In(configuration).Where(p => p.Provider.IsRight))
        {
            authentication.AddOpenIdConnect(name, provider.DisplayName.Length > 0 ? provider.DisplayName : name, options => Configure(options, name, provider));
        }
    }

    /// <summary>A provider that could never sign anybody in stops the start, rather than every request.</summary>
    public static Refusal? WrongIn(IConfiguration configuration) =>
        In(configuration).Where(p => !p.Provider.IsRight).Select(p => new Refusal("run.providerWrong", null, p.Name)).FirstOrDefault();

    private static IEnumerable<(string Name, OutsideProvider Provider)> In(IConfiguration configuration) =>
        configuration.GetSection(Section).GetChildren().Select(s => (s.Key, s.Get<OutsideProvider>() ?? new OutsideProvider()));

    private static void Configure(OpenIdConnectOptions options, string name, OutsideProvider provider)
    {
        options.Authority = provider.Authority;
        options.RequireHttpsMetadata = provider.IsOverTls;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = $"/dang-nhap/ngoai/{name}/ve";
        // Ours end by our own cookie; a provider has no say over it.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a plain visit, so that its cookies need no SameSite=None, which browsers take over TLS only.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        Guard(options.CorrelationCookie);
        Guard(options.NonceCookie);
        options.SaveTokens = false;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.Events.OnTokenValidated = context =>
        {
            // The handler lets an unsigned token pass where it came over the back channel (OpenID Connect Core 3.1.3.7 item 6); we do not.
            if (context.SecurityToken.RawSignature is not { Length: > 0 })
            {
                context.Fail("The ID token is not signed");
            }

            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect($"{SignInCookies.SignInPath}?loi=ngoai");
            context.HandleResponse();

            return Task.CompletedTask;
        };
    }

    private static void Guard(CookieBuilder cookie)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
