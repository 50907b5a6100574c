using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>The list as an Excel file: exactly the rows that are seen, without voters' personal data.</summary>
public static class PetitionExport
{
    private const int Most = 50_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(PetitionLinks.Export, WriteAsync).Requires<ReadPetitions>().ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(
        HttpContext context, PetitionListView view, PetitionList list, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await view.FilterAsync(context.Request.Query, ct);
        if (filter.IsRefused)
        {
            return Results.LocalRedirect(PetitionLinks.List + context.Request.QueryString);
        }

        List<PetitionRow> rows = [];
        await foreach (var row in list.AllAsync(filter.Value, acting, ct))
        {
            rows.Add(row);
            if (rows.Count == Most)
            {
                break;
            }
        }

        var councils = await directory.CouncilsAsync(ct);
        var agencies = await directory.AgenciesAsync(rows.Select(r => r.LeadAgencyId), ct);
        var sheet = new SheetData(
            texts["petitions.export.sheet"],
            [texts["petitions.export.title"], texts["petitions.export.made", Ui.Date(clock.Today), rows.Count]],
            Columns(texts),
            rows.Select((r, i) => Row(i + 1, r, councils, agencies, texts, clock.Today)));
        var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, $"kien-nghi-cu-tri-{clock.Today:yyyy-MM-dd}.xlsx");
    }

    private static List<SheetColumn> Columns(TextTable texts) =>
    [
        new(texts["petitions.export.no"], 6, ColumnKind.Number),
        new(texts["petitions.code"], 26),
        new(texts["petitions.col.council"], 24),
        new(texts["petitions.col.content"], 60),
        new(texts["petitions.field.place"], 22),
        new(texts["petitions.kind"], 12),
        new(texts["petitions.field.field"], 18),
        new(texts["petitions.field.authority"], 18),
        new(texts["petitions.col.agency"], 26),
        new(texts["petitions.field.receivedOn"], 13, ColumnKind.Date),
        new(texts["petitions.col.due"], 13, ColumnKind.Date),
        new(texts["petitions.daysLate"], 10, ColumnKind.Number),
        new(texts["petitions.col.status"], 20),
        new(texts["petitions.outcome"], 22),
        new(texts["petitions.field.voters"], 10, ColumnKind.Number),
    ];

    private static SheetRow Row(
        int number, PetitionRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, TextTable texts, DateOnly today) => SheetRow.Of(
        number,
        r.Code,
        councils.GetValueOrDefault(r.CouncilId)?.Name,
        r.Content,
        r.Place,
        texts.Of(r.Kind),
        CatalogueWords.Field(r.Field),
        CatalogueWords.Authority(r.Authority),
        r.LeadAgencyId is { } agency ? agencies.GetValueOrDefault(agency)?.Name : null,
        r.ReceivedOn,
        r.DueOn,
        r.DaysLate(today) is > 0 and var late ? late : null,
        texts.Of(r.Status),
        r.Outcome is null ? null : texts.Of(r.Outcome),
        r.Voters);
}
