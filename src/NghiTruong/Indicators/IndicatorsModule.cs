using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;
using NghiTruong.Texts;

namespace NghiTruong.Indicators;

public static class IndicatorsModule
{
    public static IServiceCollection AddIndicators(this IServiceCollection services)
    {
        services.AddSingleton(provider => IndicatorTargets.Of(provider.GetRequiredService<TextTable>()));
        services.AddSingleton(provider => provider.GetRequiredService<IndicatorTargets>().Catalogue);
        services.AddSingleton<IndicatorSetup>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<IndicatorSetup>());
        services.AddSingleton<IndicatorHistory>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<IndicatorHistory>());
        services.AddSingleton<IndicatorReader>();
        services.AddSingleton<IndicatorList>();
        services.AddSingleton<IndicatorNames>();
        services.AddSingleton<IndicatorReminders>();
        services.AddSingleton<IndicatorDesk>();
        services.AddSingleton<SubjectBoardReader>();

        return services;
    }
}
