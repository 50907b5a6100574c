using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;

namespace NghiTruong.Bench;

/// <summary>The house below the web on the database of the bench; keys and files lie in a temporary folder.</summary>
internal static class BenchHouse
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("nghitruong-bench-").FullName;

    public static async Task<ServiceProvider> OpenAsync(string connection)
    {
        var keys = MasterKeys.Open(Path.Combine(Folder, "keys"));
        var services = new ServiceCollection()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Warning))
            .AddHouse()
            .AddDatabase(new DatabaseChoice(connection))
            .AddSingleton(keys)
            .AddSingleton(new Protector(keys))
            .AddSingleton(new FilesDirectory(Path.Combine(Folder, "files")))
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaUpdate>().RunAsync(CancellationToken.None);

        return services;
    }
}
