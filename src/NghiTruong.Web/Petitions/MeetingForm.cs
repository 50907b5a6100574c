using System.ComponentModel.DataAnnotations;
using NghiTruong.Petitions;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>A voter meeting as typed.</summary>
public sealed record MeetingForm
{
    public Guid? CouncilId { get; init; }

    [Required]
    public DateOnly? HeldOn { get; init; }

    [Required(ErrorMessage = "voterMeeting.placeMissing"), StringLength(300)]
    public string Place { get; init; } = "";

    [Range(1, 1_000_000)]
    public int? Voters { get; init; }

    [StringLength(4000)]
    public string? Delegates { get; init; }

    public Guid? SessionId { get; init; }

    public List<Guid> JointWith { get; init; } = [];

    [StringLength(2000)]
    public string? Note { get; init; }

    public int? Version { get; init; }

    public static MeetingForm Of(VoterMeeting meeting) => new()
    {
        CouncilId = meeting.CouncilId,
        HeldOn = meeting.HeldOn,
        Place = meeting.Place,
        Voters = meeting.Voters,
        Delegates = meeting.Delegates,
        SessionId = meeting.SessionId,
        JointWith = [.. meeting.JointWith.Select(j => j.CouncilId)],
        Note = meeting.Note,
        Version = meeting.Version,
    };

    public VoterMeetingInput Asked(Guid council) => new()
    {
        CouncilId = council,
        HeldOn = HeldOn!.Value,
        Place = Place,
        Voters = Voters,
        Delegates = Words.Blank(Delegates),
        SessionId = SessionId,
        JointWith = JointWith,
        Note = Words.Blank(Note),
        Version = Version,
    };
}
