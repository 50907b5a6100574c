using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Verification.Checks;

namespace NghiTruong.Verification.Register;

/// <summary>Reads the register of legal documents, keeping it for a few seconds: a change made on another node is seen within that time.</summary>
public sealed class LegalRegister(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private (IReadOnlyList<LegalDocument> Rows, long ReadAt)? _last;

    /// <summary>All documents, latest issued first.</summary>
    public async ValueTask<IReadOnlyList<LegalDocument>> ReadAsync(CancellationToken ct)
    {
        if (_last is { } last && clock.GetElapsedTime(last.ReadAt) < Kept)
        {
            return last.Rows;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        // Engines place empty days differently.
        var rows = (await db.Set<LegalDocument>().AsNoTracking().ToListAsync(ct)).OrderByDescending(d => d.IssuedOn).ThenBy(d => d.NumberKey, StringComparer.Ordinal).ToList();
        _last = (rows, clock.GetTimestamp());

        return rows;
    }

    /// <summary>Those whose number or title holds the words, with or without marks.</summary>
    public async Task<IReadOnlyList<LegalDocument>> SearchAsync(string? words, CancellationToken ct)
    {
        var rows = await ReadAsync(ct);
        if (string.IsNullOrWhiteSpace(words))
        {
            return rows;
        }

        var (folded, key) = (VietnameseText.Fold(words), LegalNumber.KeyOf(words));

        return [.. rows.Where(d => d.NumberKey.Contains(key, StringComparison.Ordinal) || VietnameseText.Fold($"{d.Kind} {d.Title}").Contains(folded, StringComparison.Ordinal))];
    }

    /// <summary>Forgets what this node keeps, after it has changed the table.</summary>
    public void Forget() => _last = null;

    /// <summary>Ships the catalogue's rows into an empty table; what an office changed since is left alone.</summary>
    public static async Task SeedAsync(Db db, CancellationToken ct)
    {
        if (!await db.Set<LegalDocument>().AnyAsync(ct))
        {
            db.AddRange(LegalRegisterCatalogue.Rows.Select(LegalDocument.From));
            await db.SaveChangesAsync(ct);
        }
    }
}
