using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision.Figures;

/// <summary><c>GET /api/v1/supervisions/summary</c>. Names are a contract.</summary>
public static class FiguresApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"{SupervisionsApi.Root}/summary", SummaryAsync).WithTags("Supervisions").Requires<ReadSupervisions>().Produces<SupervisionSummaryOut>().ProducesProblem(404).WithSummary("Planned and held, with and without report, recommendations, of a council, subtree and period");

    private static async Task<IResult> SummaryAsync(
        string? council, DateOnly? from, DateOnly? to, bool? subtree, SupervisionSummary summary, SummaryPlaces places, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await places.FindAsync(council, subtree == true, ct) is not { } place
            || await summary.ReadAsync(new SupervisionSummaryInput(place.Place, from, to), acting, ct) is not { } f)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        return Results.Ok(new SupervisionSummaryOut(
            f.All.Planned, f.All.Held, Held(f.BySubject), Held(f.ByKind), Held(f.ByTier), f.All.WithoutReport,
            new RecommendationsOut(f.Recommendations.Made, f.Recommendations.Done, f.Recommendations.Overdue), f.AsOf, new QualityOut(Of(f.Quality.OnTime), Of(f.Quality.Evidence), Of(f.Quality.Named))));
    }

    private static QualityShareOut Of(QualityFigure figure) => new(figure.Good, figure.All);

    private static Dictionary<string, long> Held(IReadOnlyDictionary<string, PlannedAndHeld> by) => by.ToDictionary(b => b.Key, b => b.Value.Held);
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
    DateTime AsOf,
    QualityOut Quality);

/// <summary>Quality beside number: reports in time of those with a term, reports with evidence behind a finding, recommendations naming agency, product and day.</summary>
public sealed record QualityOut(QualityShareOut OnTime, QualityShareOut Evidence, QualityShareOut Named);

public sealed record QualityShareOut(long Good, long All);

public sealed record RecommendationsOut(long Made, long Done, long Overdue);
