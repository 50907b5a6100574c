using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Petitions.Documents;
using NghiTruong.Petitions.Import;
using NghiTruong.Petitions.Reports;
using NghiTruong.Search;
using NghiTruong.Threads;

namespace NghiTruong.Petitions;

public static class PetitionsModule
{
    public static IServiceCollection AddPetitions(this IServiceCollection services)
    {
        services.AddSingleton<PetitionIntake>();
        services.AddSingleton<PetitionDesk>();
        services.AddSingleton<PetitionForwarder>();
        services.AddSingleton<PetitionReplies>();
        services.AddSingleton<PetitionJudgement>();
        services.AddSingleton<IErasesPersonalData, PetitionErasure>();
        services.AddSingleton<PetitionList>();
        services.AddSingleton<PetitionPageReader>();
        services.AddSingleton<LikelyDuplicates>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<ISearchSource, PetitionSearchSource>();
        services.AddSingleton<IEventHandler, MoveDueWithItem>();
        services.AddSingleton<ITodaySource, PetitionToday>();
        services.AddSingleton<PetitionCounting>();
        services.AddSingleton<IChangeObserver>(provider => provider.GetRequiredService<PetitionCounting>());
        services.AddSingleton(PetitionCounting.Source);
        services.AddSingleton<PetitionSummary>();
        services.AddSingleton<PetitionPapers>();
        services.AddSingleton<IFileOwner, PetitionSheets>();
        services.AddSingleton<IFileOwner, AnswerFiles>();
        services.AddSingleton<IFileOwner, NoticeFiles>();
        services.AddSingleton<IEventHandler, SendOnIssue>();
        services.AddSingleton<PetitionTables>();
        services.AddSingleton<AnswerSheets>();
        services.AddSingleton<IDocumentKind>(provider => provider.GetRequiredService<AnswerSheets>());
        services.AddSingleton<ILetterMatters, PetitionsOfLetter>();
        services.AddLetterKind<ForwardingLetter>();
        services.AddLetterKind<PetitionsWithdrawnNotice>();
        services.AddLetterKind<CorrectedDueLetter>();
        services.AddReports();
        services.AddSingleton<IMovesOnMerge, PetitionMoves>();
        services.AddSingleton(CountedPetitions.Records);
        services.AddSingleton(CountedPetitions.Terms);
        services.AddSingleton<IThreadTeller, PetitionTeller>();
        services.AddSingleton<IDelegateTeller, PetitionDelegateTeller>();
        services.AddSingleton<PetitionImports>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton<AnswerAnnexImport>();
        services.AddSingleton<IOutboxHandler, LedgerStaging>();
        services.AddSingleton<IJob, StalledImports>();
        services.AddSingleton<VoterMeetings>();
        services.AddSingleton<VoterMeetingReader>();

        return services;
    }

    private static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<SummaryPlaces>();
        services.AddSingleton<PetitionReports>();
        services.AddSingleton<ReportDocument>();
        services.AddSingleton<IDocumentKind>(provider => provider.GetRequiredService<ReportDocument>());
        services.AddSingleton<SessionSentences>();
        services.AddSingleton<SessionFiguresReader>();
        services.AddSingleton<SessionAnnexes>();
        services.AddSingleton<SessionDossier>();
        services.AddLetterKind<SessionSummaryReport>();
        services.AddLetterKind<SettlementReport>();
        services.AddLetterKind<SettlementResolution>();
        foreach (var annex in SessionAnnexes.Kinds)
        {
            services.AddSingleton<IDocumentKind>(annex);
        }
    }
}
