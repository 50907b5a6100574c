using System.Security.Cryptography;
using NghiTruong.Accounts;

namespace NghiTruong.Journal;

/// <summary>
/// The house's signature (ECDSA P-256, SHA-256, DER) under what leaves it to be compared with later: heads of the journal, notes of a restore, manifests of backups.
/// The private key is <c>journal-signing.pem</c> in the key folder, made at the first signature; a signature is checked with <c>openssl dgst -sha256 -verify</c> too.
/// </summary>
public sealed class HeadsSigner(MasterKeys keys)
{
    private const string FileName = "journal-signing.pem";
    private readonly Lock _making = new();

    private string KeyFile => Path.Combine(keys.Directory, FileName);

    /// <summary>Whether this key folder has ever signed anything.</summary>
    public bool HasKey => File.Exists(KeyFile);

    public (byte[] Signature, string PublicPem) Sign(byte[] text)
    {
        using var key = Open();

        return (key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), key.ExportSubjectPublicKeyInfoPem());
    }

    public string PublicPem()
    {
        using var key = Open();

        return key.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>True when the text was signed with the key of this folder, or with the one whose public half is given.</summary>
    public bool IsSigned(byte[] text, byte[] signature, string? publicPem = null)
    {
        if (publicPem is null && !HasKey)
        {
            return false;
        }

        using var key = publicPem is null ? Open() : ECDsa.Create();
        if (publicPem is not null)
        {
            key.ImportFromPem(publicPem);
        }

        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private ECDsa Open()
    {
        lock (_making)
        {
            if (!HasKey)
            {
                Make();
            }
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));

        return key;
    }

    private void Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        keys.WriteNew(FileName, key.ExportPkcs8PrivateKeyPem());
    }
}
