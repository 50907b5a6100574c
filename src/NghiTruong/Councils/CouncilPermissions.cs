using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Councils;

/// <summary>Units, their councils, bodies, agencies and sessions: no secret inside the house.</summary>
public sealed class ReadCouncils() : Permission(
    "councils.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>The council's own organisation: bodies, agencies, responsibilities, sessions, number of delegates.</summary>
public sealed class ManageCouncil() : Permission("councils.manage", (Administrator, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>Units of the country: loading, renaming, merging; the administrator of the whole nation only, whose grant names no council.</summary>
public sealed class ManageUnits() : Permission("units.manage", (Administrator, OwnCouncil));

/// <summary>Sharing out the open matters of a council that has ended; the administrator above it too.</summary>
public sealed class HandOverMatters() : Permission("units.handOver", (Administrator, Subtree), (Clerk, OwnCouncil));
