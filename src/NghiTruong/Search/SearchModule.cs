using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;

namespace NghiTruong.Search;

public static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndexing>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<SearchIndexing>());

        return services;
    }

    /// <summary>What a room gives to the index, and finds again for the one search.</summary>
    public static IServiceCollection AddFinds<T>(this IServiceCollection services)
        where T : class, ISearchSource, ISearchFinder
    {
        services.AddSingleton<T>();
        services.AddSingleton<ISearchSource>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<ISearchFinder>(provider => provider.GetRequiredService<T>());

        return services;
    }
}
