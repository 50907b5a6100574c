using System.Globalization;
using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.FollowUp;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.FollowUp;

/// <summary><c>GET /api/v1/follow-ups</c> and the list as Excel.</summary>
internal static class FollowUpApi
{
    private const int MostExported = 20_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/follow-ups", ListAsync).Requires<ReadFollowUps>().WithName("followUps");
        routes.MapGet($"{FollowUpLinks.List}/xuat", ExportAsync).Requires<ReadFollowUps>().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, FollowUpList list, FollowUpQuery reader, FollowUpNames names, Acting acting, CancellationToken ct)
    {
        var page = await list.ReadAsync(await reader.ReadAsync(request.Query, ct), acting, ct);
        await names.LoadAsync(page.Rows, ct);

        return Results.Ok(new { items = page.Rows.Select(r => Item(r, names)), next = page.Next });
    }

    private static object Item(FollowUpRow row, FollowUpNames names) => new
    {
        id = row.Id,
        kind = row.SubjectKind,
        code = row.SubjectCode,
        title = row.Title,
        council = names.CouncilCode(row.CouncilId),
        agencyId = row.AgencyId,
        agency = names.Agency(row.AgencyId),
        holderCouncil = names.CouncilCode(row.HolderCouncilId),
        part = row.Part,
        state = row.State,
        dueOn = row.OwedBy,
        printedDueOn = row.PrintedDueOn,
        extendedTo = row.ExtendedTo,
        daysLate = row.DaysLate.Calendar,
        workingDaysLate = row.DaysLate.Working,
        urgingStep = row.UrgingStep,
        urgedOn = row.UrgedOn,
        replyBy = row.UrgingReplyBy,
        pressing = row.IsPressing,
        voters = row.Voters,
    };

    private static async Task<IResult> ExportAsync(HttpRequest request, FollowUpList list, FollowUpQuery reader, FollowUpNames names, Acting acting, TextTable texts, CancellationToken ct)
    {
        List<FollowUpRow> rows = [];
        await foreach (var row in list.AllAsync(await reader.ReadAsync(request.Query, ct), acting, ct))
        {
            rows.Add(row);
            if (rows.Count == MostExported)
            {
                break;
            }
        }

        await names.LoadAsync(rows, ct);
        var sheet = new SheetData(texts["followUp.sheet"], [texts["followUp.list"]], Columns(texts), rows.Select((r, i) => SheetRow.Of(
            i + 1, r.SubjectCode, r.Title, names.Council(r.CouncilId), names.Holder(r), r.OwedBy, r.DaysLate.Calendar, r.DaysLate.Working, r.UrgingStep, r.UrgedOn)));
        using var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);

        return Results.File(file.ToArray(), Spreadsheet.MediaType, string.Create(CultureInfo.InvariantCulture, $"theo-doi-{rows.Count}.xlsx"));
    }

    private static SheetColumn[] Columns(TextTable texts) =>
    [
        new(texts["followUp.sheet.number"], 6), new(texts["followUp.sheet.code"], 24), new(texts["followUp.col.matter"], 60), new(texts["followUp.col.council"], 26), new(texts["followUp.col.holder"], 26),
        new(texts["followUp.col.due"], 14), new(texts["followUp.sheet.days"], 12), new(texts["followUp.sheet.working"], 14), new(texts["followUp.col.step"], 12), new(texts["followUp.sheet.urgedOn"], 14),
    ];
}
