using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary><c>/api/v1/delegates</c> and <c>/api/v1/rosters</c>: the same operations as the pages; nothing sensitive. Names are a contract.</summary>
public static class DelegatesApi
{
    public const string Root = "/api/v1/delegates";
    public const string Rosters = "/api/v1/rosters";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Delegates").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadDelegates>().Produces<DelegateItems>().ProducesProblem(422).WithSummary("Delegates by name, by cursor; filters council, state (running, ended, all), fullTime, post, group, q");
        api.MapGet("/{code}", FindAsync).Requires<ReadDelegates>().Produces<DelegateOut>().ProducesProblem(404).WithSummary("One delegate: mandate, posts, spells");
        api.MapPost("", RegisterAsync).Requires<ManageDelegates>().Produces<DelegateRegisteredOut>(201).ProducesProblem(422).WithSummary("Enters a delegate; one name in two spellings is refused unless isAnother");
        api.MapPost("/{code}/end", EndAsync).Requires<ManageDelegates>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Ends the mandate by cause and document");
        routes.MapGet(Rosters, RosterAsync).WithTags("Delegates").Requires<ReadDelegates>().Produces<RosterOut>().ProducesProblem(422)
            .WithSummary("Who held a mandate of a council (00025, 00025@2024-06-30) on a day: by law, elected, total (the base of majorities), sitting");
        routes.MapGet(DelegateLinks.List + "/{code}/tai-ve", WordAsync).Requires<ReadDelegates>().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, DelegateList list, DelegatePageTools tools, CancellationToken ct)
    {
        var filter = await DelegateQuery.ReadAsync(context.Request.Query, tools.Desks, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, tools.Texts);
        }

        var page = await list.ReadAsync(filter.Value, tools.Acting, ct);
        var (councils, bodies) = (await tools.Directory.CouncilsAsync(ct), await tools.Directory.BodiesAsync(ct));

        return Results.Ok(new DelegateItems(
            [
                .. page.Rows.Select(r => new DelegateItem(
                    r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Term, r.FullName, r.Occupation, r.Constituency, r.GroupId is { } g ? bodies.GetValueOrDefault(g)?.Name : null, r.IsFullTime, r.Entry, r.From, r.Until,
                    r.EndedBecause, r.Standing, [.. r.Posts.Select(p => new HeldPostOut(p.Post, p.BodyId is { } b ? bodies.GetValueOrDefault(b)?.Name : null))])),
            ],
            page.Next));
    }

    private static async Task<IResult> FindAsync(string code, DelegatePageTools tools, CancellationToken ct)
    {
        if (await tools.Reader.ReadAsync(code, tools.Acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("delegate.notFound", null, code), tools.Texts);
        }

        var (d, councils, bodies) = (v.Delegate, await tools.Directory.CouncilsAsync(ct), await tools.Directory.BodiesAsync(ct));

        return Results.Ok(new DelegateOut(
            d.Code, councils.GetValueOrDefault(d.CouncilId)?.Code, d.Term, d.FullName, d.Occupation, d.Education, d.Constituency, d.IsFullTime, d.Entry, d.From, d.Until, d.EndedBecause, d.EndDocument,
            [.. v.Posts.Select(p => new PostOut(p.Post, p.BodyId is { } b ? bodies.GetValueOrDefault(b)?.Name : null, p.From, p.Until, p.Document))],
            [.. v.Spells.Select(s => new SpellOut(s.Kind, s.From, s.Until, s.Document))],
            [.. v.Reports.Select(r => r.Year)]));
    }

    private static async Task<IResult> RegisterAsync(NewDelegate body, DelegateDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var added = await desk.RegisterAsync(
            new DelegateInput
            {
                CouncilId = council.Id, FullName = body.FullName ?? "", Occupation = Words.Blank(body.Occupation), Constituency = Words.Blank(body.Constituency), Entry = body.Entry, From = body.From, IsFullTime = body.IsFullTime,
                IsAnother = body.IsAnother,
            },
            acting, ct);

        return added.IsRefused ? Problems.Of(added, texts) : Results.Created($"{Root}/{added.Value}", new DelegateRegisteredOut(added.Value));
    }

    private static async Task<IResult> EndAsync(string code, MandateEnding body, DelegateDesk desk, Acting acting, TextTable texts, CancellationToken ct)
    {
        var ended = await desk.EndAsync(code, new MandateEndInput(Words.Blank(body.Document), body.LastDay, body.Because), acting, ct);

        return ended.IsRefused ? Problems.Of(ended, texts) : Results.NoContent();
    }

    private static async Task<IResult> RosterAsync(HttpContext context, IDbContextFactory<Db> contexts, DelegatePageTools tools, CancellationToken ct)
    {
        var asked = await RosterQuery.ReadAsync(context.Request.Query, tools, ct);
        if (asked.IsRefused)
        {
            return Problems.Of(asked, tools.Texts);
        }

        var (council, on) = asked.Value;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var r = await DelegateRoster.OnAsync(db, council.Id, on, ct);

        return Results.Ok(new RosterOut(
            council.Code, council.Name, on, r.ByLaw, r.Elected, r.Total, r.Sitting, r.FullTime, r.Vacant, [.. r.Seats.Select(s => new SeatOut(s.Code, s.FullName, s.IsFullTime, s.Entry, s.From, s.Standing))]));
    }

    private static async Task<IResult> WordAsync(string code, int? nam, YearlyReport report, Acting acting, TimeProvider clock, CancellationToken ct) =>
        await report.WriteAsync(code, Math.Clamp(nam ?? clock.Today.Year, 2000, clock.Today.Year), acting, ct) is { } written ? Results.File(written.Content, WordWriter.ContentType, written.FileName) : Results.NotFound();
}

