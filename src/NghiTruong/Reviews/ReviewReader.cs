using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Notifications;
using NghiTruong.Refusals;
using NghiTruong.Schemes;

namespace NghiTruong.Reviews;

/// <summary>One review whole: the figures of its last edition, what was written, and what changed since the edition before.</summary>
public sealed record ReviewView(Review Review, bool MayKeep)
{
    public IReadOnlyList<ReviewFigure> Figures { get; init; } = [];

    public IReadOnlyDictionary<string, ReviewText> Texts { get; init; } = new Dictionary<string, ReviewText>();

    public Scheme? Scheme { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public string? ReceivedByName { get; init; }

    public ReviewText? TextOf(string key) => Texts.GetValueOrDefault(key);
}

/// <summary>Reads one review; null is "not found".</summary>
public sealed class ReviewReader(IDbContextFactory<Db> contexts)
{
    public async Task<ReviewView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Review>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } review)
        {
            return null;
        }

        var mayKeep = acting.CapacityFor<KeepReviews>(review.CouncilId, review.ProvinceId) is not null;
        var story = mayKeep ? await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == review.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct) : [];
        var users = story.Select(e => e.UserId).Append(review.ReceivedBy ?? Guid.Empty).ToList();
        var names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);

        return await FillAsync(db, new ReviewView(review, mayKeep) { Story = story, Names = names, ReceivedByName = names.GetValueOrDefault(review.ReceivedBy ?? Guid.Empty) }, ct);
    }

    internal static async Task<ReviewView> FillAsync(Db db, ReviewView view, CancellationToken ct)
    {
        var r = view.Review;

        return view with
        {
            Figures = await db.Set<ReviewFigure>().AsNoTracking().Where(f => f.ReviewId == r.Id && f.Edition == r.Edition).OrderBy(f => f.Ordinal).ToListAsync(ct),
            Texts = await db.Set<ReviewText>().AsNoTracking().Where(t => t.ReviewId == r.Id).ToDictionaryAsync(t => t.Key, ct),
            Scheme = await db.Set<Scheme>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == r.SchemeId, ct),
        };
    }
}

/// <summary>A page of reviews and where the next one begins.</summary>
public sealed record ReviewPage(IReadOnlyList<Review> Rows, string? Next);

/// <summary>Lists of reviews within what the person may see, the latest period first.</summary>
public sealed class ReviewList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <param name="arrived">Those sent to the person's own council or Front; else those of their own council, or all below for who keeps none.</param>
    public async Task<ReviewPage> ReadAsync(bool arrived, Guid? council, string? cursor, int size, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.Set<Review>().AsNoTracking().VisibleTo(acting);
        rows = arrived ? Arrived(rows, acting) : rows;
        rows = council is { } at ? rows.Where(r => r.CouncilId == at) : rows;
        if (ListCursor.Read(cursor) is var (day, id))
        {
            var at2 = day.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
            rows = rows.Where(r => r.CreatedAt <= at2 && r.Id < id);
        }

        // Ids follow the time of their making.
        var page = await rows.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);

        return page.Count <= size ? new ReviewPage(page, null) : new ReviewPage(page[..size], ListCursor.At(page[size - 1].CreatedAt.VietnamDate.AddDays(1), page[size - 1].Id));
    }

    /// <summary>What was sent to the person and nobody has opened; counting stops at a hundred.</summary>
    public async Task<int> UnopenedAsync(Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Arrived(db.Set<Review>(), acting).Where(r => r.State == ReviewState.Sent && !r.IsOnPaper).Take(100).CountAsync(ct);
    }

    /// <summary>Drafts whose day is past.</summary>
    public async Task<int> LateAsync(Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;

        return await db.Set<Review>().Where(r => r.CouncilId == council && r.State == ReviewState.Draft && r.DueOn < today).Take(100).CountAsync(ct);
    }

    private static IQueryable<Review> Arrived(IQueryable<Review> rows, Acting acting)
    {
        var (councils, fronts) = (acting.OwnCouncils<ReceiveReviews>(), acting.OwnCouncils<ReceiveNotices>());

        return rows.Where(r => r.State != ReviewState.Draft
            && ((r.RecipientCouncilId != null && councils.Contains(r.RecipientCouncilId.Value)) || (r.Kind == ReviewKind.FrontNotice && fronts.Contains(r.CouncilId))));
    }
}

