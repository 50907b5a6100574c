using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Resolutions.Documents;
using NghiTruong.Resolutions.Import;
using NghiTruong.Search;
using NghiTruong.Threads;

namespace NghiTruong.Resolutions;

public static class ResolutionsModule
{
    public static IServiceCollection AddResolutions(this IServiceCollection services)
    {
        services.AddSingleton<ResolutionDesk>();
        services.AddSingleton<ResolutionClauses>();
        services.AddSingleton<ResolutionTaskDesk>();
        services.AddSingleton<ResolutionWatch>();
        services.AddSingleton<ResolutionList>();
        services.AddSingleton<ResolutionReader>();
        services.AddSingleton<ResolutionSummary>();
        services.AddSingleton<ResolutionImport>();
        services.AddSingleton<ResolutionCalendar>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<ResolutionCalendar>());
        services.AddSingleton<IEventHandler, RecountResolutions>();
        services.AddSingleton<ITodaySource, ResolutionToday>();
        services.AddFinds<ResolutionSearch>();
        services.AddSingleton(ResolutionCounting.Source);
        services.AddSingleton<IChangeObserver, ResolutionCounting>();
        services.AddSingleton<IMovesOnMerge, ResolutionMoves>();
        services.AddSingleton<IFileOwner, ResolutionFiles>();
        services.AddSingleton<IFileOwner, ResolutionReportFiles>();
        services.AddSingleton<IFileOwner, ResolutionTaskFiles>();
        foreach (var kind in Enum.GetValues<ResolutionSheet>())
        {
            services.AddSingleton<IDocumentKind>(new ResolutionSheetKind(kind));
        }

        services.AddSingleton<ResolutionSheets>();
        services.AddSingleton<IThreadTeller, ResolutionTeller>();
        services.AddSingleton<IThreadTeller, ResolutionTaskTeller>();

        return services;
    }
}
