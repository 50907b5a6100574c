using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Interpellations;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>
/// <c>/api/v1/interpellations</c>, <c>/api/v1/promises</c>, <c>/api/v1/explanation-sessions</c>: the same operations as the pages. Names are a contract. Beside them the list of slips as Word.
/// </summary>
public static class InterpellationsApi
{
    public const string Root = "/api/v1/interpellations";
    public const string PromisesRoot = "/api/v1/promises";
    public const string ExplanationsRoot = "/api/v1/explanation-sessions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chat-van/danh-muc/{session:guid}", SlipListAsync).Requires<ReadSlips>().ExcludeFromDescription();
        var api = routes.MapGroup(Root).WithTags("Interpellations").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadInterpellations>().Produces<InterpellationItems>().ProducesProblem(422)
            .WithSummary("Question slips, by cursor; filters council, subtree, session, agency, group, state, field, mine, toJudge, open, overdue");
        api.MapGet("/{code}", FindAsync).Requires<ReadInterpellations>().Produces<InterpellationOut>().ProducesProblem(404).WithSummary("One slip with its answer, minutes and the promises made");
        api.MapPost("", HandInAsync).Requires<HandInSlips>().Produces<HandedIn>(201).ProducesProblem(422).WithSummary("Hands a slip in and gives it its code");
        var promises = routes.MapGroup(PromisesRoot).WithTags("Promises").DisableAntiforgery();
        promises.MapGet("", PromisesAsync).Requires<ReadInterpellations>().Produces<PromiseItems>().ProducesProblem(422)
            .WithSummary("Promises and tasks of conclusions, by cursor; filters council, subtree, agency, state, outcome, mine, open, overdue, unreported");
        promises.MapGet("/{code}", PromiseAsync).Requires<ReadInterpellations>().Produces<PromiseOut>().ProducesProblem(404).WithSummary("One promise: the agency's word and the judgement");
        var explanations = routes.MapGroup(ExplanationsRoot).WithTags("ExplanationSessions").DisableAntiforgery();
        explanations.MapGet("", ExplanationsAsync).Requires<ReadInterpellations>().Produces<ExplanationItems>().ProducesProblem(422).WithSummary("Explanation sessions, by cursor; filters council, subtree, agency, state, open");
        explanations.MapGet("/{code}", ExplanationAsync).Requires<ReadInterpellations>().Produces<ExplanationOut>().ProducesProblem(404).WithSummary("One explanation session; its conclusion once it is sent");
    }

    private static async Task<IResult> SlipListAsync(Guid session, SlipListDocument document, Acting acting, TextTable texts, CancellationToken ct) => await document.WriteAsync(session, acting, ct) switch
    {
        null => Results.NotFound(),
        { IsRefused: true } refused => Problems.Of(refused, texts),
        { Value: var written } => Results.File(written.Content, WordWriter.ContentType, written.FileName),
    };

    private static async Task<IResult> ListAsync(
        HttpContext context, InterpellationList list, InterpellationQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.SlipsAsync(context.Request.Query, AddressReader.Text(context.Request.Query, "council"), ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, agencies) = (await directory.CouncilsAsync(ct), await directory.AgenciesAsync(page.Rows.Select(r => (Guid?)r.AgencyId), ct));

        return Results.Ok(new InterpellationItems([.. page.Rows.Select(r => Item(r, councils, agencies, clock.Today))], page.Next));
    }

    private static async Task<IResult> FindAsync(string code, InterpellationReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.SlipAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("interpellation.notFound", null, code), texts);
        }

        var s = v.Slip;
        var item = Item(InterpellationRow.Of(s), await directory.CouncilsAsync(ct), await directory.AgenciesAsync([s.AgencyId], ct), clock.Today);

        return Results.Ok(new InterpellationOut(
            item, s.StemsFrom, v.Group?.Title, v.Group?.Criterion, s.DecisionNumber, s.WrittenBecause, s.WrittenNote, s.Answer, s.AnsweredBy, s.AnsweredByOtherBecause, s.AnswerNumber, s.IsOnBehalf, s.JudgedOn, s.JudgedNote,
            s.Wish, s.ResolutionNumber, s.ResolutionOn, [.. v.Turns.Select(t => new TurnOut(t.Kind, t.Speaker, t.Text))], [.. v.Promises.Select(p => p.Code)]));
    }

    private static async Task<IResult> HandInAsync(NewInterpellation body, SlipDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var saved = await desk.HandInAsync(
            new SlipInput
            {
                CouncilId = council.Id,
                SessionId = body.Session,
                AskerName = Words.Blank(body.Asker),
                PersonAsked = body.PersonAsked ?? "",
                AgencyId = body.Agency,
                Field = Words.Blank(body.Field),
                Issue = body.Issue ?? "",
                StemsFrom = Words.Blank(body.StemsFrom),
                SourceCode = Words.Blank(body.Source),
                HandedInOn = body.HandedInOn,
            },
            acting, ct);

        return saved.IsRefused ? Problems.Of(saved, texts) : Results.Created($"{Root}/{saved.Value}", new HandedIn(saved.Value));
    }

    private static async Task<IResult> PromisesAsync(
        HttpContext context, PromiseList list, InterpellationQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.PromisesAsync(context.Request.Query, AddressReader.Text(context.Request.Query, "council"), ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, agencies) = (await directory.CouncilsAsync(ct), await directory.AgenciesAsync(page.Rows.Select(r => (Guid?)r.AgencyId), ct));

        return Results.Ok(new PromiseItems([.. page.Rows.Select(r => Item(r, councils, agencies, clock.Today))], page.Next));
    }

    private static async Task<IResult> PromiseAsync(string code, InterpellationReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.PromiseAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("promise.notFound", null, code), texts);
        }

        var p = v.Promise;
        var row = new PromiseRow(
            p.Id, p.Code, p.CouncilId, v.SourceCode, p.MadeBy, p.Content, p.AgencyId, p.Product, p.State, p.Outcome, p.MadeOn, p.DueOn, p.OwedBy, p.ReportSessionId, p.ReportDueOn, p.ReportOwedBy, p.ReportedOn, p.JudgedOn);

        return Results.Ok(new PromiseOut(
            Item(row, await directory.CouncilsAsync(ct), await directory.AgenciesAsync([p.AgencyId], ct), clock.Today), v.ReportSession, p.Report, p.ReportDocument, p.Reason, p.Evidence, p.JudgedBy, p.ClosedOn));
    }

    private static async Task<IResult> ExplanationsAsync(
        HttpContext context, ExplanationList list, InterpellationQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.ExplanationsAsync(context.Request.Query, AddressReader.Text(context.Request.Query, "council"), ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, agencies) = (await directory.CouncilsAsync(ct), await directory.AgenciesAsync(page.Rows.Select(r => (Guid?)r.AgencyId), ct));

        return Results.Ok(new ExplanationItems([.. page.Rows.Select(r => Item(r, councils, agencies, clock.Today))], page.Next));
    }

    private static async Task<IResult> ExplanationAsync(string code, InterpellationReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ExplanationAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("explanation.notFound", null, code), texts);
        }

        var s = v.Session;
        var votes = v.MayReadConclusion && s.Votes is { } cast ? new VotesOut(cast.Members, cast.Present, cast.For, cast.Against, cast.Abstained) : null;

        return Results.Ok(new ExplanationOut(
            Item(ExplanationRow.Of(s), await directory.CouncilsAsync(ct), await directory.AgenciesAsync([s.AgencyId], ct), clock.Today), s.StemsFrom, s.DecisionNumber, s.Place, s.NoticeNumber, s.NoticeLateBecause, s.Chair,
            v.Conclusion, votes, s.ConclusionNumber, s.SentTo, s.SentOn, s.FailureNumber, s.FailureOn, s.FailureReason, [.. v.Turns.Select(t => new TurnOut(t.Kind, t.Speaker, t.Text))], [.. v.Promises.Select(p => p.Code)]));
    }

    private static InterpellationItem Item(InterpellationRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.SessionId, r.AskerName, r.PersonAsked, r.AgencyId, agencies.GetValueOrDefault(r.AgencyId)?.Name, r.Field, r.Issue, r.SourceCode, r.State, r.HandedInOn,
        r.AskedOn, r.AnsweredOn, r.WrittenDueOn, r.DaysLate(today));

    private static PromiseItem Item(PromiseRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.SourceCode, r.MadeBy, r.Content, r.AgencyId, agencies.GetValueOrDefault(r.AgencyId)?.Name, r.Product, r.State, r.Outcome, r.MadeOn, r.DueOn, r.DaysLate(today),
        r.ReportDueOn, r.ReportedOn, r.ReportOwedBy is not null);

    private static ExplanationItem Item(ExplanationRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Issue, r.PersonAsked, r.AgencyId, agencies.GetValueOrDefault(r.AgencyId)?.Name, r.SourceCode, r.State, r.DecidedOn, r.PlannedOn, r.NoticeDueOn, r.NoticeOn,
        r is { State: ExplanationState.Decided, NoticeDueOn: { } due } && due < today ? today.DayNumber - due.DayNumber : 0, r.HeldOn, r.ConcludedOn);
}
