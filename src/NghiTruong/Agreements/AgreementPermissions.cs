using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Agreements;

/// <summary>Signed documents flow down the tiers; an agency sees those it is a party to.</summary>
public sealed class ReadAgreements() : Permission(
    "agreements.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>Entering, correcting, renewing and ending agreements; their steps and duties.</summary>
public sealed class KeepAgreements() : Permission("agreements.keep", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Saying that a duty of a period is done, with its document: the agency itself, or the clerk from paper.</summary>
public sealed class FinishAgreementTasks() : Permission("agreements.finishTasks", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (AgencyOfficer, Party));
