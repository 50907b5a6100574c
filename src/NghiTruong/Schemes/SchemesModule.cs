using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Search;

namespace NghiTruong.Schemes;

public static class SchemesModule
{
    public static IServiceCollection AddSchemes(this IServiceCollection services)
    {
        services.AddSingleton<SchemeDesk>();
        services.AddSingleton<SchemeNodes>();
        services.AddSingleton<SchemeProgressDesk>();
        services.AddSingleton<SchemeReader>();
        services.AddSingleton<SchemeList>();
        services.AddSingleton(SchemeNodeCounting.Source);
        foreach (var records in CountedSchemes.All)
        {
            services.AddSingleton(records);
        }

        services.AddSingleton<IChangeObserver, SchemeNodeCounting>();
        services.AddSingleton<IMovesOnMerge, SchemeMoves>();
        services.AddSingleton<ITodaySource, SchemeToday>();
        services.AddFinds<SchemeSearch>();
        services.AddSingleton<RollOutDesk>();
        services.AddSingleton<RollOutReader>();
        services.AddSingleton<RollOutList>();
        services.AddSingleton(RollOutStepCounting.Source);
        services.AddSingleton<IChangeObserver, RollOutStepCounting>();
        services.AddLetterKind<RollOutUrging>();

        return services;
    }
}
