using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>A meeting with voters as its minutes tell it.</summary>
public sealed record VoterMeetingInput
{
    public required Guid CouncilId { get; init; }

    public required DateOnly HeldOn { get; init; }

    [StringLength(300)]
    public required string Place { get; init; }

    [Range(1, PetitionRules.MostVoters)]
    public int? Voters { get; init; }

    public string? Delegates { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>Councils of other levels whose delegates met the voters together.</summary>
    public IReadOnlyList<Guid> JointWith { get; init; } = [];

    public string? Note { get; init; }

    public int? Version { get; init; }
}

/// <summary>One thing that was said at a meeting.</summary>
public sealed record MeetingItemInput
{
    /// <summary>The council it is addressed to: of another level, in the same province, one of those that met the voters; null for the council that keeps the minutes.</summary>
    public Guid? CouncilId { get; init; }

    public PetitionKind Kind { get; init; }

    public required string Content { get; init; }

    public string? Place { get; init; }

    public string? PersonName { get; init; }

    public int? Voters { get; init; }

    public string? Field { get; init; }

    public string? ExplainedBy { get; init; }
}

/// <summary>Meetings with voters (tiếp xúc cử tri): recorded once, also when several levels held them together; their items one after another.</summary>
public sealed class VoterMeetings(OperationRunner operations)
{
    /// <returns>The meeting's id; refusals <c>council.notFound</c>, <c>voterMeeting.placeMissing</c>, <c>voterMeeting.inFuture</c>, <c>petition.votersNotPositive</c>, <c>petition.sessionNotOwn</c>, <c>voterMeeting.jointUnknown</c> ...</returns>
    public Task<Result<Guid>> RecordAsync(VoterMeetingInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || work.Acting.CapacityFor<RecordPetitions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            if (await WrongAsync(work, asked, council, token) is { Count: > 0 } wrong)
            {
                return Result<Guid>.Refuse(wrong);
            }

            var meeting = New(asked, council);
            work.Db.Add(meeting);
            work.Record(new VoterMeetingRecorded(VoterMeetingEvent.About(meeting), meeting.Place, meeting.HeldOn), capacity);

            return meeting.Id;
        }, ct);

