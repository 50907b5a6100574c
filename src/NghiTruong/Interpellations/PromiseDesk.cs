using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>A promise as it is written down.</summary>
public sealed record PromiseInput
{
    /// <summary>Comes from the form, so that a promise sent again is the same promise.</summary>
    public Guid? Id { get; init; }

    [StringLength(4000)]
    public required string Content { get; init; }

    /// <summary>Null is the agency of whoever was asked.</summary>
    public Guid? AgencyId { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>What the agency says it has done.</summary>
public sealed record PromiseReportInput
{
    [StringLength(10_000)]
    public required string Words { get; init; }

    /// <summary>Needed where a clerk writes it down.</summary>
    [StringLength(120)]
    public string? Document { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>It is done, not only under way.</summary>
    public bool IsDone { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];
}

/// <summary>Kept, partly or not, with reason and evidence.</summary>
public sealed record PromiseJudgement
{
    public required PromiseOutcome Outcome { get; init; }

    [StringLength(4000)]
    public string? Reason { get; init; }

    [StringLength(4000)]
    public string? Evidence { get; init; }

    /// <summary>Followed on, by its day or <see cref="DueOn"/>. What is kept is always closed.</summary>
    public bool GoesOn { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Number of the Standing Committee's paper, where its clerk writes it down.</summary>
    [StringLength(60)]
    public string? Paper { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];
}

/// <summary>Lời hứa from the hall to the judgement: a follow-up item to be kept by its day, and a report before the next regular session.</summary>
public sealed class PromiseDesk(OperationRunner operations, FollowUps followUps, PromiseReports reports)
{
    /// <summary>A promise made at an answer.</summary>
    /// <returns>Its code; refusals <c>interpellation.notAnswered</c>, <c>promise.contentMissing</c>, <c>promise.dueMissing</c>, <c>promise.dueBeforeMade</c>, <c>agency.notFound</c>, <c>text.secret</c>.</returns>
    public Task<Result<string>> MakeAsync(string slipCode, PromiseInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await work.SlipAsync<RecordSittings>(slipCode, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (slip, capacity) = found.Value;
            if (slip.AnsweredOn is not { } madeOn)
            {
                return new Refusal("interpellation.notAnswered", null, slipCode);
            }

            await work.HoldAsync(slip.CouncilId, token);
            var made = await work.PromiseAsync(reports, new PromiseSource(slip, slip.PersonAsked, slip.AgencyId, madeOn, slip.Id, null), asked, capacity, token);

            return made.IsRefused ? Result<string>.Refuse(made.Refusals) : made.Value.Code;
        }, ct);

    /// <summary>The agency's report, or the clerk's note of it by the number of its document: it settles the report due before the session; said to be done, it waits for judgement.</summary>
    /// <returns>Refusals <c>promise.notFollowed</c>, <c>promise.wordsMissing</c>, <c>promise.documentMissing</c>, <c>promise.inFuture</c>, <c>promise.reportedBeforeMade</c>, <c>text.secret</c>.</returns>
    public Task<Result> ReportAsync(string code, PromiseReportInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<ReportPromises>(code, [PromiseState.Following], acting, async (work, promise, capacity, token) =>
        {
            var (on, isOnBehalf) = (asked.On ?? work.Today, capacity.AgencyId is null);
            if (WrongReport(promise, asked, on, isOnBehalf, work.Today) is { } wrong)
            {
                return wrong;
            }

            if (promise.HasTold(asked.Words.Trim(), InterpellationFinder.Clean(asked.Document), on) && !asked.IsDone && asked.Files.Count == 0)
            {
                return Result.Done;
            }

            promise.Tell(asked.Words.Trim(), InterpellationFinder.Clean(asked.Document), on, asked.IsDone);
            await work.KeepAsync(asked.Files, promise.Id, token);
            await followUps.SettleAsync(work, promise.Id, FollowUpState.Done, item => item.SessionId is not null, token);
            if (asked.IsDone)
            {
                await followUps.SettleAsync(work, promise.Id, FollowUpState.Answered, item => item.SessionId is null, token);
            }

            // The clerk writes down what the agency said: it is the agency's word all the same.
            var by = isOnBehalf ? await work.Db.Set<Agency>().Where(a => a.Id == promise.AgencyId).Select(a => a.Name).FirstAsync(token) : capacity.PlaceName;
            work.Record(new PromiseReported(PromiseEvent.About(promise), by, promise.ReportDocument, on, isOnBehalf, asked.IsDone), capacity);
            await reports.OweNextAsync(work, promise, capacity, token);

            return Result.Done;
        }, ct);

    /// <summary>Judged by the Standing Committee, the delegate who asked, or the clerk by the Standing Committee's paper; only then closed.</summary>
    /// <returns>Refusals <c>promise.notOpen</c>, <c>promise.notYours</c>, <c>interpellation.paperMissing</c>, <c>promise.reasonMissing</c>, <c>promise.evidenceMissing</c>, <c>promise.dueInPast</c>.</returns>
    public Task<Result> JudgeAsync(string code, PromiseJudgement asked, Acting acting, CancellationToken ct) =>
        ActAsync<JudgePromises>(code, PromiseStates.Open, acting, async (work, promise, capacity, token) =>
        {
            if (!await MayJudgeAsync(work, promise, capacity, token))
            {
                return new Refusal("promise.notYours", null, code);
            }

            if (WrongJudgement(asked, capacity, work.Today) is { } wrong)
            {
                return wrong;
            }

            await work.HoldAsync(promise.CouncilId, token);
            await work.KeepAsync(asked.Files, promise.Id, token);
            var by = InterpellationFinder.Clean(asked.Paper) is { } paper ? $"{capacity.PlaceName}, {paper}" : acting.FullName;
            if (asked.GoesOn && asked.Outcome != PromiseOutcome.Kept)
            {
                await GoOnAsync(work, promise, asked, by, capacity, token);
            }
            else
            {
                await CloseAsync(work, promise, asked, by, capacity, token);
            }

            return Result.Done;
        }, ct);

    private async Task GoOnAsync(Work work, Promise promise, PromiseJudgement asked, string by, Capacity capacity, CancellationToken ct)
    {
        promise.GoOn(asked.Outcome, asked.Reason!.Trim(), asked.Evidence!.Trim(), by, work.Today, asked.DueOn);
        foreach (var item in (await followUps.OfAsync(work, promise.Id, ct)).Where(i => i.SessionId is null))
        {
            item.Due(promise.DueOn);
            item.Settle(FollowUpState.Waiting);
        }

        work.Record(new PromiseJudged(PromiseEvent.About(promise), asked.Outcome, by, promise.Reason!, asked.DueOn), capacity);
        await reports.OweNextAsync(work, promise, capacity, ct);
    }

    private async Task CloseAsync(Work work, Promise promise, PromiseJudgement asked, string by, Capacity capacity, CancellationToken ct)
    {
        promise.Close(asked.Outcome, asked.Reason!.Trim(), asked.Evidence!.Trim(), by, work.Today);
        await followUps.SettleAsync(work, promise.Id, FollowUpState.Done, ct);
        work.Record(new PromiseClosed(PromiseEvent.About(promise), asked.Outcome, by, promise.Reason!), capacity);
        if (promise.ExplanationId is not { } explanation
            || await work.Db.Set<Promise>().AnyAsync(p => p.ExplanationId == explanation && p.Id != promise.Id && PromiseStates.Open.Contains(p.State), ct))
        {
            return;
        }

        // The last task of a conclusion that has been sent closes the session.
        if (await work.Db.Set<ExplanationSession>().FirstOrDefaultAsync(s => s.Id == explanation && s.State == ExplanationState.Sent, ct) is { } session)
        {
            session.Close(work.Today);
            work.Record(new ExplanationClosed(ExplanationEvent.About(session)), capacity);
        }
    }

    private static async Task<bool> MayJudgeAsync(Work work, Promise promise, Capacity capacity, CancellationToken ct) =>
        work.Acting.IsSystem || capacity.Role is Role.StandingCommittee or Role.Clerk
        || await work.Db.Set<Interpellation>().AnyAsync(i => i.Id == promise.InterpellationId && i.AskerUserId == work.Acting.UserId, ct);

    private static Refusal? WrongReport(Promise promise, PromiseReportInput asked, DateOnly on, bool isOnBehalf, DateOnly today) =>
        string.IsNullOrWhiteSpace(asked.Words) ? new Refusal("promise.wordsMissing", nameof(asked.Words))
        : isOnBehalf && string.IsNullOrWhiteSpace(asked.Document) ? new Refusal("promise.documentMissing", nameof(asked.Document))
        : on > today ? new Refusal("promise.inFuture", nameof(asked.On))
        : on < promise.MadeOn ? new Refusal("promise.reportedBeforeMade", nameof(asked.On))
        : Secrets.InText(asked.Words, nameof(asked.Words));

    private static Refusal? WrongJudgement(PromiseJudgement asked, Capacity capacity, DateOnly today) =>
        InterpellationFinder.PaperMissing(capacity, asked.Paper, nameof(asked.Paper))
        ?? (string.IsNullOrWhiteSpace(asked.Reason) ? new Refusal("promise.reasonMissing", nameof(asked.Reason)) : null)
        ?? (string.IsNullOrWhiteSpace(asked.Evidence) ? new Refusal("promise.evidenceMissing", nameof(asked.Evidence)) : null)
        ?? (asked.GoesOn && asked.DueOn <= today ? new Refusal("promise.dueInPast", nameof(asked.DueOn)) : null)
        ?? Secrets.InText(asked.Reason, nameof(asked.Reason)) ?? Secrets.InText(asked.Evidence, nameof(asked.Evidence));

    private Task<Result> ActAsync<T>(
        string code, IReadOnlyList<PromiseState> states, Acting acting, Func<Work, Promise, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.PromiseAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return states.Contains(found.Value.Record.State)
                ? await act(work, found.Value.Record, found.Value.Capacity, token)
                : new Refusal(states.Count == 1 ? "promise.notFollowed" : "promise.notOpen", null, code);
        }, ct);
}

/// <summary>Where a promise comes from: the slip it was made at, or the explanation session whose task it is.</summary>
internal sealed record PromiseSource(ICouncilRecord Record, string MadeBy, Guid AgencyId, DateOnly MadeOn, Guid? InterpellationId, Guid? ExplanationId);

internal static class Promises
{
    /// <summary>Writes a promise down and follows it, inside the operation that asks.</summary>
    public static async Task<Result<Promise>> PromiseAsync(this Work work, PromiseReports reports, PromiseSource source, PromiseInput asked, Capacity capacity, CancellationToken ct)
    {
        var form = await work.SentAsync<Promise>(asked.Id, source.Record.CouncilId, p => p.CouncilId == source.Record.CouncilId, ct);
        if (form.Sent is { } sent)
        {
            return sent;
        }

        var agency = asked.AgencyId ?? source.AgencyId;
        if ((Wrong(asked, source.MadeOn) ?? await work.WrongAgencyAsync(source.Record.CouncilId, agency, ct)) is { } wrong)
        {
            return wrong;
        }

        var promise = new Promise
        {
            Id = form.Id,
            CouncilId = source.Record.CouncilId,
            ProvinceId = source.Record.ProvinceId,
            OriginCouncilId = source.Record.OriginCouncilId,
            Code = await work.NextCodeAsync(InterpellationCode.Promise, source.Record.OriginCouncilId, ct),
            InterpellationId = source.InterpellationId,
            ExplanationId = source.ExplanationId,
            MadeBy = source.MadeBy,
            Content = asked.Content.Trim(),
            AgencyId = agency,
            Product = InterpellationFinder.Clean(asked.Product),
            MadeOn = source.MadeOn,
            CreatedAt = work.Now,
        };
        promise.Make(asked.DueOn!.Value);
        work.Db.Add(promise);
        FollowUps.Open(work, Item(promise, source.MadeOn) with { Title = promise.Content, DueOn = promise.DueOn }, promise.DueOn);
        work.Record(new PromiseMade(PromiseEvent.About(promise), promise.MadeBy, promise.MadeOn, promise.DueOn), capacity);
        await reports.OweNextAsync(work, promise, capacity, ct);

        return promise;
    }

    public static NewFollowUp Item(Promise promise, DateOnly from) => new()
    {
        Record = promise, SubjectKind = PromiseEvent.SubjectKind, SubjectCode = promise.Code, Title = promise.Content, From = from, AgencyId = promise.AgencyId,
    };

    public static async Task KeepAsync(this Work work, IReadOnlyList<StagedFile> files, Guid promise, CancellationToken ct)
    {
        foreach (var file in files)
        {
            await work.AttachAsync(file, PromiseFiles.OwnerKind, promise, ct);
        }
    }

    private static Refusal? Wrong(PromiseInput asked, DateOnly madeOn) =>
        string.IsNullOrWhiteSpace(asked.Content) ? new Refusal("promise.contentMissing", nameof(asked.Content))
        : asked.DueOn is not { } due ? new Refusal("promise.dueMissing", nameof(asked.DueOn))
        : due < madeOn ? new Refusal("promise.dueBeforeMade", nameof(asked.DueOn))
        : Secrets.InText(asked.Content, nameof(asked.Content));
}
