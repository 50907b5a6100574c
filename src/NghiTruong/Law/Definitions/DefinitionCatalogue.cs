using System.Globalization;

namespace NghiTruong.Law.Definitions;

/// <summary>One entry of a catalogue as it holds: a field, a question, a paper, a criterion. What a catalogue has no use for is null.</summary>
public sealed record DefinitionEntry(string Code, string Vietnamese, string English)
{
    /// <summary>Law, article or document it rests on, in Vietnamese.</summary>
    public string? Basis { get; init; }

    /// <summary>What sort of entry: of a field its kind of value, of a criterion its group.</summary>
    public string? Kind { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Points, or the first point of a band.</summary>
    public int? Number { get; init; }

    /// <summary>What may be chosen, where it is a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Place in the list, small first.</summary>
    public int Order { get; init; }

    /// <summary>No longer asked for; what was recorded under it stays.</summary>
    public bool IsRetired { get; init; }

    public string NameIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" && English.Length > 0 ? English : Vietnamese;
}

/// <summary>A list of a catalogue with what the house ships into it.</summary>
public sealed record DefinitionList(string Key, string Vietnamese, string English, IReadOnlyList<DefinitionEntry> Entries)
{
    /// <summary>Kinds allowed here where not all are: statistics alone, where the law keeps content away.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Nothing may be put here (voting by confidence is secret).</summary>
    public bool IsLocked { get; init; }

    public string NameIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>
/// A catalogue that an administrator keeps in the browser. A room names it and ships its entries; the nation, a province for all below it and a council for itself change or add
/// entries, from a day on. Its name is the text <c>definition.{Code}</c>, its address <see cref="Slug"/>.
/// </summary>
public sealed record DefinitionCatalogue(string Code, string Slug, int Order, IReadOnlyList<DefinitionList> Lists)
{
    /// <summary>Kinds of entry, each named by the text <c>definition.{Code}.kind.{kind}</c>; none where entries are all alike.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Kinds that only the house gives: what it fills in itself.</summary>
    public IReadOnlyList<string> ShippedKinds { get; init; } = [];

    /// <summary>The catalogue whose standing entries are the kinds of this one: criteria lie in groups.</summary>
    public DefinitionCatalogue? KindsOf { get; init; }

    /// <summary>A kind once given stays: values were recorded under it.</summary>
    public bool IsKindFixed { get; init; }

    /// <summary>The kind whose entries list choices.</summary>
    public string? ChoiceKind { get; init; }

    public bool HasRequired { get; init; }

    public bool HasBasis { get; init; }

    public bool HasNumber { get; init; }

    /// <summary>The greatest number an entry may have.</summary>
    public int MostNumber { get; init; } = 1000;

    /// <summary>What the numbers of a list make together; 0 where that does not matter.</summary>
    public int Total { get; init; }

    /// <summary>Entries are those of the law or of the program: named anew and ordered, none added.</summary>
    public bool IsClosed { get; init; }

    public bool MayRetire { get; init; } = true;

    public bool HasKind => Kinds.Count > 0 || KindsOf is not null;

    public DefinitionList? List(string key) => Lists.FirstOrDefault(l => l.Key == key);
}
