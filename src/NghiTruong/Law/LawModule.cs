using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Law;

public static class LawModule
{
    public static IServiceCollection AddLaw(this IServiceCollection services)
    {
        services.AddSingleton<RuleBook>();
        services.AddSingleton<RuleDesk>();
        services.AddSingleton<RuleList>();
        services.AddSingleton<DefinitionDesk>();

        return services;
    }
}
