using NghiTruong.Refusals;

namespace NghiTruong.Law.Definitions;

/// <summary>Rules on entries of catalogues, pure; each refusal has the name its test asserts.</summary>
public static class DefinitionRules
{
    private const int Most = 1000;

    /// <param name="known">The entry as it holds; null for a new one.</param>
    /// <param name="kinds">Kinds there are.</param>
    /// <returns>Refusals <c>definition.locked</c>, <c>.closed</c>, <c>.entryUnknown</c>, <c>.nameMissing</c>, <c>.kindUnknown</c>, <c>.kindForbidden</c>, <c>.kindFixed</c>,
    /// <c>.choicesMissing</c>, <c>.numberOutOfRange</c>, <c>.mayNotRetire</c>, <c>.orderOutOfRange</c>.</returns>
    public static IReadOnlyList<Refusal> WrongIn(DefinitionCatalogue catalogue, DefinitionList list, DefinitionInput asked, DefinitionEntry? known, IReadOnlyList<string> kinds)
    {
        if (list.IsLocked || (known is null && (catalogue.IsClosed || asked.Code is not null)))
        {
            return [new Refusal(list.IsLocked ? "definition.locked" : catalogue.IsClosed ? "definition.closed" : "definition.entryUnknown", nameof(asked.Code))];
        }

        return
        [
            .. new[]
            {
                string.IsNullOrWhiteSpace(asked.Vietnamese) ? new Refusal("definition.nameMissing", nameof(asked.Vietnamese)) : null,
                catalogue.HasKind ? WrongKind(catalogue, list, asked, known, kinds) : null,
                catalogue.HasNumber && (asked.Number is not >= 0 || asked.Number > catalogue.MostNumber) ? new Refusal("definition.numberOutOfRange", nameof(asked.Number), catalogue.MostNumber) : null,
                asked.IsRetired && !catalogue.MayRetire ? new Refusal("definition.mayNotRetire", nameof(asked.IsRetired)) : null,
                asked.Order is < 0 or > Most ? new Refusal("definition.orderOutOfRange", nameof(asked.Order), Most) : null,
            }.OfType<Refusal>(),
        ];
    }

    /// <summary>The entry asked for: what the form leaves out is as it was.</summary>
    public static DefinitionEntry Entry(DefinitionInput asked, DefinitionEntry? known, string newCode, int nextOrder)
    {
        var vietnamese = asked.Vietnamese!.Trim();

        return new DefinitionEntry(known?.Code ?? newCode, vietnamese, string.IsNullOrWhiteSpace(asked.English) ? vietnamese : asked.English.Trim())
        {
            Basis = string.IsNullOrWhiteSpace(asked.Basis) ? null : asked.Basis.Trim(),
            Kind = asked.Kind,
            IsRequired = asked.IsRequired,
            Number = asked.Number,
            Choices = Choices(asked.Choices),
            Order = asked.Order ?? known?.Order ?? nextOrder,
            IsRetired = asked.IsRetired,
        };
    }

    private static string[] Choices(string? lines) =>
        lines?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToArray() ?? [];

    private static Refusal? WrongKind(DefinitionCatalogue catalogue, DefinitionList list, DefinitionInput asked, DefinitionEntry? known, IReadOnlyList<string> kinds)
    {
        if (asked.Kind is not { } kind || !kinds.Contains(kind) || (known?.Kind != kind && catalogue.ShippedKinds.Contains(kind)))
        {
            return new Refusal("definition.kindUnknown", nameof(asked.Kind));
        }

        if (list.Kinds is { } allowed && !allowed.Contains(kind))
        {
            return new Refusal("definition.kindForbidden", nameof(asked.Kind), list.Key);
        }

        if (known is not null && catalogue.IsKindFixed && known.Kind != kind)
        {
            return new Refusal("definition.kindFixed", nameof(asked.Kind));
        }

        return kind == catalogue.ChoiceKind && Choices(asked.Choices).Length < 2 ? new Refusal("definition.choicesMissing", nameof(asked.Choices)) : null;
    }
}
