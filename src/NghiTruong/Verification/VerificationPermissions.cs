using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Verification;

/// <summary>
/// Dossiers. At home everybody who works for the council; an upper level reads issued reports only (<see cref="VerificationScope"/>); the agency that submits sees its own
/// dossier's parts and comments, not the workbench before issue.
/// </summary>
public sealed class ReadVerifications() : Permission(
    "verifications.read",
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (UpperViewer, Subtree),
    (AgencyOfficer, Party));

/// <summary>The workbench before its report is issued: notes, parts, scores, position.</summary>
public sealed class ReadWorkbench() : Permission(
    "verifications.readWorkbench", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Opening a dossier, receiving parts, working at it, the meeting, the report.</summary>
public sealed class CarryOutVerifications() : Permission("verifications.carryOut", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>The position at the end, and issuing the report: head and Standing Committee, or the clerk by the paper that says so.</summary>
public sealed class ConcludeVerifications() : Permission("verifications.conclude", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Answering written comments (tiếp thu, giải trình): the agency that submitted, or the clerk on its behalf.</summary>
public sealed class AnswerComments() : Permission("verifications.answer", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (AgencyOfficer, Party));

/// <summary>Having a draft looked at by the machine; nothing of it is kept.</summary>
public sealed class CheckDrafts() : Permission(
    "verifications.check",
    (Administrator, OwnCouncil),
    (Clerk, OwnCouncil),
    (StandingCommittee, OwnCouncil),
    (CommitteeHead, OwnCouncil),
    (Role.Delegate, OwnCouncil),
    (AgencyOfficer, Party));

/// <summary>The register of legal documents is no secret inside the house.</summary>
public sealed class ReadLegalRegister() : Permission(
    "legalRegister.read",
    (Administrator, OwnCouncil),
    (Clerk, OwnCouncil),
    (StandingCommittee, OwnCouncil),
    (CommitteeHead, OwnCouncil),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, OwnCouncil),
    (Auditor, OwnCouncil),
    (AgencyOfficer, Party));

/// <summary>The administrator of the whole nation, whose grant names no council.</summary>
public sealed class KeepLegalRegister() : Permission("legalRegister.keep", (Administrator, OwnCouncil));
