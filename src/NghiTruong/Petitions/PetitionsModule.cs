using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;

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
        services.AddSingleton<PetitionList>();
        services.AddSingleton<PetitionPageReader>();
        services.AddSingleton<PetitionCounting>();
        services.AddSingleton<IChangeObserver>(provider => provider.GetRequiredService<PetitionCounting>());
        services.AddSingleton<PetitionCounts>();
        services.AddSingleton<PetitionSummary>();

        return services;
    }
}
