using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision.Figures;

/// <summary><c>GET /api/v1/supervisions/summary</c> and <c>POST /api/v1/supervisions/imports</c>. Names are a contract.</summary>
public static class FiguresApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(SupervisionsApi.Root).WithTags("Supervisions").DisableAntiforgery();
        api.MapGet("/summary", SummaryAsync).Requires<ReadSupervisions>().Produces<SupervisionSummaryOut>().ProducesProblem(404).WithSummary("Planned and held, with and without report, recommendations, of a council, subtree and period");
        api.MapPost("/imports", ImportAsync).Requires<ImportSupervisions>().Produces<RegisterOut>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("Takes a register in (Excel, Word, CSV); dryRun says what would happen and stores nothing");
    }

    private static async Task<IResult> SummaryAsync(
        string? council, DateOnly? from, DateOnly? to, bool? subtree, SupervisionSummary summary, SummaryPlaces places, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await places.FindAsync(council, subtree == true, ct) is not { } place
            || await summary.ReadAsync(new SupervisionSummaryInput(place.Place, from, to, place is { IsWhole: true, Place.Nation: false }), acting, ct) is not { } f)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        return Results.Ok(new SupervisionSummaryOut(
            f.All.Planned, f.All.Held, Held(f.BySubject), Held(f.ByKind), await ByTierAsync(f, place, directory, ct), f.All.WithoutReport,
            new RecommendationsOut(f.Recommendations.Made, f.Recommendations.Done, f.Recommendations.Overdue), f.AsOf));
    }

    private static Dictionary<string, long> Held(IReadOnlyDictionary<string, PlannedAndHeld> by) => by.ToDictionary(b => b.Key, b => b.Value.Held);

    /// <summary>Held, by the tier of who held it; a place without councils below it is of its own tier.</summary>
    private static async ValueTask<Dictionary<string, long>> ByTierAsync(SupervisionFigures f, SummaryAddress place, CouncilDirectory directory, CancellationToken ct)
    {
        var tiers = new[] { Tier.Province, Tier.District, Tier.Commune }.ToDictionary(t => Shell.Parts.Words.CodeOf(t), _ => 0L);
        if (place is { IsWhole: false })
        {
            tiers[Shell.Parts.Words.CodeOf(place.Tier)] = f.All.Held;

            return tiers;
        }

        var councils = await directory.CouncilsAsync(ct);
        foreach (var (id, figures) in f.ByPlace)
        {
            if (councils.GetValueOrDefault(id) is { } council)
            {
                tiers[Shell.Parts.Words.CodeOf(council.Tier)] += figures.Supervisions.Held;
            }
        }

        return tiers;
    }

    private static async Task<IResult> ImportAsync(
        IFormFile file, [FromForm] string council, [FromForm] bool? dryRun, RegisterImport import, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(council, ct) is not { } found)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        await using var content = file.OpenReadStream();
        var told = await import.RunAsync(found.Id, content, file.FileName, dryRun == true, acting, ct);

        return told.IsRefused
            ? Problems.Of(told, texts)
            : Results.Ok(new RegisterOut(told.Value.Accepted, told.Value.Changed, told.Value.Unchanged, [.. told.Value.Rejected.Select(r => new RegisterRowOut(r.Row, r.Column, r.Code, texts[r.Code, r.Value ?? ""]))]));
    }
}

/// <summary>Figures of supervision. <c>by*</c> count what was held.</summary>
public sealed record SupervisionSummaryOut(
    long Planned,
    long Held,
    IReadOnlyDictionary<string, long> BySubject,
    IReadOnlyDictionary<string, long> ByKind,
    IReadOnlyDictionary<string, long> ByTier,
    long WithoutReport,
    RecommendationsOut Recommendations,
    DateTime AsOf);

public sealed record RecommendationsOut(long Made, long Done, long Overdue);

/// <summary>What came, or would come, of a register.</summary>
public sealed record RegisterOut(int Accepted, int Changed, int Unchanged, IReadOnlyList<RegisterRowOut> Rejected);

/// <param name="Row">As the person sees it.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
public sealed record RegisterRowOut(int Row, string? Column, string Code, string Message);
