using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Conferences;

/// <summary>Experience is there to be shared: down the tiers, and with the councils that sat at a site.</summary>
public sealed class ReadConferences() : Permission(
    "conferences.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>Preparing a conference, its sites, who took part, what was said, the conclusion.</summary>
public sealed class KeepConferences() : Permission("conferences.keep", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Every list and page of conferences starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class ConferenceScope
{
    /// <summary>Those of the councils one may read, and those one's council sat at.</summary>
    public static IQueryable<Conference> VisibleTo(this IQueryable<Conference> conferences, Acting acting, Db db)
    {
        var scope = acting.ScopeOf<ReadConferences>();
        if (scope.All)
        {
            return conferences;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return conferences.Where(c =>
            councils.Contains(c.CouncilId) || provinces.Contains(c.ProvinceId)
            || db.Set<ConferenceSite>().Any(s => s.ConferenceId == c.Id && s.SiteCouncilId != null && councils.Contains(s.SiteCouncilId.Value)));
    }

    public static bool MayKeep(this Acting acting, Conference conference) => acting.CapacityFor<KeepConferences>(conference.CouncilId, conference.ProvinceId) is not null;
}

/// <summary>A conference loaded for an act, and the capacity that allows it.</summary>
public sealed record ConferenceInHand(Conference Conference, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class ConferenceFinder
{
    public static async Task<Result<ConferenceInHand>> ConferenceAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<Conference>().FirstOrDefaultAsync(c => c.Code == code, ct) is not { } conference)
        {
            return new Refusal("conference.notFound", null, code);
        }

        if (work.CapacityFor<KeepConferences>(conference) is { } capacity)
        {
            return new ConferenceInHand(conference, capacity);
        }

        return await work.Db.Set<Conference>().VisibleTo(work.Acting, work.Db).AnyAsync(c => c.Id == conference.Id, ct)
            ? new Refusal("conference.notAllowed", null, code)
            : new Refusal("conference.notFound", null, code);
    }
}

/// <summary>Files of papers: whoever may read the conference reads them.</summary>
internal sealed class ConferencePaperFiles : IFileOwner
{
    public const string OwnerKind = "conferencePaper";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<Conference>().AsNoTracking().VisibleTo(acting, db).AnyAsync(c => db.Set<ConferencePaper>().Any(p => p.Id == ownerId && p.ConferenceId == c.Id), ct);
}
