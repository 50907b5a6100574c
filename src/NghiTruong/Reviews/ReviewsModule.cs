using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Reviews;

public static class ReviewsModule
{
    public static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.AddSingleton<ReviewFreezer>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ReviewReader>();
        services.AddSingleton<ReviewList>();
        services.AddSingleton<ReviewsBelow>();
        services.AddLetterKind<ReviewPaper>();
        services.AddSingleton<ReviewDocument>();
        services.AddSingleton<IEventHandler, FollowReviewLetters>();
        services.AddSingleton<IMovesOnMerge, ReviewMoves>();
        services.AddSingleton<ITodaySource, ReviewToday>();

        return services;
    }
}

/// <summary>Drafts go to the successor when units merge; what was sent stays with whoever sent it.</summary>
internal sealed class ReviewMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
        await db.Set<Review>().AsNoTracking().Where(r => r.CouncilId == councilId && r.State == ReviewState.Draft).OrderBy(r => r.Code)
            .Select(r => new OpenMatter(ReviewEvent.SubjectKind, r.Id, r.Code, r.Title, null, r.DueOn)).ToListAsync(ct);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var review in await db.Set<Review>().Where(r => r.CouncilId == move.FromCouncilId && matters.Contains(r.Id)).ToListAsync(ct))
        {
            (review.CouncilId, review.ProvinceId, review.RecipientAgencyId) = (move.ToCouncilId, move.ToProvinceId, move.Agency(review.RecipientAgencyId));
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>What of the reviews waits for the person: those that arrived and nobody opened, drafts whose day is past.</summary>
public sealed class ReviewToday(ReviewList list) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        if (acting.OwnCouncils<ReceiveReviews>().Count + acting.OwnCouncils<ReceiveNotices>().Count > 0)
        {
            cards.Add(new TodayCard("today.review.arrived", await list.UnopenedAsync(acting, ct), "/so-ket?den=true", TodayTone.Plain, 40));
        }

        foreach (var council in acting.OwnCouncils<KeepReviews>())
        {
            cards.Add(new TodayCard("today.review.late", await list.LateAsync(council, ct), $"/so-ket?council={council}", TodayTone.Late, 34));
        }

        return cards;
    }
}
