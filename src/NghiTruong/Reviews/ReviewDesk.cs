using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Texts;

namespace NghiTruong.Reviews;

/// <summary>Sơ kết: started, figures frozen, written, signed, sent, received.</summary>
public sealed class ReviewDesk(OperationRunner operations, ReviewFreezer freezer, RuleBook rules, TextTable texts)
{
    /// <summary>Starts the review of a period and freezes its figures. Of the same scheme and period there is one, however often it is started.</summary>
    /// <returns>The code; refusals <c>council.notFound</c>, <c>scheme.notFound</c>, <c>.periodUnreadable</c>, <c>.periodAhead</c>, <c>review.schemeMissing</c>, <c>.noticeIsHalfYearly</c>, <c>input.*</c>.</returns>
    public Task<Result<string>> StartAsync(ReviewInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council || acting.CapacityFor<KeepReviews>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            if (ReviewRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            await work.HoldAsync(council.Id, token);
            var period = SchemePeriod.Parse(asked.Period)!;
            var scheme = string.IsNullOrWhiteSpace(asked.Scheme) ? null : await work.Db.Set<Scheme>().VisibleTo(acting).FirstOrDefaultAsync(s => s.Code == asked.Scheme.Trim(), token);
            if (scheme is null ? !string.IsNullOrWhiteSpace(asked.Scheme) : scheme.CouncilId != council.Id && (scheme.Tier != Tier.Province || scheme.ProvinceId != council.ProvinceId))
            {
                return new Refusal("scheme.notFound", nameof(asked.Scheme), asked.Scheme ?? "");
            }

            var id = scheme?.Id;
            if (await work.Db.Set<Review>().FirstOrDefaultAsync(r => r.CouncilId == council.Id && r.Kind == asked.Kind && r.SchemeId == id && r.Year == period.Year && r.Half == period.Half, token) is { } standing)
            {
                return standing.Code;
            }

            var review = await AddAsync(work, asked, council, scheme, period, token);
            work.Record(new ReviewStarted(ReviewEvent.About(review), review.Title), capacity);
            await freezer.FreezeAsync(work, review, token);

            return review.Code;
        }, ct);

    /// <summary>Takes the figures anew as the next edition; the former stays to be compared.</summary>
    /// <returns>Refusals <c>review.notFound</c>, <c>.notAllowed</c>, <c>.alreadySent</c>.</returns>
    public Task<Result> FreezeAsync(string code, Acting acting, CancellationToken ct) => ChangeAsync(code, acting, async (work, hand, token) =>
    {
        await work.HoldAsync(hand.Review.CouncilId, token);
        var figures = await freezer.FreezeAsync(work, hand.Review, token);
        work.Record(new ReviewFrozen(ReviewEvent.About(hand.Review), hand.Review.Edition, figures), hand.Capacity);

        return Result.Done;
    }, ct);

