using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Threads;

/// <summary>A thread as it is opened or edited.</summary>
public sealed record ThreadInput
{
    /// <summary>Given by the page or program that asks, so that an opening sent twice opens one thread.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(500)]
    public required string Title { get; init; }

    [StringLength(40)]
    public string? Field { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    /// <summary>Today, unless the problem has been followed on paper before.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The record it was opened from; it is put in at once.</summary>
    public ThreadRecordInput? Record { get; init; }
}

/// <summary>A record to be put into a thread.</summary>
/// <param name="Code">Its code; of a record without one (a finding) its id.</param>
/// <param name="Kind">Null asks every room, since codes are unique in the nation.</param>
public sealed record ThreadRecordInput([property: StringLength(60)] string Code, [property: StringLength(40)] string? Kind = null, [property: StringLength(500)] string? Note = null);

/// <summary>How a thread ends.</summary>
/// <param name="Result">What came of the problem.</param>
/// <param name="On">Today where it is left out.</param>
/// <param name="Despite">Why it ends though matters of it are open; needed then.</param>
public sealed record EndThreadInput([property: StringLength(4000)] string? Result, DateOnly? On = null, [property: StringLength(1000)] string? Despite = null);

/// <summary>Keeping threads: opened, described, records put in and taken out, ended, reopened.</summary>
public sealed class ThreadDesk(OperationRunner operations, ThreadTelling telling)
{
    /// <returns>
    /// The code; refusals <c>council.notFound</c>, <c>thread.titleMissing</c>, <c>.fieldUnknown</c>, <c>.openedInFuture</c>, <c>.recordNotFound</c>, <c>text.secret</c>, <c>input.*</c>.
    /// </returns>
    public Task<Result<string>> OpenAsync(ThreadInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<KeepThreads>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            // The second of two presses waits here and finds the thread of the first.
            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } id && await work.Db.Set<MatterThread>().FirstOrDefaultAsync(t => t.Id == id, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("thread.notFound", nameof(asked.Id));
            }

            if (ThreadRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var opened = await AddAsync(work, asked, council, token);
            work.Record(new ThreadOpened(ThreadEvent.About(opened), opened.Title), capacity);
            if (asked.Record is { } record && await LinkAsync(work, opened, record, capacity, token) is { IsRefused: true } refused)
            {
                return Result<string>.Refuse(refused.Refusals);
            }

            return opened.Code;
        }, ct);

