using NghiTruong.Accounts;
using NghiTruong.Threads;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Threads.Demo;

namespace NghiTruong.Web.Threads;

public static class ThreadsPagesModule
{
    public static IServiceCollection AddThreadPages(this IServiceCollection services)
    {
        services.AddScoped<ThreadPageTools>();
        services.AddSingleton(ThreadWords.OfStory);
        services.AddSingleton<IDemo, ThreadDemo>();
        services.AddNavEntry(new NavEntry { Text = "threads.nav", Href = ThreadLinks.List, Icon = "link", Group = NavGroup.Oversight, Order = 5, ShownTo = acting => acting.May<ReadThreads>() });

        return services;
    }

    public static void MapThreads(this IEndpointRouteBuilder routes) => ThreadsApi.Map(routes);
}
