using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Supervision.Groups;

namespace NghiTruong.Supervision;

/// <summary>What a supervision found, as its report says.</summary>
public sealed record ResultsInput
{
    [StringLength(20_000)]
    public string? Results { get; init; }

    [StringLength(20_000)]
    public string? Shortcomings { get; init; }

    [StringLength(20_000)]
    public string? Assessment { get; init; }

    /// <summary>Why there is no recommendation.</summary>
    [StringLength(2000)]
    public string? NoRecommendationBecause { get; init; }

    /// <summary>Typed under the fields of the group, by their codes.</summary>
    public IReadOnlyDictionary<string, string?>? Fields { get; init; }

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>A recommendation as it is drafted.</summary>
public sealed record RecommendationInput
{
    /// <summary>The form's own id: pressed twice it is one recommendation.</summary>
    public Guid? Id { get; init; }

    [StringLength(4000)]
    public required string Content { get; init; }

    public Guid? LeadAgencyId { get; init; }

    [StringLength(500)]
    public string? Cooperating { get; init; }

    [StringLength(200)]
    public string? Responsible { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>Biên bản một trang: what an ongoing supervision or a field survey needs, in one press.</summary>
public sealed record OnePageInput
{
    public required SupervisionInput About { get; init; }

    public required DateOnly On { get; init; }

    public required string Place { get; init; }

    public required ResultsInput Results { get; init; }

    public IReadOnlyList<Guid> Bodies { get; init; } = [];

    public IReadOnlyList<RecommendationInput> Recommendations { get; init; } = [];

    /// <summary>Number of the record or report, where it has one.</summary>
    public string? Number { get; init; }

    /// <summary>Photographs of the place and the signed sheet; kept with the record.</summary>
    public IReadOnlyList<StagedFile> Photos { get; init; } = [];

    /// <summary>The phone's id of the form, so that the same record sent again is one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>
/// Report, recommendations, conclusion. Nothing closes without results, what was not achieved, an assessment, and recommendations or a reasoned "none"
/// (seed B: "chưa có nhận xét, đánh giá những kết quả đạt được, chưa được và có kiến nghị").
/// </summary>
public sealed class SupervisionResults(OperationRunner operations, SupervisionIssuing issuing)
{
    /// <returns>Refusals <c>record.changedMeanwhile</c>, <c>supervision.issued</c>.</returns>
    public Task<Result> WriteAsync(string code, ResultsInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (s, capacity) = found.Value;
            if (Work.ChangedMeanwhile(s, asked.Version) is { } stale)
            {
                return stale;
            }

            if (s.State is SupervisionState.Concluded or SupervisionState.Closed or SupervisionState.Cancelled)
            {
                return new Refusal("supervision.issued", null, code);
            }

            if (await GroupWrongAsync(work, s, asked, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            Write(s, asked);
            work.Record(new SupervisionEdited(SupervisionEvent.About(s)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Drafts a recommendation; it is issued with the conclusion.</summary>
    /// <returns>The code; refusals <c>recommendation.contentMissing</c>, <c>agency.notFound</c>, <c>agency.mergedAway</c>, <c>supervision.issued</c>.</returns>
    public Task<Result<string>> RecommendAsync(string code, RecommendationInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (s, capacity) = found.Value;
            if (s.State is SupervisionState.Proposed or SupervisionState.Concluded or SupervisionState.Closed or SupervisionState.Cancelled)
            {
                return new Refusal("supervision.issued", null, code);
            }

            var sent = await work.SentAsync<Recommendation>(asked.Id, s.CouncilId, r => r.SupervisionId == s.Id && r.Content == asked.Content.Trim() && r.LeadAgencyId == asked.LeadAgencyId, token);
            if (sent.Sent is { } already)
            {
                return already.Code;
            }

            var drafted = await DraftAsync(work, s, asked with { Id = sent.Id }, capacity, token);

            return drafted.IsRefused ? Result<string>.Refuse(drafted.Refusals) : drafted.Value.Code;
        }, ct);

    /// <summary>The report is signed and out; from here conclusion and recommendations are owed.</summary>
    /// <returns>Refusals <c>supervision.notHeld</c>, <c>supervision.reportedBeforeHeld</c>, <c>supervision.reportInFuture</c>.</returns>
    public Task<Result> ReportAsync(string code, string? number, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (s, capacity) = found.Value;
            if (s.State != SupervisionState.Held)
            {
                return new Refusal("supervision.notHeld", null, code);
            }

            return await issuing.ReportAsync(work, s, number, on ?? work.Today, capacity, token) is { } refused ? refused : Result.Done;
        }, ct);

    /// <summary>Kết luận: the recommendations are made, each a follow-up item with its own day; without any the supervision closes at once.</summary>
    /// <returns>Refusals <c>supervision.notReported</c>, <c>supervision.resultsMissing</c>, <c>supervision.shortcomingsMissing</c>, <c>supervision.assessmentMissing</c>,
    /// <c>supervision.recommendationsMissing</c>, <c>recommendation.agencyMissing</c>, <c>recommendation.dueMissing</c>.</returns>
    public Task<Result> ConcludeAsync(string code, string? number, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<ConcludeSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (s, capacity) = found.Value;
            if (s.State != SupervisionState.Reported)
            {
                return new Refusal("supervision.notReported", null, code);
            }

            return await SupervisionIssuing.ConcludeAsync(work, s, number, on ?? work.Today, capacity, token);
        }, ct);

    /// <summary>
    /// A one-page supervision in one press: planned (its code is found by theme and period in the programme) or not. Held, reported by its record, concluded.
    /// </summary>
    /// <param name="code">Of the planned one; null when it stands in no programme.</param>
    public Task<Result<string>> OnePageAsync(string? code, OnePageInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (asked.About.Kind == SupervisionKind.Thematic)
            {
                return new Refusal("supervision.notOnePage", nameof(asked.About.Kind));
            }

            var council = asked.About.CouncilId;
            await work.HoldAsync(council, token);
            if (await SentBeforeAsync(work, council, asked.Id, token) is { } sent)
            {
                return sent;
            }

            var hand = code is null ? await NewAsync(work, asked, token) : await work.SupervisionAsync<CarryOutSupervisions>(code, token);

            return hand.IsRefused ? Result<string>.Refuse(hand.Refusals) : await FillAsync(work, hand.Value, asked, token);
        }, ct);

    /// <summary>The record carries the id the phone gave the form: planned or not, the same form again is the same record.</summary>
    private static async Task<string?> SentBeforeAsync(Work work, Guid council, Guid? form, CancellationToken ct) => form is not { } id
        ? null
        : await (from p in work.Db.Set<SupervisionPaper>()
                 join s in work.Db.Set<SupervisionCase>() on p.SupervisionId equals s.Id
                 where p.Id == id && s.CouncilId == council
                 select s.Code).FirstOrDefaultAsync(ct);

    private async Task<Result<string>> FillAsync(Work work, SupervisionInHand hand, OnePageInput asked, CancellationToken ct)
    {
        var (s, capacity) = hand;
        if (s.State is not (SupervisionState.Programmed or SupervisionState.UnderWay))
        {
            return new Refusal("supervision.notProgrammed", null, s.Code);
        }

        if (asked.On > work.Today)
        {
            return new Refusal("supervision.heldInFuture", nameof(asked.On));
        }

        if (await work.AddBodiesAsync(s, asked.Bodies, ct) is { } unknown)
        {
            return unknown;
        }

        if (await GroupWrongAsync(work, s, asked.Results, ct) is { Count: > 0 } fields)
        {
            return Result<string>.Refuse(fields);
        }

        await KeepRecordAsync(work, s, asked, ct);
        Write(s, asked.Results);
        foreach (var recommendation in asked.Recommendations)
        {
            if (await DraftAsync(work, s, recommendation, capacity, ct) is { IsRefused: true } refused)
            {
                return Result<string>.Refuse(refused.Refusals);
            }
        }

        s.Hold(asked.On, null);
        work.Record(new SupervisionHeld(SupervisionEvent.About(s), asked.On, null), capacity);
        if (await issuing.ReportAsync(work, s, asked.Number, work.Today, capacity, ct) is { } wrong)
        {
            return wrong;
        }

        var concluded = await SupervisionIssuing.ConcludeAsync(work, s, asked.Number, work.Today, capacity, ct);

        return concluded.IsRefused ? Result<string>.Refuse(concluded.Refusals) : s.Code;
    }

    private static async Task KeepRecordAsync(Work work, SupervisionCase s, OnePageInput asked, CancellationToken ct)
    {
        var record = new SupervisionPaper
        {
            Id = asked.Id ?? Guid.CreateVersion7(), SupervisionId = s.Id, Kind = SupervisionPaperKind.Record, Number = asked.Number, On = asked.On, Title = asked.Place, RecordedAt = work.Now,
        };
        work.Db.Add(record);
        foreach (var photo in asked.Photos)
        {
            var use = await work.AttachAsync(photo, SupervisionPaperFiles.OwnerKind, record.Id, ct);
            record.FileId ??= use.Id;
            s.HasEvidence = true;
        }
    }

    private static async Task<Result<SupervisionInHand>> NewAsync(Work work, OnePageInput asked, CancellationToken ct)
    {
        var founded = await work.FoundAsync<CarryOutSupervisions>(asked.About, asked.Id, isUnplanned: true, ct);
        if (!founded.IsRefused)
        {
            founded.Value.Supervision.EnterProgramme();
            work.Record(new SupervisionProposed(SupervisionEvent.About(founded.Value.Supervision), founded.Value.Supervision.Theme), founded.Value.Capacity);
        }

        return founded;
    }

    private static async Task<Result<Recommendation>> DraftAsync(Work work, SupervisionCase s, RecommendationInput asked, Capacity capacity, CancellationToken ct)
    {
        if (await RecommendationDrafts.WrongAsync(work, s.CouncilId, asked, ct) is { } wrong)
        {
            return wrong;
        }

        var origin = await work.Db.Set<Council>().Where(c => c.Id == s.OriginCouncilId).Select(c => c.Code).FirstAsync(ct);
        var number = await CodeSeries.NextAsync(work.Db, SupervisionCode.RecommendationSeries(origin, work.Today.Year), 1, ct);
        var recommendation = new Recommendation
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = s.CouncilId,
            ProvinceId = s.ProvinceId,
            OriginCouncilId = s.OriginCouncilId,
            Code = SupervisionCode.OfRecommendation(origin, work.Today.Year, number),
            SupervisionId = s.Id,
            Subject = s.Subject,
            BodyId = s.BodyId,
            Kind = s.Kind,
            Content = asked.Content.Trim(),
            LeadAgencyId = asked.LeadAgencyId,
            Cooperating = asked.Cooperating,
            Responsible = asked.Responsible,
            Product = asked.Product,
            CreatedAt = work.Now,
        };
        recommendation.Propose(asked.DueOn);
        work.Db.Add(recommendation);
        work.Record(new RecommendationDrafted(RecommendationEvent.About(recommendation)), capacity);

        return recommendation;
    }

    /// <summary>Keeps what was typed under the fields of the group; the required ones are asked for here.</summary>
    private static async Task<IReadOnlyList<Refusal>> GroupWrongAsync(Work work, SupervisionCase s, ResultsInput asked, CancellationToken ct) =>
        await work.KeepFieldsAsync(s, asked.Fields, ct) is { Count: > 0 } wrong ? wrong : await work.FieldsMissingAsync(s, ct);

    private static void Write(SupervisionCase s, ResultsInput asked)
    {
        s.Results = asked.Results ?? s.Results;
        s.Shortcomings = asked.Shortcomings ?? s.Shortcomings;
        s.Assessment = asked.Assessment ?? s.Assessment;
        s.NoRecommendationBecause = asked.NoRecommendationBecause ?? s.NoRecommendationBecause;
    }
}
