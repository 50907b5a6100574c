using NghiTruong.Accounts;
using NghiTruong.Journal;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Supervision.Briefings;

/// <summary>Calendar and minutes of briefings: a body's own affair, what was skipped is seen from above.</summary>
public sealed class KeepBriefings() : Permission("briefings.keep", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>What can happen to a briefing.</summary>
public abstract record BriefingEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "briefing";

    public static Subject About(Briefing briefing) => new(SubjectKind, briefing.Id, briefing.Code, briefing.CouncilId);
}

public sealed record BriefingHeld(Subject Subject, DateOnly On, int Conclusions) : BriefingEvent(Subject)
{
    public override string Code => "briefing.held";
}

public sealed record BriefingExcused(Subject Subject, string Reason) : BriefingEvent(Subject)
{
    public override string Code => "briefing.excused";
}

public sealed record BriefingCadenceSet(Subject Subject, BriefingEvery Every, DateOnly From) : BriefingEvent(Subject)
{
    public override string Code => "briefing.cadenceSet";
}
