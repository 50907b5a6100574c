using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Delegates;

namespace NghiTruong.Interpellations;

/// <summary>Tells of a delegate: slips handed in, turns of speaking in minutes, promises won by their questions.</summary>
internal sealed class InterpellationDelegateTeller : IDelegateTeller
{
    private const string Slip = "interpellation";
    private const string Speech = "speech";
    private const string Won = "promise";

    public IReadOnlyList<string> Kinds => [Slip, Speech, Won];

    public async Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        var slips = await db.Set<Interpellation>().AsNoTracking().VisibleTo(acting).Where(i => i.CouncilId == who.CouncilId && i.HandedInOn <= until)
            .Select(i => new { i.Id, i.Code, i.Issue, i.HandedInOn, i.AskedOn, i.AskerUserId, i.AskerName }).ToListAsync(ct);
        var own = slips.Where(i => (i.AskerUserId is not null && i.AskerUserId == who.UserId) || DelegateNaming.Names(i.AskerName, who.Folded)).ToList();
        var (ids, ownIds) = (slips.Select(i => i.Id).ToList(), own.Select(i => i.Id).ToList());
        var turns = await db.Set<SpokenTurn>().AsNoTracking().Where(t => ids.Contains(t.OwnerId)).ToListAsync(ct);
        var promises = await db.Set<Promise>().AsNoTracking().VisibleTo(acting).Where(p => p.InterpellationId != null && ownIds.Contains(p.InterpellationId.Value) && p.MadeOn >= from && p.MadeOn <= until)
            .Select(p => new { p.Code, p.Content, p.MadeOn }).ToListAsync(ct);

        return
        [
            .. own.Where(i => i.HandedInOn >= from).Select(i => new DelegateDeed(Slip, i.HandedInOn, i.Issue) { RecordKind = "interpellation", RecordCode = i.Code }),
            .. from turn in turns
               let slip = slips.Find(i => i.Id == turn.OwnerId)
               let day = slip.AskedOn ?? turn.RecordedAt.VietnamDate
               where day >= @from && day <= until && DelegateNaming.Names(turn.Speaker, who.Folded)
               select new DelegateDeed(Speech, day, turn.Text) { RecordKind = "interpellation", RecordCode = slip.Code },
            .. promises.Select(p => new DelegateDeed(Won, p.MadeOn, p.Content) { RecordKind = "promise", RecordCode = p.Code }),
        ];
    }
}
