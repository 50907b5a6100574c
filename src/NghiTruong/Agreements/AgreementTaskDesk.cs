using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>A period's share of a duty to its end: done with the document that proves it, by the agency itself or by the clerk from paper.</summary>
public sealed class AgreementTaskDesk(OperationRunner operations, FollowUps followUps)
{
    /// <returns>Refusals <c>agreementTask.documentMissing</c>, <c>.inFuture</c>, <c>.closed</c>, <c>.notFound</c>, <c>.notAllowed</c>, <c>text.secret</c>, <c>file.partyDocument</c>, <c>input.*</c>.</returns>
    public Task<Result> FinishAsync(string code, AgreementTaskInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.AgreementTaskAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (task, capacity) = found.Value;
            if (task.State != AgreementTaskState.Following)
            {
                return new Refusal("agreementTask.closed", null, code);
            }

            if (WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var on = asked.On ?? work.Today;
            task.Finish(on, asked.Document?.Trim(), asked.Result?.Trim());
            await followUps.SettleAsync(work, task.Id, FollowUpState.Done, token);
            // The clerk writes down what another did: it is the owner's work all the same.
            work.Record(new AgreementTaskDone(AgreementTaskEvent.About(task), task.Owner, task.Document, on, task.AgencyId is not null && capacity.AgencyId is null), capacity);
            if (asked.File is { } file)
            {
                await work.AttachAsync(file, AgreementTaskFiles.OwnerKind, task.Id, token);
            }

            return Result.Done;
        }, ct);

    private static IReadOnlyList<Refusal> WrongIn(AgreementTaskInput asked, DateOnly today) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Document) && asked.File is null ? new Refusal("agreementTask.documentMissing", nameof(asked.Document)) : null,
            asked.On > today ? new Refusal("agreementTask.inFuture", nameof(asked.On)) : null,
            Secrets.InText(asked.Result, nameof(asked.Result)),
            FileUses.PartyRefusal(asked.Document, asked.File is not null, nameof(asked.File)),
        }.OfType<Refusal>(),
    ];
}

/// <summary>The signed document: whoever may read the agreement reads it.</summary>
internal sealed class AgreementFiles : IFileOwner
{
    public const string OwnerKind = "agreement";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Database.Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<CoordinationAgreement>().AsNoTracking().VisibleTo(acting, db).AnyAsync(a => a.Id == ownerId, ct);
}

/// <summary>What proves that a duty was done.</summary>
internal sealed class AgreementTaskFiles : IFileOwner
{
    public const string OwnerKind = "agreementTask";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Database.Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<AgreementTask>().AsNoTracking().VisibleTo(acting).AnyAsync(t => t.Id == ownerId, ct);
}
