using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Accounts;

/// <summary>
/// What an administrator does with accounts, within the own place and below. Whoever serves somewhere else too can be given and taken rights here, but
/// not be disabled or given a password from here: that would open the other place.
/// </summary>
public sealed class AccountDesk(OperationRunner operations, AccountBook book)
{
    /// <summary>Creates an account with its first grant and a one-time password, whose hash is given.</summary>
    /// <returns>The account's id; refusals <c>account.nameTaken</c>, <c>account.nameWrong</c>, <c>account.placeNotFound</c> and those of the grant.</returns>
    public Task<Result<Guid>> CreateAsync(AccountInput asked, GrantInput grant, string passwordHash, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, (work, token) => CreateAsync(work, asked, grant, passwordHash, token), ct);

    /// <summary>Gives a person one more right. Refusals <c>account.notFound</c>, <c>account.placeNotFound</c> and those of the grant.</summary>
    public async Task<Result> GrantAsync(string userName, GrantInput grant, Acting acting, CancellationToken ct)
    {
        var name = AccountRules.NameOf(userName);
        var given = await operations.RunAsync<Guid>(
            acting,
            async (work, token) =>
            {
                if (await work.Db.Set<User>().FirstOrDefaultAsync(u => u.UserName == name, token) is not { } user)
                {
                    return new Refusal("account.notFound", nameof(AccountInput.UserName));
                }

                return await AddGrantAsync(work, user, grant, token) is { IsRefused: true } refused ? Result<Guid>.Refuse(refused.Refusals) : user.Id;
            },
            ct);
        if (given.IsRefused)
        {
            return Result.Refuse(given.Refusals);
        }

        book.Forget(given.Value);

        return Result.Done;
    }

    /// <summary>Ends a right on a day (the last one it holds); today at the latest for one that is to end at once: then yesterday.</summary>
    /// <returns>Refusal <c>account.grantNotFound</c>, <c>account.lastAdministrator</c>.</returns>
    public Task<Result> EndGrantAsync(Guid grantId, DateOnly until, Acting acting, CancellationToken ct) =>
        ForgettingAsync(acting, (work, token) => EndGrantAsync(work, grantId, until, token), ct);

    /// <summary>Disables an account: it is signed out everywhere and its tokens stop. Refusals <c>account.notFound</c>, <c>account.reachesBeyond</c>, <c>account.ownAccount</c>.</summary>
    public Task<Result> DisableAsync(Guid userId, Acting acting, CancellationToken ct) =>
        ForgettingAsync(
            acting,
            async (work, token) =>
            {
                await RevokeTokensAsync(work, userId, token);

                return await ChangeAsync(
                    work,
                    userId,
                    user =>
                    {
                        user.IsDisabled = true;
                        user.SecurityStamp = NewStamp();
                    },
                    subject => new AccountDisabled(subject),
                    token);
            },
            ct);

    public Task<Result> EnableAsync(Guid userId, Acting acting, CancellationToken ct) =>
        ForgettingAsync(acting, (work, token) => ChangeAsync(work, userId, user => user.IsDisabled = false, subject => new AccountEnabled(subject), token), ct);

    /// <summary>Gives a one-time password, which must be changed at the first sign-in; also lifts a lock. Older sign-ins end, and so do the tokens: who asks for this may have lost them to somebody.</summary>
    /// <param name="removeSecondStep">The person lost the telephone: TOTP, recovery codes, passkeys and outside sign-ins are removed with it.</param>
    public Task<Result> ResetPasswordAsync(Guid userId, string passwordHash, bool removeSecondStep, Acting acting, CancellationToken ct) =>
        ForgettingAsync(
            acting,
            async (work, token) =>
            {
                await RevokeTokensAsync(work, userId, token);
                if (removeSecondStep)
                {
                    work.Db.RemoveRange(await work.Db.Set<Passkey>().Where(p => p.UserId == userId).ToListAsync(token));
                    work.Db.RemoveRange(await work.Db.Set<OutsideLogin>().Where(l => l.UserId == userId).ToListAsync(token));
                }

                return await ChangeAsync(work, userId, user => Reset(user, passwordHash, removeSecondStep), subject => new PasswordReset(subject), token);
            },
            ct);

