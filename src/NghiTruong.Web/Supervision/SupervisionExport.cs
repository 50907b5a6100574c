using System.Globalization;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>The register as an Excel file: exactly the rows of the list, with a column for every field of a group that holds something the reader may see.</summary>
public static class SupervisionExport
{
    private const int Most = 10_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(SupervisionLinks.Export, WriteAsync).Requires<ReadSupervisions>().ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(
        HttpContext context, SupervisionQuery read, SupervisionListView view, SupervisionList list, GroupFieldReader fields, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock,
        CancellationToken ct)
    {
        var filter = await read.ReadAsync(context.Request.Query, view.CouncilOf(context.Request.Query), ct);
        if (filter.IsRefused)
        {
            return Results.LocalRedirect(SupervisionLinks.List + context.Request.QueryString);
        }

        var rows = await AllAsync(list, filter.Value with { Cursor = null, Size = 200 }, acting, ct);
        var values = (await fields.ReadableAsync([.. rows.Select(r => r.Id)], acting, ct)).ToLookup(v => v.SupervisionId);
        var named = values.SelectMany(g => g).GroupBy(v => v.Field.Field.Code).Select(g => (Code: g.Key, Name: g.Last().Field.Field.NameIn(CultureInfo.CurrentUICulture))).OrderBy(f => f.Code, StringComparer.Ordinal).ToList();
        var (councils, bodies) = (await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct));
        var sheet = new SheetData(
            texts["supervisions.list"],
            [texts["supervisions.export.title"], texts["supervisions.export.made", Ui.Date(clock.Today), rows.Count]],
            [.. Columns(texts), .. named.Select(f => new SheetColumn(f.Name, 24))],
            rows.Select((r, i) => new SheetRow([.. Row(i + 1, r, councils, bodies, texts, clock.Today), .. named.Select(f => (object?)Value(values[r.Id], f.Code, texts))])));
        var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, $"giam-sat-{clock.Today:yyyy-MM-dd}.xlsx");
    }

    private static async Task<List<SupervisionRow>> AllAsync(SupervisionList list, SupervisionFilter filter, Acting acting, CancellationToken ct)
    {
        List<SupervisionRow> rows = [];
        for (var page = await list.ReadAsync(filter, acting, ct); ; page = await list.ReadAsync(filter with { Cursor = page.Next }, acting, ct))
        {
            rows.AddRange(page.Rows);
            if (page.Next is null || rows.Count >= Most)
            {
                return rows;
            }
        }
    }

    private static List<SheetColumn> Columns(TextTable texts) =>
    [
        new(texts["petitions.export.no"], 6, ColumnKind.Number),
        new(texts["supervisions.code"], 24),
        new(texts["supervisions.council"], 24),
        new(texts["supervisions.subject.who"], 24),
        new(texts["supervisions.kind"], 20),
        new(texts["supervisions.theme"], 60),
        new(texts["supervisions.field.field"], 18),
        new(texts["supervisions.plannedFrom"], 13, ColumnKind.Date),
        new(texts["supervisions.plannedTo"], 13, ColumnKind.Date),
        new(texts["supervisions.export.held"], 13, ColumnKind.Date),
        new(texts["supervisions.export.reported"], 13, ColumnKind.Date),
        new(texts["supervisions.state"], 18),
        new(texts["supervisions.figures.days"], 10, ColumnKind.Number),
    ];

    private static List<object?> Row(int number, SupervisionRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, BodyName> bodies, TextTable texts, DateOnly today) =>
    [
        number,
        r.Code,
        councils.GetValueOrDefault(r.CouncilId)?.Name,
        texts.Subject(r.Subject, r.BodyId, bodies),
        texts.Of(r.Kind),
        r.Theme,
        CatalogueWords.Field(r.Field),
        r.PlannedFrom,
        r.PlannedTo,
        r.HeldOn,
        r.ReportedOn,
        texts.Of(r.State),
        r.DaysLate(today) is > 0 and var late ? late : null,
    ];

    private static string? Value(IEnumerable<GroupFieldOf> values, string code, TextTable texts) => values.FirstOrDefault(v => v.Field.Field.Code == code) is { } value ? texts.Of(value.Field) : null;
}
