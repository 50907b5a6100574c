using NghiTruong.Accounts;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Threads;

/// <summary>
/// Threads are read as supervisions are, down the tiers. An agency reads its own matters in their rooms and no thread: a thread tells what other agencies owe too. Who stands below does not
/// read the threads of those above, though its record may stand in one.
/// </summary>
public sealed class ReadThreads() : Permission(
    "threads.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>Opening a thread, putting records in and taking them out, ending it: at home only.</summary>
public sealed class KeepThreads() : Permission("threads.keep", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Saying that a record belongs into a thread: whoever keeps threads decides.</summary>
public sealed class ProposeThreadLinks() : Permission("threads.propose", (Role.Delegate, OwnCouncil), (FrontOfficer, OwnCouncil));
