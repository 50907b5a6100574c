using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp.Today;
using NghiTruong.Operations;
using NghiTruong.Search;
using NghiTruong.Threads;

namespace NghiTruong.Agreements;

public static class AgreementsModule
{
    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        services.AddSingleton<AgreementDesk>();
        services.AddSingleton<AgreementDuties>();
        services.AddSingleton<AgreementTaskDesk>();
        services.AddSingleton<AgreementList>();
        services.AddSingleton<AgreementReader>();
        services.AddSingleton<AgreementCalendar>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<AgreementCalendar>());
        services.AddSingleton<IEventHandler, FollowAgreementDays>();
        services.AddSingleton<ITodaySource, AgreementToday>();
        services.AddFinds<AgreementSearch>();
        services.AddSingleton(AgreementCounting.Source);
        services.AddSingleton<IChangeObserver, AgreementCounting>();
        services.AddCoverage(AgreementCoverage.Kind);
        services.AddSingleton<IMovesOnMerge, AgreementMoves>();
        services.AddSingleton<IFileOwner, AgreementFiles>();
        services.AddSingleton<IFileOwner, AgreementTaskFiles>();
        services.AddSingleton<IThreadTeller, AgreementTeller>();
        services.AddSingleton<IThreadTeller, AgreementTaskTeller>();

        return services;
    }
}
