using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary><c>/api/v1/supervisions</c> and <c>/api/v1/recommendations</c>: the same operations as the pages. Names are a contract.</summary>
public static class SupervisionsApi
{
    public const string Root = "/api/v1/supervisions";
    public const string RecommendationsRoot = "/api/v1/recommendations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Supervisions").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadSupervisions>().Produces<SupervisionItems>().ProducesProblem(422)
            .WithSummary("Supervisions, by cursor; filters council, subtree, tier, subject, body, kind (thematic, ongoing, fieldSurvey), state, year, notDone, overdue, held, withoutReport, planned, onTime, evidence, group, words, field, upper, from, to");
        api.MapGet("/{code}", FindAsync).Requires<ReadSupervisions>().Produces<SupervisionOut>().ProducesProblem(404).WithSummary("One supervision with team, bodies, papers, findings and recommendations");
        api.MapPost("", ProposeAsync).Requires<ProposeSupervisions>().Produces<Proposed>(201).ProducesProblem(422).WithSummary("Proposes a theme for the programme and gives it its code");
        api.MapPost("/{code}/group", GroupAsync).Requires<CarryOutSupervisions>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Sets the group of the twelve and values under its fields");
        var recommendations = routes.MapGroup(RecommendationsRoot).WithTags("Recommendations").DisableAntiforgery();
        recommendations.MapGet("", RecommendationsAsync).Requires<ReadSupervisions>().Produces<RecommendationItems>().ProducesProblem(422)
            .WithSummary("Recommendations, by cursor; filters council, subtree, supervision, agency, state, outcome, subject, kind, overdue, pressing, open, named, from, to");
        recommendations.MapGet("/{code}", RecommendationAsync).Requires<ReadSupervisions>().Produces<RecommendationOut>().ProducesProblem(404).WithSummary("One recommendation: the agency's word and the body's own look");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, SupervisionList list, SupervisionQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.ReadAsync(context.Request.Query, AddressReader.Text(context.Request.Query, "council"), ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, bodies) = (await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct));

        return Results.Ok(new SupervisionItems([.. page.Rows.Select(r => Item(r, councils, bodies, clock.Today))], page.Next));
    }

    private static async Task<IResult> FindAsync(string code, SupervisionReader reader, GroupFieldReader groups, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("supervision.notFound", null, code), texts);
        }

        var s = v.Supervision;
        var agencies = await directory.AgenciesAsync(v.Bodies.Select(b => (Guid?)b.AgencyId), ct);

        return Results.Ok(new SupervisionOut(
            Item(SupervisionRow.Of(s), await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct), clock.Today),
            s.Necessity, s.Content, s.Scope, s.Object, s.Source, s.UpperCode, v.Programme?.Number, s.ReportNumber, s.ConclusionNumber, s.ConcludedOn, s.ClosedOn,
            s.Results, s.Shortcomings, s.Assessment, s.NoRecommendationBecause,
            v.MayReadFindings ? [.. v.Missing.Select(m => m.Kind)] : [],
            [.. v.Team.Select(m => new TeamMemberOut(m.Name, m.Role, m.Until))],
            [.. v.Bodies.Select(b => new SupervisedBodyOut(b.AgencyId, agencies.GetValueOrDefault(b.AgencyId)?.Name, b.MustHandIn, b.HandInBy, b.HandedInOn))],
            [.. v.Papers.Select(p => new SupervisionPaperOut(p.Kind, p.Number, p.On, p.Title, p.By))],
            [.. v.Findings.Select(f => new FindingOut(f.Kind, f.Text, f.Evidence, f.PetitionCode))],
            [.. v.Recommendations.Select(r => r.Code)], s.Group, [.. (await groups.OfAsync(v, ct)).Select(Field)]));
    }

    private static async Task<IResult> GroupAsync(string code, GroupIn body, GroupDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        await desk.SetAsync(code, Words.Blank(body.Group), body.Fields ?? new Dictionary<string, string?>(), acting, ct) is { IsRefused: true } refused ? Problems.Of(refused, texts) : Results.NoContent();

    private static GroupFieldOut Field(GroupFieldShown f) => new(
        f.Field.Code, f.Field.NameIn(System.Globalization.CultureInfo.CurrentUICulture), Words.Camel(f.Field.Kind ?? GroupFieldKind.Text), f.Field.IsRequired, f.IsRetired, f.Value, f.Shown);

    private static async Task<IResult> ProposeAsync(NewSupervision body, ProgrammeDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var saved = await desk.ProposeAsync(
            new SupervisionInput
            {
                CouncilId = council.Id,
                Subject = body.Subject,
                BodyId = body.Body,
                Kind = body.Kind,
                Theme = body.Theme ?? "",
                Necessity = Words.Blank(body.Necessity),
                Content = Words.Blank(body.Content),
                Scope = Words.Blank(body.Scope),
                Object = Words.Blank(body.Object),
                Source = Words.Blank(body.Source),
                Field = Words.Blank(body.Field),
                UpperCode = Words.Blank(body.UpperCode),
                Group = Words.Blank(body.Group),
                Fields = body.Fields,
                PlannedFrom = body.PlannedFrom,
                PlannedTo = body.PlannedTo,
            },
            acting, ct);

        return saved.IsRefused ? Problems.Of(saved, texts) : Results.Created($"{Root}/{saved.Value}", new Proposed(saved.Value));
    }

    private static async Task<IResult> RecommendationsAsync(
        HttpContext context, RecommendationList list, SupervisionQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.RecommendationsAsync(context.Request.Query, AddressReader.Text(context.Request.Query, "council"), ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, agencies) = (await directory.CouncilsAsync(ct), await directory.AgenciesAsync(page.Rows.Select(r => r.LeadAgencyId), ct));

        return Results.Ok(new RecommendationItems([.. page.Rows.Select(r => Item(r, councils, agencies, clock.Today))], page.Next));
    }

    private static async Task<IResult> RecommendationAsync(string code, SupervisionReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.RecommendationAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("recommendation.notFound", null, code), texts);
        }

        var r = v.Recommendation;
        var item = Item(RecommendationRow.Of(r, v.SupervisionCode), await directory.CouncilsAsync(ct), await directory.AgenciesAsync([r.LeadAgencyId], ct), clock.Today);

        return Results.Ok(new RecommendationOut(
            item, v.Theme, r.Cooperating, r.AgencyWord, r.AgencyDocument, r.OwnNote, r.ExplanationAskedOn, r.ExplanationDueOn, r.ExplainedOn, r.Explanation, r.ClosedOn, r.ClosedBecause,
            r.PressingReason));
    }

    private static SupervisionItem Item(SupervisionRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, BodyName> bodies, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Subject, r.BodyId is { } body ? bodies.GetValueOrDefault(body)?.Name : null, r.Kind, r.State, r.Theme, r.Field, r.PlannedFrom,
        r.PlannedTo, r.HeldOn, r.ReportedOn, r.Duty, r.OwedBy, r.DaysLate(today), r.FromLedger);

    private static RecommendationItem Item(RecommendationRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.SupervisionCode, r.Content, r.LeadAgencyId, r.LeadAgencyId is { } id ? agencies.GetValueOrDefault(id)?.Name : null, r.Responsible,
        r.Product, r.State, r.Standing(today), r.MadeOn, r.DueOn, r.DaysLate(today), r.IsPressing, r.AgencyWordOn, r.LookedOn);
}
