using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NghiTruong.Accounts;

/// <summary>
/// Seals short secrets under the master key: TOTP keys, names of denouncers. AES-256-GCM with a key of its own per purpose, so that a sealed value moved
/// to another column does not open. Sealed text reads <c>v1.KEYID.BASE64URL</c>.
/// </summary>
public sealed class Protector(MasterKeys keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <param name="purpose">Stable name of what is sealed: <c>account.totp</c>, <c>letter.denouncer</c>.</param>
    /// <param name="secret">Any text.</param>
    public string Seal(string purpose, string secret)
    {
        var id = keys.CurrentId;
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(keys.KeyFor(id, purpose)!, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));

        return $"v1.{id}.{Base64Url.EncodeToString(box)}";
    }

    /// <summary>Opens what <see cref="Seal"/> made; throws <see cref="CryptographicException"/> for a wrong key, purpose or text.</summary>
    public string Open(string purpose, string sealedText)
    {
        if (sealedText.Split('.') is not ["v1", var id, var body] || keys.KeyFor(id, purpose) is not { } key)
        {
            throw new CryptographicException("Sealed under a key that is not in the key directory");
        }

        var box = Base64Url.DecodeFromChars(body);
        if (box.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("Not a sealed text");
        }

        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);

        return Encoding.UTF8.GetString(plain);
    }

    public bool IsCurrent(string sealedText) => sealedText.StartsWith($"v1.{keys.CurrentId}.", StringComparison.Ordinal);

    /// <summary>The same secret under the current master key.</summary>
    public string SealAgain(string purpose, string sealedText) => IsCurrent(sealedText) ? sealedText : Seal(purpose, Open(purpose, sealedText));
}

/// <summary>A column of sealed values; each room that seals something brings one, and a rotation of the master key seals it again.</summary>
public interface ISealedColumn
{
    /// <summary>Seals every value again under the current key; idempotent.</summary>
    /// <returns>How many were changed.</returns>
    Task<int> SealAgainAsync(Protector protector, CancellationToken ct);
}
