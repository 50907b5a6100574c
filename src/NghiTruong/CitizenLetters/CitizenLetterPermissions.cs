using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.CitizenLetters;

/// <summary>Letters stay at home: the desk's own people read them, a delegate those they entered or handle, an agency those passed on to it. Upper levels see figures only.</summary>
public sealed class ReadCitizenLetters() : Permission(
    "citizenLetters.read", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil), (AgencyOfficer, Party));

/// <summary>Entering a letter, also one handed to a delegate, photographed on the phone.</summary>
public sealed class RegisterCitizenLetters() : Permission(
    "citizenLetters.register", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil));

/// <summary>Deciding what becomes of a letter: conditions, passing on, guidance, filing, telling, closing.</summary>
public sealed class HandleCitizenLetters() : Permission("citizenLetters.handle", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>The result: the agency that got it, or the clerk by the number of its document.</summary>
public sealed class AnswerCitizenLetters() : Permission("citizenLetters.answer", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (AgencyOfficer, Party));

/// <summary>Naming who handles a protected letter.</summary>
public sealed class NameLetterHandlers() : Permission("citizenLetters.nameHandlers", (StandingCommittee, OwnCouncil), (Clerk, OwnCouncil));
