using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Resolutions;

/// <summary>What of a resolution can be found: number, title, clauses, note.</summary>
public sealed class ResolutionSearch(TimeProvider clock) : RecordSearch<Resolution, ReadResolutions>(ResolutionEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var clauses = (await db.Set<ResolutionClause>().AsNoTracking().Where(c => ids.Contains(c.ResolutionId)).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.ResolutionId);

        return
        [
            .. (await db.Set<Resolution>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct)).Select(r => new SearchDocument(
                Kind, r.Id, r.CouncilId, r.ProvinceId, r.PassedOn, Lines([$"{r.Number}: {r.Title}", r.Note, .. clauses[r.Id].Select(c => $"{c.Place}: {c.Content}")]), r.Version)
            {
                Code = r.Code,
                OtherCode = r.Number,
                Agencies = [.. clauses[r.Id].Where(c => c.Cadence is not null).Select(c => c.AgencyId).Append(r.LeadAgencyId).OfType<Guid>().Distinct()],
            }),
        ];
    }

    protected override IQueryable<Resolution> VisibleTo(IQueryable<Resolution> records, Db db, Acting acting) => records.VisibleTo(acting, db);

    protected override FoundRecord Tell(Resolution record, Excerpt excerpt) =>
        new(Kind, record.Code, $"{record.Number}: {record.Title}", "resolution.state." + TextCode.Of(record.StateOn(clock.Today)), record.CouncilId, record.PassedOn, excerpt);
}
