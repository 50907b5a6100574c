using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision.Groups;

/// <summary>Fields of a supervision's group inside an operation: kept, and asked for when results are recorded.</summary>
internal static class GroupFields
{
    /// <summary>The group asked for, or the one the kind falls under.</summary>
    /// <returns>Refusals <c>supervision.groupUnknown</c>, <c>supervision.groupConfidential</c>.</returns>
    public static async Task<Result<string>> GroupAsync(this Work work, string? asked, SupervisionKind kind, Council council, CancellationToken ct)
    {
        if (asked is null)
        {
            return SupervisionKinds.GroupOf(kind);
        }

        if (asked == SupervisionCatalogues.ConfidentialGroup)
        {
            return new Refusal("supervision.groupConfidential", nameof(SupervisionInput.Group));
        }

        var groups = await DefinitionBook.ReadAsync(work.Db, SupervisionCatalogues.Groups, new DefinitionPlace(council.Id, council.ProvinceId), work.Today, ct);

        return groups.Standing("").Any(g => g.Code == asked) ? asked : new Refusal("supervision.groupUnknown", nameof(SupervisionInput.Group), asked);
    }

    /// <summary>Keeps what was typed; a field left out stays as it was, one emptied is emptied.</summary>
    /// <returns>What was wrong: those of <see cref="GroupFieldRules.Read"/>, <c>supervision.field.unknown</c>.</returns>
    public static async Task<IReadOnlyList<Refusal>> KeepFieldsAsync(this Work work, SupervisionCase s, IReadOnlyDictionary<string, string?>? typed, CancellationToken ct)
    {
        if (typed is not { Count: > 0 })
        {
            return [];
        }

        var fields = (await OfAsync(work, s, ct)).Where(f => f.Kind != GroupFieldKind.Record).ToDictionary(f => f.Code);
        var known = await ValuesAsync(work, s, ct);
        List<Refusal> wrong = [];
        foreach (var (code, text) in typed)
        {
            if (!fields.TryGetValue(code, out var field))
            {
                wrong.Add(new Refusal("supervision.field.unknown", GroupFieldRules.At(code), code));
                continue;
            }

            var read = GroupFieldRules.Read(field, text, work.Today);
            wrong.AddRange(read.IsRefused ? read.Refusals : await WrongAgencyAsync(work, s, field, read.Value, ct));
            if (!read.IsRefused)
            {
                Keep(work, s, field, read.Value, known.FirstOrDefault(v => v.Field == code));
            }
        }

        return wrong;
    }

    /// <summary>Required fields that have no value yet.</summary>
    public static async Task<IReadOnlyList<Refusal>> FieldsMissingAsync(this Work work, SupervisionCase s, CancellationToken ct)
    {
        var given = (await ValuesAsync(work, s, ct)).Select(v => v.Field).ToHashSet(StringComparer.Ordinal);

        return GroupFieldRules.Missing(await OfAsync(work, s, ct), given);
    }

    private static async Task<IReadOnlyList<DefinitionEntry>> OfAsync(Work work, SupervisionCase s, CancellationToken ct) =>
        [.. (await DefinitionBook.ReadAsync(work.Db, SupervisionCatalogues.Fields, new DefinitionPlace(s.CouncilId, s.ProvinceId), work.Today, ct)).Standing(s.Group)];

    /// <summary>With those of this very operation.</summary>
    private static async Task<List<SupervisionFieldValue>> ValuesAsync(Work work, SupervisionCase s, CancellationToken ct)
    {
        await work.Db.Set<SupervisionFieldValue>().Where(v => v.SupervisionId == s.Id).LoadAsync(ct);

        return [.. work.Db.Set<SupervisionFieldValue>().Local.Where(v => v.SupervisionId == s.Id)];
    }

    private static async Task<IReadOnlyList<Refusal>> WrongAgencyAsync(Work work, SupervisionCase s, DefinitionEntry field, string? value, CancellationToken ct) =>
        field.Kind == GroupFieldKind.Agency && value is not null && Guid.Parse(value) is var id && !await work.Db.Set<Agency>().AnyAsync(a => a.Id == id && a.CouncilId == s.CouncilId, ct)
            ? [new Refusal("supervision.field.agency", GroupFieldRules.At(field.Code), field.Vietnamese)]
            : [];

    private static void Keep(Work work, SupervisionCase s, DefinitionEntry field, string? value, SupervisionFieldValue? row)
    {
        switch (value)
        {
            case null when row is null:
                break;
            case null:
                work.Db.Remove(row);
                break;
            case { } when row is null:
                work.Db.Add(new SupervisionFieldValue
                {
                    Id = Guid.CreateVersion7(), SupervisionId = s.Id, Field = field.Code, Vietnamese = field.Vietnamese, English = field.English, Kind = field.Kind!, Value = value,
                    Folded = VietnameseText.Fold(value),
                });
                break;
            default:
                (row.Vietnamese, row.English, row.Kind, row.Value, row.Folded) = (field.Vietnamese, field.English, field.Kind!, value, VietnameseText.Fold(value));
                break;
        }
    }
}