/// <summary>A lower council's review as the upper one waits for it.</summary>
/// <param name="Review">Null while nothing was sent.</param>
/// <param name="DaysLate">Calendar days past its due day, until it was sent or until today.</param>
public sealed record LowerReview(CouncilName Council, Review? Review, DateOnly? DueOn, int DaysLate);

/// <summary>What the lower reviews say of a node of the upper document, or of an indicator, added up.</summary>
/// <param name="Origin"><see cref="ReviewFigureOrigin.Node"/> or <see cref="ReviewFigureOrigin.Indicator"/>.</param>
/// <param name="Key">Code of the node or indicator.</param>
public sealed record ReviewSum(ReviewFigureOrigin Origin, string Key, string Title, SchemeSum Sum, decimal? Goal, NodeStatus Status);

/// <summary>Who has sent, who is late, and the sum of what was sent.</summary>
public sealed record ReviewsBelowView(Scheme Scheme, SchemePeriod Period, IReadOnlyList<LowerReview> Councils, IReadOnlyList<ReviewSum> Sums)
{
    public int Sent => Councils.Count(c => c.Review is not null);

    public int Late => Councils.Count(c => c.Review is null && c.DaysLate > 0);
}

/// <summary>The upper council's side: nothing of it is typed.</summary>
public sealed class ReviewsBelow(IDbContextFactory<Db> contexts, OperationRunner operations, CouncilDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <returns>Null where the document is not one of a province that the person reads whole.</returns>
    public async Task<ReviewsBelowView?> ReadAsync(string schemeCode, SchemePeriod period, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var scope = acting.ScopeOf<ReadReviews>();
        if (await db.Set<Scheme>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(s => s.Code == schemeCode && s.Tier == Tier.Province, ct) is not { } scheme || !(scope.All || scope.Provinces.Contains(scheme.ProvinceId)))
        {
            return null;
        }

        var sent = await db.Set<Review>().AsNoTracking()
            .Where(r => r.TopSchemeId == scheme.Id && r.Kind == ReviewKind.Scheme && r.Year == period.Year && r.Half == period.Half && r.State != ReviewState.Draft && r.Tier == Tier.Commune).ToListAsync(ct);

        return new ReviewsBelowView(scheme, period, await CouncilsAsync(db, scheme, period, sent, ct), await SumsAsync(db, scheme, period, sent, ct));
    }

    /// <summary>Nhắc tất cả: a line in the inbox of each council that has not sent; once a day.</summary>
    /// <returns>How many were urged; refusals <c>scheme.notFound</c>, <c>review.notAllowed</c>, <c>.nobodyMissing</c>.</returns>
    public async Task<Result<int>> UrgeAsync(string schemeCode, SchemePeriod period, Acting acting, CancellationToken ct)
    {
        if (await ReadAsync(schemeCode, period, acting, ct) is not { } view)
        {
            return new Refusal("scheme.notFound", null, schemeCode);
        }

        return await operations.RunAsync<int>(acting, async (work, token) =>
        {
            if (!acting.OwnCouncils<KeepReviews>().Contains(view.Scheme.CouncilId))
            {
                return new Refusal("review.notAllowed", null, schemeCode);
            }

            await work.HoldAsync(view.Scheme.CouncilId, token);
            var href = $"/so-ket/moi?scheme={schemeCode}&ky={period.Key}";
            var since = work.Now.AddHours(-20);
            var told = await work.Db.Set<Notification>().Where(n => n.Kind == "review.urged" && n.Href == href && n.CreatedAt > since).Select(n => n.RecipientCouncilId).ToListAsync(token);
            var missing = view.Councils.Where(c => c.Review is null && !told.Contains(c.Council.Id)).ToList();
            work.Db.AddRange(missing.Select(c => new Notification
            {
                Id = Guid.CreateVersion7(), CouncilId = view.Scheme.CouncilId, RecipientCouncilId = c.Council.Id, Kind = "review.urged", Values = [view.Scheme.Number, period.Key], Href = href, CreatedAt = work.Now,
            }));

            return missing.Count > 0 ? missing.Count : new Refusal("review.nobodyMissing");
        }, ct);
    }

    private async Task<List<LowerReview>> CouncilsAsync(Db db, Scheme scheme, SchemePeriod period, List<Review> sent, CancellationToken ct)
    {
        var (today, known) = (clock.Today, await rules.ReadAsync(ct));
        var living = await db.Set<CouncilTerm>().Where(t => t.From <= today && (t.Until == null || t.Until >= today)).Select(t => t.CouncilId).Distinct().ToListAsync(ct);
        var councils = (await directory.OfProvinceAsync(scheme.ProvinceId, ct)).Where(c => c.Tier == Tier.Commune && living.Contains(c.Id));

        return [.. councils.Select(c =>
        {
            var review = sent.Find(r => r.CouncilId == c.Id);
            var due = review?.DueOn ?? ReviewRules.Due(known, ReviewKind.Scheme, c.Tier, c.Id, period);

            return new LowerReview(c, review, due, due is { } day && (review?.SentOn ?? today) is var until && until > day ? until.DayNumber - day.DayNumber : 0);
        }).OrderBy(c => c.Review is not null).ThenByDescending(c => c.DaysLate).ThenBy(c => c.Council.SortKey, StringComparer.Ordinal)];
    }

    private static async Task<List<ReviewSum>> SumsAsync(Db db, Scheme scheme, SchemePeriod period, List<Review> sent, CancellationToken ct)
    {
        var editions = sent.ToDictionary(r => r.Id, r => r.Edition);
        var ids = editions.Keys.ToList();
        var figures = await db.Set<ReviewFigure>().AsNoTracking().Where(f => ids.Contains(f.ReviewId) && (f.UpperKey != null || f.Origin == ReviewFigureOrigin.Indicator)).ToListAsync(ct);
        figures.RemoveAll(f => f.Edition != editions[f.ReviewId]);
        var byNode = figures.Where(f => f.UpperKey is not null).ToLookup(f => f.UpperKey!);
        var goals = (await db.Set<NodeGoal>().AsNoTracking().Where(g => g.SchemeId == scheme.Id).ToListAsync(ct)).ToLookup(g => g.NodeId);
        var nodes = await db.Set<SchemeNode>().AsNoTracking().Where(n => n.SchemeId == scheme.Id && n.Measure != NodeMeasure.None).OrderBy(n => n.Ordinal).ToListAsync(ct);

        return
        [
            .. nodes.Select(n =>
            {
                var sum = SchemeFigures.Sum(byNode[n.Code].Select(f => f.Measured), n.Unit);

                // A plain target of the whole province is not that of its communes alone.
                var goal = n.Measure == NodeMeasure.Ratio ? SchemeFigures.GoalOf(goals[n.Id], period.Year)?.Goal : null;

                return new ReviewSum(ReviewFigureOrigin.Node, n.Code, n.Title, sum, goal, SchemeFigures.Judge(sum.Total, goal, n.Direction));
            }),
            .. figures.Where(f => f.Origin == ReviewFigureOrigin.Indicator).GroupBy(f => f.Key).OrderBy(g => g.Min(f => f.Ordinal)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var (sum, first) = (SchemeFigures.Sum(g.Select(f => f.Measured), "%"), g.First());

                return new ReviewSum(ReviewFigureOrigin.Indicator, g.Key, first.Title, sum, first.Goal, SchemeFigures.Judge(sum.Total, first.Goal, NodeDirection.Higher));
            }),
        ];
    }
}
