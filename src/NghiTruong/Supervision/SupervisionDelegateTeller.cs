using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Delegates;

namespace NghiTruong.Supervision;

/// <summary>Tells of a delegate: supervisions held in whose team they stand, by account or by name.</summary>
internal sealed class SupervisionDelegateTeller : IDelegateTeller
{
    private const string Joined = "supervision";

    public IReadOnlyList<string> Kinds => [Joined];

    public async Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        var held = await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db)
            .Where(s => s.CouncilId == who.CouncilId && s.HeldOn >= from && s.HeldOn <= until).Select(s => new { s.Id, s.Code, s.Theme, s.HeldOn }).ToListAsync(ct);
        var ids = held.Select(s => s.Id).ToList();
        var teams = (await db.Set<TeamMember>().AsNoTracking().Where(m => ids.Contains(m.SupervisionId)).ToListAsync(ct))
            .Where(m => (m.UserId is not null && m.UserId == who.UserId) || DelegateNaming.Names(m.Name, who.Folded)).Select(m => m.SupervisionId).ToHashSet();

        return [.. held.Where(s => teams.Contains(s.Id)).Select(s => new DelegateDeed(Joined, s.HeldOn!.Value, s.Theme) { RecordKind = SupervisionEvent.SubjectKind, RecordCode = s.Code })];
    }
}
