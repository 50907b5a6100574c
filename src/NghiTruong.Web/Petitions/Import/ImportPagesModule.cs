using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Petitions.Import;

public static class ImportPagesModule
{
    public static IServiceCollection AddImportPages(this IServiceCollection services) => services.AddNavEntry(new NavEntry
    {
        Text = "imports.nav",
        Href = ImportLinks.Start,
        Icon = "upload",
        Order = 16,
        ShownTo = acting => acting.May<ImportPetitions>(),
    });

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{ImportLinks.Start}/{{id:guid}}/khong-nhan", RejectedAsync).Requires<ImportPetitions>().ExcludeFromDescription();
        ImportsApi.Map(routes);
    }

    private static async Task<IResult> RejectedAsync(Guid id, ImportReader reader, Acting acting, CancellationToken ct)
    {
        if (await reader.FindAsync(id, acting, ct) is not { } view)
        {
            return Results.NotFound();
        }

        var file = new MemoryStream();
        await reader.WriteRejectedAsync(view, file, ct);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, $"khong-nhan-{Path.GetFileNameWithoutExtension(view.Batch.FileName)}.xlsx");
    }
}
