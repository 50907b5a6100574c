using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Verification.Register;

namespace NghiTruong.Verification;

public static class VerificationModule
{
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<LegalRegister>();
        services.AddSingleton<LegalRegisterDesk>();
        services.AddSingleton<DraftChecking>();

        return services;
    }
}