/// <summary>A delegate in a list.</summary>
/// <param name="Council">Unit code of the council.</param>
public sealed record DelegateItem(
    string Code, string? Council, string Term, string FullName, string? Occupation, string? Constituency, string? Group, bool IsFullTime, DelegateEntry Entry, DateOnly From, DateOnly? Until, MandateEnd? EndedBecause,
    Standing Standing, IReadOnlyList<HeldPostOut> Posts);

public sealed record HeldPostOut(PostKind Post, string? Body);

public sealed record DelegateItems(IReadOnlyList<DelegateItem> Items, string? Next);

public sealed record DelegateOut(
    string Code, string? Council, string Term, string FullName, string? Occupation, string? Education, string? Constituency, bool IsFullTime, DelegateEntry Entry, DateOnly From, DateOnly? Until, MandateEnd? EndedBecause,
    string? EndDocument, IReadOnlyList<PostOut> Posts, IReadOnlyList<SpellOut> Spells, IReadOnlyList<int> YearlyReports);

public sealed record PostOut(PostKind Post, string? Body, DateOnly From, DateOnly? Until, string? Document);

public sealed record SpellOut(SpellKind Kind, DateOnly From, DateOnly? Until, string? Document);

public sealed record DelegateRegisteredOut(string Code);

/// <param name="Council">Unit code.</param>
public sealed record NewDelegate(
    string? Council, [property: StringLength(120)] string? FullName, DateOnly? From, DelegateEntry Entry = DelegateEntry.Election, [property: StringLength(300)] string? Occupation = null,
    [property: StringLength(200)] string? Constituency = null, bool IsFullTime = false, bool IsAnother = false);

public sealed record MandateEnding(DateOnly? LastDay, MandateEnd? Because, [property: StringLength(100)] string? Document = null);

/// <summary>The roster of a day.</summary>
/// <param name="ByLaw">How many there should be; null where nobody said.</param>
/// <param name="Elected">At the beginning of the term.</param>
/// <param name="Total">Mandates held: the base of every majority.</param>
/// <param name="Sitting">Of them neither suspended nor on leave.</param>
public sealed record RosterOut(string Council, string Name, DateOnly On, int? ByLaw, int Elected, int Total, int Sitting, int FullTime, int Vacant, IReadOnlyList<SeatOut> Seats);

public sealed record SeatOut(string Code, string FullName, bool IsFullTime, DelegateEntry Entry, DateOnly From, Standing Standing);
