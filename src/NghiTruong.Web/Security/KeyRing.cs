using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using NghiTruong.Accounts;

namespace NghiTruong.Web.Security;

/// <summary>The key ring of cookies and form tokens: files in <c>--keys DIR/ring</c>, shared by nodes, each sealed under the master key.</summary>
public static class KeyRing
{
    internal const string Purpose = "key-ring";

    public static IServiceCollection AddKeys(this IServiceCollection services, string directory)
    {
        var keys = MasterKeys.Open(directory);
        services.AddSingleton(keys);
        services.AddSingleton<Protector>();
        services.AddSingleton<ISealedColumn, TotpColumn>();
        services.AddSingleton<KeyRotation>();
        services.AddDataProtection().SetApplicationName("NghiTruong").PersistKeysToFileSystem(new DirectoryInfo(RingOf(keys)));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(o => o.XmlEncryptor = new Sealer(provider.GetRequiredService<Protector>())));

        return services;
    }

    internal static string RingOf(MasterKeys keys) => Path.Combine(keys.Directory, "ring");

    private sealed class Sealer(Protector protector) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
            new(new XElement("sealed", protector.Seal(Purpose, plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(Opener));
    }

    /// <summary>Made by Data Protection, by its stored name.</summary>
    private sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<Protector>().Open(Purpose, encryptedElement.Value));
    }
}

/// <summary>Rotates the master key: a new one, everything sealed again under it, the old one forgotten. Safe to run again after a crash.</summary>
public sealed class KeyRotation(MasterKeys keys, Protector protector, IEnumerable<ISealedColumn> columns)
{
    /// <summary>Longer than any operation that sealed something under the old key and has yet to commit it.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <param name="settling">How long to wait before looking once more.</param>
    /// <param name="ct">Stops it; what was sealed again stays, and the old key too.</param>
    /// <returns>How many values and files were sealed again.</returns>
    public async Task<int> RunAsync(TimeSpan settling, CancellationToken ct)
    {
        keys.Add();
        var count = await SealAllAgainAsync(ct);
        int late;
        do
        {
            // A node may have sealed something under the old key meanwhile: the key is forgotten only when nothing more is found.
            await Task.Delay(settling, ct);
            late = await SealAllAgainAsync(ct);
            count += late;
        }
        while (late > 0);

        keys.ForgetOld();

        return count;
    }

    private async Task<int> SealAllAgainAsync(CancellationToken ct)
    {
        var count = 0;
        foreach (var file in Directory.Exists(KeyRing.RingOf(keys)) ? Directory.GetFiles(KeyRing.RingOf(keys), "key-*.xml") : [])
        {
            count += await SealAgainAsync(file, ct) ? 1 : 0;
        }

        foreach (var column in columns)
        {
            count += await column.SealAgainAsync(protector, ct);
        }

        return count;
    }

    private async Task<bool> SealAgainAsync(string file, CancellationToken ct)
    {
        var document = XDocument.Parse(await File.ReadAllTextAsync(file, ct));
        var stale = document.Descendants("sealed").Where(e => !protector.IsCurrent(e.Value)).ToList();
        if (stale.Count == 0)
        {
            return false;
        }

        stale.ForEach(e => e.Value = protector.SealAgain(KeyRing.Purpose, e.Value));
        var draft = file + ".new";
        await File.WriteAllTextAsync(draft, document.ToString(), ct);
        File.Move(draft, file, overwrite: true);

        return true;
    }
}
