using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Operations;

namespace NghiTruong.Documents.Files;

/// <summary>The store of files; <see cref="FilesDirectory"/>, <see cref="MasterKeys"/> and <see cref="Protector"/> come from whoever opens the house (its command line, a test).</summary>
public static class FilesModule
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileDesk>();
        services.AddSingleton<IJob, ForgetUnusedFiles>();
        services.AddSingleton<IJob, SweepOrphanFiles>();
        services.AddSingleton<ISealedColumn, SealedFileKeys>();

        return services;
    }
}
