using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Indicators;
using NghiTruong.Accounts;
using NghiTruong.Coverage;
using NghiTruong.Delegates.Import;
using NghiTruong.Operations;

namespace NghiTruong.Delegates;

public static class DelegatesModule
{
    public static IServiceCollection AddDelegates(this IServiceCollection services)
    {
        services.AddSingleton<DelegatePicker>();
        services.AddSingleton<IRemindedPeople, RemindedDelegates>();
        services.AddSingleton<ISubjectTeller, ToldDelegates>();
        services.AddSingleton<ISubjectTeller, ToldBodies>();
        services.AddSingleton<EndedTerms>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<EndedTerms>());
        services.AddSingleton<DelegateDesk>();
        services.AddSingleton<DelegateStandingDesk>();
        services.AddSingleton<DelegateParticularsDesk>();
        services.AddSingleton<DelegateReportDesk>();
        services.AddSingleton<DelegateReader>();
        services.AddSingleton<DelegateList>();
        services.AddSingleton<DelegateDeeds>();
        services.AddSingleton<YearlyReport>();
        services.AddSingleton<LegalNumberReader>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton<DelegateImport>();
        services.AddSingleton(LegalNumbers.Catalogue);
        services.AddSingleton<IEventHandler, EndWithCouncil>();
        services.AddSingleton<IErasesPersonalData, DelegateErasure>();
        services.AddSingleton<ISealedColumn, SealedParticulars>();
        services.AddSingleton(DelegateCoverage.Source);
        services.AddCoverage(DelegateCoverage.Report);

        return services;
    }
}
