using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Accounts;

/// <summary>
/// What happens to an account through its own sign-in: Identity's managers work on a copy of the user, which is saved here in one transaction with the
/// events that its changes mean.
/// </summary>
public sealed class AccountRecords(OperationRunner operations, AccountBook book)
{
    public const int FailuresBeforeLock = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Saves a changed copy; <c>record.changedMeanwhile</c> when the stored one has moved on, <c>account.notFound</c> when it is gone.</summary>
    public async Task<Result> SaveAsync(User changed, CancellationToken ct)
    {
        var result = await operations.RunAsync(Self(changed), (work, token) => SaveAsync(work, changed, token), ct);
        book.Forget(changed.Id);

        return result;
    }

    /// <summary>Counts a failed attempt, atomically; the fifth locks the account for a quarter of an hour.</summary>
    /// <returns>Locked until, or null.</returns>
    public async Task<DateTime?> CountFailureAsync(User user, CancellationToken ct)
    {
        var stored = await operations.RunAsync<User>(Self(user), (work, token) => CountFailureAsync(work, user.Id, token), ct);
        book.Forget(user.Id);
        if (stored.IsRefused)
        {
            return null;
        }

        (user.FailedSignIns, user.LockedUntil) = (stored.Value.FailedSignIns, stored.Value.LockedUntil);
        user.GoOnFrom(stored.Value);

        return user.LockedUntil;
    }

    /// <summary>Keeps an event of the account that changes nothing in it (a sign-in, a bound provider).</summary>
    public Task<Result> RecordAsync(User user, Func<Subject, AccountEvent> happened, CancellationToken ct) =>
        operations.RunAsync(
            Self(user),
            async (work, token) =>
            {
                await RecordAsync(work, user, happened, token);

                return Result.Done;
            },
            ct);

    /// <summary>Runs a change of rows that hang on the account (passkeys, outside sign-ins) with its event.</summary>
    public async Task<Result> ChangeAsync(User user, Func<Db, CancellationToken, Task> change, Func<Subject, AccountEvent>? happened, CancellationToken ct) =>
        await operations.RunAsync(
            Self(user),
            async (work, token) =>
            {
                await change(work.Db, token);
                if (happened is not null)
                {
                    await RecordAsync(work, user, happened, token);
                }

                return Result.Done;
            },
            ct);

    internal static Acting Self(User user) => new(user.Id, user.UserName, user.FullName, []);

    /// <summary>An account's own acts stand in the chain of the first council it serves, else in the nation's.</summary>
    internal static async Task RecordAsync(Work work, User user, Func<Subject, AccountEvent> happened, CancellationToken ct)
    {
        var capacities = await AccountBook.CapacitiesAsync(work.Db, user.Id, work.Today, ct);
        work.RecordAsSelf(happened(AccountEvent.About(user, capacities.Count > 0 ? capacities[0].CouncilId : null)), capacities is [var first, ..] ? first : null);
    }

    private static async Task<Result> SaveAsync(Work work, User changed, CancellationToken ct)
    {
        if (await work.Db.Set<User>().FirstOrDefaultAsync(u => u.Id == changed.Id, ct) is not { } stored)
        {
            return new Refusal("account.notFound");
        }

        if (Work.ChangedMeanwhile(stored, changed.Version) is { } meanwhile)
        {
            return meanwhile;
        }

        var events = Meaning(stored, changed).ToList();
        work.Db.Entry(stored).CurrentValues.SetValues(changed);
        foreach (var happened in events)
        {
            await RecordAsync(work, stored, happened, ct);
        }

        await work.Db.SaveChangesAsync(ct);
        changed.GoOnFrom(stored);

        return Result.Done;
    }

    private static IEnumerable<Func<Subject, AccountEvent>> Meaning(User before, User after)
    {
        if (before.PasswordHash != after.PasswordHash)
        {
            yield return subject => new PasswordChanged(subject);
        }
        else if (before.TwoFactor != after.TwoFactor)
        {
            yield return after.TwoFactor ? subject => new SecondStepTurnedOn(subject) : subject => new SecondStepTurnedOff(subject);
        }
        else if (before.SecurityStamp != after.SecurityStamp && before.AuthenticatorKey == after.AuthenticatorKey)
        {
            yield return subject => new SignedOutEverywhere(subject);
        }
    }

    private static async Task<Result<User>> CountFailureAsync(Work work, Guid userId, CancellationToken ct)
    {
        if (await work.Db.Set<User>().FirstOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return new Refusal("account.notFound");
        }

        user.FailedSignIns++;
        if (user.FailedSignIns >= FailuresBeforeLock)
        {
            var until = work.Now + LockedFor;
            (user.FailedSignIns, user.LockedUntil) = (0, until);
            await RecordAsync(work, user, subject => new AccountLocked(subject, until), ct);
        }

        await work.Db.SaveChangesAsync(ct);

        return user;
    }
}
