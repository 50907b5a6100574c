using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Interpellations;

/// <summary>What of a question can be found: the issue, what it stems from, the answer. Who may not read the slip yet does not find it.</summary>
public sealed class SlipSearch() : RecordSearch<Interpellation, ReadInterpellations>(InterpellationEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<Interpellation>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct)).Select(i => new SearchDocument(
            Kind, i.Id, i.CouncilId, i.ProvinceId, i.HandedInOn, Lines(i.Issue, i.StemsFrom, i.PersonAsked, i.Answer), i.Version)
        {
            Code = i.Code,
            OtherCode = i.AnswerNumber,
            Agencies = [i.AgencyId],
        }),
    ];

    protected override IQueryable<Interpellation> VisibleTo(IQueryable<Interpellation> records, Db db, Acting acting) => records.VisibleTo(acting);

    protected override FoundRecord Tell(Interpellation record, Excerpt excerpt) =>
        new(Kind, record.Code, record.Issue, "interpellation.state." + TextCode.Of(record.State), record.CouncilId, record.HandedInOn, excerpt);
}

/// <summary>What of a promise can be found: its words, what is to come of it, the agency's report.</summary>
public sealed class PromiseSearch() : RecordSearch<Promise, ReadInterpellations>(PromiseEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<Promise>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct)).Select(p => new SearchDocument(
            Kind, p.Id, p.CouncilId, p.ProvinceId, p.MadeOn, Lines(p.Content, p.Product, p.MadeBy, p.Report), p.Version)
        {
            Code = p.Code,
            OtherCode = p.ReportDocument,
            Agencies = [p.AgencyId],
        }),
    ];

    protected override IQueryable<Promise> VisibleTo(IQueryable<Promise> records, Db db, Acting acting) => records.VisibleTo(acting);

    protected override FoundRecord Tell(Promise record, Excerpt excerpt) =>
        new(Kind, record.Code, record.Content, "promise.state." + TextCode.Of(record.State), record.CouncilId, record.MadeOn, excerpt);
}

/// <summary>What of an explanation session can be found: the issue and who explains; the conclusion once it is sent.</summary>
public sealed class ExplanationSearch() : RecordSearch<ExplanationSession, ReadInterpellations>(ExplanationEvent.SubjectKind)
{
    public override async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<ExplanationSession>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => new SearchDocument(
            Kind, s.Id, s.CouncilId, s.ProvinceId, s.PlannedOn, Lines(s.Issue, s.StemsFrom, s.PersonAsked, s.IsSent ? s.Conclusion : null), s.Version)
        {
            Code = s.Code,
            OtherCode = s.DecisionNumber,
            Agencies = [s.AgencyId],
        }),
    ];

    protected override IQueryable<ExplanationSession> VisibleTo(IQueryable<ExplanationSession> records, Db db, Acting acting) => records.VisibleTo(acting);

    protected override FoundRecord Tell(ExplanationSession record, Excerpt excerpt) =>
        new(Kind, record.Code, record.Issue, "explanation.state." + TextCode.Of(record.State), record.CouncilId, record.PlannedOn, excerpt);
}