    /// <returns>Refusals <c>review.notFound</c>, <c>.notAllowed</c>, <c>.alreadySent</c>, <c>.figureNotFound</c>, <c>record.changedMeanwhile</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> WriteAsync(string code, ReviewTextInput asked, Acting acting, CancellationToken ct) => ChangeAsync(code, acting, async (work, hand, token) =>
    {
        var (review, key) = (hand.Review, asked.Key?.Trim() ?? "");
        if (ReviewRules.WrongIn(asked) is { Count: > 0 } wrong)
        {
            return Result.Refuse(wrong);
        }

        if (key.Length > 0 && !await work.Db.Set<ReviewFigure>().AnyAsync(f => f.ReviewId == review.Id && f.Edition == review.Edition && f.Key == key, token))
        {
            return new Refusal("review.figureNotFound", nameof(asked.Key), key);
        }

        await work.HoldAsync(review.CouncilId, token);
        var text = await work.Db.Set<ReviewText>().FirstOrDefaultAsync(t => t.ReviewId == review.Id && t.Key == key, token);
        if (text is not null && Work.ChangedMeanwhile(text, asked.Version) is { } changed)
        {
            return changed;
        }

        if (text is null)
        {
            text = new ReviewText { Id = Guid.CreateVersion7(), ReviewId = review.Id, Key = key };
            work.Db.Add(text);
        }

        (text.Done, text.NotYet, text.Causes, text.Next) = (Blank(asked.Done), Blank(asked.NotYet), Blank(asked.Causes), Blank(asked.Next));
        work.Record(new ReviewWritten(ReviewEvent.About(review), key.Length == 0 ? null : key), hand.Capacity);

        return Result.Done;
    }, ct);

    /// <summary>Trình ký: a draft letter takes the signing path; issued there it is sent. Pressed twice there is one letter.</summary>
    /// <returns>Id of the letter; refusals <c>review.notFound</c>, <c>.notAllowed</c>, <c>.alreadySent</c>.</returns>
    public Task<Result<Guid>> SubmitAsync(string code, Acting acting, CancellationToken ct) => operations.RunAsync<Guid>(acting, async (work, token) =>
    {
        var found = await work.ReviewAsync(code, token);
        if (found.IsRefused)
        {
            return Result<Guid>.Refuse(found.Refusals);
        }

        var (review, capacity) = found.Value;
        await work.HoldAsync(review.CouncilId, token);
        if (review.LetterId is { } standing)
        {
            return standing;
        }

        if (review.State != ReviewState.Draft)
        {
            return new Refusal("review.alreadySent", null, code);
        }

        var letter = Draft(work, review, capacity);
        work.Record(new ReviewSubmitted(ReviewEvent.About(review)), capacity);

        return letter.Id;
    }, ct);

    /// <summary>Signed and numbered outside the product: sent inside the system, or recorded as sent on paper. Sent twice it is sent once.</summary>
    /// <returns>Refusals <c>review.notFound</c>, <c>.notAllowed</c>, <c>.recipientMissing</c>, <c>.onPaperOnly</c>, <c>letter.*</c>, <c>input.*</c>.</returns>
    public Task<Result> SendAsync(string code, SendReviewInput asked, Acting acting, CancellationToken ct) => operations.RunAsync(acting, async (work, token) =>
    {
        var found = await work.ReviewAsync(code, token);
        if (found.IsRefused)
        {
            return found;
        }

        var (review, capacity) = found.Value;
        // The second of two presses waits here and sees what the first has stored.
        await work.HoldAsync(review.CouncilId, token);
        await work.Db.Entry(review).ReloadAsync(token);
        if (review.State != ReviewState.Draft)
        {
            return Result.Done;
        }

        if (InputShape.WrongIn(asked) is { Count: > 0 } shape)
        {
            return Result.Refuse(shape);
        }

        if (review is { RecipientCouncilId: null, RecipientAgencyId: null } && (!asked.OnPaper || string.IsNullOrWhiteSpace(asked.To)))
        {
            return new Refusal(asked.OnPaper ? "review.recipientMissing" : "review.onPaperOnly", asked.OnPaper ? nameof(asked.To) : nameof(asked.OnPaper));
        }

        if (!string.IsNullOrWhiteSpace(asked.To) && review is { RecipientCouncilId: null, RecipientAgencyId: null })
        {
            review.RecipientName = asked.To.Trim();
        }

        review.IsOnPaper = asked.OnPaper;
        var letter = review.LetterId is { } id ? await work.Db.Set<OfficialLetter>().FirstAsync(l => l.Id == id, token) : Draft(work, review, capacity);
        var refused = await work.IssueOutsideAsync(
            letter, new IssuedOutside { Number = Blank(asked.Number), Notation = Blank(asked.Notation), SignedOn = asked.SignedOn, Signer = Blank(asked.Signer), IssuedOn = work.Today }, capacity, token);

        // The letter's going out sends the review, on this path as on the signing path.
        return refused is null ? Result.Done : refused;
    }, ct);

    /// <summary>Opened by the one it was sent to: that is the receipt, given once.</summary>
    /// <returns>Refusals <c>review.notFound</c>, <c>.notAllowed</c>.</returns>
    public Task<Result> ReceiveAsync(string code, Acting acting, CancellationToken ct) => operations.RunAsync(acting, async (work, token) =>
    {
        if (await work.Db.Set<Review>().VisibleTo(acting).FirstOrDefaultAsync(r => r.Code == code, token) is not { } seen)
        {
            return new Refusal("review.notFound", null, code);
        }

        if (seen.State != ReviewState.Sent)
        {
            return Result.Done;
        }

        var capacity = seen.RecipientCouncilId is { } council && acting.OwnCouncils<ReceiveReviews>().Contains(council) ? acting.CapacityFor<ReceiveReviews>(council, seen.ProvinceId)
            : acting.MayReceive(seen) ? acting.CapacityFor<ReceiveNotices>(seen.CouncilId, seen.ProvinceId) : null;
        if (capacity is null)
        {
            return new Refusal("review.notAllowed", null, code);
        }

        seen.Receive(work.Today, acting.UserId);
        work.Record(new ReviewReceived(ReviewEvent.About(seen), work.Today), capacity);

        return Result.Done;
    }, ct);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static OfficialLetter Draft(Work work, Review review, Capacity capacity)
    {
        var letter = work.DraftLetter(
            new NewLetter
            {
                SenderCouncilId = review.CouncilId, ProvinceId = review.ProvinceId, Kind = ReviewPaper.KindCode, Abstract = review.Title, RecipientName = review.RecipientName, RecipientCouncilId = review.RecipientCouncilId,
                RecipientAgencyId = review.RecipientAgencyId, Notation = review.Kind == ReviewKind.Scheme ? "BC-HĐND" : "TB-HĐND",
            },
            capacity);
        review.LetterId = letter.Id;

        return letter;
    }

    private async Task<Review> AddAsync(Work work, ReviewInput asked, Council council, Scheme? scheme, SchemePeriod period, CancellationToken ct)
    {
        var (year, id) = (work.Today.Year, asked.Id ?? Guid.CreateVersion7());
        var upper = asked.Kind == ReviewKind.Scheme && council.Tier != Tier.Province
            ? await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.ProvinceId == council.ProvinceId && c.Tier == Tier.Province, ct) : null;
        var front = asked.Kind == ReviewKind.FrontNotice
            ? await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.CouncilId == council.Id && a.Kind == AgencyKind.FatherlandFront && a.Until == null, ct) : null;
        var review = new Review
        {
            Id = id,
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Tier = council.Tier,
            Code = ReviewRules.Code(council.Code, year, await CodeSeries.NextAsync(work.Db, ReviewRules.Series(council.Code, year), 1, ct)),
            Kind = asked.Kind,
            SchemeId = scheme?.Id,
            TopSchemeId = scheme is null ? null : scheme.Tier == Tier.Province ? scheme.Id : scheme.ParentId,
            Year = period.Year,
            Half = period.Half,
            Title = Title(asked.Kind, scheme, period),
            RecipientCouncilId = upper?.Id,
            RecipientAgencyId = front?.Id,
            RecipientName = upper is not null ? texts["review.standingOf", upper.Name] : front?.Name ?? texts["review.recipientOpen"],
            DueOn = ReviewRules.Due(await rules.ReadAsync(ct), asked.Kind, council.Tier, council.Id, period),
            CreatedAt = work.Now,
        };
        work.Db.Add(review);

        return review;
    }

    /// <summary>Titles are Vietnamese as the paper is, whoever asks in whichever language.</summary>
    private string Title(ReviewKind kind, Scheme? scheme, SchemePeriod period)
    {
        var vietnamese = System.Globalization.CultureInfo.GetCultureInfo("vi");
        var when = string.Format(vietnamese, texts.Find($"review.period.{period.Half}", vietnamese)!, period.Year.ToString(vietnamese));

        return kind == ReviewKind.FrontNotice
            ? string.Format(vietnamese, texts.Find("review.title.frontNotice", vietnamese)!, when)
            : string.Format(vietnamese, texts.Find("review.title.scheme", vietnamese)!, texts.Find("scheme.kind." + TextCode.Of(scheme!.Kind), vietnamese)!.ToLowerInvariant(), scheme.Number, when);
    }

    private Task<Result> ChangeAsync(string code, Acting acting, Func<Work, ReviewInHand, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ReviewAsync(code, token);

            return found.IsRefused ? found : found.Value.Review.State != ReviewState.Draft ? new Refusal("review.alreadySent", null, code) : await act(work, found.Value, token);
        }, ct);
}
