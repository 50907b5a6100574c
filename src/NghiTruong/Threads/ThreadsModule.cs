using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Search;

namespace NghiTruong.Threads;

public static class ThreadsModule
{
    public static IServiceCollection AddThreads(this IServiceCollection services)
    {
        services.AddSingleton<ThreadTelling>();
        services.AddSingleton<ThreadDesk>();
        services.AddSingleton<ThreadReader>();
        services.AddSingleton<ThreadPlacing>();
        services.AddSingleton<ThreadList>();
        services.AddSingleton<ThreadReport>();
        services.AddFinds<ThreadSearch>();
        services.AddSingleton<IMovesOnMerge, ThreadMoves>();

        return services;
    }
}
