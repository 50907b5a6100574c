using NghiTruong.Accounts;
using NghiTruong.Resolutions;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Resolutions.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Resolutions;

public static class ResolutionPagesModule
{
    public static IServiceCollection AddResolutionPages(this IServiceCollection services)
    {
        services.AddScoped<ResolutionQuery>();
        services.AddScoped<ResolutionListView>();
        services.AddScoped<ResolutionChoices>();
        services.AddScoped<ResolutionActTools>();
        services.AddSingleton(ResolutionWords.OfStory);
        services.AddSingleton(ResolutionWords.OfTaskStory);
        services.AddSingleton<IDemo, ResolutionDemo>();
        // One entry: the tabs of the list lead on, which keeps a commune's menu short.
        services.AddNavEntry(new NavEntry { Text = "resolutions.nav", Href = ResolutionLinks.List, Icon = "law", Order = 32, ShownTo = acting => acting.May<ReadResolutions>() });

        return services;
    }

    public static void MapResolutions(this IEndpointRouteBuilder routes)
    {
        ResolutionsApi.Map(routes);
        ResolutionExport.Map(routes);
    }
}
