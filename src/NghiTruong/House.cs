using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Delegates;
using NghiTruong.Coverage;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Interpellations;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Reception;
using NghiTruong.Resolutions;
using NghiTruong.Search;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Threads;
using NghiTruong.Verification;

namespace NghiTruong;

/// <summary>The whole house below the web: every room registers itself here, foundation first.</summary>
public static class House
{
    public static IServiceCollection AddHouse(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new TextTable(typeof(House).Assembly));
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<CommitSteps>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<Undo>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<AfterRestore>();
        services.AddSingleton<ErasureList>();
        services.AddSingleton<IOutboxHandler, ListErasures>();
        services.AddSingleton<IJob, KeepErasureList>();
        services.AddJournal();
        services.AddCouncils();
        services.AddSearch();
        services.AddSingleton<AnsweredRequests>();
        services.AddSingleton<IJob, ForgetAnsweredRequests>();
        services.AddSingleton<SavedViews>();
        services.AddAccounts();
        services.AddLaw();
        services.AddNotifications();
        services.AddFollowUp();
        services.AddCounting();
        services.AddCoverage();
        services.AddFiles();
        // Beside the files, which all nodes share, unless another place is named.
        services.TryAddSingleton(provider => new HeadsDirectory(Path.Combine(provider.GetRequiredService<FilesDirectory>().Path, "journal")));
        services.AddLetters();
        services.AddSingleton<IMovesOnMerge, FollowUpMoves>();
        services.AddThreads();
        services.AddDelegates();
        services.AddPetitions();
        services.AddSupervision();
        services.AddVerification();
        services.AddResolutions();
        services.AddInterpellations();
        services.AddCitizenLetters();
        services.AddReception();

        return services;
    }
}
