using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Notifications;

/// <summary>
/// Sends what the post room took. A letter is marked before it goes out and after it has gone; one found marked "going out" by nobody alive has an
/// unknown fate and waits for a person. A server that is down leaves everything waiting: nothing is lost, nothing goes twice.
/// </summary>
public sealed class MailSender(IDbContextFactory<Db> contexts, IMailLine line, TimeProvider clock, ILogger<MailSender> log) : IOutboxHandler
{
    /// <summary>After so long nobody is sending it any more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Kind => PostRoom.Kind;

    public bool Wants(HouseEvent happened) => false;

    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        var beingSent = 0;
        foreach (var message in messages)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.Set<MailMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == message.SubjectId, ct) is not { } mail)
            {
                continue;
            }

            if (mail.State == MailState.Waiting && await ClaimAsync(db, mail.Id, ct))
            {
                await SendAsync(db, mail, ct);
            }
            else if (mail.State == MailState.Sending && mail.SendingSince is { } since && clock.Now - since > Longest)
            {
                await MarkAsync(db, mail.Id, MailState.Unknown, null);
            }
            else if (mail.State is MailState.Waiting or MailState.Sending)
            {
                beingSent++;
            }
        }

        if (beingSent > 0)
        {
            throw new MailLaterException($"{beingSent} letters are being sent by another node");
        }
    }

    private async Task<bool> ClaimAsync(Db db, Guid id, CancellationToken ct)
    {
        var now = clock.Now;

        return await db.Set<MailMessage>().Where(m => m.Id == id && m.State == MailState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.SendingSince, now), ct) == 1;
    }

    private async Task SendAsync(Db db, MailMessage mail, CancellationToken ct)
    {
        var (fate, said) = await line.SendAsync(mail, ct);
        HouseMeter.Mail(fate.ToString());
        switch (fate)
        {
            case MailFate.Accepted:
                await MarkAsync(db, mail.Id, MailState.Sent, null);
                break;
            case MailFate.Refused:
                await MarkAsync(db, mail.Id, MailState.Refused, said);
                break;
            case MailFate.Unknown:
                log.LogWarning("The fate of letter {Mail} is unknown; a person decides", mail.Id);
                await MarkAsync(db, mail.Id, MailState.Unknown, said);
                break;
            case MailFate.NotSent:
                await MarkAsync(db, mail.Id, MailState.Waiting, said);
                throw new MailLaterException(said ?? "The mail server cannot be reached");
        }
    }

    // What happened to a letter is written down even when the house is being stopped: no token here.
    private Task<int> MarkAsync(Db db, Guid id, MailState state, string? said)
    {
        var sentAt = state == MailState.Sent ? clock.Now : (DateTime?)null;
        var told = said is { Length: > 500 } ? said[..500] : said;

        return db.Set<MailMessage>().Where(m => m.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, state)
                .SetProperty(m => m.SentAt, sentAt)
                .SetProperty(m => m.SendingSince, (DateTime?)null)
                .SetProperty(m => m.Said, told),
            CancellationToken.None);
    }
}

/// <summary>Leaves the letters of a batch for a later attempt.</summary>
public sealed class MailLaterException(string message) : Exception(message);

/// <summary>What is known of a letter after an attempt.</summary>
public enum MailFate
{
    Accepted,

    /// <summary>Surely not: try again later.</summary>
    NotSent,

    /// <summary>Surely not, and never will be.</summary>
    Refused,

    Unknown,
}

/// <summary>The fate of a letter and what the server said.</summary>
public sealed record MailOutcome(MailFate Fate, string? Said = null);

/// <summary>The line to the mail server; at the edge of the process, so that tests can break it.</summary>
public interface IMailLine
{
    Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken ct);
}
