using Microsoft.Extensions.DependencyInjection;

namespace NghiTruong.Councils;

public static class CouncilsModule
{
    public static IServiceCollection AddCouncils(this IServiceCollection services)
    {
        services.AddSingleton(CouncilStrength.Catalogue);
        services.AddSingleton<CouncilDirectory>();
        services.AddSingleton<MatterMover>();
        services.AddSingleton<UnitImport>();
        services.AddSingleton<FormerUnits>();
        services.AddSingleton<UnitBook>();
        services.AddSingleton<UnitMerger>();
        services.AddSingleton<CouncilOrganisation>();
        services.AddSingleton<CouncilLife>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<CouncilDesk>();
        services.AddSingleton<Followers>();
        services.AddSingleton<AgencyDesk>();
        services.AddSingleton<SessionDesk>();

        return services;
    }
}
