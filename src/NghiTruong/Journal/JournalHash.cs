using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NghiTruong.Journal;

/// <summary>The arithmetic of the chain, pure: SHA-256 over the previous hash and every field, each preceded by its length so that no two entries spell the same bytes.</summary>
public static class JournalHash
{
    public static readonly byte[] Start = new byte[32];

    public static byte[] Of(JournalEntry entry)
    {
        var text = new StringBuilder();
        Append(text, Convert.ToHexString(entry.PreviousHash));
        Append(text, entry.CouncilId.ToString("D"));
        Append(text, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Append(text, entry.OperationId.ToString("D"));
        Append(text, entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        Append(text, entry.UserId.ToString("D"));
        Append(text, entry.UserName);
        Append(text, entry.Capacity);
        Append(text, entry.Because ?? "");
        Append(text, entry.EventCode);
        Append(text, entry.SubjectKind);
        Append(text, entry.SubjectId.ToString("D"));
        Append(text, entry.SubjectCode ?? "");
        Append(text, entry.Data);
        Append(text, entry.PersonalDigests);
        Append(text, entry.CanBeUndone ? "1" : "0");

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Digest of a personal value under its salt, hexadecimal.</summary>
    public static string Digest(byte[] salt, string value) =>
        Convert.ToHexString(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(value)]));

    private static void Append(StringBuilder text, string field) =>
        text.Append(field.Length).Append(':').Append(field).Append('\n');
}
