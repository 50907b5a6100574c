using NghiTruong.Delegates;
using NghiTruong.Web.Delegates.Demo;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Delegates;

public static class DelegatesPagesModule
{
    public static IServiceCollection AddDelegatePages(this IServiceCollection services)
    {
        services.AddScoped<DelegatePageTools>();
        services.AddSingleton(DelegateWords.OfStory);
        services.AddSingleton<IDemo, DelegateDemo>();
        services.AddNavEntry(new NavEntry { Text = "delegates.nav", Href = DelegateLinks.List, Icon = "people", Group = NavGroup.Oversight, Order = 2, ShownTo = acting => acting.May<ReadDelegates>() });

        return services;
    }

    public static void MapDelegates(this IEndpointRouteBuilder routes) => DelegatesApi.Map(routes);
}
