using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Operations;

/// <summary>An upper room's reaction to an event, in the same transaction as the change that caused it.</summary>
public interface IEventHandler
{
    Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct);
}

/// <summary>Looks at every changed record before it is saved and may add rows of its own (counting deltas).</summary>
public interface IChangeObserver
{
    void Observe(IReadOnlyList<EntityEntry> changed, Work work);
}

/// <summary>What happens between the act and its commit, always in this order: handlers, texts made fit to store, observers, outbox, journal.</summary>
public sealed class CommitSteps(IEnumerable<IEventHandler> handlers, IEnumerable<IChangeObserver> observers, IServiceProvider services)
{
    // A handler of slow work may run operations of its own, so it is asked for only once everything stands.
    private readonly Lazy<IReadOnlyList<IOutboxHandler>> _outbox = new(() => [.. services.GetServices<IOutboxHandler>()]);

    public async Task RunAsync(Work work, CancellationToken ct)
    {
        // A handler may record events of its own; the list grows while it is walked.
        for (var i = 0; i < work.Events.Count; i++)
        {
            foreach (var handler in handlers)
            {
                await handler.HandleAsync(work.Events[i].Event, work, ct);
            }
        }

        Compose(work.Db);
        var changed = Changed(work.Db);
        foreach (var observer in observers)
        {
            observer.Observe(changed, work);
        }

        foreach (var (happened, _) in work.Events)
        {
            AddToOutbox(work, happened);
        }

        await JournalChain.AppendAsync(work.Db, work.OperationId, work.Now, work.Events, work.Held, Stories(work, changed), ct);
    }

    private static List<EntityEntry> Changed(Db db) =>
        [.. db.ChangeTracker.Entries().Where(e => e.Entity is IRecord && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    /// <summary>Whatever keyboard it was typed on, text is stored NFC; a NUL, which PostgreSQL does not take, is left out.</summary>
    private static void Compose(Db db)
    {
        var written = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).GroupBy(e => e.Metadata);
        foreach (var kind in written)
        {
            var texts = kind.Key.GetProperties().Where(p => p.ClrType == typeof(string) && !p.IsShadowProperty()).Select(p => (Property: p, Read: p.GetGetter())).ToList();
            foreach (var entry in kind)
            {
                foreach (var (property, read) in texts)
                {
                    if (read.GetClrValue(entry.Entity) is string text && VietnameseText.Nfc(text).Replace("\0", "", StringComparison.Ordinal) is var composed && composed != text)
                    {
                        entry.Property(property).CurrentValue = composed;
                    }
                }
            }
        }
    }

    /// <summary>Each changed record goes to the event about it or about the record it is part of, else to the first event of the act.</summary>
    private static ILookup<HouseEvent, EntityEntry> Stories(Work work, List<EntityEntry> changed)
    {
        var bySubject = new Dictionary<Guid, HouseEvent>();
        foreach (var (happened, _) in work.Events)
        {
            bySubject.TryAdd(happened.Subject.Id, happened);
        }

        return changed
            .Where(_ => work.Events.Count > 0)
            .ToLookup(entry =>
                bySubject.GetValueOrDefault(((IRecord)entry.Entity).Id)
                ?? (entry.Entity is IPartOf part ? bySubject.GetValueOrDefault(part.SubjectId) : null)
                ?? work.Events[0].Event);
    }

    private void AddToOutbox(Work work, HouseEvent happened)
    {
        foreach (var handler in _outbox.Value)
        {
            if (handler.Wants(happened))
            {
                work.Db.Add(OutboxMessage.For(handler.Kind, happened.Subject, JsonSerializer.Serialize<object>(happened, JournalData.Json), work.Now));
            }
        }
    }
}
