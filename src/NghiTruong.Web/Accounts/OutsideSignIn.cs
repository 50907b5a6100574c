using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using NghiTruong.Accounts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Accounts;

/// <summary>The way out to an OpenID Connect provider and back. It binds to accounts that exist: signed in, it binds; signed out, it signs the bound one in.</summary>
internal static class OutsideSignIn
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dang-nhap/ngoai/{provider}", LeaveAsync).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        routes.MapGet("/dang-nhap/ngoai", ReturnAsync).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> LeaveAsync(string provider, string? ve, SignInManager<User> signIn)
    {
        var known = (await signIn.GetExternalAuthenticationSchemesAsync()).Any(s => s.Name == provider);
        var back = $"/dang-nhap/ngoai?ve={Uri.EscapeDataString(LocalAddress.Or(ve, "/"))}";

        return known ? Results.Challenge(signIn.ConfigureExternalAuthenticationProperties(provider, back), [provider]) : Results.NotFound();
    }

    private static async Task<IResult> ReturnAsync(string? ve, HttpContext context, SignInManager<User> signIn, UserManager<User> users, Visitor visitor)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login || login.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is null)
        {
            return Results.LocalRedirect($"{SignInCookies.SignInPath}?loi=ngoai");
        }

        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (visitor.Account is { } present)
        {
            return await BindAsync(present, login, users);
        }

        var result = await signIn.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: false, bypassTwoFactor: true);

        return Results.LocalRedirect(result.Succeeded ? LocalAddress.Or(ve, "/") : $"{SignInCookies.SignInPath}?loi=chua-lien-ket");
    }

    private static async Task<IResult> BindAsync(Account present, ExternalLoginInfo login, UserManager<User> users)
    {
        var user = await users.FindByIdAsync(present.Id.ToString("D"));
        var bound = await users.AddLoginAsync(user!, login);

        return Results.LocalRedirect(bound.Succeeded ? "/toi?xong=lien-ket" : "/toi?loi=lien-ket");
    }
}
