using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Documents.Registers;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision.Import;

/// <summary><c>POST /api/v1/supervisions/imports</c>: a register by program. Names are a contract.</summary>
public static class RegisterApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost($"{SupervisionsApi.Root}/imports", ImportAsync)
            .WithTags("Supervisions")
            .DisableAntiforgery()
            .Requires<ImportSupervisions>()
            .Produces<RegisterOut>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Takes a register in (Excel, Word, CSV); dryRun says what would happen and stores nothing");

    private static async Task<IResult> ImportAsync(
        IFormFile file, [FromForm] string council, [FromForm] bool? dryRun, RegisterImport import, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(council, ct) is not { } found)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        await using var content = file.OpenReadStream();
        var told = await import.RunAsync(new RegisterFile(found.Id, content, file.FileName), dryRun == true, acting, ct);

        return told.IsRefused
            ? Problems.Of(told, texts)
            : Results.Ok(new RegisterOut(told.Value.Accepted, told.Value.Changed, told.Value.Unchanged, [.. told.Value.Rejected.Select(r => new RegisterRowOut(r.Row, r.Column, r.Code, texts[r.Code, r.Value ?? ""]))]));
    }
}

/// <summary>What came, or would come, of a register.</summary>
public sealed record RegisterOut(int Accepted, int Changed, int Unchanged, IReadOnlyList<RegisterRowOut> Rejected);

/// <param name="Row">As the person sees it.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
public sealed record RegisterRowOut(int Row, string? Column, string Code, string Message);
