using System.Globalization;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Documents.Word;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Petitions.Reports;

public static class ReportPagesModule
{
    private const string Zip = "application/zip";

    public static IServiceCollection AddReportPages(this IServiceCollection services)
    {
        services.AddScoped<ReportView>();
        services.AddNavEntry(new NavEntry { Text = "reports.nav", Href = ReportLinks.Summary, Icon = "report", Group = NavGroup.Oversight, Order = 10, ShownTo = HasFigures });
        services.AddNavEntry(new NavEntry { Text = "dossier.nav", Href = ReportLinks.Dossier, Icon = "council", Group = NavGroup.Oversight, Order = 12, ShownTo = acting => acting.May<ReadDossier>() });

        return services;
    }

    /// <summary>An agency's officer reads what the agency owes, not the council's figures.</summary>
    private static bool HasFigures(Acting acting) => acting.ScopeOf<ReadPetitions>() is { All: true } or { Councils.Count: > 0 } or { Provinces.Count: > 0 };

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ReportLinks.Workbook, WorkbookAsync).Requires<ReadPetitions>().ExcludeFromDescription();
        routes.MapGet(ReportLinks.Document, DocumentAsync).Requires<ReadPetitions>().ExcludeFromDescription();
        routes.MapGet(ReportLinks.WholeDossier, WholeAsync).Requires<ReadDossier>().ExcludeFromDescription();
        routes.MapGet(ReportLinks.Dossier + "/{paper}", PaperAsync).Requires<ReadDossier>().ExcludeFromDescription();
    }

    private static async Task<IResult> WorkbookAsync(HttpContext context, ReportView view, PetitionReports reports, Acting acting, TimeProvider clock, CancellationToken ct)
    {
        var asked = view.Read(context.Request.Query);
        if (asked.IsRefused)
        {
            return Results.LocalRedirect(ReportLinks.Summary + context.Request.QueryString);
        }

        if (await reports.ReadAsync(asked.Value, view.Words, acting, ct) is not { } report)
        {
            return Results.NotFound();
        }

        var file = ReportWorkbook.Write(report, await view.SessionNameAsync(report.Asked, report.Place, ct), view.Words);

        return Results.File(file, Spreadsheet.MediaType, string.Create(CultureInfo.InvariantCulture, $"tong-hop-kien-nghi-{clock.Today:yyyy-MM-dd}.xlsx"));
    }

    private static async Task<IResult> DocumentAsync(HttpContext context, ReportView view, SummaryPlaces places, ReportDocument document, Acting acting, TextTable texts, CancellationToken ct)
    {
        var asked = view.Read(context.Request.Query);
        if (asked.IsRefused)
        {
            return Results.LocalRedirect(ReportLinks.Summary + context.Request.QueryString);
        }

        var place = await places.FindAsync(asked.Value.Council, asked.Value.Subtree, ct);
        var sessionName = place is null ? null : await view.SessionNameAsync(asked.Value, place, ct);
        var written = await document.WriteAsync(asked.Value, sessionName, acting, ct);

        return written is null ? Results.NotFound()
            : written.IsRefused ? Problems.Of(written, texts)
            : Results.File(written.Value.Content, WordWriter.ContentType, written.Value.FileName);
    }

    private static async Task<IResult> WholeAsync(string? council, string? session, SessionDossier dossier, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct) =>
        await desks.FindAsync(council, ct) is { } found && session is not null
            ? Send(await dossier.WriteAllAsync(found.Id, session, acting, ct), Zip, texts)
            : Results.NotFound();

    private static async Task<IResult> PaperAsync(string paper, string? council, string? session, SessionDossier dossier, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct) =>
        await desks.FindAsync(council, ct) is { } found && session is not null
            ? Send(await dossier.WriteAsync(found.Id, session, paper, acting, ct), WordWriter.ContentType, texts)
            : Results.NotFound();

    private static IResult Send(Result<DossierFile>? file, string type, TextTable texts) => file switch
    {
        null => Results.NotFound(),
        { IsRefused: true } refused => Problems.Of(refused, texts),
        { Value: var written } => Results.File(written.Content, type, written.FileName),
    };
}
