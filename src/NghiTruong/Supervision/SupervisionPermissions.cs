using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Supervision;

/// <summary>Programmes, states, figures and issued results: they flow down the tiers; an agency sees what it is supervised in. Never drafts or findings before issue.</summary>
public sealed class ReadSupervisions() : Permission(
    "supervisions.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>Visits, findings, members' reports and drafts before the report is issued. Who sits in a supervised body too does not see them.</summary>
public sealed class ReadFindings() : Permission(
    "supervisions.readFindings", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Proposing themes for the programme of a year.</summary>
public sealed class ProposeSupervisions() : Permission(
    "supervisions.propose", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil), (FrontOfficer, OwnCouncil));

/// <summary>Deciding, adjusting, putting off, cancelling, with the number of the paper that says so.</summary>
public sealed class DecideProgrammes() : Permission("supervisions.decide", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Team, papers, bodies under supervision, results, report.</summary>
public sealed class CarryOutSupervisions() : Permission("supervisions.carryOut", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Notes and photographs of a visit, a member's report: every delegate of the council.</summary>
public sealed class NoteVisits() : Permission(
    "supervisions.note", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Conclusion, and the judgement of what was really done: the body that made the recommendation, or its clerk by its paper.</summary>
public sealed class ConcludeSupervisions() : Permission("supervisions.conclude", (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>The word of the agency on a recommendation: the agency itself, or the clerk on its behalf.</summary>
public sealed class AnswerRecommendations() : Permission("recommendations.answer", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (AgencyOfficer, Party));

public sealed class ImportSupervisions() : Permission("supervisions.import", (Clerk, OwnCouncil), (Administrator, OwnCouncil));
