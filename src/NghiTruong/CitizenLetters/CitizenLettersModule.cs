using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Search;
using NghiTruong.Threads;

namespace NghiTruong.CitizenLetters;

public static class CitizenLettersModule
{
    public static IServiceCollection AddCitizenLetters(this IServiceCollection services)
    {
        services.AddSingleton<SenderVault>();
        services.AddSingleton<ISealedColumn, SealedSenders>();
        services.AddSingleton<CitizenLetterTerms>();
        services.AddSingleton<CitizenLetterIntake>();
        services.AddSingleton<CitizenLetterDesk>();
        services.AddSingleton<CitizenLetterSending>();
        services.AddSingleton<LetterReading>();
        services.AddSingleton<LetterHandlers>();
        services.AddSingleton<CitizenLetterList>();
        services.AddSingleton<CitizenLetterReader>();
        services.AddSingleton<CitizenLetterDuplicates>();
        services.AddSingleton<SenderPaper>();
        services.AddSingleton<IDocumentKind>(provider => provider.GetRequiredService<SenderPaper>());
        services.AddLetterKind<CitizenLetterTransfer>();
        services.AddLetterKind<CitizenLetterGuidance>();
        services.AddSingleton<ILetterMatters, CitizenLetterOfOfficial>();
        services.AddSingleton<IEventHandler, FollowOfficialLetters>();
        services.AddSingleton<IEventHandler, RecountCitizenLetters>();
        services.AddSingleton<IMovesOnMerge, CitizenLetterMoves>();
        services.AddSingleton<IFileOwner, CitizenLetterFiles>();
        services.AddSingleton<IErasesPersonalData, CitizenLetterErasure>();
        services.AddSingleton<IChangeObserver, CitizenLetterCounting>();
        services.AddSingleton(CitizenLetterCounting.Source);
        services.AddSingleton<CitizenLetterSearch>();
        services.AddSingleton<ISearchSource>(provider => provider.GetRequiredService<CitizenLetterSearch>());
        services.AddSingleton<ISearchFinder>(provider => provider.GetRequiredService<CitizenLetterSearch>());
        services.AddSingleton<IThreadTeller, CitizenLetterTeller>();
        services.AddSingleton<IDelegateTeller, CitizenLetterDelegateTeller>();
        foreach (var catalogue in CitizenLetterCatalogues.All)
        {
            services.AddSingleton(catalogue);
        }

        return services;
    }
}
