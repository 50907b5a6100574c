using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace NghiTruong.Web.Security;

/// <summary>One OpenID Connect provider by configuration (<c>SignIn:Providers:NAME</c>).</summary>
public sealed class OutsideProvider
{
    public string DisplayName { get; set; } = "";

    public string AuthorizationEndpoint { get; set; } = "";

    public string TokenEndpoint { get; set; } = "";

    public string UserInfoEndpoint { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";
}

/// <summary>
/// Sign-in through outside providers, by the framework's OAuth handler with PKCE: the code is exchanged over TLS at the provider itself (OpenID Connect Core 3.1.3.7 item 6),
/// and <c>sub</c> of its user info binds to an existing account only.
/// </summary>
internal static class OutsideProviders
{
    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        foreach (var section in configuration.GetSection("SignIn:Providers").GetChildren())
        {
            var provider = section.Get<OutsideProvider>() ?? new OutsideProvider();
            authentication.AddOAuth(section.Key, provider.DisplayName.Length > 0 ? provider.DisplayName : section.Key, options => Configure(options, section.Key, provider));
        }
    }

    private static void Configure(OAuthOptions options, string name, OutsideProvider provider)
    {
        options.AuthorizationEndpoint = provider.AuthorizationEndpoint;
        options.TokenEndpoint = provider.TokenEndpoint;
        options.UserInformationEndpoint = provider.UserInfoEndpoint;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = $"/dang-nhap/ngoai/{name}/ve";
        options.UsePkce = true;
        options.SaveTokens = false;
        options.Scope.Add("openid");
        options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "sub");
        options.Events.OnCreatingTicket = AskWhoAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect($"{SignInCookies.SignInPath}?loi=ngoai");
            context.HandleResponse();

            return Task.CompletedTask;
        };
    }

    private static async Task AskWhoAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(user.RootElement);
    }
}
