using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Search;

namespace NghiTruong.Library;

public static class LibraryModule
{
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<LibraryDesk>();
        services.AddSingleton<LibraryShelf>();
        services.AddSingleton<ISearchFinder, LibraryFinder>();

        return services;
    }
}
