using System.ComponentModel.DataAnnotations;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Training;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary><c>/api/v1/trainings</c>: the same operations as the pages. Names are a contract.</summary>
public static class TrainingsApi
{
    public const string Root = "/api/v1/trainings";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Trainings").DisableAntiforgery();
        api.MapGet("", ListAsync).Requires<ReadTrainings>().Produces<TrainingItems>().ProducesProblem(422).WithSummary("Classes, by cursor; filters council, state (planned, held, closed), year, q");
        api.MapGet("/coverage", CoverageAsync).Requires<ReadTrainings>().Produces<TrainedOut>().ProducesProblem(404).WithSummary("Delegates trained in a year, full-timers apart, by council or subtree, and the names missing at one council");
        api.MapGet("/{code}", FindAsync).Requires<ReadTrainings>().Produces<TrainingOut>().ProducesProblem(404).WithSummary("One class: days, who is enrolled and was there, results");
        api.MapPost("", OpenAsync).Requires<KeepTrainings>().Produces<TrainingEntered>(201).ProducesProblem(422).WithSummary("Opens a class and gives it its code");
        api.MapPost("/{code}/enrolments", EnrolAsync).Requires<EnrolTrainees>().Produces<EnrolledOut>().ProducesProblem(404).ProducesProblem(422).WithSummary("Enrols many at once: whom is untrained, all, fullTime, group, post or chosen");
        api.MapPost("/{code}/attendance", RollAsync).Requires<KeepTrainings>().Produces(204).ProducesProblem(404).ProducesProblem(422).WithSummary("The roll of a day: codes of those who were there");
        routes.MapGet(TrainingLinks.List + "/{code}/giay-chung-nhan", CertificatesAsync).Requires<KeepTrainings>().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, TrainingReader reader, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        var filter = await TrainingQuery.ReadAsync(context.Request.Query, desks, ct);
        if (filter.IsRefused)
        {
            return Problems.Of(filter, texts);
        }

        var page = await reader.ListAsync(filter.Value, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new TrainingItems(
            [.. page.Rows.Select(r => new TrainingItem(r.Code, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Subject, r.Format, r.Audience, r.From, r.Until, r.ForCommunes, r.State, r.Enrolled, r.There))], page.Next));
    }

    private static async Task<IResult> CoverageAsync(
        string? council, bool? subtree, int? year, TrainingFigures figures, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock, CancellationToken ct)
    {
        var of = year ?? clock.Today.Year;
        if (of is < 2000 or > 2100 || await desks.FindAsync(council, ct) is not { } place || await figures.ReadAsync(place, subtree == true, of, acting, ct) is not { } read)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var (sum, councils) = (TrainedFigures.Sum(place.Id, [.. read]), await directory.CouncilsAsync(ct));

        return Results.Ok(new TrainedOut(
            of, sum.Trained, sum.Total, sum.FullTimeTrained, sum.FullTime,
            [.. read.Select(f => new TrainedCouncilOut(councils.GetValueOrDefault(f.CouncilId)?.Code, f.Trained, f.Total, f.FullTimeTrained, f.FullTime))],
            subtree == true ? [] : [.. (await figures.MissingAsync(place, of, acting, ct)).Select(l => l.Name)]));
    }

    private static async Task<IResult> FindAsync(string code, TrainingReader reader, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { } v)
        {
            return Problems.Of(new Refusal("training.notFound", null, code), texts);
        }

        var (c, councils) = (v.Class, await directory.CouncilsAsync(ct));

        return Results.Ok(new TrainingOut(
            c.Code, councils.GetValueOrDefault(c.CouncilId)?.Code, c.Subject, c.Format, c.Audience, c.From, c.Until, c.Place, c.Trainer, c.ForCommunes, c.State, [.. v.Days.Select(d => d.On)],
            [.. v.Trainees.Select(t => new TraineeOut(t.Who.Code, t.Who.Name, councils.GetValueOrDefault(t.Seat.CouncilId)?.Code, t.Days, t.Seat.Result, t.Seat.Certificate))]));
    }

    private static async Task<IResult> OpenAsync(NewTraining body, TrainingDesk desk, CouncilDesks desks, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (await desks.FindAsync(body.Council, ct) is not { } council)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        if (body.From is not { } from)
        {
            return Problems.Of(new Refusal("trainings.fromMissing", "from"), texts);
        }

        var opened = await desk.OpenAsync(
            new TrainingInput
            {
                CouncilId = council.Id, Subject = body.Subject ?? "", Format = body.Format ?? TrainingFormat.InPerson, Audience = body.Audience ?? TrainingAudience.AllDelegates, From = from, Until = body.Until,
                Place = Words.Blank(body.Place), Trainer = Words.Blank(body.Trainer), ForCommunes = body.ForCommunes == true,
            },
            acting, ct);

        return opened.IsRefused ? Problems.Of(opened, texts) : Results.Created($"{Root}/{opened.Value}", new TrainingEntered(opened.Value));
    }

    private static async Task<IResult> EnrolAsync(string code, NewEnrolment body, TrainingEnrolment enrolment, Acting acting, TextTable texts, CancellationToken ct)
    {
        var added = await enrolment.EnrolAsync(code, new EnrolInput { Whom = body.Whom ?? EnrolWhom.Untrained, GroupId = body.GroupId, Post = body.Post, Delegates = body.Delegates ?? [], Most = body.Most }, acting, ct);

        return added.IsRefused ? Problems.Of(added, texts) : Results.Ok(new EnrolledOut(added.Value));
    }

    private static async Task<IResult> RollAsync(string code, NewRoll body, TrainingReader reader, TrainingRoll roll, Acting acting, TextTable texts, CancellationToken ct)
    {
        if (body.On is not { } on)
        {
            return Problems.Of(new Refusal("trainings.fromMissing", "on"), texts);
        }

        var ids = (await reader.ReadAsync(code, acting, ct))?.Trainees.ToDictionary(t => t.Who.Code, t => t.Who.Id) ?? [];
        if ((body.Present ?? []).FirstOrDefault(p => !ids.ContainsKey(p)) is not null && ids.Count > 0)
        {
            return Problems.Of(new Refusal("training.notEnrolled", "present"), texts);
        }

        var called = await roll.CallAsync(code, on, [.. (body.Present ?? []).Where(ids.ContainsKey).Select(p => ids[p])], acting, ct);

        return called.IsRefused ? Problems.Of(called, texts) : Results.NoContent();
    }

    private static async Task<IResult> CertificatesAsync(string code, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "delegate")] string? of, TrainingCertificates certificates, Acting acting, TextTable texts, CancellationToken ct) =>
        await certificates.WriteAsync(code, of, acting, ct) switch
        {
            null => Results.NotFound(),
            { IsRefused: true } refused => Problems.Of(refused, texts),
            var written => Results.File(written.Value.Content, WordWriter.ContentType, written.Value.FileName),
        };
}

