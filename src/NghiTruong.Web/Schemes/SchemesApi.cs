using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Texts;
using NghiTruong.Web.Api;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary><c>/api/v1/schemes</c>: the same operations as the pages. Names are a contract.</summary>
public static class SchemesApi
{
    public const string Root = "/api/v1/schemes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Schemes").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadSchemes>().Produces<SchemeItems>().ProducesProblem(422).WithSummary("Documents of Party committees, by cursor; filters council, kind, q");
        api.MapGet("/flagged", FlaggedAsync).Requires<ReadSchemes>().Produces<FlaggedItems>().ProducesProblem(422).WithSummary("Nodes that no resolution carries yet; council, subtree, cursor");
        api.MapGet("/{code}", FindAsync).Requires<ReadSchemes>().Produces<SchemeOut>().ProducesProblem(404).WithSummary("One document with its nodes and their figures of a period (period=2026 or 2026-1)");
        api.MapPost("", EnterAsync).Requires<KeepSchemes>().Produces<SchemeEnteredOut>(201).ProducesProblem(422).WithSummary("Enters a document: number, title, day, issuer, period; never its content");
        api.MapPost("/{code}/adopt", AdoptAsync).Requires<KeepSchemes>().Produces<SchemeEnteredOut>(201).ProducesProblem(404).ProducesProblem(422).WithSummary("A commune takes the province's document over with its nodes");
        api.MapPost("/{code}/nodes", AddNodeAsync).Requires<KeepSchemes>().Produces<SchemeEnteredOut>(201).ProducesProblem(404).ProducesProblem(422).WithSummary("Adds an objective, target or solution");
        api.MapPost("/nodes/{code}/resolutions", ConcretiseAsync).Requires<KeepSchemes>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Names the resolution that turns the node into what binds");
        api.MapPost("/nodes/{code}/outside", OutsideAsync).Requires<KeepSchemes>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Outside the council's authority, with the reason: the node leaves the base");
        api.MapPost("/nodes/{code}/progress", ProgressAsync).Requires<KeepSchemes>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Enters what the node has come to in a period, once");
    }

    private static async Task<IResult> ListAsync(HttpContext context, SchemeList list, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        var filter = await SchemeQuery.ReadAsync(context.Request.Query, desks, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new SchemeItems(
            [.. page.Rows.Select(r => new SchemeItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.Number, r.Title, r.IssuedOn, r.IssuedBy, r.PeriodFrom, r.PeriodTo, r.Concretised, r.Base, r.Reached))],
            page.Next));
    }

    private static async Task<IResult> FlaggedAsync(HttpContext context, SchemeList list, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        var address = new AddressReader(context.Request.Query, "schemes.filterUnreadable");
        var council = await desks.FindAsync(address.Text("council"), ct);
        if (address.Text("council") is not null && council is null)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var page = await list.FlaggedAsync(council, address.IsTrue("subtree"), address.Text("cursor"), 50, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new FlaggedItems([.. page.Rows.Select(r => new FlaggedItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.Title, r.SchemeCode))], page.Next));
    }

    private static async Task<IResult> FindAsync(string code, string? period, SchemeReader reader, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, SchemePeriod.Parse(period), acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("scheme.notFound", null, code), texts);
        }

        var (s, codes) = (v.Scheme, v.Nodes.ToDictionary(n => n.Node.Id, n => n.Node.Code));

        return Results.Ok(new SchemeOut(
            s.Code, (await directory.CouncilsAsync(ct)).GetValueOrDefault(s.CouncilId)?.Code, s.Kind, s.Number, s.Title, s.IssuedOn, s.IssuedBy, s.PeriodFrom, s.PeriodTo, v.Parent?.Code, v.Period.Key, v.Concretised, v.Base,
            [.. v.Nodes.Select(n => NodeOf(n, codes))]));
    }

    private static SchemeNodeOut NodeOf(NodeView n, Dictionary<Guid, string> codes) => new(
        n.Node.Code, n.Node.Kind, n.Node.Title, n.Node.ParentId is { } parent ? codes.GetValueOrDefault(parent) : null, n.Node.Measure, n.Node.Unit, n.Node.Direction, n.Node.Outcome, n.Node.OutsideBecause,
        [.. n.Resolutions.Select(r => r.ResolutionCode)], n.Progress.Goal, n.Progress.Total.Numerator, n.Progress.Total.Denominator, n.Progress.Total.Amount, n.Progress.Status, n.Progress.Lower.Given, n.Progress.Lower.Nodes);

    private static async Task<IResult> EnterAsync(NewScheme body, SchemeDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct) =>
        await desks.FindAsync(body.Council, ct) is { } council ? Created(await desk.EnterAsync(body.ToInput(council.Id), acting, ct), texts) : Problems.Of(new Refusal("council.notFound", "council"), texts);

    private static async Task<IResult> AdoptAsync(string code, NewScheme body, SchemeDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct) =>
        await desks.FindAsync(body.Council, ct) is { } council ? Created(await desk.AdoptAsync(code, body.ToInput(council.Id), acting, ct), texts) : Problems.Of(new Refusal("council.notFound", "council"), texts);

    private static async Task<IResult> AddNodeAsync(string code, NewNode body, SchemeNodes nodes, Acting acting, TextTable texts, CancellationToken ct) => Created(
        await nodes.AddAsync(
            code,
            new NodeInput
            {
                Kind = body.Kind, Title = body.Title ?? "", Parent = Words.Blank(body.Parent), Upper = Words.Blank(body.Upper), Measure = body.Measure, Unit = Words.Blank(body.Unit), Direction = body.Direction, SumsBelow = body.SumsBelow,
                Baseline = body.Baseline, BaselineYear = body.BaselineYear, OwnerName = Words.Blank(body.Owner), DataSource = Words.Blank(body.DataSource), Goals = body.Goals ?? [],
            },
            acting, ct),
        texts);

    private static async Task<IResult> ConcretiseAsync(string code, NodeResolutionIn body, SchemeNodes nodes, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await nodes.ConcretiseAsync(code, body.Resolution ?? "", acting, ct), texts);

    private static async Task<IResult> OutsideAsync(string code, NodeOutsideIn body, SchemeNodes nodes, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await nodes.PutOutsideAsync(code, body.Reason, false, acting, ct), texts);

    private static async Task<IResult> ProgressAsync(string code, NodeProgressIn body, SchemeProgressDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.EnterAsync(code, new ProgressInput(body.Period ?? "", body.Numerator, body.Denominator, body.Value, body.AsOf, Words.Blank(body.Source)), acting, ct), texts);

    private static IResult Created(Result<string> made, TextTable texts) => made.IsRefused ? Problems.Of(made, texts) : Results.Created($"{Root}/{made.Value}", new SchemeEnteredOut(made.Value));

    private static IResult Answer(Result result, TextTable texts) => result.IsRefused ? Problems.Of(result, texts) : Results.NoContent();
}

