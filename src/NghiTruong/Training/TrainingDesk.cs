using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Training;

/// <summary>The yearly plan, and classes opened and set right.</summary>
public sealed class TrainingDesk(OperationRunner operations)
{
    /// <returns>Refusals <c>council.notFound</c>, <c>training.subjectMissing</c>, <c>training.onlyProvince</c>, <c>training.budgetNegative</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> PlanAsync(PlanItemInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await CouncilAsync(work, asked.CouncilId, token) is not var (council, capacity))
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } sent && await work.Db.Set<TrainingPlanItem>().AnyAsync(i => i.Id == sent, token))
            {
                return Result.Done;
            }

            var wrong = TrainingRules.WrongIn(asked);
            if (wrong.Count > 0 || (asked.ForCommunes && council.Tier != Tier.Province))
            {
                return wrong.Count > 0 ? Result.Refuse(wrong) : new Refusal("training.onlyProvince", nameof(asked.ForCommunes));
            }

            var item = new TrainingPlanItem
            {
                Id = asked.Id ?? Guid.CreateVersion7(), CouncilId = council.Id, ProvinceId = council.ProvinceId, OriginCouncilId = council.Id, Year = asked.Year, Subject = asked.Subject.Trim(), Audience = asked.Audience,
                People = asked.People, Month = asked.Month, Budget = asked.Budget, ForCommunes = asked.ForCommunes, Document = asked.Document?.Trim(),
            };
            work.Db.Add(item);
            work.Record(new TrainingPlanned(new Subject("council", council.Id, null, council.Id), item.Subject, item.Year), capacity);

            return Result.Done;
        }, ct);

    /// <summary>A line of the plan falls away; one that classes came of stays.</summary>
    /// <returns>Refusals <c>training.planNotFound</c>, <c>training.planHasClasses</c>.</returns>
    public Task<Result> DropPlanAsync(Guid id, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<TrainingPlanItem>().FirstOrDefaultAsync(i => i.Id == id, token) is not { } item || work.CapacityFor<KeepTrainings>(item) is not { } capacity)
            {
                return new Refusal("training.planNotFound");
            }

            if (await work.Db.Set<TrainingClass>().AnyAsync(c => c.PlanItemId == id, token))
            {
                return new Refusal("training.planHasClasses");
            }

            work.Db.Remove(item);
            work.Record(new TrainingPlanDropped(new Subject("council", item.CouncilId, null, item.CouncilId), item.Subject, item.Year), capacity);

            return Result.Done;
        }, ct);

    /// <returns>The code; refusals <c>council.notFound</c>, <c>training.planNotFound</c> and those of <see cref="TrainingRules.WrongIn(TrainingInput, Tier)"/>.</returns>
    public Task<Result<string>> OpenAsync(TrainingInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await CouncilAsync(work, asked.CouncilId, token) is not var (council, capacity))
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } sent && await work.Db.Set<TrainingClass>().FirstOrDefaultAsync(c => c.Id == sent, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("training.notFound", nameof(asked.Id));
            }

            if (await WrongAsync(work, asked, council, token) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var series = TrainingCode.Series(council, asked.From.Year);
            var opened = new TrainingClass
            {
                Id = asked.Id ?? Guid.CreateVersion7(), CouncilId = council.Id, ProvinceId = council.ProvinceId, OriginCouncilId = council.Id,
                Code = TrainingCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, token)),
                Subject = asked.Subject.Trim(), Format = asked.Format, Audience = asked.Audience, From = asked.From, Until = asked.Until ?? asked.From, ForCommunes = asked.ForCommunes, CreatedAt = work.Now,
            };
            Write(opened, asked);
            work.Db.Add(opened);
            work.Db.AddRange(Days(opened));
            work.Record(new TrainingOpened(TrainingEvent.About(opened), opened.Subject, opened.From), capacity);

            return opened.Code;
        }, ct);

    /// <summary>Days that were called stay as they were; others follow the new dates.</summary>
    /// <returns>As <see cref="OpenAsync"/>, and <c>record.changedMeanwhile</c>, <c>training.dayCalled</c>, <c>training.closed</c>.</returns>
    public Task<Result> EditAsync(string code, TrainingInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.TrainingAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (of, capacity) = found.Value;
            await work.HoldAsync(of.CouncilId, token);
            if (Work.ChangedMeanwhile(of, asked.Version) is { } stale)
            {
                return stale;
            }

            if (of.State == TrainingState.Closed)
            {
                return new Refusal("training.closed", null, code);
            }

            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == of.CouncilId, token);
            if (await WrongAsync(work, asked, council, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            (of.From, of.Until) = (asked.From, asked.Until ?? asked.From);
            Write(of, asked);
            var standing = await work.Db.Set<TrainingDay>().Where(d => d.ClassId == of.Id).ToListAsync(token);
            var gone = standing.Where(d => d.On < of.From || d.On > of.Until).ToList();
            if (gone.Exists(d => d.CalledAt is not null))
            {
                return new Refusal("training.dayCalled", nameof(asked.From));
            }

            work.Db.RemoveRange(gone);
            work.Db.AddRange(Days(of).Where(d => standing.TrueForAll(s => s.On != d.On)));
            work.Record(new TrainingEdited(TrainingEvent.About(of)), capacity);

            return Result.Done;
        }, ct);

    private static async Task<IReadOnlyList<Refusal>> WrongAsync(Work work, TrainingInput asked, Council council, CancellationToken ct)
    {
        List<Refusal> wrong = [.. TrainingRules.WrongIn(asked, council.Tier)];
        if (asked.PlanItemId is { } plan && !await work.Db.Set<TrainingPlanItem>().AnyAsync(i => i.Id == plan && i.CouncilId == council.Id, ct))
        {
            wrong.Add(new Refusal("training.planNotFound", nameof(asked.PlanItemId)));
        }

        return wrong;
    }

    private static void Write(TrainingClass of, TrainingInput asked)
    {
        of.Describe(asked.Subject.Trim(), asked.Trainer?.Trim());
        (of.Format, of.Audience, of.ForCommunes, of.PlanItemId) = (asked.Format, asked.Audience, asked.ForCommunes, asked.PlanItemId);
        (of.Place, of.Content, of.Document) = (asked.Place?.Trim(), asked.Content?.Trim(), asked.Document?.Trim());
    }

    private static IEnumerable<TrainingDay> Days(TrainingClass of) =>
        Enumerable.Range(0, of.Until.DayNumber - of.From.DayNumber + 1).Select(i => new TrainingDay { Id = Guid.CreateVersion7(), ClassId = of.Id, On = of.From.AddDays(i) });

    private static async Task<(Council Council, Capacity Capacity)?> CouncilAsync(Work work, Guid id, CancellationToken ct) =>
        await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == id, ct) is { } council && work.Acting.CapacityFor<KeepTrainings>(council.Id, council.ProvinceId) is { } capacity ? (council, capacity) : null;
}
