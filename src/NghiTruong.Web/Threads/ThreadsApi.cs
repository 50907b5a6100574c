using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Threads;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary><c>/api/v1/threads</c>: the same operations as the pages. Names are a contract.</summary>
public static class ThreadsApi
{
    public const string Root = "/api/v1/threads";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Threads").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadThreads>().Produces<ThreadItems>().ProducesProblem(422).WithSummary("Threads, by cursor; filters council, state (open, ended), field, q");
        api.MapGet("/{code}", FindAsync).Requires<ReadThreads>().Produces<ThreadOut>().ProducesProblem(404).WithSummary("One thread: its story by dates, what is not done, the records in it");
        api.MapPost("", OpenAsync).Requires<KeepThreads>().Produces<ThreadOpenedOut>(201).ProducesProblem(422).WithSummary("Opens a thread and gives it its code");
        api.MapPost("/{code}/links", LinkAsync).Requires<KeepThreads>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Puts a record into the thread by its code; one that stands in it already stays as it is");
        api.MapDelete("/{code}/links/{record}", UnlinkAsync).Requires<KeepThreads>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Takes a record out by its code; it stays what it is in its own room");
        api.MapPost("/{code}/reopen", ReopenAsync).Requires<KeepThreads>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Opens an ended thread again, with the reason");
        api.MapPost("/{code}/proposals", ProposeAsync).Requires<ProposeThreadLinks>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Says that a record belongs into the thread; whoever keeps threads decides");
        api.MapPost("/{code}/end", EndAsync).Requires<KeepThreads>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("Ends the thread with its result; with matters not done only with a reason (despite)");
        routes.MapGet(ThreadLinks.List + "/{code}/tai-ve", WordAsync).Requires<ReadThreads>().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ThreadList list, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var filter = await ThreadQuery.ReadAsync(context.Request.Query, desks, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        var (councils, today) = (await directory.CouncilsAsync(ct), clock.Today);

        return Results.Ok(new ThreadItems(
            [.. page.Rows.Select(r => new ThreadItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Title, r.Field, r.Place, r.OpenedOn, r.State, r.EndedOn, r.Records, r.NextDue, r.DaysLate(today)))],
            page.Next));
    }

    private static async Task<IResult> FindAsync(string code, ThreadReader reader, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("thread.notFound", null, code), texts);
        }

        var (t, today) = (v.Thread, clock.Today);

        return Results.Ok(new ThreadOut(
            t.Code, (await directory.CouncilsAsync(ct)).GetValueOrDefault(t.CouncilId)?.Code, t.Title, t.Field, t.Place, t.OpenedOn, t.State, t.EndedOn, t.Result, t.EndedDespite,
            [.. v.Lines.Select(l => new ThreadLineOut(l.On, l.Kind, l.Code, l.Event, l.What, l.Number, l.Said))],
            [.. v.Open.Select(m => new ThreadMatterOut(m.Kind, m.Code, m.Title, m.State, m.Holder, m.DueOn, m.DaysLate(today), m.UrgingStep))],
            [.. v.Records.Select(r => new ThreadRecordOut(r.Told.Kind, r.Told.Code, r.Told.Title, r.Told.State, r.Told.IsOpen, r.Link.Note, r.Link.LinkedAt))]));
    }

    private static async Task<IResult> OpenAsync(NewThread body, ThreadDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var opened = await desk.OpenAsync(
            new ThreadInput
            {
                CouncilId = council.Id,
                Title = body.Title ?? "",
                Field = Words.Blank(body.Field),
                Place = Words.Blank(body.Place),
                OpenedOn = body.OpenedOn,
                Record = Words.Blank(body.Record) is { } record ? new ThreadRecordInput(record) : null,
            },
            acting, ct);

        return opened.IsRefused ? Problems.Of(opened, texts) : Results.Created($"{Root}/{opened.Value}", new ThreadOpenedOut(opened.Value));
    }

    private static async Task<IResult> LinkAsync(string code, NewThreadLink body, ThreadDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.LinkAsync(code, new ThreadRecordInput(body.Record ?? "", Words.Blank(body.Kind), Words.Blank(body.Note)), acting, ct), texts);

    private static async Task<IResult> UnlinkAsync(string code, string record, ThreadDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.UnlinkAsync(code, record, acting, ct), texts);

    private static async Task<IResult> ReopenAsync(string code, ThreadReopening body, ThreadDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.ReopenAsync(code, body.Reason, acting, ct), texts);

    private static async Task<IResult> ProposeAsync(string code, NewThreadLink body, ThreadDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.ProposeAsync(code, new ThreadRecordInput(body.Record ?? "", Words.Blank(body.Kind), Words.Blank(body.Note)), acting, ct), texts);

    private static async Task<IResult> EndAsync(string code, ThreadEnding body, ThreadDesk desk, Acting acting, TextTable texts, CancellationToken ct) =>
        Answer(await desk.EndAsync(code, new EndThreadInput(body.Result, body.On, Words.Blank(body.Despite)), acting, ct), texts);

    private static async Task<IResult> WordAsync(string code, ThreadReport report, Acting acting, CancellationToken ct) =>
        await report.WriteAsync(code, acting, ct) is { } written ? Results.File(written.Content, WordWriter.ContentType, written.FileName) : Results.NotFound();

    private static IResult Answer(Result result, TextTable texts) => result.IsRefused ? Problems.Of(result, texts) : Results.NoContent();
}

