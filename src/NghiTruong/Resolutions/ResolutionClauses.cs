using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>Who is to do what of a clause, by a day or again and again.</summary>
public sealed record FollowInput
{
    public Guid? AgencyId { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public ClauseCadence Cadence { get; init; }

    /// <summary>Of a clause to be done once.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>A cadence begins with the period of this day; today's when null.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>A clause to be watched.</summary>
public sealed record ClauseInput
{
    [StringLength(200)]
    public required string Place { get; init; }

    [StringLength(4000)]
    public required string Content { get; init; }

    /// <summary>Null: only noted, to be given out later.</summary>
    public FollowInput? Follow { get; init; }

    /// <summary>The form's own id, so that the same clause sent again is one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>A clause as it is set right.</summary>
public sealed record ClauseEdit
{
    [StringLength(200)]
    public required string Place { get; init; }

    [StringLength(4000)]
    public required string Content { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    /// <summary>Of a clause to be done once; null leaves the day.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>Clauses to follow: noted, given out as follow-up items, let go.</summary>
public sealed class ResolutionClauses(OperationRunner operations, FollowUps followUps, RuleBook rules)
{
    /// <summary>A cadence that began longer ago would open tasks that nobody was asked for.</summary>
    private const int MonthsBack = 12;

    /// <returns>The clause's code; refusals <c>resolution.placeMissing</c>, <c>resolution.contentMissing</c>, <c>resolution.ended</c>, and those of <see cref="FollowAsync"/>.</returns>
    public Task<Result<string>> AddAsync(string code, ClauseInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await work.ResolutionAsync<RecordResolutions>(code, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (r, capacity) = found.Value;
            await work.HoldAsync(r.CouncilId, token);
            if (asked.Id is { } sent && await work.Db.Set<ResolutionClause>().FirstOrDefaultAsync(c => c.Id == sent && c.ResolutionId == r.Id, token) is { } already)
            {
                return already.Code;
            }

            var wrong = WrongIn(asked, r, work.Today);
            if (wrong.Count > 0)
            {
                return Result<string>.Refuse(wrong);
            }

            var clause = await NewAsync(work, r, asked, token);
            work.Record(new ResolutionClauseAdded(ResolutionEvent.About(r), clause.Place), capacity);
            if (asked.Follow is { } follow && await FollowAsync(work, r, clause, follow, capacity, token) is { IsRefused: true } refused)
            {
                return Result<string>.Refuse(refused.Refusals);
            }

            return clause.Code;
        }, ct);

    /// <summary>Sets a clause right: its place, words, product, day. What is still open under it says the same from now on; what is closed stays as it was judged.</summary>
    /// <returns>Refusals <c>resolution.placeMissing</c>, <c>resolution.contentMissing</c>, <c>resolution.clauseEnded</c>, <c>resolution.ended</c>, <c>record.changedMeanwhile</c>.</returns>
    public Task<Result> EditAsync(string clauseCode, ClauseEdit asked, Acting acting, CancellationToken ct) =>
        ActAsync(clauseCode, acting, async (work, c, r, capacity, token) =>
        {
            if (Work.ChangedMeanwhile(c, asked.Version) is { } stale)
            {
                return stale;
            }

            var wrong = WrongIn(new ClauseInput { Place = asked.Place, Content = asked.Content }, r, work.Today);
            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            (c.Place, c.Content, c.Product) = (asked.Place.Trim(), asked.Content.Trim(), asked.Product?.Trim());
            var due = c.Cadence == ClauseCadence.Once && asked.DueOn != c.DueOn ? asked.DueOn : null;
            if (due is { } day)
            {
                c.MoveDue(day);
            }

            foreach (var task in await work.Db.Set<ResolutionTask>().Where(t => t.ClauseId == c.Id && t.State != ResolutionTaskState.Closed).ToListAsync(token))
            {
                await FollowWordsAsync(work, r, c, task, due, token);
            }

            work.Record(new ResolutionClauseEdited(ResolutionEvent.About(r), c.Place, due), capacity);

            return Result.Done;
        }, ct);

    private async Task FollowWordsAsync(Work work, Resolution r, ResolutionClause c, ResolutionTask task, DateOnly? due, CancellationToken ct)
    {
        (task.Content, task.Product) = (c.Content, c.Product);
        if (due is { } day)
        {
            task.MoveDue(day);
        }

        foreach (var item in await followUps.OfAsync(work, task.Id, ct))
        {
            item.Title = ResolutionTasks.TitleOf(r, c);
            if (due is not null)
            {
                item.Due(due);
            }
        }
    }

    /// <summary>Gives a noted clause out: its task opens, or for a cadence the task of the running period.</summary>
    /// <returns>Refusals <c>resolution.agencyMissing</c>, <c>agency.notFound</c>, <c>resolution.dueMissing</c>, <c>resolution.fromTooEarly</c>, <c>resolution.clauseFollowed</c>, <c>resolution.clauseEnded</c>, <c>resolution.ended</c>.</returns>
    public Task<Result> FollowAsync(string clauseCode, FollowInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(clauseCode, acting, (work, c, r, capacity, token) =>
            c.Cadence is not null ? Refused(new Refusal("resolution.clauseFollowed", null, c.Place)) : FollowAsync(work, r, c, asked, capacity, token), ct);

    /// <summary>Followed no more, with the reason; what is still owed under it is let go.</summary>
    /// <returns>Refusal <c>resolution.reasonMissing</c>.</returns>
    public Task<Result> EndAsync(string clauseCode, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync(clauseCode, acting, async (work, c, r, capacity, token) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("resolution.reasonMissing", "Reason");
            }

            c.End(work.Today, reason.Trim());
            work.Record(new ResolutionClauseEnded(ResolutionEvent.About(r), c.Place, reason.Trim()), capacity);
            foreach (var task in await work.Db.Set<ResolutionTask>().Where(t => t.ClauseId == c.Id && t.State != ResolutionTaskState.Closed).ToListAsync(token))
            {
                task.Close(work.Today);
                await followUps.SettleAsync(work, task.Id, FollowUpState.Withdrawn, token);
                work.Record(new ResolutionTaskLetGo(ResolutionTaskEvent.About(task), reason.Trim()), capacity);
            }

            return Result.Done;
        }, ct);

    private async Task<Result> FollowAsync(Work work, Resolution r, ResolutionClause c, FollowInput asked, Capacity capacity, CancellationToken ct)
    {
        var from = asked.From ?? work.Today;
        if (ResolutionStates.Ended.Contains(r.StateOn(work.Today)))
        {
            return new Refusal("resolution.ended", null, r.Number);
        }

        if (asked.AgencyId is not { } agencyId)
        {
            return new Refusal("resolution.agencyMissing", nameof(asked.AgencyId));
        }

        if (await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == agencyId && a.CouncilId == r.CouncilId, ct) is not { } agency)
        {
            return new Refusal("agency.notFound", nameof(asked.AgencyId));
        }

        if (asked.Cadence == ClauseCadence.Once && asked.DueOn is null)
        {
            return new Refusal("resolution.dueMissing", nameof(asked.DueOn));
        }

        if (asked.Cadence != ClauseCadence.Once && from < work.Today.AddMonths(-MonthsBack))
        {
            return new Refusal("resolution.fromTooEarly", nameof(asked.From), MonthsBack);
        }

        c.Follow(agency.Id, asked.Product, asked.Cadence, asked.Cadence == ClauseCadence.Once ? asked.DueOn : null, from);
        work.Record(new ResolutionClauseFollowed(ResolutionEvent.About(r), c.Place, agency.Name, asked.Cadence, c.DueOn), capacity);
        await ResolutionTasks.OpenAsync(work, r, c, await rules.ReadAsync(ct), capacity, ct);

        return Result.Done;
    }

    private static List<Refusal> WrongIn(ClauseInput asked, Resolution r, DateOnly today) =>
    [
        .. new Refusal?[]
        {
            string.IsNullOrWhiteSpace(asked.Place) ? new Refusal("resolution.placeMissing", nameof(asked.Place)) : Secrets.InText(asked.Place, nameof(asked.Place)),
            string.IsNullOrWhiteSpace(asked.Content) ? new Refusal("resolution.contentMissing", nameof(asked.Content)) : Secrets.InText(asked.Content, nameof(asked.Content)),
            ResolutionStates.Ended.Contains(r.StateOn(today)) ? new Refusal("resolution.ended", null, r.Number) : null,
        }.OfType<Refusal>(),
    ];

    private static async Task<ResolutionClause> NewAsync(Work work, Resolution r, ClauseInput asked, CancellationToken ct)
    {
        var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == r.CouncilId, ct);
        var series = ResolutionCode.Series(ResolutionCode.Clause, council, work.Today.Year);
        var clause = new ResolutionClause
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = r.CouncilId,
            ProvinceId = r.ProvinceId,
            OriginCouncilId = r.CouncilId,
            Code = ResolutionCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, ct)),
            ResolutionId = r.Id,
            Place = asked.Place.Trim(),
            Content = asked.Content.Trim(),
        };
        work.Db.Add(clause);

        return clause;
    }

    private Task<Result> ActAsync(string clauseCode, Acting acting, Func<Work, ResolutionClause, Resolution, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ClauseAsync<RecordResolutions>(clauseCode, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (clause, r, capacity) = found.Value;
            await work.HoldAsync(r.CouncilId, token);

            return clause.EndedOn is null ? await act(work, clause, r, capacity, token) : new Refusal("resolution.clauseEnded", null, clause.Place);
        }, ct);

    private static Task<Result> Refused(Refusal refusal) => Task.FromResult<Result>(refusal);
}
