using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Delegates;

/// <summary>Who the delegates are is published by law; within the house it flows down the tiers.</summary>
public sealed class ReadDelegates() : Permission(
    "delegates.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>The register: mandates, posts, spells, at home only.</summary>
public sealed class ManageDelegates() : Permission("delegates.manage", (Administrator, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>Birth date, ethnicity, religion and the like: the clerk of the own council; the delegate reads their own without it.</summary>
public sealed class ReadParticulars() : Permission("delegates.particulars", (Clerk, OwnCouncil));