/// <summary>A document in a list.</summary>
/// <param name="Concretised">Nodes a resolution carries, of <paramref name="Base"/> within the council's authority.</param>
public sealed record SchemeItem(
    string Code, string? Council, SchemeKind Kind, string Number, string Title, DateOnly IssuedOn, string IssuedBy, int PeriodFrom, int PeriodTo, int Concretised, int Base, int Reached);

public sealed record SchemeItems(IReadOnlyList<SchemeItem> Items, string? Next);

public sealed record FlaggedItem(string Code, string? Council, NodeKind Kind, string Title, string Scheme);

public sealed record FlaggedItems(IReadOnlyList<FlaggedItem> Items, string? Next);

/// <summary>A node with its figures of the period: those of lower councils added where it sums.</summary>
/// <param name="Value">In per cent for a ratio; null where there is nothing to divide by.</param>
/// <param name="Given">Of <paramref name="Lower"/> lower councils that follow it how many gave a figure.</param>
public sealed record SchemeNodeOut(
    string Code, NodeKind Kind, string Title, string? Parent, NodeMeasure Measure, string? Unit, NodeDirection Direction, NodeOutcome Outcome, string? OutsideBecause, IReadOnlyList<string> Resolutions, decimal? Goal,
    decimal? Numerator, decimal? Denominator, decimal? Value, NodeStatus Status, int Given, int Lower);

public sealed record SchemeOut(
    string Code, string? Council, SchemeKind Kind, string Number, string Title, DateOnly IssuedOn, string IssuedBy, int PeriodFrom, int PeriodTo, string? Parent, string Period, int Concretised, int Base,
    IReadOnlyList<SchemeNodeOut> Nodes);

public sealed record SchemeEnteredOut(string Code);

/// <summary>A document to be entered.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
/// <param name="Parent">Code of the document it carries out.</param>
public sealed record NewScheme(
    [property: StringLength(40)] string? Council, SchemeKind Kind, [property: StringLength(60)] string? Number, [property: StringLength(500)] string? Title, DateOnly IssuedOn, [property: StringLength(200)] string? IssuedBy,
    int PeriodFrom, int PeriodTo, [property: StringLength(60)] string? Parent = null)
{
    internal SchemeInput ToInput(Guid council) => new()
    {
        CouncilId = council, Kind = Kind, Number = Number ?? "", Title = Title ?? "", IssuedOn = IssuedOn, IssuedBy = IssuedBy ?? "", PeriodFrom = PeriodFrom, PeriodTo = PeriodTo, Parent = Words.Blank(Parent),
    };
}

/// <summary>An objective, target or solution to be added.</summary>
public sealed record NewNode(
    NodeKind Kind, [property: StringLength(1000)] string? Title, NodeMeasure Measure = NodeMeasure.None, [property: StringLength(60)] string? Unit = null, NodeDirection Direction = NodeDirection.Higher, bool SumsBelow = false,
    decimal? Baseline = null, int? BaselineYear = null, [property: StringLength(60)] string? Parent = null, [property: StringLength(60)] string? Upper = null, [property: StringLength(200)] string? Owner = null,
    [property: StringLength(300)] string? DataSource = null, IReadOnlyList<GoalInput>? Goals = null);

public sealed record NodeResolutionIn([property: StringLength(60)] string? Resolution);

public sealed record NodeOutsideIn([property: StringLength(500)] string? Reason);

/// <param name="Period"><c>2026</c> or <c>2026-1</c>.</param>
public sealed record NodeProgressIn(
    [property: StringLength(8)] string? Period, decimal? Numerator = null, decimal? Denominator = null, decimal? Value = null, DateOnly? AsOf = null, [property: StringLength(300)] string? Source = null);