    public static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));

    /// <summary>For good, so that enabling the account again does not bring them back. A refused act saves none of this.</summary>
    private static async Task RevokeTokensAsync(Work work, Guid userId, CancellationToken ct)
    {
        foreach (var token in await work.Db.Set<AccessToken>().Where(t => t.UserId == userId && t.RevokedAt == null).ToListAsync(ct))
        {
            token.RevokedAt = work.Now;
        }
    }

    private static void Reset(User user, string passwordHash, bool removeSecondStep)
    {
        (user.PasswordHash, user.MustChangePassword, user.SecurityStamp) = (passwordHash, true, NewStamp());
        (user.FailedSignIns, user.LockedUntil) = (0, null);
        if (removeSecondStep)
        {
            (user.TwoFactor, user.AuthenticatorKey, user.RecoveryCodes) = (false, null, null);
        }
    }

    private static async Task<Result<Guid>> CreateAsync(Work work, AccountInput asked, GrantInput grant, string passwordHash, CancellationToken ct)
    {
        var name = AccountRules.NameOf(asked.UserName);
        if (AccountRules.WrongIn(asked) is { Count: > 0 } wrong)
        {
            return Result<Guid>.Refuse(wrong);
        }

        if (await work.Db.Set<User>().AnyAsync(u => u.UserName == name, ct))
        {
            return new Refusal("account.nameTaken", nameof(asked.UserName));
        }

        var user = new User
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            FullName = asked.FullName.Trim(),
            Email = string.IsNullOrWhiteSpace(asked.Email) ? null : asked.Email.Trim(),
            PasswordHash = passwordHash,
            SecurityStamp = NewStamp(),
            MustChangePassword = true,
        };
        work.Db.Add(user);
        var (place, refusal) = await PlaceAsync(work, grant, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        work.Record(new AccountCreated(AccountEvent.About(user, place!.CouncilId)), place.By);

        return await AddGrantAsync(work, user, grant, ct) is { IsRefused: true } refused ? Result<Guid>.Refuse(refused.Refusals) : user.Id;
    }

    private static async Task<Result> AddGrantAsync(Work work, User user, GrantInput asked, CancellationToken ct)
    {
        if (AccountRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
        {
            return Result.Refuse(wrong);
        }

        var (place, refusal) = await PlaceAsync(work, asked, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        work.Db.Add(new Grant
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Role = asked.Role,
            CouncilId = place!.CouncilId,
            AgencyId = asked.AgencyId,
            From = asked.From ?? work.Today,
            Until = asked.Until,
        });
        work.Record(new GrantGiven(AccountEvent.About(user, place.CouncilId), asked.Role, place.Name), place.By);

        return Result.Done;
    }

    /// <summary>The place a grant is for, and the administrator's capacity there; a place out of reach is not found.</summary>
    private static async Task<(Place? Place, Refusal? Refusal)> PlaceAsync(Work work, GrantInput asked, CancellationToken ct)
    {
        if (asked is { CouncilId: null, AgencyId: null })
        {
            return work.Acting.ScopeOf<ManageAccounts>().All
                ? (new Place(null, "", work.Acting.Capacities.First(c => c is { CouncilId: null, Role: Role.Administrator })), null)
                : (null, new Refusal("account.placeNotFound", nameof(asked.CouncilId)));
        }

        var agency = asked.AgencyId is { } id ? await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == id, ct) : null;
        var councilId = asked.AgencyId is null ? asked.CouncilId : agency?.CouncilId;
        var council = await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, ct);
        var field = asked.AgencyId is null ? nameof(asked.CouncilId) : nameof(asked.AgencyId);

        return council is not null && work.Acting.CapacityFor<ManageAccounts>(council.Id, council.ProvinceId) is { } by
            ? (new Place(council.Id, agency?.Name ?? council.Name, by), null)
            : (null, new Refusal("account.placeNotFound", field));
    }

    private static async Task<Result<Guid>> EndGrantAsync(Work work, Guid grantId, DateOnly until, CancellationToken ct)
    {
        var grant = await work.Db.Set<Grant>().FirstOrDefaultAsync(g => g.Id == grantId, ct);
        if (grant is null || await PlaceAsync(work, new GrantInput { Role = grant.Role, CouncilId = grant.CouncilId, AgencyId = grant.AgencyId }, ct) is not { Place: { } place })
        {
            return new Refusal("account.grantNotFound");
        }

        if (grant.UserId == work.Acting.UserId && grant.Role == Role.Administrator)
        {
            return new Refusal("account.ownAccount");
        }

        var user = await work.Db.Set<User>().FirstAsync(u => u.Id == grant.UserId, ct);
        grant.Until = until;
        user.SecurityStamp = until < work.Today ? NewStamp() : user.SecurityStamp;
        work.Record(new GrantEnded(AccountEvent.About(user, grant.CouncilId), grant.Role, place.Name, until), place.By);

        return user.Id;
    }

    private static async Task<Result<Guid>> ChangeAsync(Work work, Guid userId, Action<User> change, Func<Journal.Subject, AccountEvent> happened, CancellationToken ct)
    {
        var user = await work.Db.Set<User>().FirstOrDefaultAsync(u => u.Id == userId, ct);
        var today = work.Today;
        var grants = await work.Db.Set<Grant>().Where(g => g.UserId == userId && (g.Until == null || g.Until >= today)).ToListAsync(ct);
        var places = new List<Place?>();
        foreach (var grant in grants)
        {
            places.Add((await PlaceAsync(work, new GrantInput { Role = grant.Role, CouncilId = grant.CouncilId, AgencyId = grant.AgencyId }, ct)).Place);
        }

        var nation = work.Acting.ScopeOf<ManageAccounts>().All;
        if (user is null || (!nation && places.TrueForAll(p => p is null)))
        {
            return new Refusal("account.notFound");
        }

        if (!nation && places.Contains(null))
        {
            return new Refusal("account.reachesBeyond");
        }

        if (userId == work.Acting.UserId)
        {
            return new Refusal("account.ownAccount");
        }

        change(user);
        var at = places.Find(p => p is not null);
        work.Record(happened(AccountEvent.About(user, at?.CouncilId)), at?.By ?? work.Acting.Capacities.First(c => c is { CouncilId: null, Role: Role.Administrator }));

        return userId;
    }

    private async Task<Result> ForgettingAsync(Acting acting, Func<Work, CancellationToken, Task<Result<Guid>>> act, CancellationToken ct)
    {
        var result = await operations.RunAsync(acting, act, ct);
        if (result.IsRefused)
        {
            return Result.Refuse(result.Refusals);
        }

        book.Forget(result.Value);

        return Result.Done;
    }

    private sealed record Place(Guid? CouncilId, string Name, Capacity By);
}
