using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Law.Definitions;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>The part of a form that asks for the fields of a group: <c>Input.Fields[code]</c>.</summary>
/// <param name="Group">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Asked">What is typed; what the record knows itself is not asked.</param>
/// <param name="Fields">As typed, or as stored; a place for every field asked.</param>
/// <param name="IsLater">They may wait: a proposal asks nothing of them.</param>
public sealed record GroupFieldsForm(string Group, string Name, IReadOnlyList<DefinitionEntry> Asked, Dictionary<string, string?> Fields, IReadOnlyList<SelectListItem> Agencies, bool IsLater);

/// <summary>Makes that part, and the choice of groups.</summary>
public sealed class GroupForms(GroupFieldReader reader, CouncilDesks desks)
{
    /// <param name="council">Of the supervision; its fields are that council's.</param>
    /// <param name="typed">As typed; what is not there is empty.</param>
    public async Task<GroupFieldsForm?> OfAsync(string group, Guid council, IReadOnlyDictionary<string, string?> typed, bool isLater, CancellationToken ct)
    {
        if (await desks.FindAsync(council.ToString("D"), ct) is not { } place)
        {
            return null;
        }

        var asked = await reader.FieldsAsync(group, place.Id, place.ProvinceId, ct);
        var groups = await reader.GroupsAsync(place.Id, place.ProvinceId, ct);
        var agencies = asked.Any(f => f.Kind == GroupFieldKind.Agency) ? await desks.AgencyChoicesAsync(place.Id, ct) : [];

        return new GroupFieldsForm(
            group, groups.FirstOrDefault(g => g.Code == group)?.NameIn(CultureInfo.CurrentUICulture) ?? group, asked, asked.ToDictionary(f => f.Code, f => typed.GetValueOrDefault(f.Code)), agencies, isLater);
    }

    /// <summary>What of the typed belongs to the group; null where something typed does not, because kind, group or council has changed since the form was shown.</summary>
    public static Dictionary<string, string?>? Fit(GroupFieldsForm? form, IReadOnlyDictionary<string, string?> typed) =>
        form is null || typed.Any(t => !string.IsNullOrWhiteSpace(t.Value) && !form.Fields.ContainsKey(t.Key)) ? null : form.Fields;

    /// <summary>Groups to choose from, those of the law that the council uses.</summary>
    public async Task<List<SelectListItem>> ChoicesAsync(Guid council, CancellationToken ct) =>
        await desks.FindAsync(council.ToString("D"), ct) is not { } place
            ? []
            : [.. (await reader.GroupsAsync(place.Id, place.ProvinceId, ct)).Select(g => new SelectListItem($"{g.Code}. {g.NameIn(CultureInfo.CurrentUICulture)}", g.Code))];

    /// <summary>As a form shows a stored value.</summary>
    public static string? Typed(GroupFieldShown field) => field.Field.Kind is GroupFieldKind.Date or GroupFieldKind.PastDate ? field.Shown : field.Value;
}

/// <summary>Values of fields in the reader's language.</summary>
public static class GroupFieldWords
{
    public static string Of(this TextTable texts, GroupFieldShown field) =>
        field.Field.Kind == GroupFieldKind.YesNo ? texts[field.Value == "true" ? "supervisions.group.yes" : "supervisions.group.no"] : field.Shown ?? "";
}
