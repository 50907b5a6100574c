using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.CitizenLetters;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary><c>/api/v1/petitions</c>: the same operations as the pages. Names are a contract.</summary>
public static class PetitionsApi
{
    public const string Root = "/api/v1/petitions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Petitions").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadPetitions>().Produces<PetitionItems>().ProducesProblem(422).WithSummary("Petitions, by cursor; filters as in the address of the list page");
        api.MapGet("/summary", SummaryAsync).Requires<ReadPetitions>().Produces<SummaryOut>().ProducesProblem(404).WithSummary("Totals of a council, subtree, session and period");
        api.MapGet("/{code}", FindAsync).Requires<ReadPetitions>().Produces<PetitionOut>().ProducesProblem(404).WithSummary("One petition with its answers, letters and notices");
        api.MapPost("", RecordAsync).Requires<RecordPetitions>().Produces<Recorded>(201).ProducesProblem(422).WithSummary("Records a petition and gives it its code");
        PetitionsApiActs.Map(api.MapGroup("/{code}"));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, PetitionList list, CouncilDesks desks, SummaryPlaces places, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var read = PetitionQuery.Read(context.Request.Query);
        if (read.IsRefused)
        {
            return Problems.Of(read, texts);
        }

        var filter = read.Value;
        if (AddressReader.Text(context.Request.Query, "council") is { } code && code != UnitBook.Nation)
        {
            if (await desks.FindAsync(code, ct) is not { } council)
            {
                return Problems.Of(new Refusal("council.notFound", "council"), texts);
            }

            filter = filter with { CouncilId = council.Id, Councils = filter.Subtree ? (await places.FindAsync(code, true, ct))?.Councils : null };
        }

        var page = await list.ReadAsync(filter, acting, ct);
        var councils = await directory.CouncilsAsync(ct);
        var agencies = await directory.AgenciesAsync(page.Rows.Select(r => r.LeadAgencyId), ct);

        return Results.Ok(new PetitionItems([.. page.Rows.Select(r => Item(r, councils, agencies, clock.Today))], page.Next));
    }

    private static async Task<IResult> FindAsync(
        string code, PetitionPageReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } m)
        {
            return Problems.Of(new Refusal("petition.notFound", null, code), texts);
        }

        var row = (await reader.RowsAsync([code], acting, ct))[0];
        var p = m.Petition;

        return Results.Ok(new PetitionOut(
            Item(row, await directory.CouncilsAsync(ct), await directory.AgenciesAsync([p.LeadAgencyId], ct), clock.Today),
            p.Version, p.Source, p.SourceNote, p.ExplainedBy, p.AgencyOutcome, p.OfficeOutcome, p.ConcludedOutcome, p.ForwardedOn, p.AnsweredOn, p.ConcludedOn, p.NotifiedOn, p.ClosedOn,
            m.MergedIntoCode, [.. m.MergedIn.Select(x => x.Code)], m.RaisedAgainOfCode,
            m.Person is { } who ? new PersonOut(who.Name, who.Phone, who.Address) : null,
            [.. m.Answers.Select(a => new AnswerItemOut(a.Number, a.IssuedOn, a.ReceivedOn, a.AgencyId, a.OnBehalf, a.Extract, a.Outcome))],
            [.. m.Letters.Select(l => new LetterItemOut(l.Number, l.IssuedOn, l.RecipientName, Words.CodeOf(l.State)))],
            [.. m.Notices.Select(n => new NoticeItemOut(n.Channel, n.On, n.Evidence))]));
    }

    private static async Task<IResult> RecordAsync(NewPetition body, PetitionIntake intake, LetterWarning warning, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        // Who denounces is protected, which the list of petitions does not do: a program says that it means it.
        if (!body.GoOn && await warning.FindAsync(body.Content, council.Id, ct) is { Kind: CitizenLetterKind.Denunciation } found)
        {
            return Problems.Of(new Refusal("petition.looksLikeDenunciation", "content", found.Words), texts);
        }

        var saved = await intake.RecordAsync(
            new PetitionInput
            {
                CouncilId = council.Id,
                Content = body.Content ?? "",
                Kind = body.Kind,
                Place = Words.Blank(body.Place),
                Source = body.Source,
                SourceNote = Words.Blank(body.SourceNote),
                ReceivedOn = body.ReceivedOn,
                SessionId = body.Session,
                Voters = body.Voters,
                Field = Words.Blank(body.Field),
                PersonName = Words.Blank(body.Person?.Name),
                PersonPhone = Words.Blank(body.Person?.Phone),
                PersonAddress = Words.Blank(body.Person?.Address),
                ExplainedBy = Words.Blank(body.ExplainedBy),
            },
            acting, ct);

        return saved.IsRefused ? Problems.Of(saved, texts) : Results.Created($"{Root}/{saved.Value}", new Recorded(saved.Value));
    }

    private static async Task<IResult> SummaryAsync(
        string? council, string? session, DateOnly? from, DateOnly? to, bool? subtree, PetitionSummary summary, SummaryPlaces places, Acting acting, TextTable texts, CancellationToken ct) =>
        await places.FindAsync(council, subtree == true, ct) is { Place: var place } && await summary.ReadAsync(new SummaryInput(place, session, from, to), acting, ct) is { } f
            ? Results.Ok(new SummaryOut(f.Total, f.Opinions, f.ByAuthority, f.ByField, f.ByOutcome, f.Overdue, f.AsOf))
            : Problems.Of(new Refusal("council.notFound", "council"), texts);

    private static PetitionItem Item(PetitionRow r, IReadOnlyDictionary<Guid, CouncilName> councils, IReadOnlyDictionary<Guid, AgencyName> agencies, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.Status, r.Content, r.Place, r.Field, r.Authority, r.LeadAgencyId,
        r.LeadAgencyId is { } id ? agencies.GetValueOrDefault(id)?.Name : null, r.Outcome, r.ReceivedOn, r.DueOn, r.DaysLate(today), r.Voters, r.IsPressing, r.FromLedger);
}
