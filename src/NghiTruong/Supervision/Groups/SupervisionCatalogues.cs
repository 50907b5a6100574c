using NghiTruong.Law.Definitions;

namespace NghiTruong.Supervision.Groups;

/// <summary>Kinds of value a field of a group takes.</summary>
public static class GroupFieldKind
{
    public const string Text = "Text";
    public const string LongText = "LongText";
    public const string Number = "Number";
    public const string Date = "Date";

    /// <summary>A day on which something happened: never after today.</summary>
    public const string PastDate = "PastDate";
    public const string YesNo = "YesNo";
    public const string Choice = "Choice";
    public const string Agency = "Agency";

    /// <summary>Lấy từ hồ sơ: what the record knows already (theme, team, papers) and nobody types again.</summary>
    public const string Record = "Record";

    public static IReadOnlyList<string> All { get; } = [Text, LongText, Number, Date, PastDate, YesNo, Choice, Agency, Record];
}

/// <summary>What of the room an administrator keeps in the browser: the twelve groups (domain 2.2, Law 121/2025/QH15), their fields, the question sheets of visits.</summary>
public static class SupervisionCatalogues
{
    /// <summary>Confidence polls and votes: the highest confidentiality, no content of them is kept here.</summary>
    public const string ConfidentialGroup = "GS-09";

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<DefinitionList>> Shipped = DefinitionBook.Shipped("supervision.json");

    public static DefinitionCatalogue Groups { get; } = new("supervision.groups", "nhom-giam-sat", 10, Shipped["supervision.groups"]) { IsClosed = true, HasBasis = true };

    /// <summary>Lists are the groups.</summary>
    public static DefinitionCatalogue Fields { get; } = new("supervision.fields", "truong-cua-nhom", 20, Shipped["supervision.fields"])
    {
        Kinds = GroupFieldKind.All, ShippedKinds = [GroupFieldKind.Record], IsKindFixed = true, ChoiceKind = GroupFieldKind.Choice, HasRequired = true,
    };

    /// <summary>Lists are the kinds of supervision.</summary>
    public static DefinitionCatalogue Questions { get; } = new("supervision.questions", "phieu-hoi", 30, Shipped["supervision.questions"]) { HasBasis = true };
}
