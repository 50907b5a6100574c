using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Schemes;

/// <summary>Numbers, titles and figures flow down the tiers; and what a province follows its communes read, since they are to carry it out. Agencies read their own matters elsewhere.</summary>
public sealed class ReadSchemes() : Permission(
    "schemes.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>Entering documents and their nodes, naming resolutions, entering progress, rolling out: at home only. An administrator writes the scheme of a province.</summary>
public sealed class KeepSchemes() : Permission("schemes.keep", (Administrator, OwnCouncil), (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Marking a step done: the unit's own desk, or the upper council's on paper for it.</summary>
public sealed class MarkRollOuts() : Permission("rollOuts.mark", (Clerk, Subtree), (StandingCommittee, Subtree));
