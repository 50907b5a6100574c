using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Search;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Supervision.Groups;
using NghiTruong.Supervision.Papers;
using NghiTruong.Threads;

namespace NghiTruong.Supervision;

public static class SupervisionModule
{
    public static IServiceCollection AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeDesk>();
        services.AddSingleton<ProgrammeReader>();
        services.AddSingleton<SupervisionDesk>();
        services.AddSingleton<SupervisionIssuing>();
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
        services.AddPapers();
        services.AddFinds<SupervisionSearch>();
        services.AddFinds<RecommendationSearch>();
        services.AddSingleton(SupervisionCatalogues.Groups);
        services.AddSingleton(SupervisionCatalogues.Fields);
        services.AddSingleton(SupervisionCatalogues.Questions);
        services.AddSingleton<GroupDesk>();
        services.AddSingleton<GroupFieldReader>();
        services.AddSingleton<Import.RegisterImport>();
        services.AddSingleton(SupervisionCounting.Source);
        services.AddSingleton<SupervisionCounting>();
        services.AddSingleton<IChangeObserver>(provider => provider.GetRequiredService<SupervisionCounting>());
        services.AddSingleton<IMovesOnMerge, SupervisionMoves>();
        services.AddSingleton<IEventHandler, RecountSupervisions>();
        services.AddSingleton<IEventHandler, SupervisionCoverage>();
        foreach (var records in CountedSupervisions.All)
        {
            services.AddSingleton(records);
        }


        foreach (var kind in SupervisionCoverage.Kinds)
        {
            services.AddCoverage(kind);
        }

        services.AddSingleton<IThreadTeller, SupervisionTeller>();
        services.AddSingleton<IDelegateTeller, SupervisionDelegateTeller>();
        services.AddSingleton<IThreadTeller, FindingTeller>();
        services.AddSingleton<IThreadTeller, RecommendationTeller>();
        services.AddSingleton<IThreadTeller, BriefingTeller>();
        services.AddSingleton<IFileOwner, SupervisionPaperFiles>();
        services.AddSingleton<IFileOwner, SupervisionVisitFiles>();

        return services;
    }

    private static void AddPapers(this IServiceCollection services)
    {
        services.AddPaper<TeamDecision>();
        services.AddPaper<SupervisionPlan>();
        services.AddPaper<ReportOutline>();
        services.AddPaper<ScheduleNotice>();
        services.AddPaper<SupervisionReport>();
        services.AddPaper<SupervisionConclusion>();
        services.AddSingleton<PaperDrafting>();
        services.AddSingleton<ILetterMatters, SupervisionOfLetter>();
        services.AddSingleton<IEventHandler, FollowPaperLetter>();
    }

    private static void AddPaper<T>(this IServiceCollection services)
        where T : PaperForm
    {
        services.AddLetterKind<T>();
        services.AddSingleton<PaperForm>(provider => provider.GetRequiredService<T>());
    }
}
