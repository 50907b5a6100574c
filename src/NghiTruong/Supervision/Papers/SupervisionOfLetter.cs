using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Letters;

namespace NghiTruong.Supervision.Papers;

/// <summary>The supervision a letter is a paper of.</summary>
internal sealed class SupervisionOfLetter : ILetterMatters
{
    public async Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) => await (
        from link in db.Set<SupervisionLetter>().AsNoTracking()
        join s in db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db) on link.SupervisionId equals s.Id
        where link.LetterId == letter.Id
        select new LetterMatter(SupervisionEvent.SubjectKind, s.Code, s.Theme)).ToListAsync(ct);
}
