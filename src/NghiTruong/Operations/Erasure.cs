using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Refusals;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Operations;

/// <summary>Erasing a person's data from a record on their lawful request (Law 91/2025/QH15).</summary>
public sealed class ErasePersonalData() : Permission("journal.erase", (Administrator, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>A room's part in an erasure: it deletes what it keeps about the persons of a record, outside the change tracker, so that nothing is journalled anew.</summary>
public interface IErasesPersonalData
{
    Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct);
}

/// <summary>An erasure that was done; kept so that it can be done again after an older backup is restored. It names no person.</summary>
public sealed class ErasureRecord : IRecord
{
    public required Guid Id { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The request it answers: number and day, without names.</summary>
    public required string Basis { get; init; }
}

public sealed record PersonalDataErased(Subject Subject, string Basis) : HouseEvent(Subject)
{
    public override string Code => "personalData.erased";
}

/// <summary>Lawful erasure: values, salts and every copy go; digests stay, so the chain still verifies.</summary>
public sealed class Erasure(OperationRunner operations, IEnumerable<IErasesPersonalData> rooms, IDbContextFactory<Db> contexts)
{
    /// <param name="provinceId">Of the record's council, for the scope.</param>
    /// <returns>Refusals <c>erasure.notFound</c> (also: not yours), <c>erasure.basisMissing</c>.</returns>
    public Task<Result> EraseAsync(Subject subject, Guid provinceId, string basis, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (work.Acting.CapacityFor<ErasePersonalData>(subject.CouncilId, provinceId) is not { } capacity)
            {
                return new Refusal("erasure.notFound");
            }

            if (string.IsNullOrWhiteSpace(basis))
            {
                return new Refusal("erasure.basisMissing", "Basis");
            }

            await EraseAsync(work.Db, subject.Kind, subject.Id, token);
            work.Db.Add(new ErasureRecord { Id = Guid.CreateVersion7(), SubjectKind = subject.Kind, SubjectId = subject.Id, At = work.Now, Basis = basis });
            work.Record(new PersonalDataErased(subject, basis), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Does again what a restored backup does not know: the erasures done after it was made.</summary>
    /// <param name="listed">From the list kept outside the database.</param>
    /// <returns>How many there were to do again.</returns>
    public async Task<int> ReplayAsync(IReadOnlyList<ErasureRecord> listed, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.Set<ErasureRecord>().Select(e => e.Id).ToListAsync(ct);
        var missed = listed.ExceptBy(known, e => e.Id).DistinctBy(e => e.Id).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var erasure in missed)
        {
            await EraseAsync(db, erasure.SubjectKind, erasure.SubjectId, ct);
            db.Add(erasure);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return missed.Count;
    }

    private async Task EraseAsync(Db db, string kind, Guid id, CancellationToken ct)
    {
        await db.ForgetWhollyAsync(ct);
        await db.Set<JournalPersonalValue>().Where(v => v.SubjectId == id).ExecuteDeleteAsync(ct);
        foreach (var room in rooms)
        {
            await room.EraseAsync(db, kind, id, ct);
        }
    }
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<ErasureRecord>
{
    public void Configure(EntityTypeBuilder<ErasureRecord> builder)
    {
        builder.Property(e => e.SubjectKind).HasMaxLength(40);
        builder.HasIndex(e => e.SubjectId);
    }
}
