using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using NghiTruong.Accounts;

namespace NghiTruong.Web.Security;

/// <summary>Sign-in and access: who comes in, by what, and what is closed unless it says otherwise.</summary>
public static class SecurityModule
{
    /// <summary>PBKDF2 with SHA-512, as OWASP advises.</summary>
    public const int PasswordIterations = 210_000;

    private const string ByRequest = "ByRequest";

    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        services.AddScoped(provider => provider.GetRequiredService<Visitor>().Acting
            ?? throw new InvalidOperationException("Nobody is signed in: a public page asks Visitor, not Acting"));
        services.AddSingleton<SignInGate>();
        services.AddSingleton<RefusalWatch>();
        AddIdentity(services);
        AddSchemes(services, configuration);
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        // Closed by default: a page or endpoint that declares nothing opens for nobody.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "mau-don";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-CSRF-Token";
            // Our own headers say it more strictly.
            options.SuppressXFrameOptionsHeader = true;
        });

        return services;
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<User>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequiredUniqueChars = 5;
                // Length protects, not a mandatory mixture (NIST SP 800-63B).
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.AllowedForNewUsers = true;
                options.Lockout.MaxFailedAccessAttempts = AccountRecords.FailuresBeforeLock;
                options.Stores.MaxLengthForKeys = 128;
            })
            .AddUserManager<HouseUserManager>()
            .AddSignInManager<HouseSignInManager>()
            .AddTokenProvider<Totp>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<User>, UserStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<User>, HouseClaims>();
        services.AddSingleton<ILookupNormalizer, LowerNames>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
    }

    private static void AddSchemes(IServiceCollection services, IConfiguration configuration)
    {
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = ByRequest;
            options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
        });
        authentication.AddPolicyScheme(ByRequest, null, options => options.ForwardDefaultSelector = SchemeOf);
        authentication.AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
        var cookies = authentication.AddIdentityCookies();
        cookies.ApplicationCookie!.Configure(SignInCookies.Configure);
        cookies.TwoFactorUserIdCookie!.Configure(options => options.Cookie.Name = "hai-buoc");
        cookies.TwoFactorRememberMeCookie!.Configure(options => options.Cookie.Name = "may-quen");
        cookies.ExternalCookie!.Configure(options => options.Cookie.Name = "ngoai");
        OutsideProviders.Add(authentication, configuration);
    }

    /// <summary>Changes through the API want a token: a cookie, which the browser sends by itself, only reads there.</summary>
    private static string SchemeOf(HttpContext context)
    {
        var hasToken = context.Request.Headers.ContainsKey("Authorization");
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

        return context.IsApi() && (hasToken || !reads) ? BearerHandler.SchemeName : IdentityConstants.ApplicationScheme;
    }
}
