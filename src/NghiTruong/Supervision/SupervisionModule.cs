using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp.Today;
using NghiTruong.Operations;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Threads;

namespace NghiTruong.Supervision;

public static class SupervisionModule
{
    public static IServiceCollection AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeDesk>();
        services.AddSingleton<ProgrammeReader>();
        services.AddSingleton<SupervisionDesk>();
        services.AddSingleton<SupervisionResults>();
        services.AddSingleton<SupervisionDistribution>();
        services.AddSingleton<RecommendationDrafts>();
        services.AddSingleton<RecommendationDesk>();
        services.AddSingleton<SupervisionList>();
        services.AddSingleton<ITodaySource, SupervisionToday>();
        services.AddSingleton<RecommendationList>();
        services.AddSingleton<SupervisionReader>();
        services.AddSingleton<BriefingDesk>();
        services.AddSingleton<BriefingList>();
        services.AddSingleton<BriefingCalendar>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<BriefingCalendar>());
        services.AddSingleton<SupervisionSummary>();
        services.AddSingleton<Import.RegisterImport>();
        services.AddSingleton(SupervisionCounting.Source);
        services.AddSingleton<SupervisionCounting>();
        services.AddSingleton<IChangeObserver>(provider => provider.GetRequiredService<SupervisionCounting>());
        services.AddSingleton<IMovesOnMerge, SupervisionMoves>();
        services.AddSingleton<IEventHandler, RecountSupervisions>();
        services.AddSingleton<IThreadTeller, SupervisionTeller>();
        services.AddSingleton<IThreadTeller, FindingTeller>();
        services.AddSingleton<IThreadTeller, RecommendationTeller>();
        services.AddSingleton<IThreadTeller, BriefingTeller>();
        services.AddSingleton<IFileOwner, SupervisionPaperFiles>();
        services.AddSingleton<IFileOwner, SupervisionVisitFiles>();

        return services;
    }
}
