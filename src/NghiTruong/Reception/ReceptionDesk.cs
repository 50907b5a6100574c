using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Delegates;
using NghiTruong.Law;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Reception;

/// <summary>Human codes: receptions (TCD) and rows of the book (LTD).</summary>
public static class ReceptionCode
{
    public const string Reception = "TCD";
    public const string Visit = "LTD";

    public static string Series(string kind, string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{councilCode}-{year:0000}");

    public static string Of(string kind, string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(kind, councilCode, year)}-{number:00000}");
}

/// <summary>Hours of preparation, which are no days of the rule table: connecting before an online reception.</summary>
public static class ReceptionCatalogues
{
    public const string Connect = "connect";

    public static DefinitionCatalogue Hours { get; } = new("receptions.hours", "gio-chuan-bi-tiep-cong-dan", 112, DefinitionBook.Shipped("citizen-letters.json")["receptions.hours"]) { HasNumber = true, HasBasis = true, IsClosed = true, MayRetire = false };
}

/// <summary>How often a reception returns in the schedule of a period.</summary>
public enum ReceptionRhythm
{
    Once,
    Weekly,
    Monthly,
}

/// <summary>A line of the schedule, once or as often as it returns.</summary>
public sealed record ReceptionInput
{
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    public ReceptionKind Kind { get; init; } = ReceptionKind.Periodic;

    public required DateOnly On { get; init; }

    public required TimeOnly StartsAt { get; init; }

    public TimeOnly? EndsAt { get; init; }

    [StringLength(300)]
    public string? Place { get; init; }

    public bool IsOnline { get; init; }

    public Guid? DelegateId { get; init; }

    [StringLength(200)]
    public string? Receiver { get; init; }

    public ReceptionRhythm Rhythm { get; init; }

    /// <summary>How many times in all.</summary>
    [Range(1, 60)]
    public int Times { get; init; } = 1;

    [StringLength(1000)]
    public string? Note { get; init; }

    public int? Version { get; init; }
}

/// <summary>Lịch tiếp công dân: arranged for a period, published, prepared, held or missed.</summary>
public sealed class ReceptionDesk(OperationRunner operations, RuleBook rules, CoverageBook coverage, DelegatePicker delegates)
{
    public const string CoverageKind = "delegate.received";

    /// <returns>The codes; refusals <c>council.notFound</c>, <c>reception.receiverMissing</c>, <c>.placeMissing</c>, <c>.hoursWrong</c>, <c>.dayFarBack</c>, <c>input.*</c>.</returns>
    public Task<Result<IReadOnlyList<string>>> ScheduleAsync(ReceptionInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<IReadOnlyList<string>>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<ArrangeReceptions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } form && await work.Db.Set<CitizenReception>().FirstOrDefaultAsync(r => r.Id == form && r.CouncilId == council.Id, token) is { } sent)
            {
                return Result.Of<IReadOnlyList<string>>([sent.Code]);
            }

            asked = await NamedAsync(asked, token);
            if (await WrongAsync(work, council.Id, asked, token) is { Count: > 0 } wrong)
            {
                return Result<IReadOnlyList<string>>.Refuse(wrong);
            }

            List<string> codes = [];
            foreach (var (day, at) in Days(asked).Select((d, i) => (d, i)))
            {
                codes.Add(await AddAsync(work, asked, council, day, at == 0 ? asked.Id : null, capacity, token));
            }