/// <summary>A class in a list.</summary>
/// <param name="Council">Unit code of the council that gives it.</param>
/// <param name="ForCommunes">Of a province, for the delegates of its communes too.</param>
/// <param name="There">Who was there on one day at least.</param>
public sealed record TrainingItem(string Code, string? Council, string Subject, TrainingFormat Format, TrainingAudience Audience, DateOnly From, DateOnly Until, bool ForCommunes, TrainingState State, int Enrolled, int There);

/// <summary>A page of classes; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record TrainingItems(IReadOnlyList<TrainingItem> Items, string? Next);

public sealed record TrainedCouncilOut(string? Council, int Trained, int Total, int FullTimeTrained, int FullTime);

/// <summary>Delegates trained in a year.</summary>
/// <param name="Missing">Names still to be trained, of one council.</param>
public sealed record TrainedOut(int Year, int Trained, int Total, int FullTimeTrained, int FullTime, IReadOnlyList<TrainedCouncilOut> Councils, IReadOnlyList<string> Missing);

/// <param name="Delegate">Code of the delegate.</param>
/// <param name="Days">Days they were there.</param>
public sealed record TraineeOut(string Delegate, string Name, string? Council, IReadOnlyList<DateOnly> Days, TrainingResult Result, int? Certificate);

/// <summary>One class whole, with the trainees the caller may see.</summary>
public sealed record TrainingOut(
    string Code, string? Council, string Subject, TrainingFormat Format, TrainingAudience Audience, DateOnly From, DateOnly Until, string? Place, string? Trainer, bool ForCommunes, TrainingState State, IReadOnlyList<DateOnly> Days,
    IReadOnlyList<TraineeOut> Trainees);

/// <summary>A class to be opened; council, subject and from are needed.</summary>
public sealed record NewTraining(
    [property: StringLength(40)] string? Council, [property: StringLength(500)] string? Subject, DateOnly? From, DateOnly? Until = null, TrainingFormat? Format = null, TrainingAudience? Audience = null,
    [property: StringLength(300)] string? Place = null, [property: StringLength(300)] string? Trainer = null, bool? ForCommunes = null);

public sealed record TrainingEntered(string Code);

/// <param name="Most">No more than so many, those not yet trained first.</param>
public sealed record NewEnrolment(EnrolWhom? Whom = null, Guid? GroupId = null, PostKind? Post = null, IReadOnlyList<Guid>? Delegates = null, [property: Range(1, 100_000)] int? Most = null);

public sealed record EnrolledOut(int Added);

/// <param name="Present">Codes of the delegates who were there; all others enrolled were not.</param>
public sealed record NewRoll(DateOnly? On, IReadOnlyList<string>? Present);
