using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Resolutions;

/// <summary>Resolutions are issued documents: they flow down the tiers; an agency sees those it carries out, wholly or in a clause.</summary>
public sealed class ReadResolutions() : Permission(
    "resolutions.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>The words of looks: the committee's own, until a resolution says so. Elsewhere their day and verdict are read.</summary>
public sealed class ReadResolutionLooks() : Permission(
    "resolutions.readLooks", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Entering, correcting, saying what replaced it, noting clauses and giving them out.</summary>
public sealed class RecordResolutions() : Permission("resolutions.record", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>The periodic look: the committee in charge, or the clerk who writes it down.</summary>
public sealed class LookAtResolutions() : Permission("resolutions.look", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>The judgement of what was really done: the council's side alone.</summary>
public sealed class JudgeResolutionTasks() : Permission("resolutions.judge", (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>What UBND and its agencies report: themselves, or the clerk from paper.</summary>
public sealed class ReportOnResolutions() : Permission("resolutions.report", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (AgencyOfficer, Party));

public sealed class ImportResolutions() : Permission("resolutions.import", (Clerk, OwnCouncil), (Administrator, OwnCouncil));
