using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;

namespace NghiTruong.Journal;

/// <summary>The journal's own services; <see cref="HeadsDirectory"/> comes from whoever opens the house.</summary>
public static class JournalModule
{
    public static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddSingleton<JournalVerifier>();
        services.AddSingleton<HeadsSigner>();
        services.AddSingleton<HeadsFolder>();
        services.AddSingleton<IJob, ExportHeadsDaily>();

        return services;
    }
}
