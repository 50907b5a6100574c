using NghiTruong.Accounts;
using NghiTruong.Database;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Reception;

/// <summary>The schedule is published: it flows down the tiers. It names no citizen.</summary>
public sealed class ReadReceptions() : Permission(
    "receptions.read", (Administrator, Subtree), (Clerk, Subtree), (StandingCommittee, Subtree), (CommitteeHead, Subtree), (Role.Delegate, OwnCouncil), (FrontOfficer, OwnCouncil), (UpperViewer, Subtree), (Auditor, Subtree));

/// <summary>Arranging the schedule, publishing, preparing, holding: the Standing Committee (province) or the chair (commune), by the office (Law 42/2013/QH13 Art 22).</summary>
public sealed class ArrangeReceptions() : Permission("receptions.arrange", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>The reception book names citizens: the desk's own people.</summary>
public sealed class KeepReceptionBook() : Permission("receptions.keepBook", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>Every list and page of the room starts here.</summary>
public static class ReceptionScope
{
    public static IQueryable<CitizenReception> VisibleTo(this IQueryable<CitizenReception> receptions, Acting acting)
    {
        var scope = acting.ScopeOf<ReadReceptions>();
        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return scope.All ? receptions : receptions.Where(r => councils.Contains(r.CouncilId) || provinces.Contains(r.ProvinceId));
    }

    /// <summary>Rows of the book stay at home.</summary>
    public static IQueryable<CitizenVisit> VisibleTo(this IQueryable<CitizenVisit> visits, Acting acting)
    {
        var own = acting.OwnCouncils<KeepReceptionBook>();

        return acting.IsSystem ? visits : visits.Where(v => own.Contains(v.CouncilId));
    }
}
