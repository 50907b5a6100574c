using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Petitions;

/// <summary>An act that is open to a person on a petition now: its address under the record, its icon; the text is <c>petitions.act.{Path}</c>.</summary>
public sealed record PetitionAct(string Path, string Icon)
{
    public string Text => "petitions.act." + Path;
}

/// <summary>What may be done with a petition now and by whom, the next step first. The operations decide again; this only spares people closed doors.</summary>
public static class PetitionActs
{
    private static readonly PetitionAct Classify = new("phan-loai", "filter");
    private static readonly PetitionAct Forward = new("chuyen", "send");
    private static readonly PetitionAct Pass = new("chuyen-cap", "council");
    private static readonly PetitionAct Merge = new("gop", "merge");
    private static readonly PetitionAct Accept = new("tiep-nhan", "done");
    private static readonly PetitionAct Refuse = new("tra-lai", "undo");
    private static readonly PetitionAct Extend = new("gia-han", "calendar");
    private static readonly PetitionAct Department = new("giao-phong", "holder");
    private static readonly PetitionAct Answer = new("tra-loi", "edit");
    private static readonly PetitionAct Withdraw = new("thu-hoi", "undo");
    private static readonly PetitionAct Evaluate = new("danh-gia", "report");
    private static readonly PetitionAct Verify = new("tham-tra", "eye");
    private static readonly PetitionAct Conclude = new("ket-luan", "law");
    private static readonly PetitionAct Notify = new("thong-bao", "megaphone");
    private static readonly PetitionAct Close = new("ket-thuc", "done");
    private static readonly PetitionAct Reopen = new("mo-lai", "undo");
    private static readonly PetitionAct Pressing = new("noi-com", "pressing");
    private static readonly PetitionAct Edit = new("sua", "edit");
    private static readonly PetitionAct Erase = new("xoa-ca-nhan", "delete");

    public static IReadOnlyList<PetitionAct> For(PetitionView matter, Acting acting) => [.. Open(matter.Petition, new Rights(matter, acting)).Distinct()];

    private static IEnumerable<PetitionAct> Open(Petition p, Rights may)
    {
        foreach (var act in ByStatus(p, may))
        {
            yield return act;
        }

        if (may.Conclude && p.Status is not (PetitionStatus.Merged or PetitionStatus.Closed))
        {
            yield return Pressing;
        }

        if (may.Sort && p.Status is not (PetitionStatus.Merged or PetitionStatus.Closed))
        {
            yield return Edit;
        }

        if (may.Erase)
        {
            yield return Erase;
        }
    }

    private static IEnumerable<PetitionAct> ByStatus(Petition p, Rights may) => p.Status switch
    {
        PetitionStatus.Recorded => OnTheDesk(p, may, isSorted: false),
        PetitionStatus.Classified or PetitionStatus.Refused => OnTheDesk(p, may, isSorted: true),
        PetitionStatus.Passing or PetitionStatus.Forwarded => WithAgency(may, isAccepted: false),
        PetitionStatus.Accepted => WithAgency(may, isAccepted: true),
        PetitionStatus.Answered => Some((may.Evaluate, Evaluate), (may.Conclude, Conclude), (may.Evaluate, Verify), (may.Reply, Answer), (may.Evaluate, Reopen)),
        PetitionStatus.Evaluated => Some((may.Conclude, Conclude), (may.Evaluate, Verify), (may.Evaluate, Evaluate), (may.Reply, Answer), (may.Evaluate, Reopen)),
        PetitionStatus.Concluded => Some((may.Notify, Notify), (may.Conclude, Conclude), (may.Evaluate, Reopen)),
        PetitionStatus.Notified => PetitionRules.CannotBeClosed(p) is null
            ? Some((may.Notify, Close), (may.Notify, Notify), (may.Evaluate, Reopen))
            : Some((may.Evaluate, Reopen), (may.Notify, Notify)),
        PetitionStatus.ExplainedOnTheSpot => Some((may.Notify, Notify)),
        PetitionStatus.Closed => Some((may.Evaluate, Reopen)),
        _ => [],
    };

    private static IEnumerable<PetitionAct> OnTheDesk(Petition p, Rights may, bool isSorted)
    {
        var mayBeSent = may.Send && p.Kind == PetitionKind.Petition;

        return isSorted
            ? Some((mayBeSent, Forward), (may.Sort, Classify), (mayBeSent, Pass), (may.Sort, Merge))
            : Some((may.Sort, Classify), (mayBeSent, Forward), (mayBeSent, Pass), (may.Sort, Merge));
    }

    private static IEnumerable<PetitionAct> WithAgency(Rights may, bool isAccepted) => may.IsOfficer
        ? may.IsCooperating
            ? Some((may.OwesUnseen, Accept), (true, Answer), (may.Owes, Refuse))
            : Some((!isAccepted, Accept), (true, Answer), (true, Department), (true, Refuse))
        : Some(
            (may.Reply, Answer), (may.SendsOn, Forward), (may.Reply && !isAccepted, Accept), (may.Reply, Department), (may.Reply, Refuse), (may.RepliesForIt, Extend), (may.Send, Withdraw));

    private static IEnumerable<PetitionAct> Some(params (bool Open, PetitionAct Act)[] acts) => acts.Where(a => a.Open).Select(a => a.Act);

    private sealed class Rights(PetitionView matter, Acting acting)
    {
        private readonly Petition _petition = matter.Petition;

        public bool Sort => Has<SortPetitions>();

        public bool Send => Has<SendPetitions>();

        public bool Evaluate => Has<EvaluatePetitions>();

        public bool Conclude => Has<ConcludePetitions>();

        public bool Notify => Has<NotifyVoters>();

        /// <summary>There is something of a person, and the right to erase it.</summary>
        public bool Erase => (matter.Person is not null || matter.Files.Any(f => f.OwnerId == _petition.Id))
            && acting.CapacityFor<ErasePersonalData>(_petition.CouncilId, _petition.ProvinceId) is not null;

        public bool IsOfficer => !RepliesForIt && matter.Parties.Any(p => p.ActsUntil is null && IsOwn(p));

        /// <summary>An officer of agencies that only cooperate: they settle their own part.</summary>
        public bool IsCooperating => IsOfficer && !matter.Parties.Any(p => p is { Role: PartyRole.Lead, ActsUntil: null } && IsOwn(p));

        public bool Owes => OwnItems.Any(i => FollowUpStates.Owed.Contains(i.State));

        public bool OwesUnseen => OwnItems.Any(i => i.State == FollowUpState.Waiting);

        public bool Reply => RepliesForIt || IsOfficer;

        /// <summary>The desk of the owner, or of the council it was passed to, records what comes back.</summary>
        public bool RepliesForIt => Send || Holds;

        /// <summary>The council it was passed to may send it on.</summary>
        public bool SendsOn => Holds && PetitionRules.CannotBeSent(_petition) is null;

        private bool Holds => _petition.HolderCouncilId is { } holder && acting.CapacityFor<SendPetitions>(holder, Guid.Empty) is not null;

        private IEnumerable<FollowUpItem> OwnItems => matter.Items.Where(i => i.AgencyId is { } agency && acting.CapacityAtAgency<AnswerPetitions>(agency) is not null);

        private bool IsOwn(PetitionParty party) => party.AgencyId is { } agency && acting.CapacityAtAgency<AnswerPetitions>(agency) is not null;

        /// <summary>Whatever else is done with it, its owner does.</summary>
        private bool Has<T>()
            where T : Permission, new() => acting.CapacityFor<T>(_petition.CouncilId, _petition.ProvinceId) is not null;
    }
}
