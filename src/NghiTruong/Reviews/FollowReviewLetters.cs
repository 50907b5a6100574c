using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Notifications;
using NghiTruong.Operations;

namespace NghiTruong.Reviews;

/// <summary>The letter of a review went out: the review is sent and arrives above; taken back or discarded, it is a draft again.</summary>
public sealed class FollowReviewLetters : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not (LetterIssued or LetterWithdrawn or LetterDiscarded))
        {
            return;
        }

        // A letter recorded as sent in the act that drafts it is known to this context only.
        var id = happened.Subject.Id;
        if ((work.Db.Set<Review>().Local.FirstOrDefault(r => r.LetterId == id) ?? await work.Db.Set<Review>().FirstOrDefaultAsync(r => r.LetterId == id, ct)) is not { } review)
        {
            return;
        }

        var capacity = work.CapacityFor<IssueLetters>(review) ?? work.CapacityFor<KeepReviews>(review) ?? work.Acting.Capacities[0];
        if (happened is LetterIssued issued)
        {
            if (review.State == ReviewState.Draft)
            {
                review.Send(issued.On, issued.Number);
                work.Record(new ReviewSent(ReviewEvent.About(review), review.RecipientName, issued.Number, issued.On), capacity);
                await TellAsync(work, review, ct);
            }
        }
        else
        {
            review.TakeBack();
            work.Record(new ReviewTakenBack(ReviewEvent.About(review)), capacity);
        }
    }

    private static async Task TellAsync(Work work, Review review, CancellationToken ct)
    {
        if (review is { RecipientCouncilId: { } to, IsOnPaper: false })
        {
            var name = await work.Db.Set<Council>().Where(c => c.Id == review.CouncilId).Select(c => c.Name).FirstAsync(ct);
            work.Db.Add(new Notification
            {
                Id = Guid.CreateVersion7(), CouncilId = review.CouncilId, RecipientCouncilId = to, Kind = "review.arrived", Values = [name, review.Title], Href = $"/so-ket/{review.Code}", CreatedAt = work.Now,
            });
        }
    }
}
