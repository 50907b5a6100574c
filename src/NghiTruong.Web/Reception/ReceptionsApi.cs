using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Reception;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>A reception in a list.</summary>
public sealed record ReceptionItem(
    string Code, string? Council, ReceptionKind Kind, DateOnly PlannedOn, TimeOnly StartsAt, TimeOnly? EndsAt, string Place, bool IsOnline, Guid? Delegate, string Receiver, ReceptionState State, DateOnly? PublishedOn, DateOnly? HeldOn,
    string? MissedBecause);

/// <summary>A page of receptions; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record ReceptionItems(IReadOnlyList<ReceptionItem> Items, string? Next);

/// <summary>A row of the reception book: <paramref name="Columns"/> are the twelve of Mẫu 03/TCD. Of a denunciation nobody is named.</summary>
public sealed record BookItem(string Code, VisitOutcome Outcome, string? Letter, IReadOnlyList<string> Columns);

public sealed record BookItems(DateOnly From, DateOnly To, IReadOnlyList<BookItem> Items);

/// <summary>A reception to be scheduled.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
public sealed record NewReception(
    [property: StringLength(40)] string? Council, DateOnly PlannedOn, TimeOnly StartsAt, [property: StringLength(300)] string? Place, [property: StringLength(200)] string? Receiver = null, Guid? Delegate = null, TimeOnly? EndsAt = null,
    ReceptionKind Kind = ReceptionKind.Periodic, bool IsOnline = false);

public sealed record ReceptionMade(string Code);

/// <summary><c>/api/v1/receptions</c>, <c>/api/v1/receptions/book?council=&amp;from=&amp;to=</c>; and the papers of the room as files.</summary>
public static class ReceptionsApi
{
    public const string Root = "/api/v1/receptions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ReceptionLinks.Schedule, ScheduleWordAsync).Requires<ReadReceptions>().ExcludeFromDescription();
        routes.MapGet(ReceptionLinks.BookExcel, ExcelAsync).Requires<KeepReceptionBook>().ExcludeFromDescription();
        routes.MapGet(ReceptionLinks.BookWord, WordAsync).Requires<KeepReceptionBook>().ExcludeFromDescription();
        routes.MapGet("/tiep-cong-dan/luot/{code}/mau-01", RefusalAsync).Requires<KeepReceptionBook>().ExcludeFromDescription();
        routes.MapGet("/tiep-cong-dan/luot/{code}/mau-02", ReceiptAsync).Requires<KeepReceptionBook>().ExcludeFromDescription();
        var api = routes.MapGroup(Root).WithTags("Receptions").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadReceptions>().Produces<ReceptionItems>().ProducesProblem(422).WithSummary("Receptions, by cursor; filters council, from, to, state");
        api.MapGet("/book", BookAsync).Requires<KeepReceptionBook>().Produces<BookItems>().ProducesProblem(422).WithSummary("The reception book (Mẫu 03/TCD) of a council and period, its twelve columns as they stand");
        api.MapPost("", ScheduleAsync).Requires<ArrangeReceptions>().Produces<ReceptionMade>(201).ProducesProblem(422).WithSummary("Schedules a reception");
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReceptionBook book, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        var address = new AddressReader(context.Request.Query, "receptions.filterUnreadable");
        var read = address.Read(new ReceptionFilter { From = address.Day("from"), To = address.Day("to"), State = address.Name<ReceptionState>("state"), Cursor = address.Text("cursor") });
        if (read.IsRefused)
        {
            return Problems.Of(read, texts);
        }

