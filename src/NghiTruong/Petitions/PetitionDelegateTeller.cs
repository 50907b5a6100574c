using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Texts;

namespace NghiTruong.Petitions;

/// <summary>Tells of a delegate: meetings with voters whose minutes name them, and what was raised there.</summary>
internal sealed class PetitionDelegateTeller(TextTable texts) : IDelegateTeller
{
    private const string Meeting = "voterMeeting";
    private const string Carried = "petition";

    public IReadOnlyList<string> Kinds => [Meeting, Carried];

    public async Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        if (acting.CapacityFor<ReadPetitions>(who.CouncilId, who.ProvinceId) is null)
        {
            return [];
        }

        var meetings = (await db.Set<VoterMeeting>().AsNoTracking()
                .Where(m => (m.CouncilId == who.CouncilId || m.JointWith.Any(j => j.CouncilId == who.CouncilId)) && m.HeldOn >= from && m.HeldOn <= until && m.Delegates != null)
                .ToListAsync(ct))
            .Where(m => DelegateNaming.Names(m.Delegates, who.Folded)).ToList();
        var ids = meetings.Select(m => m.Id).ToList();
        var raised = await db.Set<Petition>().AsNoTracking().VisibleTo(acting, db).Where(p => p.MeetingId != null && ids.Contains(p.MeetingId.Value) && p.Kind == PetitionKind.Petition)
            .OrderBy(p => p.Code).Select(p => new { p.Code, p.Content, p.ReceivedOn }).ToListAsync(ct);

        return
        [
            .. meetings.Select(m => new DelegateDeed(Meeting, m.HeldOn, m.Voters is { } voters ? texts["delegate.told.meetingOf", m.Place, voters] : texts["delegate.told.meeting", m.Place]) { RecordKind = "voterMeeting", RecordId = m.Id }),
            .. raised.Select(p => new DelegateDeed(Carried, p.ReceivedOn, p.Content) { RecordKind = PetitionEvent.SubjectKind, RecordCode = p.Code }),
        ];
    }
}
