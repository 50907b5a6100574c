namespace NghiTruong.Web.Demo;

public static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoMode>();
        services.AddSingleton<FirstAccounts>();
        services.AddSingleton<DemoHouse>();

        return services;
    }
}
