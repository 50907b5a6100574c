using NghiTruong.Accounts;
using NghiTruong.FollowUp.Today;
using NghiTruong.Interpellations;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Interpellations.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Interpellations;

public static class InterpellationPagesModule
{
    public static IServiceCollection AddInterpellationPages(this IServiceCollection services)
    {
        services.AddScoped<InterpellationTools>();
        services.AddScoped<InterpellationQuery>();
        services.AddScoped<InterpellationListView>();
        services.AddSingleton<InterpellationWhy>();
        services.AddSingleton<ITodaySource, InterpellationToday>();
        services.AddSingleton<IDemo, InterpellationDemo>();
        foreach (var words in InterpellationWording.OfStories)
        {
            services.AddSingleton(words);
        }

        // One entry, so that a commune's menu stays short: promises and explanation sessions are one press away on the page.
        services.AddNavEntry(new NavEntry
        {
            Text = "interpellations.nav", Href = InterpellationLinks.Slips, Icon = "meeting", Order = 33, Also = [InterpellationLinks.Explanations, InterpellationLinks.Promises], ShownTo = acting => acting.May<ReadInterpellations>(),
        });

        return services;
    }

    public static void MapInterpellations(this IEndpointRouteBuilder routes) => InterpellationsApi.Map(routes);
}
