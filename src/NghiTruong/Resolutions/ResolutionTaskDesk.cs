using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>What an agency says it has done of a task.</summary>
public sealed record TaskReportInput
{
    [StringLength(10_000)]
    public required string Words { get; init; }

    [StringLength(120)]
    public string? Document { get; init; }

    public DateOnly? On { get; init; }

    public StagedFile? File { get; init; }
}

/// <summary>What the council's side judges of it.</summary>
public sealed record JudgeInput
{
    public required TaskOutcome Outcome { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    /// <summary>It ends here though it was not all done; what is done always ends.</summary>
    public bool Ends { get; init; }
}

/// <summary>A task to its end: the agency's word, and the judgement, which only the council's side gives.</summary>
public sealed class ResolutionTaskDesk(OperationRunner operations, FollowUps followUps)
{
    /// <returns>Refusals <c>resolutionTask.wordsMissing</c>, <c>resolutionTask.inFuture</c>, <c>resolutionTask.closed</c>, <c>text.secret</c>.</returns>
    public Task<Result> ReportAsync(string code, TaskReportInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<ReportOnResolutions>(code, acting, async (work, task, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            if (on > work.Today)
            {
                return new Refusal("resolutionTask.inFuture", nameof(asked.On));
            }

            if (string.IsNullOrWhiteSpace(asked.Words))
            {
                return new Refusal("resolutionTask.wordsMissing", nameof(asked.Words));
            }

            if (Secrets.InText(asked.Words, nameof(asked.Words)) is { } secret)
            {
                return secret;
            }

            task.Report(asked.Words.Trim(), asked.Document, on);
            await followUps.SettleAsync(work, task.Id, FollowUpState.Answered, token);
            // The clerk writes down what the agency said: it is the agency's word all the same.
            var by = await work.Db.Set<Agency>().Where(a => a.Id == task.AgencyId).Select(a => a.Name).FirstAsync(token);
            work.Record(new ResolutionTaskReported(ResolutionTaskEvent.About(task), by, asked.Document, on, capacity.AgencyId is null), capacity);
            if (asked.File is { } file)
            {
                await work.AttachAsync(file, ResolutionTaskFiles.OwnerKind, task.Id, token);
            }

            return Result.Done;
        }, ct);

    /// <summary>Done ends it; partly or not done is owed again by its day, or ends with a note that says why.</summary>
    /// <returns>Refusals <c>resolutionTask.noteMissing</c>, <c>resolutionTask.closed</c>.</returns>
    public Task<Result> JudgeAsync(string code, JudgeInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<JudgeResolutionTasks>(code, acting, async (work, task, capacity, token) =>
        {
            if (asked.Outcome != TaskOutcome.Done && string.IsNullOrWhiteSpace(asked.Note))
            {
                return new Refusal("resolutionTask.noteMissing", nameof(asked.Note));
            }

            var ends = asked.Ends || asked.Outcome == TaskOutcome.Done;
            task.Judge(asked.Outcome, asked.Note?.Trim(), ends, work.Today);
            work.Record(new ResolutionTaskJudged(ResolutionTaskEvent.About(task), asked.Outcome, work.Today, ends), capacity);
            if (ends)
            {
                await followUps.SettleAsync(work, task.Id, FollowUpState.Done, token);
                await EndClauseAsync(work, task, token);

                return Result.Done;
            }

            foreach (var item in await followUps.OfAsync(work, task.Id, token))
            {
                item.Settle(FollowUpState.Waiting);
            }

            return Result.Done;
        }, ct);

    /// <summary>A clause to be done once ends with its task; one with a cadence goes on.</summary>
    private static async Task EndClauseAsync(Work work, ResolutionTask task, CancellationToken ct)
    {
        if (await work.Db.Set<ResolutionClause>().FirstAsync(c => c.Id == task.ClauseId, ct) is { Cadence: ClauseCadence.Once, EndedOn: null } clause)
        {
            clause.End(work.Today, null);
        }
    }

    private Task<Result> ActAsync<T>(string code, Acting acting, Func<Work, ResolutionTask, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.TaskAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return found.Value.Task.State == ResolutionTaskState.Closed
                ? new Refusal("resolutionTask.closed", null, code)
                : await act(work, found.Value.Task, found.Value.Capacity, token);
        }, ct);
}
