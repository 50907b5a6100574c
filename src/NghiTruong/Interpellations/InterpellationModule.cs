using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Search;
using NghiTruong.Threads;

namespace NghiTruong.Interpellations;

public static class InterpellationModule
{
    public static IServiceCollection AddInterpellations(this IServiceCollection services)
    {
        services.AddSingleton<SlipDesk>();
        services.AddSingleton<SittingDesk>();
        services.AddSingleton<PromiseReports>();
        services.AddSingleton<PromiseDesk>();
        services.AddSingleton<ExplanationDesk>();
        services.AddSingleton<InterpellationList>();
        services.AddSingleton<PromiseList>();
        services.AddSingleton<ExplanationList>();
        services.AddSingleton<InterpellationReader>();
        services.AddSingleton<IEventHandler, FollowSessions>();
        services.AddSingleton<IEventHandler, FollowExplanationLetters>();
        services.AddSingleton<IEventHandler, RecountNotices>();
        services.AddSingleton<IMovesOnMerge, InterpellationMoves>();
        services.AddSingleton<IFileOwner, InterpellationFiles>();
        services.AddSingleton<IFileOwner, PromiseFiles>();
        services.AddSingleton<IFileOwner, ExplanationFiles>();
        services.AddLetterKind<ExplanationNotice>();
        services.AddLetterKind<ExplanationConclusion>();
        services.AddSingleton<SlipListDocument>();
        services.AddSingleton<IDocumentKind>(provider => provider.GetRequiredService<SlipListDocument>());

        services.AddFinds<SlipSearch>();
        services.AddFinds<PromiseSearch>();
        services.AddFinds<ExplanationSearch>();
        services.AddSingleton<IThreadTeller, InterpellationTeller>();
        services.AddSingleton<IDelegateTeller, InterpellationDelegateTeller>();
        services.AddSingleton<IThreadTeller, PromiseTeller>();
        services.AddSingleton<IThreadTeller, ExplanationTeller>();

        return services;
    }
}
