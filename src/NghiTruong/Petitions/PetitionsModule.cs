using Microsoft.Extensions.DependencyInjection;

namespace NghiTruong.Petitions;

public static class PetitionsModule
{
    public static IServiceCollection AddPetitions(this IServiceCollection services)
    {
        services.AddSingleton<PetitionIntake>();

        return services;
    }
}
