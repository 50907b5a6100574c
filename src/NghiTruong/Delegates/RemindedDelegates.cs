using Microsoft.EntityFrameworkCore;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Indicators;

namespace NghiTruong.Delegates;

/// <summary>A delegate linked to an account is reminded in person.</summary>
internal sealed class RemindedDelegates : IRemindedPeople
{
    public string Subject => CoverageSubjects.Delegate;

    public async Task<IReadOnlyDictionary<Guid, Guid>> UsersAsync(Db db, IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        await db.Set<Delegate>().AsNoTracking().Where(d => subjects.Contains(d.Id) && d.UserId != null).ToDictionaryAsync(d => d.Id, d => d.UserId!.Value, ct);
}
