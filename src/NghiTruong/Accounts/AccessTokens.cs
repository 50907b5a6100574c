using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Accounts;

/// <summary>A token as its holder sees it later: never the token itself.</summary>
public sealed record AccessTokenRow(Guid Id, string? Note, DateTime CreatedAt, DateTime ExpiresAt);

/// <summary>Bearer tokens of the API: 90 days, revocable, kept as hashes; what they open is what their holder may do at that moment.</summary>
public sealed class AccessTokens(OperationRunner operations, IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private const string Prefix = "nt_";

    /// <summary>Makes a token for a person; the returned text is shown once.</summary>
    /// <returns>The token; refusal <c>account.notFound</c>.</returns>
    public Task<Result<string>> CreateAsync(Guid userId, string? note, Acting by, CancellationToken ct)
    {
        // Random, not a UUID v7: a token must not tell when it was made.
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

        return operations.RunAsync<string>(
            by,
            async (work, cancel) =>
            {
                if (await work.Db.Set<User>().FirstOrDefaultAsync(u => u.Id == userId && !u.IsDisabled, cancel) is not { } user)
                {
                    return new Refusal("account.notFound");
                }

                var expires = work.Now + Life;
                work.Db.Add(new AccessToken { Id = Guid.CreateVersion7(), UserId = userId, Hash = HashOf(token), CreatedAt = work.Now, ExpiresAt = expires, Note = note });
                await AccountRecords.RecordAsync(work, user, subject => new TokenCreated(subject, expires), cancel);

                return token;
            },
            ct);
    }

    /// <summary>Ends a token of a person at once. Refusal <c>account.tokenNotFound</c>.</summary>
    public Task<Result> RevokeAsync(Guid userId, Guid tokenId, Acting by, CancellationToken ct) =>
        operations.RunAsync(
            by,
            async (work, cancel) =>
            {
                var token = await work.Db.Set<AccessToken>().FirstOrDefaultAsync(t => t.Id == tokenId && t.UserId == userId && t.RevokedAt == null, cancel);
                var user = await work.Db.Set<User>().FirstOrDefaultAsync(u => u.Id == userId, cancel);
                if (token is null || user is null)
                {
                    return new Refusal("account.tokenNotFound");
                }

                token.RevokedAt = work.Now;
                await AccountRecords.RecordAsync(work, user, subject => new TokenRevoked(subject), cancel);

                return Result.Done;
            },
            ct);

    /// <summary>Whose token this is, or null when it is unknown, expired or revoked.</summary>
    public async Task<Guid?> HolderAsync(string token, CancellationToken ct)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (hash, now) = (HashOf(token), clock.Now);
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<AccessToken>()
            .Where(t => t.Hash == hash && t.RevokedAt == null && t.ExpiresAt > now)
            .Select(t => (Guid?)t.UserId)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Tokens of a person that still work, newest first.</summary>
    public async Task<List<AccessTokenRow>> OfAsync(Guid userId, CancellationToken ct)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<AccessToken>()
            .Where(t => t.UserId == userId && t.RevokedAt == null && t.ExpiresAt > now)
            .OrderByDescending(t => t.CreatedAt)
            .Select(t => new AccessTokenRow(t.Id, t.Note, t.CreatedAt, t.ExpiresAt))
            .ToListAsync(ct);
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
