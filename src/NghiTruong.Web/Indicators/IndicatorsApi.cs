using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Indicators;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

public sealed record IndicatorItem(string Code, string Name, string Meaning, IndicatorGroup Group, CoverageCadence Cadence, int? Target, string Basis, DateOnly? RetiredOn);

public sealed record IndicatorItems(IReadOnlyList<IndicatorItem> Items, string? Next);

/// <param name="Value">Percent; null where there is nothing to count.</param>
public sealed record IndicatorValue(string Code, string Council, DateOnly From, DateOnly To, long Numerator, long Denominator, decimal? Value, int? Target, IndicatorStanding Standing, decimal? Median, DateTime AsOf);

public sealed record MissingItem(string Kind, Guid Id, string? Code, string Title, string? Council, DateOnly? Day, int? Done, int? Needed);

public sealed record MissingItems(IReadOnlyList<MissingItem> Items, string? Next);

/// <summary><c>/api/v1/indicators</c>: the board's figures. <c>period</c> is any day of the period asked for. Names are a contract.</summary>
public static class IndicatorsApi
{
    public const string Root = "/api/v1/indicators";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Indicators").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadIndicators>().Produces<IndicatorItems>().WithSummary("Indicators as definitions");
        api.MapGet("/{code}", FindAsync).Requires<ReadIndicators>().Produces<IndicatorValue>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("One indicator of a place (council, subtree) in the period that holds a day (period): numerator, denominator, value, target");
        api.MapGet("/{code}/missing", MissingAsync).Requires<ReadIndicators>().Produces<MissingItems>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("Names or records missing from it, by cursor; the same filters, and counted=true for those that count");
    }

    private static async Task<IResult> ListAsync(IndicatorList list, Acting acting, CancellationToken ct)
    {
        var language = System.Globalization.CultureInfo.CurrentUICulture;

        return Results.Ok(new IndicatorItems(
            [.. (await list.ReadAsync(acting, ct)).Select(i => new IndicatorItem(i.Code, i.NameIn(language), i.MeaningIn(language), i.Group, i.Cadence, i.Target, i.Basis, i.RetiredOn))], null));
    }

    private static async Task<IResult> FindAsync(string code, HttpContext context, IndicatorReader reader, SummaryPlaces places, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var asked = await AskedAsync(context, places, clock, ct);
        if (asked.IsRefused)
        {
            return Problems.Of(asked, texts);
        }

        var (place, day) = asked.Value;
        if (await reader.OneAsync(code, place, day, acting, ct) is not { } f)
        {
            return Problems.Of(new Refusal("indicator.notFound", null, code), texts);
        }

        return Results.Ok(new IndicatorValue(
            code, place.Address, f.Days.From, f.Days.To, f.Numerator, f.Denominator, f.Value, f.Target, f.Standing, f.Median?.Median, clock.GetUtcNow().UtcDateTime));
    }

    private static async Task<IResult> MissingAsync(
        string code, HttpContext context, IndicatorNames names, SummaryPlaces places, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var asked = await AskedAsync(context, places, clock, ct);
        if (asked.IsRefused)
        {
            return Problems.Of(asked, texts);
        }

        var (place, day) = asked.Value;
        var counted = context.Request.Query["counted"] == "true";
        if (await names.PageAsync(code, place, day, !counted, AddressReader.Text(context.Request.Query, "cursor"), acting, ct) is not { } page)
        {
            return Problems.Of(new Refusal("indicator.notFound", null, code), texts);
        }

        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new MissingItems([.. page.Rows.Select(r => new MissingItem(r.Subject, r.Id, r.Code, r.Title, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Day, r.Done, r.Needed))], page.Next));
    }

    private static async Task<Result<(SummaryAddress Place, DateOnly Day)>> AskedAsync(HttpContext context, SummaryPlaces places, TimeProvider clock, CancellationToken ct)
    {
        var address = new AddressReader(context.Request.Query, "indicators.filterUnreadable");
        var day = address.Day("period") ?? clock.Today;
        if (address.Read(day) is { IsRefused: true } wrong)
        {
            return Result<(SummaryAddress, DateOnly)>.Refuse(wrong.Refusals);
        }

        return await places.FindAsync(address.Text("council"), address.IsTrue("subtree"), ct) is { } place ? (place, day) : new Refusal("council.notFound", "council");
    }
}
