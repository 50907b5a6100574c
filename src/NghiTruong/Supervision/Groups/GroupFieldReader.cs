using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Supervision.Groups;

/// <summary>A field of the group as the page and the API show it.</summary>
/// <param name="Value">As stored; null for none.</param>
/// <param name="Shown">As people read it.</param>
/// <param name="IsRetired">No longer asked for here, or of a group it was under before; only its old value shows.</param>
public sealed record GroupFieldShown(DefinitionEntry Field, string? Value, string? Shown, bool IsRetired);

/// <summary>A value on one of several supervisions.</summary>
public sealed record GroupFieldOf(Guid SupervisionId, GroupFieldShown Field);

/// <summary>Fields of a group in a place, and their values on a supervision.</summary>
public sealed class GroupFieldReader(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>Groups to choose from: confidence votes, whose content is not kept here, left out.</summary>
    public async Task<IReadOnlyList<DefinitionEntry>> GroupsAsync(Guid council, Guid province, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return [.. (await DefinitionBook.ReadAsync(db, SupervisionCatalogues.Groups, new DefinitionPlace(council, province), clock.Today, ct)).Standing("").Where(g => g.Code != SupervisionCatalogues.ConfidentialGroup)];
    }

    /// <summary>Fields of a group that are typed.</summary>
    public async Task<IReadOnlyList<DefinitionEntry>> FieldsAsync(string group, Guid council, Guid province, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return [.. (await DefinitionBook.ReadAsync(db, SupervisionCatalogues.Fields, new DefinitionPlace(council, province), clock.Today, ct)).Standing(group).Where(f => f.Kind != GroupFieldKind.Record)];
    }

    /// <summary>The question sheet of a kind.</summary>
    public async Task<IReadOnlyList<DefinitionEntry>> QuestionsAsync(SupervisionKind kind, Guid council, Guid province, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return [.. (await DefinitionBook.ReadAsync(db, SupervisionCatalogues.Questions, new DefinitionPlace(council, province), clock.Today, ct)).Standing(kind.ToString())];
    }

    /// <summary>All fields of a supervision: those of its group in their order, then what was recorded under fields that no longer are.</summary>
    public async Task<IReadOnlyList<GroupFieldShown>> OfAsync(SupervisionView view, CancellationToken ct)
    {
        var s = view.Supervision;
        if (!view.MayReadFindings)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var fields = (await DefinitionBook.ReadAsync(db, SupervisionCatalogues.Fields, new DefinitionPlace(s.CouncilId, s.ProvinceId), clock.Today, ct)).Standing(s.Group).ToList();
        var values = await db.Set<SupervisionFieldValue>().AsNoTracking().Where(v => v.SupervisionId == s.Id).OrderBy(v => v.Id).ToListAsync(ct);
        var agencies = values.Where(v => v.Kind == GroupFieldKind.Agency).Select(v => Guid.Parse(v.Value)).ToList();
        var names = await db.Set<Agency>().AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var body = s.BodyId is { } id ? await db.Set<Body>().AsNoTracking().Where(b => b.Id == id).Select(b => b.Name).FirstOrDefaultAsync(ct) : null;

        return
        [
            .. fields.Select(f => values.FirstOrDefault(v => v.Field == f.Code) is { } v
                ? new GroupFieldShown(f, v.Value, Shown(v, names), false)
                : new GroupFieldShown(f, null, f.Kind == GroupFieldKind.Record ? Known(view, f.Code, body) : null, false)),
            .. values.Where(v => !fields.Exists(f => f.Code == v.Field))
                .Select(v => new GroupFieldShown(new DefinitionEntry(v.Field, v.Vietnamese, v.English) { Kind = v.Kind }, v.Value, Shown(v, names), true)),
        ];
    }

    /// <summary>Values on several supervisions, of those whose findings the person may read.</summary>
    public async Task<IReadOnlyList<GroupFieldOf>> ReadableAsync(IReadOnlyCollection<Guid> supervisions, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        List<GroupFieldOf> read = [];
        foreach (var some in supervisions.Chunk(AtOnce))
        {
            var readable = db.Set<SupervisionCase>().AsNoTracking().Where(s => some.Contains(s.Id)).VisibleTo(acting, db).FindingsReadBy(acting, db).Select(s => s.Id);
            var values = await db.Set<SupervisionFieldValue>().AsNoTracking().Where(v => readable.Contains(v.SupervisionId)).OrderBy(v => v.Id).ToListAsync(ct);
            var agencies = values.Where(v => v.Kind == GroupFieldKind.Agency).Select(v => Guid.Parse(v.Value)).Distinct().ToList();
            var names = await db.Set<Agency>().AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
            read.AddRange(values.Select(v => new GroupFieldOf(v.SupervisionId, new GroupFieldShown(new DefinitionEntry(v.Field, v.Vietnamese, v.English) { Kind = v.Kind }, v.Value, Shown(v, names), false))));
        }

        return read;
    }

    private static string Shown(SupervisionFieldValue v, Dictionary<Guid, string> agencies) => v.Kind switch
    {
        GroupFieldKind.Agency => agencies.GetValueOrDefault(Guid.Parse(v.Value)) ?? "",
        GroupFieldKind.Date or GroupFieldKind.PastDate => OfficialDate.Short(DateOnly.ParseExact(v.Value, "O", CultureInfo.InvariantCulture)),
        _ => v.Value,
    };

    /// <summary>What the record itself says: nobody types it a second time.</summary>
    private static string? Known(SupervisionView view, string field, string? body)
    {
        var s = view.Supervision;
        string? Paper(SupervisionPaperKind kind) => view.Papers.LastOrDefault(p => p.Kind == kind) is { } paper ? string.Join(", ", new[] { paper.Number, OfficialDate.Short(paper.On) }.OfType<string>()) : null;

        return field switch
        {
            "chuyenDe" => s.Theme,
            "nghiQuyetThanhLap" => Paper(SupervisionPaperKind.Decision),
            "thanhPhanDoan" => view.Team.Count > 0 ? string.Join("; ", view.Team.Where(m => m.Until is null).Select(m => m.Name)) : null,
            "keHoach" => Paper(SupervisionPaperKind.Plan),
            "baoCaoKetQua" => s.ReportNumber,
            "toDaiBieu" => body,
            "linhVuc" => Catalogue.Of(CatalogueKind.Field, s.Field)?.Vietnamese,
            "diaBan" => view.Papers.LastOrDefault(p => p.Kind == SupervisionPaperKind.Record)?.Title ?? s.Scope,
            _ => null,
        };
    }
}
