using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.FollowUp;

/// <summary>Who owes what by when: read as petitions are, down the tiers.</summary>
public sealed class ReadFollowUps() : Permission(
    "followUps.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>Taking or passing over a step of urging: at home only, an upper level never urges a lower council's agencies.</summary>
public sealed class UrgeAgencies() : Permission("followUps.urge", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>The steps of the council's own ladder of urging.</summary>
public sealed class SetUrgingLadder() : Permission("followUps.ladder", (Administrator, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>An upper level asks the Standing Committee of a lower council to press its late matters. Supervising is not substituting.</summary>
public sealed class PressLowerCouncils() : Permission("followUps.pressLower", (Clerk, Subtree), (StandingCommittee, Subtree));
