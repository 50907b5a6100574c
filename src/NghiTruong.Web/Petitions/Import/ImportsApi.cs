using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions.Import;

/// <summary>
/// <c>POST /api/v1/petitions/imports</c>: a ledger by program. <c>dryRun=true</c> says what would happen and keeps nothing; without it new rows are added and changed ones
/// updated, in one transaction. Names are a contract.
/// </summary>
public static class ImportsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/petitions/imports", ImportAsync)
            .WithTags("Petitions")
            .DisableAntiforgery()
            .Requires<ImportPetitions>()
            .Produces<ImportOut>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Takes a ledger in (Excel, Word, CSV); dryRun says what would happen. Without dryRun new rows are added and changed ones updated");

    private static async Task<IResult> ImportAsync(
        IFormFile file,
        [FromForm] string council,
        [FromForm] bool? dryRun,
        [FromForm] bool? openingBalance,
        [FromForm] DateOnly? receivedOn,
        PetitionImports imports,
        CouncilDesks desks,
        Acting acting,
        TextTable texts,
        CancellationToken ct)
    {
        if (await desks.FindAsync(council, ct) is not { } found)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        await using var content = file.OpenReadStream();
        var asked = new ImportInput { CouncilId = found.Id, FileName = file.FileName, Content = content, IsOpeningBalance = openingBalance == true, ReceivedOn = receivedOn };
        var result = dryRun == true ? await imports.TryAsync(asked, acting, ct) : await imports.ImportAsync(asked, acting, ct);

        return result.IsRefused ? Problems.Of(result, texts) : Results.Ok(ImportOut.Of(result.Value, texts));
    }
}

/// <summary>What came, or would come, of a ledger.</summary>
public sealed record ImportOut(
    int Accepted, int Changed, int Unchanged, int LeftOut, IReadOnlyList<ImportRowOut> Rejected, IReadOnlyList<ImportRowOut> Warnings)
{
    public static ImportOut Of(ImportReport report, TextTable texts) => new(
        report.Accepted, report.Changed, report.Unchanged, report.LeftOut, [.. report.Rejected.Select(r => ImportRowOut.Of(r, texts))], [.. report.Warnings.Select(r => ImportRowOut.Of(r, texts))]);
}

/// <summary>A row that could not be taken, or something to know about one.</summary>
/// <param name="Table">Which table of the file, from 1.</param>
/// <param name="Row">As the person sees it.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
public sealed record ImportRowOut(int Table, int Row, string? Column, string Code, string Message)
{
    public static ImportRowOut Of(RejectedRow row, TextTable texts) => new(row.Table, row.Row, row.Column, row.Code, texts[row.Code, [.. row.Values]]);
}
