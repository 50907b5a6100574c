using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision.Briefings;

/// <summary>A conclusion of a briefing: what, who, by when.</summary>
public sealed record BriefingConclusionInput(string Content, Guid? AgencyId, DateOnly? DueOn);

/// <summary>A briefing as it was held.</summary>
public sealed record BriefingInput
{
    public DateOnly? On { get; init; }

    public string? Place { get; init; }

    public string? Chair { get; init; }

    public required string Minutes { get; init; }

    public IReadOnlyList<BriefingConclusionInput> Conclusions { get; init; } = [];
}

/// <summary>Giao ban: how often, held with minutes and conclusions (each a follow-up item), excused with a reason. What is neither is missing the next day.</summary>
public sealed class BriefingDesk(OperationRunner operations)
{
    /// <summary>Sets how often a body holds its briefing; the running period and those since the first day are planned at once.</summary>
    /// <returns>Refusals <c>council.notFound</c>, <c>briefing.bodyUnknown</c>.</returns>
    public Task<Result> SetCadenceAsync(Guid councilId, Guid bodyId, BriefingEvery every, DateOnly from, string? basis, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, token) is not { } council
                || acting.CapacityFor<KeepBriefings>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            if (!await work.Db.Set<Body>().AnyAsync(b => b.Id == bodyId && b.CouncilId == councilId && b.Until == null, token))
            {
                return new Refusal("briefing.bodyUnknown", "BodyId");
            }

            await work.HoldAsync(council.Id, token);
            var running = await work.Db.Set<BriefingCadence>().Where(c => c.BodyId == bodyId && c.Until == null).ToListAsync(token);
            if (running.Exists(c => c.Every == every && c.From == from && c.Basis == basis))
            {
                return Result.Done;
            }

            foreach (var standing in running)
            {
                standing.Until = from.AddDays(-1);
            }

            var cadence = new BriefingCadence { Id = Guid.CreateVersion7(), CouncilId = councilId, BodyId = bodyId, Every = every, From = from, Basis = basis };
            work.Db.Add(cadence);
            work.Record(new BriefingCadenceSet(new Subject("body", bodyId, null, councilId), every, from), capacity);
            await PlanAsync(work, council, cadence, token);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>briefing.notFound</c>, <c>briefing.alreadyHeld</c>, <c>briefing.minutesMissing</c>, <c>briefing.inFuture</c>, <c>briefing.conclusionIncomplete</c>.</returns>
    public Task<Result> HoldAsync(string code, BriefingInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, (work, briefing, capacity) =>
        {
            var on = asked.On ?? work.Today;
            if (on > work.Today)
            {
                return new Refusal("briefing.inFuture", nameof(asked.On));
            }

            if (string.IsNullOrWhiteSpace(asked.Minutes))
            {
                return new Refusal("briefing.minutesMissing", nameof(asked.Minutes));
            }

            if (asked.Conclusions.Any(c => string.IsNullOrWhiteSpace(c.Content) || c.AgencyId is null || c.DueOn is null))
            {
                return new Refusal("briefing.conclusionIncomplete", nameof(asked.Conclusions));
            }

            briefing.Hold(on, asked.Place, asked.Chair, asked.Minutes.Trim());
            foreach (var conclusion in asked.Conclusions)
            {
                FollowUps.Open(
                    work,
                    new NewFollowUp
                    {
                        Record = briefing,
                        SubjectKind = BriefingEvent.SubjectKind,
                        SubjectCode = briefing.Code,
                        Title = conclusion.Content.Trim(),
                        From = on,
                        AgencyId = conclusion.AgencyId,
                        DueOn = conclusion.DueOn,
                    },
                    conclusion.DueOn);
            }

            work.Record(new BriefingHeld(BriefingEvent.About(briefing), on, asked.Conclusions.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>No briefing in this period, with the reason.</summary>
    public Task<Result> ExcuseAsync(string code, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, (work, briefing, capacity) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("briefing.reasonMissing", "Reason");
            }

            briefing.Excuse(reason.Trim());
            work.Record(new BriefingExcused(BriefingEvent.About(briefing), reason.Trim()), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Plans what is not planned yet, up to the running period.</summary>
    internal static async Task<int> PlanAsync(Work work, Council council, BriefingCadence cadence, CancellationToken ct)
    {
        var until = cadence.Until is { } end && end < work.Today ? end : work.Today;
        if (until < cadence.From)
        {
            return 0;
        }

        var planned = await work.Db.Set<Briefing>().Where(b => b.BodyId == cadence.BodyId).Select(b => b.Period).ToListAsync(ct);
        var added = 0;
        foreach (var (name, last) in BriefingPeriod.Between(cadence.Every, cadence.From, until).Where(p => !planned.Contains(p.Name)))
        {
            var number = await CodeSeries.NextAsync(work.Db, string.Create(CultureInfo.InvariantCulture, $"GB-{council.Code}-{last.Year:0000}"), 1, ct);
            var briefing = new Briefing
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                Code = string.Create(CultureInfo.InvariantCulture, $"GB-{council.Code}-{last.Year:0000}-{number:00000}"),
                BodyId = cadence.BodyId,
                Period = name,
                DueOn = last,
            };
            briefing.Plan();
            work.Db.Add(briefing);
            added++;
        }

        return added;
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, Briefing, Capacity, Result> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<Briefing>().FirstOrDefaultAsync(b => b.Code == code, token) is not { } briefing || work.CapacityFor<KeepBriefings>(briefing) is not { } capacity)
            {
                return new Refusal("briefing.notFound", null, code);
            }

            return briefing is { HeldOn: null, ExcusedBecause: null } ? act(work, briefing, capacity) : new Refusal("briefing.alreadyHeld", null, code);
        }, ct);
}

/// <summary>Plans the briefings of the running period, once a day, on whichever node comes first.</summary>
public sealed class BriefingCalendar(IDbContextFactory<Db> contexts, OperationRunner operations) : IJob
{
    public string Name => "briefings.plan";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = now.VietnamDate;
        var councils = await db.Set<BriefingCadence>().Where(c => c.From <= today && (c.Until == null || c.Until >= today)).Select(c => c.CouncilId).Distinct().ToListAsync(ct);
        foreach (var id in councils)
        {
            await operations.RunAsync(Acting.System, async (work, token) =>
            {
                await work.HoldAsync(id, token);
                var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == id, token);
                foreach (var cadence in await work.Db.Set<BriefingCadence>().Where(c => c.CouncilId == id && (c.Until == null || c.Until >= work.Today)).ToListAsync(token))
                {
                    await BriefingDesk.PlanAsync(work, council, cadence, token);
                }

                return Result.Done;
            }, ct);
        }
    }
}
