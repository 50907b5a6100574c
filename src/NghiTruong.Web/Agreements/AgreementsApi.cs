using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary><c>/api/v1/agreements</c>: the same operations as the pages. Names are a contract.</summary>
public static class AgreementsApi
{
    public const string Root = "/api/v1/agreements";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Agreements").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadAgreements>().Produces<AgreementItems>().ProducesProblem(422).WithSummary("Coordination agreements, by cursor; filters council, kind, view (standing, ending, closed), q");
        api.MapGet("/{code}", FindAsync).Requires<ReadAgreements>().Produces<AgreementOut>().ProducesProblem(404).WithSummary("One agreement: parties, steps, duties and what was done in each period");
        api.MapPost("", RecordAsync).Requires<KeepAgreements>().Produces<AgreementEntered>(201).ProducesProblem(422).WithSummary("Enters a signed agreement and gives it its code");
        api.MapPost("/{code}/duties", AddDutyAsync).Requires<KeepAgreements>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Adds a duty; the task of the running period opens at once, the next ones by themselves");
        api.MapPost("/{code}/end", EndAsync).Requires<KeepAgreements>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Ends the agreement with the reason");
        api.MapPost("/tasks/{code}/done", DoneAsync).Requires<FinishAgreementTasks>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Says that a period's share of a duty is done, with its document");
    }

    private static async Task<IResult> ListAsync(HttpContext context, AgreementList list, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await AgreementQuery.ReadAsync(context.Request.Query, desks, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, today) = (await directory.CouncilsAsync(ct), clock.Today);

        return Results.Ok(new AgreementItems(
            [.. page.Rows.Select(r => new AgreementItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.Number, r.Title, r.SignedOn, r.ValidFrom, r.ValidUntil, r.StateOn(today), r.Parties, r.Duties, r.Late))],
            page.Next));
    }

    private static async Task<IResult> FindAsync(string code, AgreementReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("agreement.notFound", null, code), texts);
        }

        var (a, today) = (v.Agreement, clock.Today);

        return Results.Ok(new AgreementOut(
            a.Code, (await directory.CouncilsAsync(ct)).GetValueOrDefault(a.CouncilId)?.Code, a.Kind, a.Number, a.Title, a.SignedOn, a.ValidFrom, a.ValidUntil, a.StateOn(today), a.Scope, a.Note, v.Former?.Code, v.Successor?.Code,
            [.. v.Parties.Select(p => new AgreementPartyOut(p.Id, p.Kind, p.Name))],
            [.. v.Steps.Select(s => new AgreementStepOut(s.Content, v.NameOf(s.PartyId), s.Term))],
            [.. v.Duties.Select(d => new AgreementDutyOut(d.Duty.Id, d.Duty.Content, d.Owner, d.Duty.Cadence, d.Duty.Product, d.Duty.EndedOn,
                [.. d.Tasks.Select(t => new AgreementTaskOut(t.Code, t.Period, t.State, t.DueOn, t.OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0, t.DoneOn, t.Document))]))]));
    }

    private static async Task<IResult> RecordAsync(NewAgreement body, AgreementDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        if (body.SignedOn is not { } signed)
        {
            return Problems.Of(new Refusal("agreements.signedOnMissing", "signedOn"), texts);
        }

        var recorded = await desk.RecordAsync(
            new AgreementInput
            {
                CouncilId = council.Id, Kind = body.Kind ?? AgreementKind.Regulation, Number = body.Number ?? "", Title = body.Title ?? "", SignedOn = signed, ValidFrom = body.ValidFrom, ValidUntil = body.ValidUntil,
                Scope = Words.Blank(body.Scope), Note = Words.Blank(body.Note), Parties = [.. (body.Parties ?? []).Select(p => new AgreementPartyInput(p.BodyId, p.AgencyId, p.CouncilId, Words.Blank(p.Name)))],
            },
            acting, ct);

        return recorded.IsRefused ? Problems.Of(recorded, texts) : Results.Created($"{Root}/{recorded.Value}", new AgreementEntered(recorded.Value));
    }

    private static async Task<IResult> AddDutyAsync(string code, NewAgreementDuty body, AgreementDuties duties, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await duties.AddAsync(code, new AgreementDutyInput { Content = body.Content ?? "", PartyId = body.PartyId, Cadence = body.Cadence ?? DutyCadence.Quarter, Product = Words.Blank(body.Product), From = body.From }, acting, ct), texts);

    private static async Task<IResult> EndAsync(string code, AgreementEnding body, AgreementDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.EndAsync(code, body.Reason, body.On, acting, ct), texts);

    private static async Task<IResult> DoneAsync(string code, AgreementTaskDoneBody body, AgreementTaskDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.FinishAsync(code, new AgreementTaskInput { Document = Words.Blank(body.Document), Result = Words.Blank(body.Result), On = body.On }, acting, ct), texts);

    private static IResult Answer(Result result, TextTable texts) => result.IsRefused ? Problems.Of(result, texts) : Results.NoContent();
}

