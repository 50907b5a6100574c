using NghiTruong.Accounts;
using NghiTruong.Schemes;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Schemes.Demo;
using NghiTruong.Web.Schemes.RollOuts;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Schemes;

public static class SchemesPagesModule
{
    public static IServiceCollection AddSchemePages(this IServiceCollection services)
    {
        services.AddScoped<SchemeTools>();
        services.AddScoped<RollOutTools>();
        services.AddSingleton(SchemeWords.OfStory);
        services.AddSingleton(SchemeWords.OfRollOutStory);
        services.AddSingleton<IDemo, SchemeDemo>();
        services.AddNavEntry(new NavEntry { Text = "schemes.nav", Href = SchemeLinks.List, Icon = "done", Group = NavGroup.Oversight, Order = 6, ShownTo = acting => acting.May<ReadSchemes>() });

        return services;
    }

    public static void MapSchemes(this IEndpointRouteBuilder routes)
    {
        SchemesApi.Map(routes);
        RollOutsApi.Map(routes);
    }
}
