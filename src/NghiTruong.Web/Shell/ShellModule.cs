using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Shell;

/// <summary>Puts the frame, its parts and its pages into the house. Expects a <c>TextTable</c> and a <c>TimeProvider</c> among the services.</summary>
public static class ShellModule
{
    /// <summary>Razor Pages rooted at the project folder, so that <c>/Petitions/Index.cshtml</c> is a page of its room, and what its pages need.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/");
        services.AddSingleton<IConfigureOptions<MvcOptions>, HouseBinding>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Notices.CookieName);

        // Vietnamese letters go out as they are, not as &#x...; references three times their size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Ui>();
        services.AddSingleton<StoryTeller>();
        services.AddScoped<ShellModel>();

        return services;
    }

    public static IServiceCollection AddNavEntry(this IServiceCollection services, NavEntry entry) => services.AddSingleton(entry);

    /// <summary>Reads how the person likes pages; before anything that writes one. Error pages are drawn for bare status codes outside the API.</summary>
    public static IApplicationBuilder UseShell(this IApplicationBuilder app)
    {
        app.Use(next => context => ViewPreferences.Apply(context, next));
        app.UseWhen(
            context => !context.IsApi(),
            pages => pages.UseStatusCodePagesWithReExecute("/loi/{0}"));

        return app;
    }

    public static void MapShell(this IEndpointRouteBuilder routes)
    {
        ShellAssets.Map(routes);
        ViewPreferences.Map(routes);
    }
}
