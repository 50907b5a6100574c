using Microsoft.AspNetCore.Mvc;
using NghiTruong.Documents.Registers;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Resolutions.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary><c>/api/v1/resolutions</c>: the same operations as the pages. Names are a contract.</summary>
public static class ResolutionsApi
{
    public const string Root = "/api/v1/resolutions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Resolutions").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadResolutions>().Produces<ResolutionItems>().ProducesProblem(422)
            .WithSummary("Resolutions, by cursor; filters council, subtree, year, state (notYet, inForce, expired, replaced, repealed), kind, committee, field, agency, verdict, stale, followed, reported, q");
        api.MapGet("/summary", SummaryAsync).Requires<ReadResolutions>().Produces<ResolutionSummaryOut>().ProducesProblem(404).WithSummary("Watched, not looked at for too long, tasks given and late, of a council or subtree");
        api.MapGet("/{code}", FindAsync).Requires<ReadResolutions>().Produces<ResolutionOut>().ProducesProblem(404).WithSummary("One resolution with what changed it, clauses and their tasks, looks and reports");
        api.MapPost("", RecordAsync).Requires<RecordResolutions>().Produces<ResolutionEntered>(201).ProducesProblem(422).WithSummary("Enters a resolution into the register and gives it its code");
        api.MapPost("/imports", ImportAsync).Requires<ImportResolutions>().Produces<ResolutionImportOut>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("Takes a register in (Excel, Word, CSV); dryRun says what would happen and stores nothing");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ResolutionList list, ResolutionQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.ReadAsync(context.Request.Query, AddressReader.Text(context.Request.Query, "council"), ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, bodies) = (await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct));

        return Results.Ok(new ResolutionItems([.. page.Rows.Select(r => Item(r, councils, bodies, clock.Today))], page.Next));
    }

    private static async Task<IResult> SummaryAsync(string? council, bool? subtree, ResolutionSummary summary, SummaryPlaces places, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await places.FindAsync(council, subtree == true, ct) is not { } place || await summary.ReadAsync(place.Place, false, acting, ct) is not { } f)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        return Results.Ok(new ResolutionSummaryOut(f.Watched, f.Stale, f.Closed, f.TasksOpen, f.TasksLate, f.TasksReported, f.TasksClosed, f.ByKind, f.AsOf));
    }

    private static async Task<IResult> FindAsync(string code, ResolutionReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("resolution.notFound", null, code), texts);
        }

        var (r, today) = (v.Resolution, clock.Today);
        var agencies = await directory.AgenciesAsync(v.Clauses.Select(c => c.Clause.AgencyId), ct);
        var tasks = v.Clauses.SelectMany(c => c.Tasks).ToList();
        var row = new ResolutionRow(
            r.Id, r.Code, r.CouncilId, r.Number, r.Title, r.Kind, r.PassedOn, r.InForceFrom, r.InForceUntil, r.EndsOn, r.EndsAs, r.EndedBy, r.PartlyEndedOn, r.BodyId, r.LeadAgencyId, r.Field,
            r.LookedOn, r.Verdict, r.OwedBy, v.Clauses.Count, tasks.Count(t => t.State != ResolutionTaskState.Closed), tasks.Count(t => t.OwedBy < today), r.FromLedger);

        return Results.Ok(new ResolutionOut(
            Item(row, await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct), today), r.Replaces, r.Note, ResolutionRules.Mismatch(r.Number, r.Kind),
            [.. v.Changes.Select(c => new ResolutionChangeOut(c.Change.Kind, c.Change.On, c.Change.Number, c.Code, c.Change.Part))],
            [.. v.Clauses.Select(c => Clause(c, agencies, today))],
            [.. v.Looks.Select(l => new ResolutionLookOut(l.On, l.Verdict, l.By, v.MayReadLooks ? l.Found : null, v.MayReadLooks ? l.Reason : null))],
            [.. v.Reports.Select(x => new ResolutionReportOut(x.Code, x.AgencyId, x.Number, x.On, x.Period, x.Text, x.OnBehalf))]));
    }

    private static async Task<IResult> RecordAsync(NewResolution body, ResolutionDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var asked = new ResolutionInput
        {
            CouncilId = council.Id,
            Number = body.Number ?? "",
            Title = body.Title ?? "",
            Kind = Words.Blank(body.Kind),
            PassedOn = body.PassedOn,
            InForceFrom = body.InForceFrom,
            InForceUntil = body.InForceUntil,
            BodyId = body.Committee,
            LeadAgencyId = body.Agency,
            Field = Words.Blank(body.Field),
            Replaces = Words.Blank(body.Replaces),
            Note = Words.Blank(body.Note),
        };
        var saved = await desk.RecordAsync(asked, acting, ct);

        return saved.IsRefused ? Problems.Of(saved, texts) : Results.Created($"{Root}/{saved.Value}", new ResolutionEntered(saved.Value, ResolutionRules.Mismatch(asked.Number, asked.Kind!)));
    }

    private static async Task<IResult> ImportAsync(
        IFormFile file, [FromForm] string council, [FromForm] bool? dryRun, ResolutionImport import, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(council, ct) is not { } found)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        await using var content = file.OpenReadStream();
        var told = await import.RunAsync(new RegisterFile(found.Id, content, file.FileName), dryRun == true, acting, ct);

        return told.IsRefused
            ? Problems.Of(told, texts)
            : Results.Ok(new ResolutionImportOut(
                told.Value.Accepted, told.Value.Changed, told.Value.Unchanged, [.. told.Value.Rejected.Select(r => new ResolutionImportRowOut(r.Row, r.Column, r.Code, texts[r.Code, r.Value ?? ""]))]));
    }

    private static ResolutionItem Item(ResolutionRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, BodyName> bodies, DateOnly today)
    {
        var state = r.StateOn(today);

        return new ResolutionItem(
            r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Number, r.Title, r.Kind, r.PassedOn, state, state == ResolutionState.InForce && r.PartlyEndedOn <= today, r.InForceFrom, r.InForceUntil,
            r.EndedBy, r.BodyId is { } body ? bodies.GetValueOrDefault(body)?.Name : null, r.LeadAgencyId, r.Field, r.LookedOn, r.Verdict, r.OwedBy, r.IsStale(today), r.Clauses, r.TasksOpen, r.TasksLate,
            r.FromLedger);
    }

    private static ResolutionClauseOut Clause(ClauseView c, IReadOnlyDictionary<Guid, AgencyName> agencies, DateOnly today) => new(
        c.Clause.Code, c.Clause.Place, c.Clause.Content, c.Standing, c.Clause.AgencyId, c.Clause.AgencyId is { } id ? agencies.GetValueOrDefault(id)?.Name : null, c.Clause.Product, c.Clause.Cadence,
        c.Clause.DueOn,
        [
            .. c.Tasks.Select(t => new ResolutionTaskOut(
                t.Code, t.Period.Length == 0 ? null : t.Period, t.State, t.DueOn, t.OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0, t.Outcome, t.AgencyWordOn, t.JudgedOn, t.ClosedOn)),
        ]);
}
