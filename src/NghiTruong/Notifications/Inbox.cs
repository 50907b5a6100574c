using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Notifications;

/// <summary>One line of the inbox.</summary>
public sealed record InboxRow(Guid Id, string Kind, IReadOnlyList<string> Values, string Href, DateTime CreatedAt, DateTime? DoneAt);

/// <summary>A letter by e-mail that a person must look at.</summary>
public sealed record StrandedMail(Guid Id, Guid CouncilId, string To, string Subject, DateTime CreatedAt, MailState State, string? Said);

/// <summary>One inbox for everything a person is: themselves, their agencies, the desks of their councils.</summary>
public sealed class Inbox(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <summary>Counting stops here.</summary>
    public const int CountedUpTo = 100;

    private const int Most = 100;

    /// <summary>Who reads what is sent to the desk of a council.</summary>
    private static readonly Role[] DeskRoles = [Role.Clerk, Role.StandingCommittee];

    public async Task<IReadOnlyList<InboxRow>> ReadAsync(Acting acting, bool done, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = Mine(db, acting);
        mine = done ? mine.Where(n => n.DoneAt != null) : mine.Where(n => n.DoneAt == null);

        return await mine.AsNoTracking().OrderByDescending(n => n.Id).Take(Most)
            .Select(n => new InboxRow(n.Id, n.Kind, n.Values, n.Href, n.CreatedAt, n.DoneAt)).ToListAsync(ct);
    }

    public async Task<int> CountAsync(Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Mine(db, acting).Where(n => n.DoneAt == null).Take(CountedUpTo).CountAsync(ct);
    }

    /// <summary>Dealt with: gone from the inbox of everybody it was for. False when there is no such line for this person.</summary>
    public async Task<bool> DoneAsync(Guid id, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, by) = (clock.Now, acting.UserId);

        return await Mine(db, acting).Where(n => n.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.DoneAt, now).SetProperty(n => n.DoneBy, by), ct) == 1;
    }

    /// <summary>Letters whose fate is unknown or that were refused, of the councils at whose desk the person works.</summary>
    public async Task<IReadOnlyList<StrandedMail>> StrandedAsync(Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Stranded(db, acting).AsNoTracking().OrderByDescending(m => m.Id).Take(Most)
            .Select(m => new StrandedMail(m.Id, m.CouncilId, m.To, m.Subject, m.CreatedAt, m.State, m.Said)).ToListAsync(ct);
    }

    /// <summary>A person decides about a stranded letter: it arrived (or is let go), or it is to be sent again. False when there is none.</summary>
    public async Task<bool> DecideAsync(Guid id, bool sendAgain, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var state = sendAgain ? MailState.Waiting : MailState.Sent;
        if (await Stranded(db, acting).FirstOrDefaultAsync(m => m.Id == id, ct) is not { } mail
            || await Stranded(db, acting).Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state), ct) == 0)
        {
            return false;
        }

        if (sendAgain)
        {
            db.Add(OutboxMessage.For(PostRoom.Kind, PostRoom.About(mail), "{}", clock.Now));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);

        return true;
    }

    private static IQueryable<MailMessage> Stranded(Db db, Acting acting)
    {
        var councils = Desks(acting);

        return db.Set<MailMessage>().Where(m => councils.Contains(m.CouncilId) && (m.State == MailState.Unknown || m.State == MailState.Refused));
    }

    private static IQueryable<Notification> Mine(Db db, Acting acting)
    {
        var me = acting.UserId;
        var agencies = acting.Capacities.Where(c => c.Role == Role.AgencyOfficer && c.AgencyId is not null).Select(c => c.AgencyId!.Value).Distinct().ToList();
        var councils = Desks(acting);

        return db.Set<Notification>().Where(n =>
            n.UserId == me
            || (n.AgencyId != null && agencies.Contains(n.AgencyId.Value))
            || (n.RecipientCouncilId != null && councils.Contains(n.RecipientCouncilId.Value)));
    }

    private static List<Guid> Desks(Acting acting) =>
        [.. acting.Capacities.Where(c => DeskRoles.Contains(c.Role) && c.CouncilId is not null).Select(c => c.CouncilId!.Value).Distinct()];
}
