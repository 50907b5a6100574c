using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Supervision;

/// <summary>What of a supervision can be found: theme and what the proposal says; the words of the results once they are issued.</summary>
public sealed class SupervisionSearch() : RecordSearch<SupervisionCase, ReadSupervisions>(SupervisionEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var bodies = (await db.Set<SupervisedBody>().AsNoTracking().Where(b => ids.Contains(b.SupervisionId)).ToListAsync(ct)).ToLookup(b => b.SupervisionId, b => b.AgencyId);

        return
        [
            .. (await db.Set<SupervisionCase>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => new SearchDocument(
                Kind, s.Id, s.CouncilId, s.ProvinceId, s.PlannedFrom, Lines(s.Theme, s.Content, s.Object, s.Scope, s.IsIssued ? s.Results : null, s.IsIssued ? s.Shortcomings : null), s.Version)
            {
                Code = s.Code,
                OtherCode = s.ReportNumber,
                Agencies = [.. bodies[s.Id]],
            }),
        ];
    }

    protected override IQueryable<SupervisionCase> VisibleTo(IQueryable<SupervisionCase> records, Db db, Acting acting) => records.VisibleTo(acting, db);

    protected override FoundRecord Tell(SupervisionCase record, Excerpt excerpt) =>
        new(Kind, record.Code, record.Theme, "supervision.state." + TextCode.Of(record.State), record.CouncilId, record.PlannedFrom, excerpt);
}

/// <summary>What of a recommendation can be found: its content, product, the agency's word, the body's own note. Drafts are not.</summary>
public sealed class RecommendationSearch() : RecordSearch<Recommendation, ReadSupervisions>(RecommendationEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<Recommendation>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.State != RecommendationState.Draft).ToListAsync(ct)).Select(r => new SearchDocument(
            Kind, r.Id, r.CouncilId, r.ProvinceId, r.MadeOn ?? r.CreatedAt.VietnamDate, Lines(r.Content, r.Product, r.AgencyWord, r.OwnNote), r.Version)
        {
            Code = r.Code,
            Agencies = r.LeadAgencyId is { } lead ? [lead] : [],
        }),
    ];

    protected override IQueryable<Recommendation> VisibleTo(IQueryable<Recommendation> records, Db db, Acting acting) => records.VisibleTo(acting);

    protected override FoundRecord Tell(Recommendation record, Excerpt excerpt) =>
        new(Kind, record.Code, record.Content, "recommendation.state." + TextCode.Of(record.State), record.CouncilId, record.MadeOn ?? record.CreatedAt.VietnamDate, excerpt);
}
