using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;

namespace NghiTruong.Counting;

public static class CountingModule
{
    public static IServiceCollection AddCounting(this IServiceCollection services)
    {
        services.AddSingleton<CountFold>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<CountFold>());
        services.AddSingleton<IJob, CountPrune>();
        services.AddSingleton<CountSettling>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<CountSettling>());
        services.AddSingleton<CountCheck>();
        services.AddSingleton<MeasureBuild>();

        return services;
    }
}
