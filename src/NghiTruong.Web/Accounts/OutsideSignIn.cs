using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using NghiTruong.Accounts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Accounts;

/// <summary>The way out to an OpenID Connect provider and back. It binds to accounts that exist: signed in, it binds; signed out, it signs the bound one in.</summary>
internal static class OutsideSignIn
{
    private const string Failed = $"{SignInCookies.SignInPath}?loi=ngoai";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dang-nhap/ngoai/{provider}", LeaveAsync).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        routes.MapGet("/dang-nhap/ngoai", ReturnAsync).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> LeaveAsync(string provider, string? ve, HttpContext context, SignInManager<User> signIn, Visitor visitor, ILogger<OutsideProvider> log)
    {
        if (!(await signIn.GetExternalAuthenticationSchemesAsync()).Any(s => s.Name == provider))
        {
            return Results.NotFound();
        }

        // A stranger's page may have signed this browser in at the provider as somebody else; it must not begin the binding that would let them in here.
        if (visitor.Account is not null && context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
        {
            return Results.LocalRedirect("/toi");
        }

        var back = $"/dang-nhap/ngoai?ve={Uri.EscapeDataString(LocalAddress.Or(ve, "/"))}";
        try
        {
            await context.ChallengeAsync(provider, signIn.ConfigureExternalAuthenticationProperties(provider, back, visitor.Account?.Id.ToString("D")));

            return Results.Empty;
        }
        catch (InvalidOperationException e)
        {
            // Its discovery document cannot be had: the password still opens.
            log.LogWarning(e, "The outside provider {Provider} does not answer", provider);

            return Results.LocalRedirect(Failed);
        }
    }

    private static async Task<IResult> ReturnAsync(string? ve, HttpContext context, SignInManager<User> signIn, UserManager<User> users, Visitor visitor)
    {
        // Who left must be who comes back: a sign-in begun by nobody does not turn into a binding meanwhile.
        if (await signIn.GetExternalLoginInfoAsync(visitor.Account?.Id.ToString("D")) is not { } login)
        {
            return Results.LocalRedirect(Failed);
        }

        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (visitor.Account is { } present)
        {
            return await BindAsync(present, login, users);
        }

        var result = await signIn.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: false, bypassTwoFactor: true);

        return Results.LocalRedirect(result switch
        {
            { Succeeded: true } => LocalAddress.Or(ve, "/"),
            { IsLockedOut: true } => $"{SignInCookies.SignInPath}?loi=khoa",
            { IsNotAllowed: true } => Failed,
            _ => $"{SignInCookies.SignInPath}?loi=chua-lien-ket",
        });
    }

    private static async Task<IResult> BindAsync(Account present, ExternalLoginInfo login, UserManager<User> users)
    {
        var user = await users.FindByIdAsync(present.Id.ToString("D"));
        var bound = await users.AddLoginAsync(user!, login);

        return Results.LocalRedirect(bound.Succeeded ? "/toi?xong=lien-ket" : "/toi?loi=lien-ket");
    }
}