/// <summary>A thread in a list.</summary>
/// <param name="Council">Unit code of the council that keeps it.</param>
/// <param name="Records">How many records stand in it.</param>
/// <param name="NextDue">The first day of what agencies owe in it.</param>
/// <param name="DaysLate">Calendar days past that day; 0 when nothing is late.</param>
public sealed record ThreadItem(
    string Code, string? Council, string Title, string? Field, string? Place, DateOnly OpenedOn, ThreadStanding State, DateOnly? EndedOn, int Records, DateOnly? NextDue, int DaysLate);

/// <summary>A page of threads; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record ThreadItems(IReadOnlyList<ThreadItem> Items, string? Next);

/// <summary>One line of the story.</summary>
/// <param name="Kind">Kind of the record: <c>petition</c>, <c>recommendation</c> ...; <c>thread</c> for the thread's own days.</param>
/// <param name="Event">Stable code of what happened.</param>
/// <param name="What">The sentence in the language asked for.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="Said">The words themselves.</param>
public sealed record ThreadLineOut(DateOnly On, string Kind, string Code, string Event, string What, string? Number, string? Said);

/// <summary>Something not done: who holds it, by when.</summary>
public sealed record ThreadMatterOut(string Kind, string Code, string Title, string State, string Holder, DateOnly? DueOn, int DaysLate, int UrgingStep);

public sealed record ThreadRecordOut(string Kind, string Code, string Title, string State, bool IsOpen, string? Note, DateTime LinkedAt);

/// <summary>One thread whole, as far as the caller may read the records in it.</summary>
public sealed record ThreadOut(
    string Code, string? Council, string Title, string? Field, string? Place, DateOnly OpenedOn, ThreadStanding State, DateOnly? EndedOn, string? Result, string? EndedDespite,
    IReadOnlyList<ThreadLineOut> Story, IReadOnlyList<ThreadMatterOut> Open, IReadOnlyList<ThreadRecordOut> Records);

/// <summary>A thread to be opened; <paramref name="Council"/> and <paramref name="Title"/> are needed.</summary>
/// <param name="Council"><c>00025</c> (today's holder of the code) or <c>00025@2024-06-30</c>.</param>
/// <param name="Record">Code of its first record.</param>
public sealed record NewThread(
    [property: StringLength(40)] string? Council, [property: StringLength(500)] string? Title, [property: StringLength(40)] string? Field = null, [property: StringLength(200)] string? Place = null,
    DateOnly? OpenedOn = null, [property: StringLength(60)] string? Record = null);

public sealed record ThreadOpenedOut(string Code);

/// <param name="Record">Its code; of a finding its id.</param>
public sealed record NewThreadLink([property: StringLength(60)] string? Record, [property: StringLength(40)] string? Kind = null, [property: StringLength(500)] string? Note = null);

public sealed record ThreadReopening([property: StringLength(1000)] string? Reason);

/// <param name="Despite">Why it ends though matters of it are not done.</param>
public sealed record ThreadEnding([property: StringLength(4000)] string? Result, DateOnly? On = null, [property: StringLength(1000)] string? Despite = null);
