using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Refusals;

namespace NghiTruong.Operations;

/// <summary>An act was taken back by a new act.</summary>
public sealed record ActUndone(Subject Subject, string Undone) : HouseEvent(Subject)
{
    public override string Code => "act.undone";
}

/// <summary>
/// Takes back the last act on a record: a new act that gives every record it changed the values it had before. Refused once any of them has changed again,
/// when the act sent something out, or when somebody else did it. The journal's own entries tell what to restore.
/// </summary>
public sealed class Undo(OperationRunner operations)
{
    /// <returns>Refusals <c>undo.notFound</c>, <c>undo.notYours</c>, <c>undo.cannot</c>, <c>undo.changedSince</c>.</returns>
    public Task<Result> UndoAsync(Guid operationId, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var entries = await work.Db.Set<JournalEntry>().AsNoTracking().Where(e => e.OperationId == operationId).ToListAsync(token);
            if (await WrongAsync(work, entries, token) is { } wrong)
            {
                return wrong;
            }

            foreach (var record in entries.SelectMany(e => JournalData.Read(e).Changes).GroupBy(c => (c.Record, c.Id)))
            {
                if (!await RestoreAsync(work.Db, record.Key.Record, record.Key.Id, [.. record], token))
                {
                    return new Refusal("undo.changedSince");
                }
            }

            foreach (var entry in entries)
            {
                var capacity = work.Acting.Capacities.FirstOrDefault(c => c.CouncilId == entry.CouncilId) ?? work.Acting.Capacities[0];
                work.Record(new ActUndone(new Subject(entry.SubjectKind, entry.SubjectId, entry.SubjectCode, entry.CouncilId), entry.EventCode), capacity);
            }

            return Result.Done;
        }, ct);

    private static async Task<Refusal?> WrongAsync(Work work, List<JournalEntry> entries, CancellationToken ct)
    {
        if (entries.Count == 0)
        {
            return new Refusal("undo.notFound");
        }

        // Who has lost every posting since takes nothing back any more.
        if (work.Acting.Capacities.Count == 0 || entries.Any(e => e.UserId != work.Acting.UserId))
        {
            return new Refusal("undo.notYours");
        }

        if (entries.Any(e => !e.CanBeUndone))
        {
            return new Refusal("undo.cannot");
        }

        // The last act on each record, by its place in the chain.
        foreach (var entry in entries)
        {
            var later = await work.Db.Set<JournalEntry>()
                .AnyAsync(e => e.SubjectId == entry.SubjectId && e.OperationId != entry.OperationId && e.CouncilId == entry.CouncilId && e.Sequence > entry.Sequence, ct);
            if (later)
            {
                return new Refusal("undo.changedSince");
            }
        }

        return null;
    }

    private static async Task<bool> RestoreAsync(Db db, string record, Guid id, List<JournalChange> changes, CancellationToken ct)
    {
        var type = db.Model.GetEntityTypes().First(t => JsonNamingPolicy.CamelCase.ConvertName(t.ClrType.Name) == record);
        if (await db.FindAsync(type.ClrType, [id], ct) is not { } found)
        {
            return false;
        }

        var entry = db.Entry(found);
        if (changes.Any(c => Text(Field(entry, c)) != c.After))
        {
            return false;
        }

        // A record whose every told field had no "before" was made by the act: taking the act back takes it away.
        if (IsNew(entry, changes))
        {
            db.Remove(found);

            return true;
        }

        foreach (var change in changes)
        {
            var field = Field(entry, change);
            field.CurrentValue = Parse(change.Before, field.Metadata);
        }

        (found as IRestored)?.AfterRestoring();

        return true;
    }

    private static bool IsNew(EntityEntry entry, List<JournalChange> changes)
    {
        var told = changes.ToDictionary(c => c.Field, c => c.Before, StringComparer.Ordinal);

        return entry.Metadata.GetProperties()
            .Where(p => p is { IsNullable: false, PropertyInfo: { } info } && !p.IsPrimaryKey() && info.Name != nameof(IVersioned.Version)
                && !info.IsDefined(typeof(NotInJournalAttribute)) && !info.IsDefined(typeof(PersonalAttribute)))
            .All(p => told.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(p.Name), out var before) && before is null);
    }

    private static PropertyEntry Field(EntityEntry entry, JournalChange change) =>
        entry.Properties.First(p => JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name) == change.Field);

    private static string? Text(PropertyEntry field) => JournalFacts.Text(field.CurrentValue);

    private static object? Parse(string? text, IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

        return text switch
        {
            null => null,
            _ when type == typeof(string) => text,
            _ when type.IsEnum => Enum.Parse(type, text),
            _ when type == typeof(Guid) => Guid.Parse(text),
            _ when type == typeof(DateOnly) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ when type == typeof(DateTime) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            _ when type == typeof(bool) => bool.Parse(text),
            _ when type == typeof(byte[]) => Convert.FromHexString(text),
            _ => Convert.ChangeType(text, type, CultureInfo.InvariantCulture),
        };
    }
}
