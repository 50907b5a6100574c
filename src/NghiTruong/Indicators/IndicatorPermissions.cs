using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Indicators;

/// <summary>Figures and the names missing from them: no secret inside the house, and they flow down the tiers.</summary>
public sealed class ReadIndicators() : Permission(
    "indicators.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>Making indicators for a council and all below it.</summary>
public sealed class KeepIndicators() : Permission("indicators.keep", (Administrator, OwnCouncil));

/// <summary>Reminding those whose names are missing: one's own delegates and bodies, and the desks of the councils below. Never their agencies.</summary>
public sealed class RemindMissing() : Permission("indicators.remind", (Clerk, Subtree), (StandingCommittee, Subtree), (UpperViewer, Subtree), (Administrator, Subtree));
