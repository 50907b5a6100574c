namespace NghiTruong.Web.Demo;

/// <summary>A room's share of the demo, filled in <see cref="Order"/> after the province and its accounts stand.</summary>
public interface IDemo
{
    int Order { get; }

    Task FillAsync(DemoWorld world, CancellationToken ct);
}

public static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoMode>();
        services.AddSingleton<FirstAccounts>();
        services.AddSingleton<DemoProvince>();

        return services;
    }
}
