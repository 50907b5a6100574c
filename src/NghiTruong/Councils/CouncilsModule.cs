using Microsoft.Extensions.DependencyInjection;

namespace NghiTruong.Councils;

public static class CouncilsModule
{
    public static IServiceCollection AddCouncils(this IServiceCollection services)
    {
        services.AddSingleton<CouncilDirectory>();
        services.AddSingleton<MatterMover>();
        services.AddSingleton<UnitImport>();

        return services;
    }
}
