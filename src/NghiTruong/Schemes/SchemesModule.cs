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
        services.AddSingleton(SchemeCounting.Source);
        services.AddSingleton<IChangeObserver, SchemeCounting>();
        services.AddSingleton<IMovesOnMerge, SchemeMoves>();
        services.AddSingleton<ITodaySource, SchemeToday>();
        services.AddFinds<SchemeSearch>();
        services.AddSingleton<RollOutDesk>();
        services.AddSingleton<RollOutReader>();
        services.AddSingleton<RollOutList>();
        services.AddSingleton(RollOutCounting.Source);
        services.AddSingleton<IChangeObserver, RollOutCounting>();
        services.AddLetterKind<RollOutUrging>();

        return services;
    }
}
