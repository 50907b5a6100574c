using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Database;

namespace NghiTruong.Journal;

/// <summary>One field of one record that an act changed. For a new record there is no before, for a deleted one no after.</summary>
public sealed record JournalChange(string Record, Guid Id, string Field, string? Before, string? After);

/// <summary>What an entry holds: facts of the event, changes of records, and the personal values apart.</summary>
public sealed record JournalData(IReadOnlyDictionary<string, JsonElement> Facts, IReadOnlyList<JournalChange> Changes)
{
    /// <summary>Journal text stays readable Vietnamese in the database.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JournalData Read(JournalEntry entry) => JsonSerializer.Deserialize<JournalData>(entry.Data, Json)!;
}

/// <summary>Reads events and changed records into what the journal keeps.</summary>
internal static class JournalFacts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static (Dictionary<string, JsonElement> Facts, Dictionary<string, string> Personal) OfEvent(HouseEvent e)
    {
        Dictionary<string, JsonElement> facts = [];
        Dictionary<string, string> personal = [];
        foreach (var property in Properties.GetOrAdd(e.GetType(), Own))
        {
            if (property.GetValue(e) is not { } value)
            {
                continue;
            }

            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (property.IsDefined(typeof(PersonalAttribute)))
            {
                personal[name] = value.ToString()!;
            }
            else
            {
                facts[name] = JsonSerializer.SerializeToElement(value, property.PropertyType, JournalData.Json);
            }
        }

        return (facts, personal);
    }

    /// <summary>The changes of one tracked record; personal fields go to <paramref name="personal"/>.</summary>
    public static IEnumerable<JournalChange> OfRecord(EntityEntry entry, Dictionary<string, string> personal)
    {
        var record = JsonNamingPolicy.CamelCase.ConvertName(entry.Metadata.ClrType.Name);
        var id = ((IRecord)entry.Entity).Id;
        foreach (var property in entry.Properties)
        {
            var info = property.Metadata.PropertyInfo;
            if (info is null || property.Metadata.IsPrimaryKey() || info.Name == nameof(IVersioned.Version) || info.IsDefined(typeof(NotInJournalAttribute)))
            {
                continue;
            }

            var before = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            if (before == after)
            {
                continue;
            }

            var field = JsonNamingPolicy.CamelCase.ConvertName(info.Name);
            if (info.IsDefined(typeof(PersonalAttribute)))
            {
                personal[$"{record}.{id:N}.{field}.before"] = before ?? "";
                personal[$"{record}.{id:N}.{field}.after"] = after ?? "";
            }
            else
            {
                yield return new JournalChange(record, id, field, before, after);
            }
        }
    }

    internal static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static PropertyInfo[] Own(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name is not (nameof(HouseEvent.Subject) or nameof(HouseEvent.Code) or nameof(HouseEvent.CanBeUndone) or "EqualityContract"))];
}
