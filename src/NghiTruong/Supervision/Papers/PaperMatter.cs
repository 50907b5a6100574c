using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Letters;

namespace NghiTruong.Supervision.Papers;

/// <summary>A body under supervision, by the name documents give it.</summary>
public sealed record BodyInPaper(string Name, AgencyKind Kind, string? MustHandIn, DateOnly? HandInBy, DateOnly? HandedInOn);

/// <summary>Everything of one supervision that its papers say.</summary>
public sealed record PaperMatter(SupervisionCase Supervision)
{
    /// <summary>"Thường trực Hội đồng nhân dân xã Bản Mẫu": who supervises.</summary>
    public required string Organ { get; init; }

    /// <summary>"xã Bản Mẫu".</summary>
    public required string Unit { get; init; }

    public required Tier Tier { get; init; }

    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    public IReadOnlyList<BodyInPaper> Bodies { get; init; } = [];

    public IReadOnlyList<SupervisionPaper> Papers { get; init; } = [];

    public IReadOnlyList<SupervisionVisit> Visits { get; init; } = [];

    public IReadOnlyList<SupervisionFinding> Findings { get; init; } = [];

    public IReadOnlyList<(Recommendation Recommendation, string Lead)> Recommendations { get; init; } = [];

    /// <summary>Number and day of the decision that the programme of the year rests on.</summary>
    public SupervisionProgramme? Programme { get; init; }

    public bool ByCouncil => Supervision.Subject == SupervisionSubject.Council;

    /// <summary>The newest paper of that kind, null where there is none.</summary>
    public SupervisionPaper? Newest(SupervisionPaperKind kind) => Papers.LastOrDefault(p => p.Kind == kind);

    public static async Task<PaperMatter> ReadAsync(Db db, FormTexts form, SupervisionCase s, OfficialLetter letter, CancellationToken ct)
    {
        var council = await db.Set<Council>().AsNoTracking().FirstAsync(c => c.Id == s.CouncilId, ct);
        var sender = await SenderForm.ReadAsync(db, form, s.CouncilId, s.BodyId, letter.NumberedOn ?? letter.CreatedAt.VietnamDate, ct);

        return new PaperMatter(s)
        {
            Organ = s.Subject == SupervisionSubject.Council ? sender.CouncilInText : sender.OrganInText,
            Unit = sender.CouncilInText.Replace(form["form.council"], "", StringComparison.Ordinal).Trim(),
            Tier = council.Tier,
            Team = await db.Set<TeamMember>().AsNoTracking().Where(m => m.SupervisionId == s.Id && m.Until == null).OrderBy(m => m.Role).ThenBy(m => m.Id).ToListAsync(ct),
            Bodies = await BodiesAsync(db, form, s.Id, ct),
            Papers = await db.Set<SupervisionPaper>().AsNoTracking().Where(p => p.SupervisionId == s.Id).OrderBy(p => p.Kind).ThenBy(p => p.RecordedAt).ToListAsync(ct),
            Visits = await db.Set<SupervisionVisit>().AsNoTracking().Where(v => v.SupervisionId == s.Id).OrderBy(v => v.On).ThenBy(v => v.Id).ToListAsync(ct),
            Findings = await db.Set<SupervisionFinding>().AsNoTracking().Where(f => f.SupervisionId == s.Id).OrderBy(f => f.Kind).ThenBy(f => f.Id).ToListAsync(ct),
            Recommendations = await RecommendationsAsync(db, form, s.Id, ct),
            Programme = await db.Set<SupervisionProgramme>().AsNoTracking().FirstOrDefaultAsync(p => p.CouncilId == s.CouncilId && p.Year == s.Year && p.Subject == s.Subject && p.BodyId == s.BodyId, ct),
        };
    }

    private static async Task<List<BodyInPaper>> BodiesAsync(Db db, FormTexts form, Guid supervision, CancellationToken ct)
    {
        var rows = await (
            from body in db.Set<SupervisedBody>().AsNoTracking()
            join agency in db.Set<Agency>().AsNoTracking() on body.AgencyId equals agency.Id
            where body.SupervisionId == supervision
            orderby agency.Kind, body.Id
            select new { agency.Name, agency.Kind, body.MustHandIn, body.HandInBy, body.HandedInOn }).ToListAsync(ct);

        return rows.ConvertAll(r => new BodyInPaper(form.Unfold(r.Name), r.Kind, r.MustHandIn, r.HandInBy, r.HandedInOn));
    }

    private static async Task<List<(Recommendation Recommendation, string Lead)>> RecommendationsAsync(Db db, FormTexts form, Guid supervision, CancellationToken ct)
    {
        var rows = await (
            from r in db.Set<Recommendation>().AsNoTracking()
            join agency in db.Set<Agency>().AsNoTracking() on r.LeadAgencyId equals agency.Id into leads
            from lead in leads.DefaultIfEmpty()
            where r.SupervisionId == supervision
            orderby r.Code
            select new { Recommendation = r, Lead = lead == null ? "" : lead.Name }).ToListAsync(ct);

        return rows.ConvertAll(r => (r.Recommendation, form.Unfold(r.Lead)));
    }
}
