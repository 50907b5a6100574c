using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Security;

/// <summary>
/// What Identity's managers know of the house: they work on an untracked copy of the user, and <see cref="UpdateAsync"/> saves it with the events its
/// changes mean. Accounts are made and removed by <see cref="AccountDesk"/> only. The second step and passkeys are in the other half.
/// </summary>
public sealed partial class UserStore(IDbContextFactory<Db> contexts, AccountRecords records, Protector protector, TimeProvider clock)
    : IUserPasswordStore<User>, IUserLockoutStore<User>, IUserSecurityStampStore<User>, IUserLoginStore<User>
{
    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
    }

    public async Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.UserName == normalizedUserName, cancellationToken);
    }

    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        var saved = await records.SaveAsync(user, cancellationToken);

        return saved.IsRefused ? IdentityResult.Failed([.. saved.Refusals.Select(r => new IdentityError { Code = r.Code })]) : IdentityResult.Success;
    }

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException("AccountDesk creates accounts");

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException("Accounts are disabled, not deleted");

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => SetNormalizedUserNameAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.UserName = normalizedName ?? user.UserName;

        return Task.CompletedTask;
    }

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;

        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;

        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : (DateTimeOffset?)null);

    public Task SetLockoutEndDateAsync(User user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd?.UtcDateTime;

        return Task.CompletedTask;
    }

    /// <summary>Unused: <see cref="HouseUserManager"/> counts failures in one statement of the database, so that guesses sent at once all count.</summary>
    public Task<int> IncrementAccessFailedCountAsync(User user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedSignIns);

    public Task ResetAccessFailedCountAsync(User user, CancellationToken cancellationToken)
    {
        user.FailedSignIns = 0;

        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task AddLoginAsync(User user, UserLoginInfo login, CancellationToken cancellationToken) =>
        await records.ChangeAsync(
            user,
            (db, _) =>
            {
                db.Add(new OutsideLogin { Id = Guid.CreateVersion7(), UserId = user.Id, Provider = login.LoginProvider, Subject = login.ProviderKey });

                return Task.CompletedTask;
            },
            subject => new OutsideLoginBound(subject, login.LoginProvider),
            cancellationToken);

    public async Task RemoveLoginAsync(User user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<OutsideLogin>().Where(l => l.UserId == user.Id && l.Provider == loginProvider && l.Subject == providerKey).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(User user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var logins = await db.Set<OutsideLogin>().AsNoTracking().Where(l => l.UserId == user.Id).ToListAsync(cancellationToken);

        return logins.ConvertAll(l => new UserLoginInfo(l.Provider, l.Subject, l.Provider));
    }

    public async Task<User?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Set<OutsideLogin>()
            .Where(l => l.Provider == loginProvider && l.Subject == providerKey)
            .Join(db.Set<User>(), l => l.UserId, u => u.Id, (_, u) => u)
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
    }

    public void Dispose()
    {
        // Contexts live as long as each question to them.
    }
}
