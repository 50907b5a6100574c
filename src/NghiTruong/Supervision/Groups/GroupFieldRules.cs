using System.Globalization;
using NghiTruong.Documents.Files;
using NghiTruong.Language;
using NghiTruong.Law.Definitions;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision.Groups;

/// <summary>Rules on what is typed under the fields of a group, pure.</summary>
public static class GroupFieldRules
{
    public const int LongestText = 500;
    public const int LongestLongText = 10_000;

    /// <summary>Where a refusal of a field stands in the input.</summary>
    public static string At(string field) => $"Fields[{field}]";

    /// <summary>
    /// Reads what was typed as the field's kind stores it; null for nothing. Days are stored ISO, numbers the Vietnamese way with two decimals at most, yes and no as
    /// <c>true</c> and <c>false</c>, an agency by its id.
    /// </summary>
    /// <returns>Refusals <c>supervision.field.number</c>, <c>.date</c>, <c>.future</c>, <c>.choice</c>, <c>.yesNo</c>, <c>.agency</c>, <c>.tooLong</c>, <c>text.secret</c>.</returns>
    public static Result<string?> Read(DefinitionEntry field, string? typed, DateOnly today)
    {
        var text = typed is null ? "" : VietnameseText.Clean(typed);

        return text.Length == 0 ? Result.Of<string?>(null) : field.Kind switch
        {
            GroupFieldKind.Number => VietnameseNumber.TryParse(text, out var number) ? VietnameseNumber.Format(number) : Wrong("supervision.field.number"),
            GroupFieldKind.Date => OfficialDate.TryParse(text, out var day) ? Iso(day) : Wrong("supervision.field.date"),
            GroupFieldKind.PastDate => !OfficialDate.TryParse(text, out var past) ? Wrong("supervision.field.date") : past > today ? Wrong("supervision.field.future") : Iso(past),
            GroupFieldKind.YesNo => text is "true" or "false" ? text : Wrong("supervision.field.yesNo"),
            GroupFieldKind.Choice => field.Choices.Contains(text) ? text : Wrong("supervision.field.choice"),
            GroupFieldKind.Agency => Guid.TryParse(text, out var agency) ? agency.ToString("D") : Wrong("supervision.field.agency"),
            GroupFieldKind.LongText => Words(text, LongestLongText),
            _ => Words(text, LongestText),
        };

        Result<string?> Wrong(string code) => new Refusal(code, At(field.Code), field.NameIn(CultureInfo.CurrentUICulture));

        Result<string?> Words(string words, int longest) =>
            Secrets.InText(words, At(field.Code)) is { } secret ? secret : words.Length > longest ? new Refusal("supervision.field.tooLong", At(field.Code), longest) : words;
    }

    /// <summary>Required fields of the group without a value, each at its place. What the record itself knows is owed by the checklist, not by the form.</summary>
    public static IReadOnlyList<Refusal> Missing(IEnumerable<DefinitionEntry> fields, IReadOnlyCollection<string> given) =>
    [
        .. fields.Where(f => f is { IsRequired: true, Kind: not GroupFieldKind.Record } && !given.Contains(f.Code))
            .Select(f => new Refusal("supervision.field.missing", At(f.Code), f.NameIn(CultureInfo.CurrentUICulture))),
    ];

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
