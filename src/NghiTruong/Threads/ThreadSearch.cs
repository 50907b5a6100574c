using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Threads;

/// <summary>What of a thread can be found: the problem, its place, and what came of it. The records in it are found in their own rooms.</summary>
public sealed class ThreadSearch() : RecordSearch<MatterThread, ReadThreads>(ThreadEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<MatterThread>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(ct)).Select(t => new SearchDocument(
            Kind, t.Id, t.CouncilId, t.ProvinceId, t.OpenedOn, Lines(t.Title, t.Place, t.Result), t.Version)
        {
            Code = t.Code,
        }),
    ];

    protected override IQueryable<MatterThread> VisibleTo(IQueryable<MatterThread> records, Db db, Acting acting) => records.VisibleTo(acting);

    protected override FoundRecord Tell(MatterThread record, Excerpt excerpt) =>
        new(Kind, record.Code, record.Title, "thread.state." + TextCode.Of(record.State), record.CouncilId, record.OpenedOn, excerpt);
}
