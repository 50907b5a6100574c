using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Texts;
using NghiTruong.Web.Api;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Reviews.Demo;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reviews;

public static class ReviewsPagesModule
{
    public static IServiceCollection AddReviewPages(this IServiceCollection services)
    {
        services.AddScoped<ReviewTools>();
        services.AddSingleton(ReviewWords.OfStory);
        services.AddSingleton<IDemo, ReviewDemo>();
        services.AddNavEntry(new NavEntry { Text = "reviews.nav", Href = ReviewLinks.List, Icon = "report", Group = NavGroup.Oversight, Order = 7, ShownTo = acting => acting.May<ReadReviews>() });

        return services;
    }

    public static void MapReviews(this IEndpointRouteBuilder routes) => ReviewsApi.Map(routes);
}

/// <summary><c>/api/v1/reviews</c>: the same operations as the pages. Names are a contract.</summary>
public static class ReviewsApi
{
    public const string Root = "/api/v1/reviews";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Reviews").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadReviews>().Produces<ReviewItems>().ProducesProblem(422).WithSummary("Reviews, by cursor; filters council, arrived=true");
        api.MapGet("/below", BelowAsync).Requires<ReadReviews>().Produces<ReviewsBelowOut>().ProducesProblem(404).ProducesProblem(422).WithSummary("Who of the province has sent the review of a scheme and period, who is late, and the sum of what was sent");
        api.MapGet("/{code}", FindAsync).Requires<ReadReviews>().Produces<ReviewOut>().ProducesProblem(404).WithSummary("One review with its frozen figures and what was written; reading it here gives no receipt");
        api.MapPost("", StartAsync).Requires<KeepReviews>().Produces<ReviewStartedOut>(201).ProducesProblem(422).WithSummary("Starts the review of a scheme and period, and freezes its figures");
        api.MapPost("/{code}/freeze", FreezeAsync).Requires<KeepReviews>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Freezes the figures anew, as the next edition");
        api.MapPost("/{code}/texts", WriteAsync).Requires<KeepReviews>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("What was done, not yet, why and what next, of one figure or of the whole");
        api.MapPost("/{code}/send", SendAsync).Requires<KeepReviews>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Signed and numbered outside: sent inside the system or recorded as sent on paper, once");
        api.MapPost("/{code}/receipt", ReceiveAsync).Requires<ReadReviews>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("The one it was sent to has it");
        routes.MapGet(ReviewLinks.List + "/{code}/tai-ve", WordAsync).Requires<ReadReviews>().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReviewList list, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var asked = AddressReader.Text(context.Request.Query, "council");
        var council = await desks.FindAsync(asked, ct);
        if (asked is not null && council is null)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var page = await list.ReadAsync(AddressReader.Text(context.Request.Query, "arrived") is "true" or "1", council?.Id, AddressReader.Text(context.Request.Query, "cursor"), 50, acting, ct);
        var (councils, today) = (await directory.CouncilsAsync(ct), clock.Today);

