using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>
/// How a row of a ledger is known again next month. By its ledger code and year; else by council, source, unit, day, folded text and its ordinal among equal rows, so that two
/// equal rows are two petitions, the same file twice adds nothing, and the order of rows does not matter. Pure; 40 hexadecimal characters.
/// </summary>
public static class ImportKey
{
    public static string OfCode(Guid councilId, string code, int? year) =>
        Hash("code", councilId.ToString("N"), VietnameseText.Fold(code), year?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <param name="ordinal">1 for the first of equal rows.</param>
    public static string OfContent(Guid councilId, LedgerRow row, int ordinal) =>
        Hash(
            "row",
            councilId.ToString("N"),
            VietnameseText.Fold(row.SourceNote ?? ""),
            VietnameseText.Fold(row.Place ?? ""),
            row.ReceivedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            VietnameseText.Fold(row.Content),
            ordinal.ToString(CultureInfo.InvariantCulture));

    private static string Hash(params string[] parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 20));
    }
}

/// <summary>Gives the rows of one file their keys, in the order of the file.</summary>
public sealed class ImportKeys(Guid councilId)
{
    private readonly Dictionary<string, int> _equal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    /// <returns>The key by code where there is one, and the key by content, under which a row was known before it had a code.</returns>
    public (string? ByCode, string ByContent) Next(LedgerRow row)
    {
        var plain = ImportKey.OfContent(councilId, row, 0);
        var ordinal = _equal[plain] = _equal.GetValueOrDefault(plain) + 1;
        var byCode = row.Code is { } code ? ImportKey.OfCode(councilId, code, row.Year) : null;

        return (byCode, ImportKey.OfContent(councilId, row, ordinal));
    }

    /// <summary>The row on which a code of this file stood first, or null when this is the first.</summary>
    public int? SeenBefore(string byCode, int rowNumber) => _codes.TryAdd(byCode, rowNumber) ? null : _codes[byCode];
}
