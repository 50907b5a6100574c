using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Letters;

namespace NghiTruong.FollowUp.Urging;

/// <summary>What an urging letter presses for.</summary>
internal sealed class ItemsOfLetter : ILetterMatters
{
    public async Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) => await (
        from row in db.Set<UrgingLetterItem>().AsNoTracking()
        join item in db.Set<FollowUpItem>().AsNoTracking().VisibleTo(acting) on row.ItemId equals item.Id
        where row.LetterId == letter.Id
        orderby row.Ordinal
        select new LetterMatter(item.SubjectKind, item.SubjectCode, item.Title)).ToListAsync(ct);
}