        return Results.Ok(new ReviewItems([.. page.Rows.Select(r => Item(r, councils, today))], page.Next));
    }

    private static ReviewItem Item(Review r, IReadOnlyDictionary<Guid, CouncilName> councils, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.Period.Key, r.Title, r.State, r.DueOn, r.SentOn, r.SentNumber, r.IsOnPaper, r.ReceivedOn, r.DaysLate(today));

    private static async Task<IResult> FindAsync(string code, ReviewReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("review.notFound", null, code), texts);
        }

        return Results.Ok(new ReviewOut(
            Item(v.Review, await directory.CouncilsAsync(ct), clock.Today), v.Scheme?.Code, v.Review.Edition, v.Review.FrozenOn,
            [.. v.Figures.Select(f => new FigureOut(f.Key, f.UpperKey, f.Title, f.Unit, f.Goal, f.Numerator, f.Denominator, f.Measured.Amount, f.Status, f.Outcome, f.AsOf, f.Source))],
            [.. v.Texts.Values.Where(t => !t.IsEmpty).Select(t => new ReviewTextOut(t.Key, t.Done, t.NotYet, t.Causes, t.Next))]));
    }

    private static async Task<IResult> BelowAsync(string? scheme, string? period, ReviewsBelow below, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (SchemePeriod.Parse(period) is not { } of)
        {
            return Problems.Of(new Refusal("scheme.periodUnreadable", "period"), texts);
        }

        return await below.ReadAsync(scheme ?? "", of, acting, ct) is { } v
            ? Results.Ok(new ReviewsBelowOut(
                v.Sent, v.Late, [.. v.Councils.Select(c => new LowerReviewOut(c.Council.Code, c.Council.Name, c.Review?.Code, c.Review?.State, c.Review?.SentOn, c.DueOn, c.DaysLate))],
                [.. v.Sums.Select(s => new ReviewSumOut(s.Key, s.Title, s.Sum.Total.Numerator, s.Sum.Total.Denominator, s.Sum.Total.Amount, s.Sum.Total.Unit, s.Sum.Counted, s.Sum.OtherUnits))]))
            : Problems.Of(new Refusal("scheme.notFound", null, scheme ?? ""), texts);
    }

    private static async Task<IResult> StartAsync(NewReview body, ReviewDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var started = await desk.StartAsync(new ReviewInput(council.Id, body.Kind, Words.Blank(body.Scheme), body.Period ?? ""), acting, ct);

        return started.IsRefused ? Problems.Of(started, texts) : Results.Created($"{Root}/{started.Value}", new ReviewStartedOut(started.Value));
    }

    private static async Task<IResult> FreezeAsync(string code, ReviewDesk desk, Acting acting, TextTable texts, CancellationToken ct) => Answer(await desk.FreezeAsync(code, acting, ct), texts);

    private static async Task<IResult> WriteAsync(string code, ReviewTextIn body, ReviewDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.WriteAsync(code, new ReviewTextInput(body.Key, body.Done, body.NotYet, body.Causes, body.Next), acting, ct), texts);

    private static async Task<IResult> SendAsync(string code, ReviewSending body, ReviewDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.SendAsync(code, new SendReviewInput(Words.Blank(body.Number), Words.Blank(body.Notation), body.SignedOn, Words.Blank(body.Signer), body.OnPaper, Words.Blank(body.To)), acting, ct), texts);

    private static async Task<IResult> ReceiveAsync(string code, ReviewDesk desk, Acting acting, TextTable texts, CancellationToken ct) => Answer(await desk.ReceiveAsync(code, acting, ct), texts);

    private static async Task<IResult> WordAsync(string code, ReviewDocument paper, Acting acting, CancellationToken ct) =>
        await paper.WriteAsync(code, acting, ct) is { } written ? Results.File(written.Content, WordWriter.ContentType, written.FileName) : Results.NotFound();

    private static IResult Answer(Result result, TextTable texts) => result.IsRefused ? Problems.Of(result, texts) : Results.NoContent();
}

/// <summary>A review in a list.</summary>
/// <param name="DaysLate">Calendar days past its due day, until it was sent or until today.</param>
public sealed record ReviewItem(
    string Code, string? Council, ReviewKind Kind, string Period, string Title, ReviewState State, DateOnly? DueOn, DateOnly? SentOn, string? Number, bool OnPaper, DateOnly? ReceivedOn, int DaysLate);

public sealed record ReviewItems(IReadOnlyList<ReviewItem> Items, string? Next);

/// <summary>A frozen figure with where it is from.</summary>
public sealed record FigureOut(
    string Key, string? Upper, string Title, string? Unit, decimal? Goal, decimal? Numerator, decimal? Denominator, decimal? Value, NodeStatus Status, NodeOutcome? Outcome, DateOnly? AsOf, string? Source);

public sealed record ReviewTextOut(string Key, string? Done, string? NotYet, string? Causes, string? Next);

public sealed record ReviewOut(ReviewItem Review, string? Scheme, int Edition, DateOnly? FrozenOn, IReadOnlyList<FigureOut> Figures, IReadOnlyList<ReviewTextOut> Texts);

public sealed record LowerReviewOut(string Council, string Name, string? Review, ReviewState? State, DateOnly? SentOn, DateOnly? DueOn, int DaysLate);

public sealed record ReviewSumOut(string Node, string Title, decimal? Numerator, decimal? Denominator, decimal? Value, string? Unit, int Counted, int OtherUnits);

public sealed record ReviewsBelowOut(int Sent, int Late, IReadOnlyList<LowerReviewOut> Councils, IReadOnlyList<ReviewSumOut> Sums);

/// <param name="Council"><c>00025</c>.</param>
/// <param name="Scheme">Code of the document reviewed.</param>
/// <param name="Period"><c>2026</c> or <c>2026-1</c>.</param>
public sealed record NewReview([property: StringLength(40)] string? Council, ReviewKind Kind, [property: StringLength(60)] string? Scheme, [property: StringLength(8)] string? Period);

public sealed record ReviewStartedOut(string Code);

/// <param name="Key">Key of the figure; left out for the whole.</param>
public sealed record ReviewTextIn(
    [property: StringLength(60)] string? Key = null, [property: StringLength(4000)] string? Done = null, [property: StringLength(4000)] string? NotYet = null, [property: StringLength(4000)] string? Causes = null,
    [property: StringLength(4000)] string? Next = null);

/// <param name="OnPaper">Recorded as sent on paper.</param>
public sealed record ReviewSending(
    [property: StringLength(20)] string? Number = null, [property: StringLength(40)] string? Notation = null, DateOnly? SignedOn = null, [property: StringLength(120)] string? Signer = null, bool OnPaper = false,
    [property: StringLength(300)] string? To = null);