    /// <returns>Refusals of <see cref="RecordAsync"/>, and <c>voterMeeting.notFound</c>, <c>record.changedMeanwhile</c>.</returns>
    public Task<Result> EditAsync(Guid id, VoterMeetingInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, id, token) is not var (meeting, capacity))
            {
                return new Refusal("voterMeeting.notFound");
            }

            if (Work.ChangedMeanwhile(meeting, asked.Version) is { } changed)
            {
                return changed;
            }

            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == meeting.CouncilId, token);
            if (await WrongAsync(work, asked, council, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            (meeting.HeldOn, meeting.Place, meeting.Voters, meeting.Delegates) = (asked.HeldOn, asked.Place.Trim(), asked.Voters, asked.Delegates);
            (meeting.SessionId, meeting.Note) = (asked.SessionId, asked.Note);
            meeting.JointWith.RemoveAll(j => !asked.JointWith.Contains(j.CouncilId));
            meeting.JointWith.AddRange(Joint(asked, meeting.Id).Where(j => meeting.JointWith.TrueForAll(known => known.CouncilId != j.CouncilId)));
            work.Record(new VoterMeetingEdited(VoterMeetingEvent.About(meeting)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Takes one item in, for whichever of the councils it is addressed to; it is that council's petition from then on, entered once.</summary>
    /// <returns>The petition's code; refusals of taking in, and <c>voterMeeting.notFound</c>, <c>voterMeeting.notAddressed</c>, <c>voterMeeting.levelOnly</c>, <c>voterMeeting.explainedElsewhere</c>, <c>voterMeeting.votersBeyond</c>.</returns>
    public Task<Result<string>> AddItemAsync(Guid id, MeetingItemInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await FindAsync(work, id, token) is not var (meeting, capacity))
            {
                return new Refusal("voterMeeting.notFound");
            }

            var to = asked.CouncilId ?? meeting.CouncilId;
            if (to != meeting.CouncilId && meeting.JointWith.TrueForAll(j => j.CouncilId != to))
            {
                return new Refusal("voterMeeting.notAddressed", nameof(asked.CouncilId));
            }

            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == to, token);
            if (to != meeting.CouncilId)
            {
                var own = await work.Db.Set<Council>().FirstAsync(c => c.Id == meeting.CouncilId, token);
                if (WrongForAnother(asked, meeting, own, council) is { } wrong)
                {
                    return wrong;
                }
            }

            return await PetitionIntake.RecordAsync(work, Petition(asked, meeting, to), council, capacity, token);
        }, ct);

    /// <summary>
    /// Joint meetings are of several levels of one province: an item goes to one's own council, the one above or one below. It stands in another council's ledger, so nothing is
    /// said in that council's name (that it explained it on the spot), and no more voters are counted than came.
    /// </summary>
    private static Refusal? WrongForAnother(MeetingItemInput asked, VoterMeeting meeting, Council own, Council other)
    {
        if (!IsOfAnotherLevel(own.Tier, own.ProvinceId, other.Tier, other.ProvinceId))
        {
            return new Refusal("voterMeeting.levelOnly", nameof(asked.CouncilId));
        }

        if (!string.IsNullOrWhiteSpace(asked.ExplainedBy))
        {
            return new Refusal("voterMeeting.explainedElsewhere", nameof(asked.ExplainedBy));
        }

        return asked.Voters > (meeting.Voters ?? 0) ? new Refusal("voterMeeting.votersBeyond", nameof(asked.Voters), meeting.Voters ?? 0) : null;
    }

    /// <summary>A council that items of a joint meeting may be addressed to besides one's own.</summary>
    public static bool IsOfAnotherLevel(Tier own, Guid ownProvince, Tier other, Guid otherProvince) => own != other && ownProvince == otherProvince;

    private static PetitionInput Petition(MeetingItemInput asked, VoterMeeting meeting, Guid to) => new()
    {
        CouncilId = to,
        Kind = asked.Kind,
        Content = asked.Content,
        Place = asked.Place ?? meeting.Place,
        Source = PetitionSource.VoterMeeting,
        ReceivedOn = meeting.HeldOn,
        // A session is of one council: another level files the item under its own.
        SessionId = to == meeting.CouncilId ? meeting.SessionId : null,
        MeetingId = meeting.Id,
        Voters = asked.Voters,
        Field = asked.Field,
        PersonName = asked.PersonName,
        ExplainedBy = asked.ExplainedBy,
    };

    private static async Task<(VoterMeeting Meeting, Capacity Capacity)?> FindAsync(Work work, Guid id, CancellationToken ct) =>
        await work.Db.Set<VoterMeeting>().Include(m => m.JointWith).FirstOrDefaultAsync(m => m.Id == id, ct) is { } meeting
        && work.CapacityFor<RecordPetitions>(meeting) is { } capacity
            ? (meeting, capacity)
            : null;

    private static async Task<List<Refusal>> WrongAsync(Work work, VoterMeetingInput asked, Council council, CancellationToken ct)
    {
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(asked.Place))
        {
            wrong.Add(new Refusal("voterMeeting.placeMissing", nameof(asked.Place)));
        }

        if (asked.HeldOn > work.Today)
        {
            wrong.Add(new Refusal("voterMeeting.inFuture", nameof(asked.HeldOn)));
        }

        if (asked.HeldOn.Year < PetitionRules.EarliestYear)
        {
            wrong.Add(new Refusal("petition.receivedTooEarly", nameof(asked.HeldOn), PetitionRules.EarliestYear));
        }

        if (PetitionRules.WrongVoters(asked.Voters) is { } voters)
        {
            wrong.Add(voters);
        }

        if (await PetitionIntake.WrongSessionAsync(work, asked.SessionId, council.Id, ct) is { } session)
        {
            wrong.Add(session);
        }

        var (joint, province) = (asked.JointWith.Distinct().ToList(), council.ProvinceId);
        if (joint.Contains(council.Id) || await work.Db.Set<Council>().CountAsync(c => joint.Contains(c.Id) && c.ProvinceId == province, ct) != joint.Count)
        {
            wrong.Add(new Refusal("voterMeeting.jointUnknown", nameof(asked.JointWith)));
        }

        wrong.AddRange(InputShape.WrongIn(asked).Where(shape => wrong.TrueForAll(named => named.Field != shape.Field)).ToList());

        return wrong;
    }

    private static VoterMeeting New(VoterMeetingInput asked, Council council)
    {
        var id = Guid.CreateVersion7();

        return new VoterMeeting
        {
            Id = id,
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            HeldOn = asked.HeldOn,
            Place = asked.Place.Trim(),
            Voters = asked.Voters,
            Delegates = asked.Delegates,
            SessionId = asked.SessionId,
            JointWith = [.. Joint(asked, id)],
            Note = asked.Note,
        };
    }

    private static IEnumerable<VoterMeetingCouncil> Joint(VoterMeetingInput asked, Guid id) =>
        asked.JointWith.Distinct().Select(c => new VoterMeetingCouncil { MeetingId = id, CouncilId = c });
}
