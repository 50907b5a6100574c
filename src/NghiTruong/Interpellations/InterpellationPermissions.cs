using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Interpellations;

/// <summary>Questions, answers, promises and explanation sessions: public in the hall, so they flow down the tiers; an agency sees what it is asked. Never slips before it is decided about them.</summary>
public sealed class ReadInterpellations() : Permission(
    "interpellations.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>Slips that wait to be chosen, and conclusions that are not sent yet: the council's own people.</summary>
public sealed class ReadSlips() : Permission(
    "interpellations.readSlips", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Handing in a slip: every delegate their own, also those who lead; the clerk writes down one on paper.</summary>
public sealed class HandInSlips() : Permission(
    "interpellations.handIn", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Choosing slips into groups of issues, or not: the Standing Committee, or its clerk by its paper.</summary>
public sealed class SelectSlips() : Permission("interpellations.select", (StandingCommittee, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>What happened at the sitting, the resolution, what was promised.</summary>
public sealed class RecordSittings() : Permission("interpellations.record", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>A written answer: the agency, or the clerk on its behalf by the number of its document.</summary>
public sealed class AnswerInterpellations() : Permission("interpellations.answer", (Clerk, OwnCouncil), (AgencyOfficer, Party));

/// <summary>Accepting an answer or not: the delegate who asked; the clerk writes down what was said.</summary>
public sealed class JudgeAnswers() : Permission(
    "interpellations.judge", (Role.Delegate, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>What was done about a promise: the agency, or the clerk on its behalf by the number of its document.</summary>
public sealed class ReportPromises() : Permission("promises.report", (Clerk, OwnCouncil), (AgencyOfficer, Party));

/// <summary>Kept or not: the Standing Committee, the delegate who asked, or the clerk by the Standing Committee's paper.</summary>
public sealed class JudgePromises() : Permission(
    "promises.judge", (StandingCommittee, OwnCouncil), (Role.Delegate, OwnCouncil), (CommitteeHead, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>Explanation sessions of the Standing Committee, kept by its clerk with the number of each paper.</summary>
public sealed class HoldExplanations() : Permission("explanations.hold", (StandingCommittee, OwnCouncil), (Clerk, OwnCouncil));
