using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Threads;

namespace NghiTruong.Conferences;

public static class ConferencesModule
{
    public static IServiceCollection AddConferences(this IServiceCollection services)
    {
        services.AddSingleton<ConferenceDesk>();
        services.AddSingleton<ConferenceMinutes>();
        services.AddSingleton<ConferenceReader>();
        services.AddLetterKind<ConferenceNotice>();
        services.AddSingleton<ILetterMatters, ConferenceOfLetter>();
        services.AddSingleton<IEventHandler, FollowConferenceNotice>();
        services.AddSingleton<IMovesOnMerge, ConferenceMoves>();
        services.AddSingleton<IFileOwner, ConferencePaperFiles>();
        services.AddSingleton<IThreadTeller, ConferenceTeller>();

        return services;
    }
}
