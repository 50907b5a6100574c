using Microsoft.Extensions.DependencyInjection;

namespace NghiTruong.Delegates;

public static class DelegatesModule
{
    public static IServiceCollection AddDelegates(this IServiceCollection services)
    {
        services.AddSingleton<DelegatePicker>();

        return services;
    }
}