        CouncilName? council = null;
        if (address.Text("council") is { } asked && (council = await desks.FindAsync(asked, ct)) is null)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var page = await book.ListAsync(read.Value with { CouncilId = council?.Id }, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new ReceptionItems(
            [
                .. page.Rows.Select(r => new ReceptionItem(
                    r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.PlannedOn, r.StartsAt, r.EndsAt, r.Place, r.IsOnline, r.DelegateId, r.Receiver, r.State, r.PublishedOn, r.HeldOn, r.MissedBecause)),
            ],
            page.Next));
    }

    private static async Task<IResult> BookAsync(HttpContext context, ReceptionBook book, CouncilDesks desks, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var address = new AddressReader(context.Request.Query, "receptions.filterUnreadable");
        var (from, to) = (address.Day("from") ?? new DateOnly(clock.Today.Year, 1, 1), address.Day("to") ?? clock.Today);
        var read = address.Read(from);
        if (read.IsRefused)
        {
            return Problems.Of(read, texts);
        }

        if (await CouncilAsync(address.Text("council"), desks, acting, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        return Results.Ok(new BookItems(from, to, [.. (await book.ReadAsync(council, from, to, acting, ct)).Select(r => new BookItem(r.Code, r.Outcome, r.LetterCode, r.Columns))]));
    }

    /// <summary>A council whose book the person keeps: the one asked for, else their own.</summary>
    private static async Task<Guid?> CouncilAsync(string? asked, CouncilDesks desks, Acting acting, CancellationToken ct)
    {
        var own = acting.OwnCouncils<KeepReceptionBook>();

        return asked is null ? own is [var first, ..] ? first : null : await desks.FindAsync(asked, ct) is { } found && own.Contains(found.Id) ? found.Id : null;
    }

    private static async Task<IResult> ScheduleAsync(NewReception body, ReceptionDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var saved = await desk.ScheduleAsync(
            new ReceptionInput
            {
                CouncilId = council.Id, Kind = body.Kind, On = body.PlannedOn, StartsAt = body.StartsAt, EndsAt = body.EndsAt, Place = Words.Blank(body.Place), Receiver = Words.Blank(body.Receiver), DelegateId = body.Delegate, IsOnline = body.IsOnline,
            },
            acting, ct);

        return saved.IsRefused ? Problems.Of(saved, texts) : Results.Created($"{Root}/{saved.Value[0]}", new ReceptionMade(saved.Value[0]));
    }

    private static async Task<IResult> ScheduleWordAsync(DateOnly? from, DateOnly? to, ReceptionPapers papers, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct) =>
        acting.OwnCouncils<ReadReceptions>() is [var own, ..] ? Sent(await papers.ScheduleAsync(own, from ?? clock.Today, to ?? clock.Today.AddMonths(1), acting, ct), texts) : Results.NotFound();

    private static async Task<IResult> WordAsync(DateOnly? from, DateOnly? to, ReceptionPapers papers, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct) => acting.OwnCouncils<KeepReceptionBook>() is [var own, ..]
        ? Sent(await papers.BookAsync(own, from ?? new DateOnly(clock.Today.Year, 1, 1), to ?? clock.Today, acting, ct), texts)
        : Results.NotFound();

    private static async Task<IResult> RefusalAsync(string code, ReceptionPapers papers, Acting acting, TextTable texts, CancellationToken ct) => Sent(await papers.RefusalAsync(code, acting, ct), texts);

    private static async Task<IResult> ReceiptAsync(string code, ReceptionPapers papers, Acting acting, TextTable texts, CancellationToken ct) => Sent(await papers.ReceiptAsync(code, acting, ct), texts);

    private static IResult Sent(Result<WordDocument> written, TextTable texts) => written.IsRefused ? Problems.Of(written, texts) : Results.File(written.Value.Content, WordWriter.ContentType, written.Value.FileName);

    private static async Task<IResult> ExcelAsync(DateOnly? from, DateOnly? to, ReceptionBook book, FormTexts form, Acting acting, TimeProvider clock, CancellationToken ct)
    {
        if (acting.OwnCouncils<KeepReceptionBook>() is not [var own, ..])
        {
            return Results.NotFound();
        }

        var (first, last) = (from ?? new DateOnly(clock.Today.Year, 1, 1), to ?? clock.Today);
        var rows = await book.ReadAsync(own, first, last, acting, ct);
        double[] widths = [6, 12, 30, 16, 44, 14, 12, 20, 10, 28, 28, 50];
        var sheet = new SheetData(
            form["form.book.title"], [form["form.book.title"], form["form.book.about", form.Day(first), form.Day(last)]],
            [.. widths.Select((w, i) => new SheetColumn(form[$"form.book.col.{i + 1}"], w))], rows.Select(r => SheetRow.Of([.. r.Columns])));
        var file = new MemoryStream();
        Spreadsheet.Write(file, sheet);
        file.Position = 0;

        return Results.File(file, Spreadsheet.MediaType, "so-tiep-cong-dan-mau-03-TCD.xlsx");
    }
}
