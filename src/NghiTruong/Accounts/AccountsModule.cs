using Microsoft.Extensions.DependencyInjection;

namespace NghiTruong.Accounts;

public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<AccountRecords>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<AccountList>();
        services.AddSingleton<AccessTokens>();

        return services;
    }
}
