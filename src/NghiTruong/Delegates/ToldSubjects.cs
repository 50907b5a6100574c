using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Indicators;

namespace NghiTruong.Delegates;

/// <summary>Tells the board of figures who a delegate is.</summary>
internal sealed class ToldDelegates : ISubjectTeller
{
    public string Subject => CoverageSubjects.Delegate;

    public Task<SubjectCard?> ReadAsync(Db db, Guid id, DateOnly today, CancellationToken ct) =>
        db.Set<Delegate>().AsNoTracking().Where(d => d.Id == id).Select(d => new SubjectCard(d.FullName, d.Code, d.CouncilId, d.ProvinceId, Array.Empty<Guid>())).FirstOrDefaultAsync(ct);
}

/// <summary>Tells the board of figures who belongs to a body: those who hold a post in it or sit in the delegate group.</summary>
internal sealed class ToldBodies : ISubjectTeller
{
    public string Subject => CoverageSubjects.Body;

    public async Task<SubjectCard?> ReadAsync(Db db, Guid id, DateOnly today, CancellationToken ct)
    {
        var found = await (
            from body in db.Set<Body>().AsNoTracking()
            join council in db.Set<Council>() on body.CouncilId equals council.Id
            where body.Id == id
            select new { body.Name, body.CouncilId, council.ProvinceId }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var holding = db.Set<DelegatePost>().Where(p => p.BodyId == id && p.From <= today && (p.Until == null || p.Until >= today)).Select(p => p.DelegateId);
        var members = await db.Set<Delegate>().Where(d => (d.GroupId == id || holding.Contains(d.Id)) && (d.Until == null || d.Until >= today)).Select(d => d.Id).ToListAsync(ct);

        return new SubjectCard(found.Name, null, found.CouncilId, found.ProvinceId, members);
    }
}
