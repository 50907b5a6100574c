using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Web.Security;

/// <summary>The other half: TOTP keys sealed under the master key, recovery codes as hashes, passkeys.</summary>
public sealed partial class UserStore
    : IUserTwoFactorStore<User>, IUserAuthenticatorKeyStore<User>, IUserTwoFactorRecoveryCodeStore<User>, IUserPasskeyStore<User>
{
    public Task SetTwoFactorEnabledAsync(User user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactor = enabled;

        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken)
    {
        (user.AuthenticatorKey, user.LastTotpStep) = (protector.Seal(TotpColumn.Purpose, key), 0);

        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? protector.Open(TotpColumn.Purpose, key) : null);

    public Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = string.Join('\n', recoveryCodes.Select(HashOf));

        return Task.CompletedTask;
    }

    /// <summary>Takes a code out; the version of the account keeps two requests from taking the same one.</summary>
    public async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        var codes = user.RecoveryCodes?.Split('\n').ToList() ?? [];
        if (!codes.Remove(HashOf(code)))
        {
            return false;
        }

        user.RecoveryCodes = string.Join('\n', codes);

        return (await UpdateAsync(user, cancellationToken)).Succeeded;
    }

    public Task<int> CountCodesAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(user.RecoveryCodes) ? 0 : user.RecoveryCodes.Split('\n').Length);

    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var isNew = await FindPasskeyAsync(user, passkey.CredentialId, cancellationToken) is null;
        await records.ChangeAsync(
            user,
            async (db, ct) =>
            {
                if (await db.Set<Passkey>().FirstOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == passkey.CredentialId, ct) is { } stored)
                {
                    stored.Data = PasskeyData.Write(passkey);
                }
                else
                {
                    db.Add(new Passkey { Id = Guid.CreateVersion7(), UserId = user.Id, CredentialId = passkey.CredentialId, Data = PasskeyData.Write(passkey), CreatedAt = clock.Now });
                }
            },
            isNew ? subject => new PasskeyAdded(subject) : null,
            cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Set<Passkey>().AsNoTracking().Where(p => p.UserId == user.Id).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);

        return stored.ConvertAll(PasskeyData.Read);
    }

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Set<Passkey>()
            .Where(p => p.CredentialId == credentialId)
            .Join(db.Set<User>(), p => p.UserId, u => u.Id, (_, u) => u)
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken);

        return stored is null ? null : PasskeyData.Read(stored);
    }

    public async Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await records.ChangeAsync(
            user,
            async (db, ct) => db.RemoveRange(await db.Set<Passkey>().Where(p => p.UserId == user.Id && p.CredentialId == credentialId).ToListAsync(ct)),
            subject => new PasskeyRemoved(subject),
            cancellationToken);

    // The codes are random (about 50 bits each) and guarded by the lock-out; a plain hash is enough.
    private static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>TOTP keys of all accounts, for a rotation of the master key.</summary>
internal sealed class TotpColumn(IDbContextFactory<Db> contexts) : ISealedColumn
{
    public const string Purpose = "account.totp";

    public async Task<int> SealAgainAsync(Protector protector, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = await db.Set<User>().Where(u => u.AuthenticatorKey != null).Select(u => new { u.Id, u.AuthenticatorKey }).ToListAsync(ct);
        var changed = 0;
        foreach (var key in keys.Where(k => !protector.IsCurrent(k.AuthenticatorKey!)))
        {
            var again = protector.SealAgain(Purpose, key.AuthenticatorKey!);
            changed += await db.Set<User>()
                .Where(u => u.Id == key.Id && u.AuthenticatorKey == key.AuthenticatorKey)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.AuthenticatorKey, again), ct);
        }

        return changed;
    }
}

/// <summary>A passkey as it is stored.</summary>
internal sealed record PasskeyData(
    byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] Attestation, byte[] Client, string? Name)
{
    public static string Write(UserPasskeyInfo p) => JsonSerializer.Serialize(new PasskeyData(
        p.PublicKey, p.CreatedAt, p.SignCount, p.Transports, p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp, p.AttestationObject, p.ClientDataJson, p.Name));

    public static UserPasskeyInfo Read(Passkey stored)
    {
        var d = JsonSerializer.Deserialize<PasskeyData>(stored.Data)!;

        return new UserPasskeyInfo(
            stored.CredentialId, d.PublicKey, d.CreatedAt, d.SignCount, d.Transports, d.IsUserVerified, d.IsBackupEligible, d.IsBackedUp, d.Attestation, d.Client) { Name = d.Name };
    }
}