    /// <param name="version">The version the form was filled from; null where the caller does not say.</param>
    /// <returns>Refusals <c>thread.notFound</c>, <c>.notAllowed</c>, <c>.titleMissing</c>, <c>.fieldUnknown</c>, <c>record.changedMeanwhile</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> EditAsync(string code, ThreadInput asked, int? version, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, (work, thread, capacity, _) =>
        {
            if (Work.ChangedMeanwhile(thread, version) is { } changed)
            {
                return Task.FromResult<Result>(changed);
            }

            if (ThreadRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Task.FromResult(Result.Refuse(wrong));
            }

            thread.Describe(asked.Title.Trim(), asked.Field, asked.Place?.Trim());
            work.Record(new ThreadEdited(ThreadEvent.About(thread)), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Puts a record in that the person may read, of their own council or of one below. One that stands in it already stays as it is.</summary>
    /// <returns>Refusals <c>thread.notFound</c>, <c>.notAllowed</c>, <c>.ended</c>, <c>.recordNotFound</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> LinkAsync(string code, ThreadRecordInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, thread, capacity, token) =>
        {
            await work.HoldAsync(thread.CouncilId, token);

            return thread.State == ThreadStanding.Ended ? new Refusal("thread.ended", null, code) : await LinkAsync(work, thread, asked, capacity, token);
        }, ct);

    /// <summary>
    /// A delegate or the Front says that a record belongs here: a line in the inbox of the council's desk, which leads to the form filled in. Said again while nobody has dealt with it, it
    /// stays one.
    /// </summary>
    /// <returns>Refusals <c>thread.notFound</c>, <c>.notAllowed</c>, <c>.ended</c>, <c>.recordNotFound</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> ProposeAsync(string code, ThreadRecordInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<MatterThread>().VisibleTo(acting).FirstOrDefaultAsync(t => t.Code == code, token) is not { } thread)
            {
                return new Refusal("thread.notFound", null, code);
            }

            if (work.CapacityFor<ProposeThreadLinks>(thread) is not { } capacity)
            {
                return new Refusal("thread.notAllowed", null, code);
            }

            if (thread.State == ThreadStanding.Ended)
            {
                return new Refusal("thread.ended", null, code);
            }

            await work.HoldAsync(thread.CouncilId, token);
            var told = await TellAsync(work, asked, token);

            return told.IsRefused ? told : await ProposeAsync(work, thread, told.Value, asked, capacity, token);
        }, ct);

    private static async Task<Result> ProposeAsync(Work work, MatterThread thread, ToldRecord told, ThreadRecordInput asked, Capacity capacity, CancellationToken ct)
    {
        var href = $"/mach-van-de/{thread.Code}/gan?ma={Uri.EscapeDataString(told.Code)}";
        if (await work.Db.Set<ThreadLink>().AnyAsync(l => l.ThreadId == thread.Id && l.Kind == told.Kind && l.RecordId == told.Id, ct)
            || await work.Db.Set<Notification>().AnyAsync(n => n.RecipientCouncilId == thread.CouncilId && n.Href == href && n.DoneAt == null, ct))
        {
            return Result.Done;
        }

        work.Db.Add(new Notification
        {
            Id = Guid.CreateVersion7(),
            CouncilId = thread.CouncilId,
            RecipientCouncilId = thread.CouncilId,
            Kind = "thread.linkProposed",
            Values = [work.Acting.FullName, told.Code, thread.Code],
            Href = href,
            CreatedAt = work.Now,
        });
        work.Record(new ThreadLinkProposed(ThreadEvent.About(thread), told.Kind, told.Code, string.IsNullOrWhiteSpace(asked.Note) ? null : asked.Note.Trim()), capacity);

        return Result.Done;
    }

    /// <summary>Takes a record out; it stays what it is in its own room.</summary>
    /// <returns>Refusals <c>thread.notFound</c>, <c>.notAllowed</c>, <c>.ended</c>, <c>.linkNotFound</c>.</returns>
    public Task<Result> UnlinkAsync(string code, Guid linkId, Acting acting, CancellationToken ct) => UnlinkAsync(code, links => links.Where(l => l.Id == linkId), acting, ct);

    /// <summary>The same by the record's code, as a program names it.</summary>
    public Task<Result> UnlinkAsync(string code, string record, Acting acting, CancellationToken ct) => UnlinkAsync(code, links => links.Where(l => l.RecordCode == record), acting, ct);

    private Task<Result> UnlinkAsync(string code, Func<IQueryable<ThreadLink>, IQueryable<ThreadLink>> which, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, thread, capacity, token) =>
        {
            if (thread.State == ThreadStanding.Ended)
            {
                return new Refusal("thread.ended", null, code);
            }

            if (await which(work.Db.Set<ThreadLink>().Where(l => l.ThreadId == thread.Id)).FirstOrDefaultAsync(token) is not { } link)
            {
                return new Refusal("thread.linkNotFound");
            }

            work.Db.Remove(link);
            work.Record(new ThreadRecordUnlinked(ThreadEvent.About(thread), link.Kind, link.RecordCode), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Ends it with what came of the problem; with matters still open only with a reason.</summary>
    /// <returns>Refusals <c>thread.notFound</c>, <c>.notAllowed</c>, <c>.ended</c>, <c>.resultMissing</c>, <c>.endedInFuture</c>, <c>.endedBeforeOpened</c>, <c>.stillOpen</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> EndAsync(string code, EndThreadInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, thread, capacity, token) =>
        {
            if (thread.State == ThreadStanding.Ended)
            {
                return new Refusal("thread.ended", null, code);
            }

            List<Refusal> wrong = [.. ThreadRules.CannotEnd(thread, asked, work.Today)];
            var open = await OpenMattersAsync(work, thread, token);
            if (open > 0 && string.IsNullOrWhiteSpace(asked.Despite))
            {
                wrong.Add(new Refusal("thread.stillOpen", nameof(asked.Despite), open));
            }

            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            var (result, on) = (asked.Result!.Trim(), asked.On ?? work.Today);
            thread.End(result, on, open > 0 ? asked.Despite!.Trim() : null);
            work.Record(new ThreadEnded(ThreadEvent.About(thread), on, result, open > 0 ? open : null), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The problem is back, or the result did not hold.</summary>
    /// <returns>Refusals <c>thread.notFound</c>, <c>.notAllowed</c>, <c>.notEnded</c>, <c>.reasonMissing</c>, <c>text.secret</c>.</returns>
    public Task<Result> ReopenAsync(string code, string? reason, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, (work, thread, capacity, _) => Task.FromResult(Reopen(work, thread, reason, capacity)), ct);

    private static Result Reopen(Work work, MatterThread thread, string? reason, Capacity capacity)
    {
        if (thread.State == ThreadStanding.Open)
        {
            return new Refusal("thread.notEnded", null, thread.Code);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("thread.reasonMissing", "Reason");
        }

        if (Secrets.InText(reason, "Reason") is { } secret)
        {
            return secret;
        }

        thread.Reopen();
        work.Record(new ThreadReopened(ThreadEvent.About(thread), reason.Trim()), capacity);

        return Result.Done;
    }

    private static async Task<MatterThread> AddAsync(Work work, ThreadInput asked, Council council, CancellationToken ct)
    {
        var on = asked.OpenedOn ?? work.Today;
        var opened = new MatterThread
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = ThreadCode.Of(council.Code, on.Year, await CodeSeries.NextAsync(work.Db, ThreadCode.Series(council.Code, on.Year), 1, ct)),
            Title = asked.Title.Trim(),
            OpenedOn = on,
            CreatedAt = work.Now,
        };
        opened.Describe(asked.Title.Trim(), asked.Field, asked.Place?.Trim());
        work.Db.Add(opened);

        return opened;
    }

    private async Task<Result> LinkAsync(Work work, MatterThread thread, ThreadRecordInput asked, Capacity capacity, CancellationToken ct)
    {
        var found = await TellAsync(work, asked, ct);
        if (found.IsRefused)
        {
            return found;
        }

        var told = found.Value;
        if (await work.Db.Set<ThreadLink>().AnyAsync(l => l.ThreadId == thread.Id && l.Kind == told.Kind && l.RecordId == told.Id, ct))
        {
            return Result.Done;
        }

        work.Db.Add(new ThreadLink
        {
            Id = Guid.CreateVersion7(),
            ThreadId = thread.Id,
            Kind = told.Kind,
            RecordId = told.Id,
            RecordCode = told.Code,
            Note = string.IsNullOrWhiteSpace(asked.Note) ? null : asked.Note.Trim(),
            LinkedBy = work.Acting.UserId,
            LinkedAt = work.Now,
        });
        work.Record(new ThreadRecordLinked(ThreadEvent.About(thread), told.Kind, told.Code), capacity);

        return Result.Done;
    }

    /// <summary>The record that is meant, as its room tells it to this person; what they may not read is not found.</summary>
    private async Task<Result<ToldRecord>> TellAsync(Work work, ThreadRecordInput asked, CancellationToken ct)
    {
        if (InputShape.WrongIn(asked) is { Count: > 0 } shape)
        {
            return Result<ToldRecord>.Refuse(shape);
        }

        if (Secrets.InText(asked.Note, nameof(asked.Note)) is { } secret)
        {
            return secret;
        }

        if (await telling.FindAsync(work.Db, asked.Kind, asked.Code, work.Acting, ct) is not { } found
            || await telling.TellAsync(work.Db, [found], work.Acting, ct) is not [var told])
        {
            return new Refusal("thread.recordNotFound", nameof(asked.Code), asked.Code);
        }

        return told;
    }

    private async Task<int> OpenMattersAsync(Work work, MatterThread thread, CancellationToken ct)
    {
        var links = await work.Db.Set<ThreadLink>().AsNoTracking().Where(l => l.ThreadId == thread.Id).ToListAsync(ct);

        return (await telling.OpenAsync(work.Db, await telling.TellAsync(work.Db, links.Select(l => (l.Kind, l.RecordId)), work.Acting, ct), ct)).Count;
    }

    private Task<Result> ChangeAsync(string code, Acting acting, Func<Work, MatterThread, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ThreadAsync(code, token);

            return found.IsRefused ? found : await act(work, found.Value.Thread, found.Value.Capacity, token);
        }, ct);
}
