using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>What is sensitive about a delegate, opened.</summary>
public sealed record Particulars
{
    public DateOnly? BornOn { get; init; }

    public string? Ethnicity { get; init; }

    public string? Religion { get; init; }

    /// <summary>Ngày vào Đảng.</summary>
    public DateOnly? JoinedPartyOn { get; init; }

    /// <summary>Số căn cước.</summary>
    public string? IdentityNumber { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }
}

/// <summary>
/// Opens and keeps what is sensitive: for the clerk of the own council and the delegate's own account; anybody else does not find it. Every opening by somebody else than the delegate stands in
/// the journal.
/// </summary>
public sealed class DelegateParticularsDesk(OperationRunner operations, Protector protector)
{
    internal const string Purpose = "delegate.particulars";

    /// <returns>Refusal <c>delegate.notFound</c>.</returns>
    public Task<Result<Particulars>> OpenAsync(string code, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Particulars>(acting, async (work, token) =>
        {
            if (await FindAsync(work, code, token) is not { } found)
            {
                return new Refusal("delegate.notFound", null, code);
            }

            var row = await work.Db.Set<DelegateParticulars>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == found.Delegate.Id, token);
            if (!acting.IsSelf(found.Delegate))
            {
                work.Record(new ParticularsRead(DelegateEvent.About(found.Delegate)), found.Capacity);
            }

            return row is null ? new Particulars() : JsonSerializer.Deserialize<Particulars>(protector.Open(Purpose, row.Sealed))!;
        }, ct);

    /// <returns>Refusals <c>delegate.notFound</c>, <c>input.*</c>.</returns>
    public Task<Result> SaveAsync(string code, Particulars told, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, code, token) is not { } found)
            {
                return new Refusal("delegate.notFound", null, code);
            }

            if (InputShape.WrongIn(told) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var closed = protector.Seal(Purpose, JsonSerializer.Serialize(told));
            if (await work.Db.Set<DelegateParticulars>().FirstOrDefaultAsync(p => p.Id == found.Delegate.Id, token) is { } row)
            {
                (row.Sealed, row.ChangedAt) = (closed, work.Now);
            }
            else
            {
                work.Db.Add(new DelegateParticulars { Id = found.Delegate.Id, Sealed = closed, ChangedAt = work.Now });
            }

            work.Record(new ParticularsSaved(DelegateEvent.About(found.Delegate)), found.Capacity);

            return Result.Done;
        }, ct);

    private static async Task<(Delegate Delegate, Capacity Capacity)?> FindAsync(Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<Delegate>().FirstOrDefaultAsync(d => d.Code == code, ct) is not { } found)
        {
            return null;
        }

        var capacity = work.CapacityFor<ReadParticulars>(found) ?? (work.Acting.IsSelf(found) ? work.CapacityFor<ReadDelegates>(found) : null);

        return capacity is null ? null : (found, capacity);
    }
}

/// <summary>Sealed particulars go over to the new master key.</summary>
internal sealed class SealedParticulars(IDbContextFactory<Db> contexts) : ISealedColumn
{
    public async Task<int> SealAgainAsync(Protector protector, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var old = (await db.Set<DelegateParticulars>().ToListAsync(ct)).Where(p => !protector.IsCurrent(p.Sealed)).ToList();
        foreach (var row in old)
        {
            row.Sealed = protector.SealAgain(DelegateParticularsDesk.Purpose, row.Sealed);
        }

        await db.SaveChangesAsync(ct);

        return old.Count;
    }
}

/// <summary>A delegate's lawful request: what is sensitive goes; the name stays, since the law publishes who sat.</summary>
internal sealed class DelegateErasure : IErasesPersonalData
{
    public async Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct)
    {
        if (subjectKind == DelegateEvent.SubjectKind)
        {
            await db.Set<DelegateParticulars>().Where(p => p.Id == subjectId).ExecuteDeleteAsync(ct);
        }
    }
}
