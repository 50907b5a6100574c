using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Threads;
using NghiTruong.Verification.Register;

namespace NghiTruong.Verification;

public static class VerificationModule
{
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<LegalRegister>();
        services.AddSingleton<LegalRegisterDesk>();
        services.AddSingleton<DraftChecking>();
        foreach (var catalogue in VerificationCatalogues.All)
        {
            services.AddSingleton(catalogue);
        }

        services.AddSingleton<VerificationDesk>();
        services.AddSingleton<VerificationWorkbench>();
        services.AddSingleton<VerificationReader>();
        services.AddSingleton<VerificationList>();
        services.AddSingleton<IMovesOnMerge, VerificationMoves>();
        services.AddSingleton<IEventHandler, FollowReportLetter>();
        services.AddSingleton<IEventHandler, RecountVerifications>();
        services.AddSingleton<IFileOwner, VerificationPaperFiles>();
        services.AddSingleton<IThreadTeller, VerificationTeller>();
        services.AddSingleton<IChangeObserver, VerificationCounting>();
        services.AddSingleton(VerificationCounting.Source);
        services.AddSingleton(VerificationCounting.Records);
        services.AddLetterKind<VerificationReport>();
        services.AddSingleton<ILetterMatters, VerificationOfLetter>();

        return services;
    }
}
