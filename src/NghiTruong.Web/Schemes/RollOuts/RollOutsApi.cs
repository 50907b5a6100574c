using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Texts;
using NghiTruong.Web.Api;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes.RollOuts;

/// <summary><c>/api/v1/roll-outs</c>: the same operations as the pages. Names are a contract.</summary>
public static class RollOutsApi
{
    public const string Root = "/api/v1/roll-outs";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("RollOuts").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadSchemes>().Produces<RollOutItems>().WithSummary("Roll-outs, by cursor; mine=true: those that wait for a step of one's own councils");
        api.MapGet("/{code}", FindAsync).Requires<ReadSchemes>().Produces<RollOutOut>().ProducesProblem(404).WithSummary("One roll-out: totals by step, units and their tasks as far as one may see them");
        api.MapPost("/tasks/{id:guid}/done", DoneAsync).Requires<MarkRollOuts>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("A unit's step is done, by document and day");
        api.MapPost("/units/{id:guid}/cells", CellsAsync).Requires<MarkRollOuts>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Totals of a unit's Party committee: cells and members, and those reached");
        api.MapPost("/{code}/urge", UrgeAsync).Requires<KeepSchemes>().Produces<UrgedOut>().ProducesProblem(404).ProducesProblem(422).WithSummary("Urges the units that have not done a step");
    }

    private static async Task<IResult> ListAsync(HttpContext context, RollOutList list, CouncilDirectory directory, Acting acting, CancellationToken ct)
    {
        var mine = AddressReader.Text(context.Request.Query, "mine") is "true" or "1";
        var page = await list.ReadAsync(null, mine, AddressReader.Text(context.Request.Query, "cursor"), 50, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new RollOutItems([.. page.Rows.Select(r => new RollOutItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Title, r.Topic, r.OpenedOn, r.DueOn, r.Units, r.Done, r.Tasks))], page.Next));
    }

    private static async Task<IResult> FindAsync(string code, RollOutReader reader, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("rollOut.notFound", null, code), texts);
        }

        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new RollOutOut(
            v.RollOut.Code, councils.GetValueOrDefault(v.RollOut.CouncilId)?.Code, v.RollOut.Title, v.RollOut.Topic, v.RollOut.OpenedOn, v.RollOut.DueOn,
            [.. v.Steps.Select(s => new StepOut(s.Step.StepCode, s.Step.Name, s.Done, s.Units))],
            v.Cells is { } c ? new CellsOut(c.Told, c.Cells, c.CellsReached, c.Members, c.MembersReached) : null,
            [
                .. v.Units.Select(u => new UnitOut(
                    u.Unit.Id, councils.GetValueOrDefault(u.Unit.CouncilId)?.Code, u.Unit.Name, u.Unit.Cells, u.Unit.CellsReached, u.Unit.Members, u.Unit.MembersReached, u.Unit.UrgedOn,
                    [.. u.Tasks.Select(t => new TaskOut(t.Id, t.StepCode, t.DoneOn, t.Number, t.OnBehalf))])),
            ]));
    }

    private static async Task<IResult> DoneAsync(Guid id, StepDoneIn body, RollOutDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.DoneAsync(new StepDoneInput(id, body.On, Words.Blank(body.Number)), acting, ct), texts);

    private static async Task<IResult> CellsAsync(Guid id, CellsIn body, RollOutDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.TellCellsAsync(id, new CellsInput(body.Cells, body.CellsReached, body.Members, body.MembersReached), acting, ct), texts);

    private static async Task<IResult> UrgeAsync(string code, UrgeIn body, RollOutDesk desk, Acting acting, TextTable texts, CancellationToken ct)
    {
        var urged = await desk.UrgeAsync(code, body.Step ?? "", body.Letter, acting, ct);

        return urged.IsRefused ? Problems.Of(urged, texts) : Results.Ok(new UrgedOut(urged.Value));
    }

    private static IResult Answer(Result result, TextTable texts) => result.IsRefused ? Problems.Of(result, texts) : Results.NoContent();
}

/// <summary>A roll-out in a list; done of tasks over all its units.</summary>
public sealed record RollOutItem(string Code, string? Council, string Title, RollOutTopic Topic, DateOnly OpenedOn, DateOnly? DueOn, int Units, int Done, int Tasks);

public sealed record RollOutItems(IReadOnlyList<RollOutItem> Items, string? Next);

public sealed record StepOut(string Code, string Name, int Done, int Units);

public sealed record CellsOut(int Told, int Cells, int CellsReached, int Members, int MembersReached);

public sealed record TaskOut(Guid Id, string Step, DateOnly? DoneOn, string? Number, bool OnBehalf);

public sealed record UnitOut(Guid Id, string? Council, string Name, int? Cells, int? CellsReached, int? Members, int? MembersReached, DateOnly? UrgedOn, IReadOnlyList<TaskOut> Tasks);

public sealed record RollOutOut(
    string Code, string? Council, string Title, RollOutTopic Topic, DateOnly OpenedOn, DateOnly? DueOn, IReadOnlyList<StepOut> Steps, CellsOut? Cells, IReadOnlyList<UnitOut> Units);

/// <param name="On">Today where it is left out.</param>
public sealed record StepDoneIn(DateOnly? On = null, [property: StringLength(60)] string? Number = null);

public sealed record CellsIn(int? Cells, int? CellsReached, int? Members = null, int? MembersReached = null);

/// <param name="Step"><c>issued</c>, <c>disseminated</c>, <c>done</c> ...</param>
/// <param name="Letter">Drafts a letter to them too.</param>
public sealed record UrgeIn([property: StringLength(20)] string? Step, bool Letter = false);

public sealed record UrgedOut(int Urged);
