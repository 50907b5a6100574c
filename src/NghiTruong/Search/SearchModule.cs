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
}
