using NghiTruong.Accounts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Accounts;

public static class AccountPagesModule
{
    public static IServiceCollection AddAccountPages(this IServiceCollection services) => services.AddScoped<PlaceFinder>().AddNavEntry(new NavEntry
    {
        Text = "account.nav",
        Href = "/tai-khoan",
        Icon = "people",
        Group = NavGroup.Settings,
        Order = 90,
        ShownTo = acting => acting.May<ReadAccounts>(),
    });

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tu-cach", ChooseCapacity).WithMetadata(new SignedInAttribute()).ExcludeFromDescription();
        OutsideSignIn.Map(routes);
    }

    /// <summary>Changes the capacity that goes first; a preference of this device, it gives no right.</summary>
    private static IResult ChooseCapacity(HttpContext context, Guid id, string? ve)
    {
        context.Response.Cookies.Append(SignInCookies.CapacityCookie, id.ToString("D"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });

        return Results.LocalRedirect(LocalAddress.Or(ve, "/"));
    }
}

/// <summary>Addresses to come back to are of this house only.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else the other one.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : otherwise;
}
