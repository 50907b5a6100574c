using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Petitions;

/// <summary>One row of the list of meetings, with what came of it.</summary>
public sealed record VoterMeetingRow(Guid Id, Guid CouncilId, DateOnly HeldOn, string Place, int? Voters, Guid? SessionId, int Petitions, int Opinions, int Open, bool IsJoint);

/// <summary>A meeting, what was said at it, and which of that the person may open.</summary>
public sealed record VoterMeetingView(VoterMeeting Meeting, IReadOnlyList<PetitionRow> Items, IReadOnlySet<Guid> MayOpen);

/// <summary>Reads meetings with voters within what the person may see: the council's own, those below it, those it took part in.</summary>
public sealed class VoterMeetingReader(IDbContextFactory<Db> contexts)
{
    private const int MostRows = 50;

    /// <summary>The latest meetings held before a day (or all), newest first.</summary>
    public async Task<IReadOnlyList<VoterMeetingRow>> ReadAsync(Guid? councilId, DateOnly? before, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var meetings = Visible(db, acting);
        meetings = councilId is { } council ? meetings.Where(m => m.CouncilId == council || m.JointWith.Any(j => j.CouncilId == council)) : meetings;
        meetings = before is { } day ? meetings.Where(m => m.HeldOn < day) : meetings;

        return await meetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Take(MostRows).Select(m => new VoterMeetingRow(
            m.Id,
            m.CouncilId,
            m.HeldOn,
            m.Place,
            m.Voters,
            m.SessionId,
            db.Set<Petition>().Count(p => p.MeetingId == m.Id && p.Kind == PetitionKind.Petition),
            db.Set<Petition>().Count(p => p.MeetingId == m.Id && p.Kind == PetitionKind.Opinion),
            db.Set<Petition>().Count(p => p.MeetingId == m.Id && p.Kind == PetitionKind.Petition && !PetitionStatuses.Ended.Contains(p.Status)),
            m.JointWith.Any())).ToListAsync(ct);
    }

    /// <summary>Null is "not found".</summary>
    public async Task<VoterMeetingView?> FindAsync(Guid id, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Visible(db, acting).Include(m => m.JointWith).FirstOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
        {
            return null;
        }

        var items = db.Set<Petition>().AsNoTracking().Where(p => p.MeetingId == id);
        var open = await items.VisibleTo(acting, db).Select(p => p.Id).ToListAsync(ct);

        return new VoterMeetingView(meeting, await items.OrderBy(p => p.Id).Select(PetitionList.Row).ToListAsync(ct), open.ToHashSet());
    }

    private static IQueryable<VoterMeeting> Visible(Db db, Acting acting)
    {
        var meetings = db.Set<VoterMeeting>().AsNoTracking();
        var scope = acting.ScopeOf<ReadPetitions>();
        if (scope.All)
        {
            return meetings;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);
        var own = acting.OwnCouncils<ReadPetitions>();

        return meetings.Where(m => councils.Contains(m.CouncilId) || provinces.Contains(m.ProvinceId) || own.Contains(m.CouncilId) || m.JointWith.Any(j => own.Contains(j.CouncilId)));
    }
}
