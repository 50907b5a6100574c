using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace NghiTruong.Refusals;

/// <summary>
/// The shape of an input record, looked at the same for page, API and command: texts no longer than their <see cref="StringLengthAttribute"/> says (else
/// <see cref="LongestText"/>), numbers within their <see cref="RangeAttribute"/>, days of a century around ours, lists of at most <see cref="MostItems"/>.
/// Model binding asks this of pages only; a program's JSON passes it by.
/// </summary>
public static class InputShape
{
    public const int LongestText = 10_000;
    public const int MostItems = 500;

    private static readonly DateOnly Earliest = new(1945, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);
    private static readonly ConcurrentDictionary<Type, Slot[]> Known = new();

    /// <returns>Refusals <c>input.tooLong</c>, <c>input.outOfRange</c>, <c>input.dateOutOfRange</c>, <c>input.tooMany</c>, each at its field.</returns>
    public static IReadOnlyList<Refusal> WrongIn(object input) =>
        [.. SlotsOf(input.GetType()).SelectMany(slot => slot.Property.GetValue(input) is { } value ? Wrong(slot, value) : [])];

    private static IEnumerable<Refusal> Wrong(Slot slot, object value)
    {
        var name = slot.Property.Name;
        switch (value)
        {
            case string text when text.Length > slot.Longest:
                return [new Refusal("input.tooLong", name, slot.Longest)];
            case DateOnly day when day < Earliest || day > Latest:
                return [new Refusal("input.dateOutOfRange", name, Earliest.Year, Latest.Year)];
            case int when slot.Range is { } range && !range.IsValid(value):
                return [new Refusal("input.outOfRange", name, range.Minimum, range.Maximum)];
            case string:
                return [];
            case ICollection { Count: > MostItems }:
                return [new Refusal("input.tooMany", name, MostItems)];
            case IEnumerable many:
                return many.OfType<object>().SelectMany(one => one is string text ? Wrong(slot, text) : IsRecord(one.GetType()) ? WrongIn(one) : []).Take(1);
            default:
                return IsRecord(value.GetType()) ? WrongIn(value) : [];
        }
    }

    private static Slot[] SlotsOf(Type type) => Known.GetOrAdd(type, static t =>
    [
        .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .Select(p => new Slot(p, p.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? LongestText, p.GetCustomAttribute<RangeAttribute>())),
    ]);

    /// <summary>Records are ours; whatever else stands in an input (an uploaded file, a stream) is looked at by its own guard.</summary>
    public static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;

    private sealed record Slot(PropertyInfo Property, int Longest, RangeAttribute? Range);
}