            return Result.Of<IReadOnlyList<string>>(codes);
        }, ct);

    /// <summary>Another day, place or delegate, while it has not been held; another day is published and notified of anew.</summary>
    /// <returns>Refusals <c>reception.notFound</c>, <c>.notAllowed</c>, <c>.wrongStep</c>, <c>record.changedMeanwhile</c> and those of <see cref="ScheduleAsync"/>.</returns>
    public Task<Result> ChangeAsync(string code, ReceptionInput asked, Acting acting, CancellationToken ct) => ActAsync(code, acting, async (work, reception, capacity, token) =>
    {
        if (Work.ChangedMeanwhile(reception, asked.Version) is { } changed)
        {
            return changed;
        }

        asked = await NamedAsync(asked, token);
        if (await WrongAsync(work, reception.CouncilId, asked, token) is { Count: > 0 } wrong)
        {
            return Result.Refuse(wrong);
        }

        reception.Move(asked.On);
        await FillAsync(work, reception, asked, token);
        work.Record(new ReceptionChanged(ReceptionEvent.About(reception)), capacity);

        return Result.Done;
    }, ct);

    /// <summary>Niêm yết lịch: all receptions of the period that are still to come.</summary>
    /// <returns>How many; refusals <c>council.notFound</c>, <c>reception.periodWrong</c>, <c>reception.nothingToPublish</c>.</returns>
    public Task<Result<int>> PublishAsync(Guid councilId, DateOnly from, DateOnly to, Acting acting, CancellationToken ct) =>
        operations.RunAsync<int>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, token) is not { } council
                || acting.CapacityFor<ArrangeReceptions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            var due = await work.Db.Set<CitizenReception>()
                .Where(r => r.CouncilId == councilId && r.State == ReceptionState.Scheduled && r.PublishedOn == null && r.PlannedOn >= from && r.PlannedOn <= to).OrderBy(r => r.PlannedOn).ToListAsync(token);
            if (due.Count == 0)
            {
                return new Refusal(from > to ? "reception.periodWrong" : "reception.nothingToPublish", "To");
            }

            foreach (var reception in due)
            {
                reception.Publish(work.Today);
                work.Record(new ReceptionPublished(ReceptionEvent.About(reception), work.Today), capacity);
            }

            return due.Count;
        }, ct);

    /// <summary>Notified, line tested, connected: each told once it is done.</summary>
    /// <returns>Refusals <c>reception.wrongStep</c>, <c>reception.notOnline</c>.</returns>
    public Task<Result> PrepareAsync(string code, ReceptionPreparation what, Acting acting, CancellationToken ct) => ActAsync(code, acting, (work, reception, capacity, _) =>
    {
        if (!reception.IsOnline)
        {
            return Task.FromResult<Result>(new Refusal("reception.notOnline", null, code));
        }

        reception.Prepare(what, work.Today, work.Now);
        work.Record(new ReceptionPrepared(ReceptionEvent.About(reception), what), capacity);

        return Task.FromResult(Result.Done);
    }, ct);

    /// <returns>Refusals <c>reception.wrongStep</c>, <c>reception.heldInFuture</c>.</returns>
    public Task<Result> HoldAsync(string code, DateOnly? day, Acting acting, CancellationToken ct) => ActAsync(code, acting, async (work, reception, capacity, token) =>
    {
        var on = day ?? reception.PlannedOn;
        if (on > work.Today)
        {
            return new Refusal("reception.heldInFuture", "On");
        }

        await HoldAsync(work, reception, on, capacity, token);

        return Result.Done;
    }, ct);

    /// <summary>Không tổ chức.</summary>
    /// <returns>Refusals <c>reception.wrongStep</c>, <c>reception.reasonMissing</c>.</returns>
    public Task<Result> MissAsync(string code, string? because, Acting acting, CancellationToken ct) => ActAsync(code, acting, (work, reception, capacity, _) =>
    {
        if (string.IsNullOrWhiteSpace(because))
        {
            return Task.FromResult<Result>(new Refusal("reception.reasonMissing", "Reason"));
        }

        reception.Miss(because.Trim());
        work.Record(new ReceptionMissed(ReceptionEvent.About(reception), because.Trim()), capacity);

        return Task.FromResult(Result.Done);
    }, ct);

    /// <summary>The first citizen received shows that it was held.</summary>
    internal async Task HoldAsync(Work work, CitizenReception reception, DateOnly on, Capacity capacity, CancellationToken ct)
    {
        reception.Hold(on);
        if (reception.DelegateId is { } who)
        {
            await coverage.AddAsync(work, CoverageKind, who, on, 1, ct);
        }

        work.Record(new ReceptionHeld(ReceptionEvent.About(reception), on), capacity);
    }

    /// <summary>A delegate chosen from the register is named as it names them.</summary>
    private async Task<ReceptionInput> NamedAsync(ReceptionInput asked, CancellationToken ct) =>
        asked.DelegateId is { } id && (await delegates.NamesAsync([id], ct)).GetValueOrDefault(id) is { } known ? asked with { Receiver = known.Name } : asked;

    private static async Task<List<Refusal>> WrongAsync(Work work, Guid council, ReceptionInput asked, CancellationToken ct)
    {
        List<Refusal?> wrong =
        [
            string.IsNullOrWhiteSpace(asked.Receiver) ? new Refusal("reception.receiverMissing", nameof(asked.Receiver)) : null,
            string.IsNullOrWhiteSpace(asked.Place) ? new Refusal("reception.placeMissing", nameof(asked.Place)) : null,
            asked.DelegateId is { } who && await DelegatePicker.UnknownAsync(work.Db, council, asked.On, [who], ct) is { Count: > 0 } ? new Refusal("reception.delegateUnknown", nameof(asked.DelegateId)) : null,
            asked.EndsAt <= asked.StartsAt ? new Refusal("reception.hoursWrong", nameof(asked.EndsAt)) : null,
        ];

        return [.. wrong.OfType<Refusal>(), .. InputShape.WrongIn(asked)];
    }

    private static IEnumerable<DateOnly> Days(ReceptionInput asked) => Enumerable.Range(0, asked.Rhythm == ReceptionRhythm.Once ? 1 : asked.Times)
        .Select(i => asked.Rhythm == ReceptionRhythm.Weekly ? asked.On.AddDays(7 * i) : asked.On.AddMonths(i));

    private async Task<string> AddAsync(Work work, ReceptionInput asked, Council council, DateOnly day, Guid? id, Capacity capacity, CancellationToken ct)
    {
        var number = await CodeSeries.NextAsync(work.Db, ReceptionCode.Series(ReceptionCode.Reception, council.Code, day.Year), 1, ct);
        var isFree = id is { } form && !await work.Db.Set<CitizenReception>().AnyAsync(r => r.Id == form, ct);
        var reception = new CitizenReception
        {
            Id = isFree ? id!.Value : Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = ReceptionCode.Of(ReceptionCode.Reception, council.Code, day.Year, number),
            Kind = asked.Kind,
            PlannedOn = day,
            StartsAt = asked.StartsAt,
            Place = asked.Place!.Trim(),
            IsOnline = asked.IsOnline,
            Receiver = asked.Receiver!.Trim(),
            CreatedAt = work.Now,
        };
        await FillAsync(work, reception, asked, ct);
        work.Db.Add(reception);
        work.Record(new ReceptionScheduled(ReceptionEvent.About(reception), day, reception.Receiver), capacity);

        return reception.Code;
    }

    private async Task FillAsync(Work work, CitizenReception reception, ReceptionInput asked, CancellationToken ct)
    {
        (reception.Kind, reception.StartsAt, reception.EndsAt, reception.Place) = (asked.Kind, asked.StartsAt, asked.EndsAt, asked.Place!.Trim());
        (reception.IsOnline, reception.DelegateId, reception.Receiver, reception.Note) = (asked.IsOnline, asked.DelegateId, asked.Receiver!.Trim(), asked.Note);
        (reception.NotifyBy, reception.TestBy, reception.ConnectFrom) = (null, null, null);
        if (!asked.IsOnline)
        {
            return;
        }

        var tier = await work.Db.Set<Council>().Where(c => c.Id == reception.CouncilId).Select(c => c.Tier).FirstAsync(ct);
        var book = await rules.ReadAsync(ct);
        reception.NotifyBy = book.Due(DeadlineRuleCatalogue.ReceptionOnlineNotice, tier.ToString(), reception.CouncilId, reception.PlannedOn)?.Deadline.Due;
        reception.TestBy = book.Due(DeadlineRuleCatalogue.ReceptionLinkTest, tier.ToString(), reception.CouncilId, reception.PlannedOn)?.Deadline.Due;
        var hours = await DefinitionBook.ReadAsync(work.Db, ReceptionCatalogues.Hours, new DefinitionPlace(reception.CouncilId, reception.ProvinceId), work.Today, ct);
        reception.ConnectFrom = hours.Standing("").FirstOrDefault(e => e.Code == ReceptionCatalogues.Connect)?.Number is { } before ? reception.StartsAt.AddHours(-before) : null;
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, CitizenReception, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<CitizenReception>().VisibleTo(acting).FirstOrDefaultAsync(r => r.Code == code, token) is not { } reception)
            {
                return new Refusal("reception.notFound", null, code);
            }

            if (work.CapacityFor<ArrangeReceptions>(reception) is not { } capacity)
            {
                return new Refusal("reception.notAllowed", null, code);
            }

            return reception.State == ReceptionState.Scheduled ? await act(work, reception, capacity, token) : new Refusal("reception.wrongStep", null, code);
        }, ct);
}
