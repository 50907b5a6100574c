using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Petitions;

/// <summary>States, figures and issued documents of petitions: they flow down the tiers, never voters' personal data or drafts.</summary>
public sealed class ReadPetitions() : Permission(
    "petitions.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree),
    (AgencyOfficer, Party));

/// <summary>Names and telephones of voters: the council's own desk only.</summary>
public sealed class ReadVoters() : Permission("petitions.readVoters", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

public sealed class RecordPetitions() : Permission(
    "petitions.record", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil), (FrontOfficer, OwnCouncil));

public sealed class ImportPetitions() : Permission("petitions.import", (Clerk, OwnCouncil), (Administrator, OwnCouncil));

/// <summary>Field, authority, merging, passing to another council.</summary>
public sealed class SortPetitions() : Permission("petitions.sort", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Sending to agencies, withdrawing, recording what they answer on paper.</summary>
public sealed class SendPetitions() : Permission("petitions.send", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>Receipt, refusal, department, answer: by the agency itself, or by the desk on its behalf.</summary>
public sealed class ReplyToPetitions() : Permission("petitions.reply", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (AgencyOfficer, Party));

/// <summary>Receipt, refusal, answer by the agency itself.</summary>
public sealed class AnswerPetitions() : Permission("petitions.answer", (AgencyOfficer, Party));

/// <summary>The office's proposal of an outcome, a committee's verification.</summary>
public sealed class EvaluatePetitions() : Permission("petitions.evaluate", (Clerk, OwnCouncil), (CommitteeHead, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>The Standing Committee concludes, marks as pressing, closes and reopens.</summary>
public sealed class ConcludePetitions() : Permission("petitions.conclude", (StandingCommittee, OwnCouncil));

/// <summary>Telling the voters and closing what was concluded.</summary>
public sealed class NotifyVoters() : Permission("petitions.notify", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (FrontOfficer, OwnCouncil));

/// <summary>Hồ sơ kiến nghị trước kỳ họp: the council's own papers for its session.</summary>
public sealed class ReadDossier() : Permission("petitions.readDossier", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Giving the papers of the dossier onto the signing path, with the figures of the day.</summary>
public sealed class PrepareDossier() : Permission("petitions.prepareDossier", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));
