using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Letters;

namespace NghiTruong.Verification;

/// <summary>The dossier a letter reports on.</summary>
internal sealed class VerificationOfLetter : ILetterMatters
{
    public async Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) =>
        await db.Set<VerificationCase>().AsNoTracking().VisibleTo(acting).Where(v => v.LetterId == letter.Id)
            .Select(v => new LetterMatter(VerificationEvent.SubjectKind, v.Code, v.Title)).ToListAsync(ct);
}
