using Microsoft.Extensions.DependencyInjection;

namespace NghiTruong.Law;

public static class LawModule
{
    public static IServiceCollection AddLaw(this IServiceCollection services)
    {
        services.AddSingleton<RuleBook>();
        services.AddSingleton<RuleDesk>();
        services.AddSingleton<RuleList>();

        return services;
    }
}
