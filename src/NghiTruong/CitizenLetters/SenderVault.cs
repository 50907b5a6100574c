using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>Who sent a letter, in the clear: in hand only, never stored of a protected letter. It prints as nothing, so that no log or message tells it by accident.</summary>
public sealed record SenderName(string Name, string? Address = null, string? IdentityNumber = null, string? Phone = null)
{
    public override string ToString() => "";
}

/// <summary>Seals and opens who sent a protected letter. Whoever calls it has checked that the person is a named handler, and journals the reading.</summary>
public sealed class SenderVault(Protector protector, MasterKeys keys)
{
    public const string Purpose = "letter.denouncer";

    public LetterSender Keep(CitizenLetter letter, SenderName sender)
    {
        var row = new LetterSender { Id = Guid.CreateVersion7(), LetterId = letter.Id, CouncilId = letter.CouncilId };
        if (letter.IsProtected)
        {
            row.Sealed = protector.Seal(Purpose, JsonSerializer.Serialize(sender));
        }
        else
        {
            (row.Name, row.Address, row.IdentityNumber, row.Phone) = (sender.Name, sender.Address, sender.IdentityNumber, sender.Phone);
        }

        row.Likeness = LikenessOf(letter, sender);

        return row;
    }

    /// <summary>An open letter turned out to be one that must be protected: what stood in the clear is sealed.</summary>
    public void Close(CitizenLetter letter, LetterSender row)
    {
        if (row.Sealed is null)
        {
            var sender = Open(row);
            row.Sealed = protector.Seal(Purpose, JsonSerializer.Serialize(sender));
            (row.Name, row.Address, row.IdentityNumber, row.Phone) = (null, null, null, null);
            row.Likeness = LikenessOf(letter, sender);
        }
    }

    internal SenderName Open(LetterSender row) =>
        row.Sealed is { } box ? JsonSerializer.Deserialize<SenderName>(protector.Open(Purpose, box))! : new SenderName(row.Name ?? "", row.Address, row.IdentityNumber, row.Phone);

    internal void SealAgain(LetterSender row) => row.Sealed = protector.SealAgain(Purpose, row.Sealed!);

    internal string LikenessOf(CitizenLetter letter, SenderName sender)
    {
        var purpose = $"letters.senders.{(letter.IsProtected ? "sealed" : "open")}.{letter.CouncilId:N}";
        var key = keys.KeyFor(keys.CurrentId, purpose)!;

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(VietnameseText.Fold(sender.Name))));
    }

    /// <summary>A protected letter's words name no sender: whatever is typed on it is looked at before it is kept.</summary>
    /// <returns>Refusal <c>citizenLetter.namesSender</c> at the field; it does not repeat the name.</returns>
    public static Refusal? NamedIn(string? text, IEnumerable<SenderName> senders, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var folded = $" {Plain(text)} ";

        return senders.Any(s => IsTold(s.Name, folded) || IsTold(s.IdentityNumber, folded) || IsTold(s.Phone, folded)) ? new Refusal("citizenLetter.namesSender", field) : null;
    }

    private static bool IsTold(string? secret, string folded) =>
        !string.IsNullOrWhiteSpace(secret) && Plain(secret) is { Length: > 3 } plain && folded.Contains($" {plain} ", StringComparison.Ordinal);

    /// <summary>Folded words with single spaces, whatever stood between them.</summary>
    private static string Plain(string text) =>
        string.Join(' ', new string([.. VietnameseText.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A rotated master key seals every sender again, and finds the same senders by the new key.</summary>
internal sealed class SealedSenders(IDbContextFactory<Db> contexts, SenderVault vault) : ISealedColumn
{
    private const int Batch = 200;

    public async Task<int> SealAgainAsync(Protector protector, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (changed, after) = (0, Guid.Empty);
        while (await db.Set<LetterSender>().Where(s => s.Id > after).OrderBy(s => s.Id).Take(Batch).ToListAsync(ct) is { Count: > 0 } rows)
        {
            var ids = rows.Select(r => r.LetterId).ToList();
            var letters = await db.Set<CitizenLetter>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
            foreach (var row in rows)
            {
                if (row.Sealed is { } box && !protector.IsCurrent(box))
                {
                    vault.SealAgain(row);
                    changed++;
                }

                row.Likeness = vault.LikenessOf(letters[row.LetterId], vault.Open(row));
            }

            await db.SaveChangesAsync(ct);
            after = rows[^1].Id;
            db.ChangeTracker.Clear();
        }

        return changed;
    }
}
