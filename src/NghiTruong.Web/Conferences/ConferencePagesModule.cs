using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Web.Conferences.Demo;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Conferences;

public static class ConferencePagesModule
{
    public static IServiceCollection AddConferencePages(this IServiceCollection services)
    {
        services.AddScoped<ConferencePageTools>();
        services.AddSingleton(ConferenceWords.OfStory);
        services.AddSingleton<IDemo, ConferenceDemo>();
        services.AddNavEntry(new NavEntry { Text = "conferences.nav", Href = ConferenceLinks.List, Icon = "meeting", Group = NavGroup.Oversight, Order = 21, ShownTo = acting => acting.May<ReadConferences>() });

        return services;
    }

    public static void MapConferences(this IEndpointRouteBuilder routes) => ConferencesApi.Map(routes);
}
