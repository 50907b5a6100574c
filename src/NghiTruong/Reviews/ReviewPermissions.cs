using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Reviews;

/// <summary>What was sent is read where it came from and by those above; drafts only at the desk that writes them. The Front reads what its own council sent.</summary>
public sealed class ReadReviews() : Permission(
    "reviews.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>Freezing figures, writing, sending: at home only.</summary>
public sealed class KeepReviews() : Permission("reviews.keep", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Opening what was sent to the council one works at: that is the receipt.</summary>
public sealed class ReceiveReviews() : Permission("reviews.receive", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (UpperViewer, OwnCouncil));

/// <summary>The Front opens a notice of its own council.</summary>
public sealed class ReceiveNotices() : Permission("reviews.receiveNotices", (FrontOfficer, OwnCouncil));

/// <summary>Every list and page of reviews starts here.</summary>
public static class ReviewScope
{
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, Acting acting)
    {
        var (scope, own) = (acting.ScopeOf<ReadReviews>(), acting.OwnCouncils<KeepReviews>());
        var (all, councils, provinces) = (scope.All, scope.Councils, scope.Provinces);

        return reviews.Where(r => own.Contains(r.CouncilId) || (r.State != ReviewState.Draft && (all || councils.Contains(r.CouncilId) || provinces.Contains(r.ProvinceId))));
    }

    /// <summary>Whether the review was sent to somebody this person is.</summary>
    public static bool MayReceive(this Acting acting, Review review) =>
        (review.RecipientCouncilId is { } council && acting.OwnCouncils<ReceiveReviews>().Contains(council))
        || (review.Kind == ReviewKind.FrontNotice && acting.OwnCouncils<ReceiveNotices>().Contains(review.CouncilId));
}

/// <summary>A review loaded for an act, and the capacity that allows it.</summary>
internal sealed record ReviewInHand(Review Review, Capacity Capacity);

internal static class ReviewFinder
{
    public static async Task<Result<ReviewInHand>> ReviewAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<Review>().FirstOrDefaultAsync(r => r.Code == code, ct) is not { } review)
        {
            return new Refusal("review.notFound", null, code);
        }

        if (work.CapacityFor<KeepReviews>(review) is { } capacity)
        {
            return new ReviewInHand(review, capacity);
        }

        return await work.Db.Set<Review>().VisibleTo(work.Acting).AnyAsync(r => r.Id == review.Id, ct) ? new Refusal("review.notAllowed", null, code) : new Refusal("review.notFound", null, code);
    }
}
