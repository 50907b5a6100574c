using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Law;

/// <summary>The rule table and the days off are no secret inside the house.</summary>
public sealed class ReadRules() : Permission(
    "law.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>A council's own values.</summary>
public sealed class SetOwnRules() : Permission("law.setOwn", (Administrator, OwnCouncil), (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>The general rows and the state's days off: the administrator of the whole nation, whose grant names no council.</summary>
public sealed class SetGeneralRules() : Permission("law.setGeneral", (Administrator, OwnCouncil));
