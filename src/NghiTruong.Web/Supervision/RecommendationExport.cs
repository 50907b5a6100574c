using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Recommendations as an Excel file: exactly the rows of the list.</summary>
public static class RecommendationExport
{
    private const int Most = 10_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(SupervisionLinks.RecommendationExport, WriteAsync).Requires<ReadSupervisions>().ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(
        HttpContext context, SupervisionQuery read, SupervisionListView view, RecommendationList list, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.RecommendationsAsync(context.Request.Query, view.CouncilOf(context.Request.Query), ct);
        if (filter.IsRefused)
        {
            return Results.LocalRedirect(SupervisionLinks.Recommendations + context.Request.QueryString);
        }

        var rows = await AllAsync(list, filter.Value with { Cursor = null, Size = 200 }, acting, ct);
        var (councils, agencies) = (await directory.CouncilsAsync(ct), await directory.AgenciesAsync(rows.Select(r => r.LeadAgencyId), ct));
        var sheet = new SheetData(
            texts["recommendations.list"],
            [texts["recommendations.list"], texts["supervisions.export.made", Ui.Date(clock.Today), rows.Count]],
            Columns(texts),
            rows.Select((r, i) => new SheetRow(Row(i + 1, r, councils, agencies, texts, clock.Today))));
        var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, $"kien-nghi-giam-sat-{clock.Today:yyyy-MM-dd}.xlsx");
    }

    private static async Task<List<RecommendationRow>> AllAsync(RecommendationList list, RecommendationFilter filter, Acting acting, CancellationToken ct)
    {
        List<RecommendationRow> rows = [];
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
        new(texts["recommendations.export.supervision"], 24),
        new(texts["recommendations.field.content"], 60),
        new(texts["recommendations.field.leadAgencyId"], 28),
        new(texts["recommendations.field.responsible"], 28),
        new(texts["recommendations.field.product"], 30),
        new(texts["recommendations.export.madeOn"], 13, ColumnKind.Date),
        new(texts["supervisions.col.due"], 13, ColumnKind.Date),
        new(texts["recommendations.col.state"], 20),
        new(texts["recommendations.field.outcome"], 20),
        new(texts["recommendations.col.looked"], 13, ColumnKind.Date),
        new(texts["supervisions.figures.days"], 10, ColumnKind.Number),
    ];

    private static List<object?> Row(int number, RecommendationRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, TextTable texts, DateOnly today) =>
    [
        number,
        r.Code,
        councils.GetValueOrDefault(r.CouncilId)?.Name,
        r.SupervisionCode,
        r.Content,
        r.LeadAgencyId is { } lead ? agencies.GetValueOrDefault(lead)?.Name : null,
        r.Responsible,
        r.Product,
        r.MadeOn,
        r.DueOn,
        texts.Of(r.State),
        r.Standing(today) is { } standing ? texts.Of(standing) : null,
        r.LookedOn,
        r.DaysLate(today) is > 0 and var late ? late : null,
    ];
}