/// <summary>An agreement in a list.</summary>
/// <param name="Council">Unit code of the council.</param>
/// <param name="Duties">Duties that run.</param>
/// <param name="Late">Periods' shares that are late.</param>
public sealed record AgreementItem(
    string Code, string? Council, AgreementKind Kind, string Number, string Title, DateOnly SignedOn, DateOnly ValidFrom, DateOnly? ValidUntil, AgreementState State, IReadOnlyList<string> Parties, int Duties, int Late);

/// <summary>A page of agreements; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record AgreementItems(IReadOnlyList<AgreementItem> Items, string? Next);

public sealed record AgreementPartyOut(Guid Id, PartyKind Kind, string Name);

public sealed record AgreementStepOut(string Content, string? Owner, string? Term);

/// <param name="DaysLate">Calendar days past the due day; 0 while there is time or it is done.</param>
public sealed record AgreementTaskOut(string Code, string Period, AgreementTaskState State, DateOnly DueOn, int DaysLate, DateOnly? DoneOn, string? Document);

public sealed record AgreementDutyOut(Guid Id, string Content, string Owner, DutyCadence Cadence, string? Product, DateOnly? EndedOn, IReadOnlyList<AgreementTaskOut> Tasks);

/// <summary>One agreement whole.</summary>
/// <param name="Renews">Code of the one whose place it took.</param>
/// <param name="RenewedBy">Code of the one that took its place.</param>
public sealed record AgreementOut(
    string Code, string? Council, AgreementKind Kind, string Number, string Title, DateOnly SignedOn, DateOnly ValidFrom, DateOnly? ValidUntil, AgreementState State, string? Scope, string? Note, string? Renews, string? RenewedBy,
    IReadOnlyList<AgreementPartyOut> Parties, IReadOnlyList<AgreementStepOut> Steps, IReadOnlyList<AgreementDutyOut> Duties);

/// <summary>One of body, agency, council, or a name as signed.</summary>
public sealed record NewAgreementParty(Guid? BodyId = null, Guid? AgencyId = null, Guid? CouncilId = null, [property: StringLength(300)] string? Name = null);

/// <summary>An agreement to be entered; council, number, title, signedOn and two parties are needed.</summary>
public sealed record NewAgreement(
    [property: StringLength(40)] string? Council, [property: StringLength(60)] string? Number, [property: StringLength(1000)] string? Title, DateOnly? SignedOn, AgreementKind? Kind = null, DateOnly? ValidFrom = null,
    DateOnly? ValidUntil = null, [property: StringLength(4000)] string? Scope = null, [property: StringLength(4000)] string? Note = null, IReadOnlyList<NewAgreementParty>? Parties = null);

public sealed record AgreementEntered(string Code);

/// <param name="PartyId">The party of the agreement that owes it.</param>
public sealed record NewAgreementDuty([property: StringLength(2000)] string? Content, Guid? PartyId, DutyCadence? Cadence = null, [property: StringLength(500)] string? Product = null, DateOnly? From = null);

public sealed record AgreementEnding([property: StringLength(4000)] string? Reason, DateOnly? On = null);

/// <param name="Document">Number of the document that proves it.</param>
public sealed record AgreementTaskDoneBody([property: StringLength(120)] string? Document, [property: StringLength(4000)] string? Result = null, DateOnly? On = null);
