using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>A letter in a list or alone. Who sent it is never told by the API, of no kind; the words of a protected one neither.</summary>
/// <param name="Summary">Null of a protected letter.</param>
/// <param name="Agency">The body it was passed to.</param>
/// <param name="DueOn">By when the council's desk owes <paramref name="Duty"/>.</param>
public sealed record CitizenLetterItem(
    string Code, string? Council, string? RegisterNumber, CitizenLetterKind Kind, bool IsProtected, CitizenLetterSource Source, string? Delegate, DateOnly ReceivedOn, string? Summary, string? Field, CitizenLetterState State,
    HandlingAuthority Authority, CitizenLetterOutcome Outcome, Guid? Agency, string? AgencyName, string? TransferNumber, DateOnly? TransferredOn, CitizenLetterDuty? Duty, DateOnly? DueOn, int DaysLate);

/// <summary>A page of letters; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record CitizenLetterItems(IReadOnlyList<CitizenLetterItem> Items, string? Next);

/// <summary>A letter to be registered. Names go in and never come out.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
public sealed record NewCitizenLetter(
    [property: StringLength(40)] string? Council, CitizenLetterKind Kind, [property: StringLength(10_000)] string? Summary, [property: StringLength(200)] string? SenderName = null, [property: StringLength(300)] string? SenderAddress = null,
    CitizenLetterSource Source = CitizenLetterSource.Direct, [property: StringLength(300)] string? SourceNote = null, [property: StringLength(200)] string? Delegate = null, Guid? DelegateId = null,
    [property: StringLength(60)] string? RegisterNumber = null, DateOnly? ReceivedOn = null, DateOnly? WrittenOn = null, [property: StringLength(40)] string? Field = null, [property: Range(1, 100_000)] int? People = null);

public sealed record CitizenLetterMade(string Code);

/// <summary><c>/api/v1/citizen-letters</c>: the same operations as the pages; and the register as Excel.</summary>
public static class CitizenLettersApi
{
    public const string Root = "/api/v1/citizen-letters";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(CitizenLetterLinks.Export, ExportAsync).Requires<ReadCitizenLetters>().ExcludeFromDescription();
        var api = routes.MapGroup(Root).WithTags("CitizenLetters").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadCitizenLetters>().Produces<CitizenLetterItems>().ProducesProblem(422)
            .WithSummary("Citizens' letters, by cursor; filters council, kind, state, source, field, agency, delegate, from, to, words, open, undecided, overdue. Senders are never told");
        api.MapGet("/{code}", FindAsync).Requires<ReadCitizenLetters>().Produces<CitizenLetterItem>().ProducesProblem(404).WithSummary("One letter; its sender is never told");
        api.MapPost("", RegisterAsync).Requires<RegisterCitizenLetters>().Produces<CitizenLetterMade>(201).ProducesProblem(422).WithSummary("Registers a letter and gives it its code");
    }

    private static async Task<IResult> ListAsync(HttpContext context, CitizenLetterList list, CitizenLetterQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.ReadAsync(context.Request.Query, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new CitizenLetterItems([.. page.Rows.Select(r => Item(r, councils, clock.Today))], page.Next));
    }

    private static async Task<IResult> FindAsync(string code, CitizenLetterReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.FindAsync(code, acting, ct) is not { Letter: var l })
        {
            return Problems.Of(new Refusal("citizenLetter.notFound", null, code), texts);
        }

        var row = new CitizenLetterRow(
            l.Id, l.Code, l.CouncilId, l.RegisterNumber, l.Kind, l.IsProtected, l.Source, l.DelegateName, l.ReceivedOn, l.IsProtected ? null : l.Summary, l.Field, l.State, l.Authority, l.TransferAgencyId, l.TransferredTo,
            l.TransferNumber, l.TransferredOn, l.FiledOn, l.Duty, l.DueOn, l.OwedBy, l.Senders);

        return Results.Ok(Item(row, await directory.CouncilsAsync(ct), clock.Today));
    }

    private static async Task<IResult> RegisterAsync(NewCitizenLetter body, CitizenLetterIntake intake, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var saved = await intake.RegisterAsync(
            new CitizenLetterInput
            {
                CouncilId = council.Id, Kind = body.Kind, Summary = body.Summary ?? "", Source = body.Source, SourceNote = Words.Blank(body.SourceNote), DelegateName = Words.Blank(body.Delegate), DelegateId = body.DelegateId,
                RegisterNumber = Words.Blank(body.RegisterNumber), ReceivedOn = body.ReceivedOn, WrittenOn = body.WrittenOn, Field = Words.Blank(body.Field), People = body.People,
                Senders = Words.Blank(body.SenderName) is { } name ? [new SenderName(name, Words.Blank(body.SenderAddress))] : [],
            },
            acting, ct);

        return saved.IsRefused ? Problems.Of(saved, texts) : Results.Created($"{Root}/{saved.Value}", new CitizenLetterMade(saved.Value));
    }

    private static async Task<IResult> ExportAsync(HttpContext context, CitizenLetterList list, CitizenLetterQuery read, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await read.ReadAsync(context.Request.Query, ct);
        if (filter.IsRefused)
        {
            return Results.LocalRedirect(CitizenLetterLinks.List + context.Request.QueryString);
        }

        var rows = await list.AllAsync(filter.Value, acting, ct);
        var sheet = new SheetData(
            texts["citizenLetters.list"],
            [texts["citizenLetters.export.title"], texts["citizenLetters.export.made", Ui.Date(clock.Today), rows.Count]],
            [
                new(texts["citizenLetters.col.no"], 6, ColumnKind.Number), new(texts["citizenLetters.code"], 24), new(texts["citizenLetters.field.registerNumber"], 12), new(texts["citizenLetters.field.receivedOn"], 13, ColumnKind.Date),
                new(texts["citizenLetters.field.kind"], 14), new(texts["citizenLetters.field.source"], 24), new(texts["citizenLetters.field.summary"], 60), new(texts["citizenLetters.field.field"], 18),
                new(texts["citizenLetters.field.authority"], 18), new(texts["citizenLetters.agency"], 26), new(texts["citizenLetters.field.transferNumber"], 14), new(texts["citizenLetters.field.transferredOn"], 13, ColumnKind.Date),
                new(texts["citizenLetters.field.state"], 18), new(texts["citizenLetters.outcome"], 22), new(texts["citizenLetters.col.due"], 13, ColumnKind.Date),
            ],
            rows.Select((r, i) => SheetRow.Of(
                i + 1, r.Code, r.RegisterNumber, r.ReceivedOn, texts.Of(r.Kind), r.DelegateName is null ? texts.Of(r.Source) : $"{texts.Of(r.Source)}: {r.DelegateName}", r.Summary ?? texts["citizenLetters.closedWords"],
                CatalogueWords.Field(r.Field), texts.Of(r.Authority), r.TransferredTo, r.TransferNumber, r.TransferredOn, texts.Of(r.State), texts.Of(r.Outcome), r.OwedBy)));
        var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, $"don-thu-{clock.Today:yyyy-MM-dd}.xlsx");
    }

    private static CitizenLetterItem Item(CitizenLetterRow r, IReadOnlyDictionary<Guid, CouncilName> councils, DateOnly today) => new(
        r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.RegisterNumber, r.Kind, r.IsProtected, r.Source, r.DelegateName, r.ReceivedOn, r.Summary, r.Field, r.State, r.Authority, r.Outcome, r.TransferAgencyId, r.TransferredTo,
        r.TransferNumber, r.TransferredOn, r.Duty, r.DueOn, r.DaysLate(today));
}
