using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Resolutions.Documents;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>The list as an Excel file, exactly the rows that are seen, and the register's papers as Word.</summary>
public static class ResolutionExport
{
    private const int Most = 50_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ResolutionLinks.Export, WriteAsync).Requires<ReadResolutions>().ExcludeFromDescription();
        routes.MapGet(ResolutionLinks.Sheet, SheetAsync).Requires<ReadResolutions>().ExcludeFromDescription();
    }

    private static async Task<IResult> SheetAsync(string? council, string? sheet, ResolutionSheets sheets, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(council, ct) is not { } found
            || await sheets.WriteAsync(found.Id, sheet == "following" ? ResolutionSheet.Following : ResolutionSheet.InForce, acting, ct) is not { } written)
        {
            return Results.NotFound();
        }

        return written.IsRefused ? Problems.Of(written, texts) : Results.File(written.Value.Content, WordWriter.ContentType, written.Value.FileName);
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context, ResolutionListView view, ResolutionList list, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await view.FilterAsync(context.Request.Query, ct);
        if (filter.IsRefused)
        {
            return Results.LocalRedirect(ResolutionLinks.List + context.Request.QueryString);
        }

        var rows = await list.AllAsync(filter.Value, acting, Most, ct);
        var (councils, bodies, agencies) = (await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct), await directory.AgenciesAsync(rows.Select(r => r.LeadAgencyId), ct));
        var sheet = new SheetData(
            texts["resolutions.export.sheet"],
            [texts["resolutions.export.title"], texts["resolutions.export.made", Ui.Date(clock.Today), rows.Count]],
            Columns(texts),
            rows.Select((r, i) => SheetRow.Of(
                i + 1, r.Code, councils.GetValueOrDefault(r.CouncilId)?.Name, r.Number, r.PassedOn, r.Title, ResolutionWords.KindOf(r.Kind), texts.Of(r.StateOn(clock.Today)), r.InForceFrom,
                r.EndsOn?.AddDays(-1), r.EndedBy, texts.Watcher(r.BodyId, bodies), r.LeadAgencyId is { } agency ? agencies.GetValueOrDefault(agency)?.Name : null, CatalogueWords.Field(r.Field), r.LookedOn,
                r.Verdict is { } verdict ? texts.Of(verdict) : null, r.IsStale(clock.Today) ? texts["resolutions.stale.yes"] : null, r.TasksOpen, r.TasksLate)));
        var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, $"nghi-quyet-{clock.Today:yyyy-MM-dd}.xlsx");
    }

    private static List<SheetColumn> Columns(TextTable texts) =>
    [
        new(texts["resolutions.export.no"], 6, ColumnKind.Number),
        new(texts["resolutions.code"], 24),
        new(texts["resolutions.council"], 24),
        new(texts["resolutions.col.number"], 18),
        new(texts["resolutions.field.passedOn"], 13, ColumnKind.Date),
        new(texts["resolutions.field.title"], 60),
        new(texts["resolutions.kind"], 22),
        new(texts["resolutions.state"], 20),
        new(texts["resolutions.field.inForceFrom"], 13, ColumnKind.Date),
        new(texts["resolutions.field.inForceUntil"], 13, ColumnKind.Date),
        new(texts["resolutions.field.endedBy"], 20),
        new(texts["resolutions.body"], 24),
        new(texts["resolutions.field.leadAgencyId"], 26),
        new(texts["resolutions.field.field"], 18),
        new(texts["resolutions.col.looked"], 13, ColumnKind.Date),
        new(texts["resolutions.verdict"], 22),
        new(texts["resolutions.tab.stale"], 16),
        new(texts["resolutions.export.tasksOpen"], 12, ColumnKind.Number),
        new(texts["resolutions.export.tasksLate"], 12, ColumnKind.Number),
    ];
}
