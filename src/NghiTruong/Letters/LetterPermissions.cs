using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Letters;

/// <summary>Letters that were issued: they flow down the tiers, and to the agency they are addressed to.</summary>
public sealed class ReadLetters() : Permission(
    "letters.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>Drafts and letters on their way: the council's own desk only.</summary>
public sealed class ReadDraftLetters() : Permission("letters.readDrafts", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Drafting, changing, submitting, discarding.</summary>
public sealed class PrepareLetters() : Permission("letters.prepare", (Clerk, OwnCouncil));

/// <summary>Signing, or sending back: a committee head for the letters of committees, the Standing Committee for all others.</summary>
public sealed class SignLetters() : Permission("letters.sign", (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Văn thư: number, seal, issue, withdraw, record what was done outside.</summary>
public sealed class IssueLetters() : Permission("letters.issue", (Clerk, OwnCouncil));

/// <summary>The office's own templates and series of numbers.</summary>
public sealed class ManageLetterForms() : Permission("letters.manageForms", (Clerk, OwnCouncil), (Administrator, OwnCouncil));
