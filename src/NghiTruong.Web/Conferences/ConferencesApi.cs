using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary><c>/api/v1/conferences</c>: the same operations as the pages. Names are a contract.</summary>
public static class ConferencesApi
{
    public const string Root = "/api/v1/conferences";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Conferences").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadConferences>().Produces<ConferenceItems>().ProducesProblem(422).WithSummary("Conferences, by cursor; filters council, state (planned, held, concluded), q");
        api.MapGet("/{code}", FindAsync).Requires<ReadConferences>().Produces<ConferenceOut>().ProducesProblem(404).WithSummary("One conference: sites and presence, opinions, proposals, conclusion");
        api.MapPost("", RecordAsync).Requires<KeepConferences>().Produces<ConferenceEntered>(201).ProducesProblem(422).WithSummary("Enters a conference and gives it its code");
        api.MapPost("/{code}/opinions", OpinionAsync).Requires<KeepConferences>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Adds an opinion: who, of which body, in which words");
        api.MapPost("/{code}/proposals", ProposalAsync).Requires<KeepConferences>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Adds a proposal; with leadAgencyId and dueOn it is a follow-up item");
        api.MapPost("/{code}/conclusion", ConcludeAsync).Requires<KeepConferences>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("The conclusion in words");
    }

    private static async Task<IResult> ListAsync(HttpContext context, ConferenceReader reader, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        var filter = await ConferenceQuery.ReadAsync(context.Request.Query, desks, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await reader.ListAsync(filter.Value, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new ConferenceItems(
            [.. page.Rows.Select(r => new ConferenceItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Title, r.Theme, r.HeldOn, r.State, r.NoticeNumber, r.Sites, r.Opinions, r.Proposals, r.Open))], page.Next));
    }

    private static async Task<IResult> FindAsync(string code, ConferenceReader reader, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("conference.notFound", null, code), texts);
        }

        var (c, councils) = (v.Conference, await directory.CouncilsAsync(ct));

        return Results.Ok(new ConferenceOut(
            c.Code, councils.GetValueOrDefault(c.CouncilId)?.Code, c.Title, c.Theme, c.HeldOn, c.Place, c.Chair, c.State, c.Conclusion, c.NoticeNumber, v.Present,
            [
                .. v.Sites.Select(s => new ConferenceSiteOut(
                    s.Id, s.ParentId, s.Name, s.Level, s.SiteCouncilId is { } id ? councils.GetValueOrDefault(id)?.Code : null, ConferenceRules.Present(v.Participants.Where(p => p.SiteId == s.Id)))),
            ],
            [.. v.Papers.Select(p => new ConferencePaperOut(p.Title, p.Author, p.Body, p.Summary))],
            [.. v.Opinions.Select(o => new ConferenceOpinionOut(o.Place, o.Speaker, o.Body, o.Words))],
            [.. v.Proposals.Select(p => new ConferenceProposalOut(p.Place, p.Content, p.Lead, p.DueOn, p.State, p.Result))]));
    }

    private static async Task<IResult> RecordAsync(NewConference body, ConferenceDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        if (body.HeldOn is not { } held)
        {
            return Problems.Of(new Refusal("conferences.heldOnMissing", "heldOn"), texts);
        }

        var recorded = await desk.RecordAsync(
            new ConferenceInput
            {
                CouncilId = council.Id, Title = body.Title ?? "", Theme = Words.Blank(body.Theme), HeldOn = held, Place = Words.Blank(body.Place), Chair = Words.Blank(body.Chair), Invited = Words.Blank(body.Invited),
                Report = Words.Blank(body.Report),
            },
            acting, ct);

        return recorded.IsRefused ? Problems.Of(recorded, texts) : Results.Created($"{Root}/{recorded.Value}", new ConferenceEntered(recorded.Value));
    }

    private static async Task<IResult> OpinionAsync(string code, NewOpinion body, ConferenceMinutes minutes, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await minutes.AddOpinionAsync(code, new OpinionInput { Speaker = Words.Blank(body.Speaker), Body = body.Body ?? "", Words = body.Words ?? "" }, acting, ct), texts);

    private static async Task<IResult> ProposalAsync(string code, NewProposal body, ConferenceMinutes minutes, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await minutes.AddProposalAsync(code, new ProposalInput { Content = body.Content ?? "", LeadAgencyId = body.LeadAgencyId, DueOn = body.DueOn }, acting, ct), texts);

    private static async Task<IResult> ConcludeAsync(string code, NewConclusion body, ConferenceMinutes minutes, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await minutes.ConcludeAsync(code, body.Conclusion, acting, ct), texts);

    private static IResult Answer(Result result, TextTable texts) => result.IsRefused ? Problems.Of(result, texts) : Results.NoContent();
}

/// <summary>A conference in a list.</summary>
/// <param name="Council">Unit code of the council.</param>
/// <param name="Open">Proposals that are still followed.</param>
public sealed record ConferenceItem(string Code, string? Council, string Title, string? Theme, DateOnly HeldOn, ConferenceState State, string? NoticeNumber, int Sites, int Opinions, int Proposals, int Open);

/// <summary>A page of conferences; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record ConferenceItems(IReadOnlyList<ConferenceItem> Items, string? Next);

/// <param name="Present">Persons who were there.</param>
public sealed record ConferenceSiteOut(Guid Id, Guid? ParentId, string Name, int Level, string? Council, int Present);

public sealed record ConferencePaperOut(string Title, string? Author, string Body, string? Summary);

public sealed record ConferenceOpinionOut(int Place, string? Speaker, string Body, string Words);

public sealed record ConferenceProposalOut(int Place, string Content, string? Lead, DateOnly? DueOn, ProposalState State, string? Result);

/// <summary>One conference whole.</summary>
/// <param name="Present">Persons who were there, each once, though at two sites.</param>
public sealed record ConferenceOut(
    string Code, string? Council, string Title, string? Theme, DateOnly HeldOn, string? Place, string? Chair, ConferenceState State, string? Conclusion, string? NoticeNumber, int Present,
    IReadOnlyList<ConferenceSiteOut> Sites, IReadOnlyList<ConferencePaperOut> Papers, IReadOnlyList<ConferenceOpinionOut> Opinions, IReadOnlyList<ConferenceProposalOut> Proposals);

/// <summary>A conference to be entered; council, title and heldOn are needed.</summary>
public sealed record NewConference(
    [property: StringLength(40)] string? Council, [property: StringLength(500)] string? Title, DateOnly? HeldOn, [property: StringLength(1000)] string? Theme = null, [property: StringLength(300)] string? Place = null,
    [property: StringLength(1000)] string? Chair = null, [property: StringLength(4000)] string? Invited = null, [property: StringLength(10_000)] string? Report = null);

public sealed record ConferenceEntered(string Code);

public sealed record NewOpinion([property: StringLength(300)] string? Body, [property: StringLength(10_000)] string? Words, [property: StringLength(200)] string? Speaker = null);

public sealed record NewProposal([property: StringLength(4000)] string? Content, Guid? LeadAgencyId = null, DateOnly? DueOn = null);

public sealed record NewConclusion([property: StringLength(10_000)] string? Conclusion);
