using Microsoft.Extensions.DependencyInjection;

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

        return services;
    }
}
