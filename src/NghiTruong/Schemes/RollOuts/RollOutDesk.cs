using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Letters;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>Rolling out: opened over its units, steps marked done, totals of Party cells told, those who have not urged.</summary>
public sealed class RollOutDesk(OperationRunner operations, TextTable texts)
{
    /// <returns>The code; refusals <c>scheme.notFound</c>, <c>.notAllowed</c>, <c>rollOut.titleMissing</c>, <c>.duePast</c>, <c>.stepsWrong</c>, <c>.noUnits</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result<string>> OpenAsync(string schemeCode, RollOutInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await work.SchemeAsync(schemeCode, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (scheme, capacity) = found.Value;
            await work.HoldAsync(scheme.CouncilId, token);
            if (asked.Id is { } id && await work.Db.Set<RollOut>().FirstOrDefaultAsync(r => r.Id == id, token) is { } standing)
            {
                return standing.SchemeId == scheme.Id ? standing.Code : new Refusal("rollOut.notFound", nameof(asked.Id));
            }

            if (RollOutRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var units = await UnitsAsync(work, scheme, asked, token);
            if (units.Count == 0)
            {
                return new Refusal("rollOut.noUnits", nameof(asked.Reach));
            }

            var rollOut = await AddAsync(work, scheme, asked, units, token);
            work.Record(new RollOutOpened(RollOutEvent.About(rollOut), rollOut.Title, units.Count), capacity);

            return rollOut.Code;
        }, ct);

    /// <summary>A step is done: by the unit's own desk, or from paper by the desk that rolled out. Done again it is corrected.</summary>
    /// <returns>Refusals <c>rollOut.unitNotFound</c>, <c>.notAllowed</c>, <c>.merged</c>, <c>.doneInFuture</c>, <c>.doneBeforeOpened</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> DoneAsync(StepDoneInput asked, Acting acting, CancellationToken ct) =>
        TaskAsync(asked.TaskId, acting, async (work, task, hand, token) =>
        {
            List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
            var on = asked.On ?? work.Today;
            if (on > work.Today)
            {
                wrong.Add(new Refusal("rollOut.doneInFuture", nameof(asked.On)));
            }

            SchemeRules.Open(wrong, (asked.Number, nameof(asked.Number)));
            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            (task.DoneOn, task.Number, task.EnteredBy, task.OnBehalf) = (on, string.IsNullOrWhiteSpace(asked.Number) ? null : asked.Number.Trim(), acting.UserId, hand.OnBehalf);
            task.EnteredAs = hand.Capacity.PlaceName.Length == 0 ? hand.Capacity.Role.ToString() : $"{hand.Capacity.Role} · {hand.Capacity.PlaceName}";
            work.Record(new RollOutStepDone(RollOutEvent.About(hand.RollOut), hand.Unit.Name, await StepAsync(work, task, token), on, task.Number, hand.OnBehalf), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>A step was marked by mistake.</summary>
    public Task<Result> TakeBackAsync(Guid taskId, Acting acting, CancellationToken ct) =>
        TaskAsync(taskId, acting, async (work, task, hand, token) =>
        {
            if (task.DoneOn is null)
            {
                return Result.Done;
            }

            (task.DoneOn, task.Number, task.EnteredBy, task.EnteredAs, task.OnBehalf) = (null, null, null, null, false);
            work.Record(new RollOutStepTakenBack(RollOutEvent.About(hand.RollOut), hand.Unit.Name, await StepAsync(work, task, token)), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>Totals of the unit's Party committee: how many cells and members, how many reached; never lists.</summary>
    /// <returns>Refusals <c>rollOut.unitNotFound</c>, <c>.notAllowed</c>, <c>.merged</c>, <c>.noCells</c>, <c>.cellsMissing</c>, <c>.moreThanThereAre</c>, <c>record.changedMeanwhile</c>, <c>input.*</c>.</returns>
    public Task<Result> TellCellsAsync(Guid unitId, CellsInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.UnitAsync(unitId, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (unit, rollOut, capacity, _) = found.Value;
            if (!rollOut.CountsCells || unit.IsMerged)
            {
                return new Refusal(unit.IsMerged ? "rollOut.merged" : "rollOut.noCells", null, rollOut.Code);
            }

            if (Work.ChangedMeanwhile(unit, asked.Version) is { } changed)
            {
                return changed;
            }

            if (RollOutRules.WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            (unit.Cells, unit.CellsReached, unit.Members, unit.MembersReached) = (asked.Cells, asked.CellsReached ?? 0, asked.Members, asked.Members is null ? null : asked.MembersReached ?? 0);
            work.Record(new RollOutCellsTold(RollOutEvent.About(rollOut), unit.Name, unit.CellsReached!.Value, unit.Cells!.Value), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Đôn đốc those who have not done a step: a line in the inbox of each unit's desk, and a draft letter where one is asked for.</summary>
    /// <returns>How many were urged; refusals <c>rollOut.notFound</c>, <c>.notAllowed</c>, <c>.stepNotFound</c>, <c>.nobodyMissing</c>.</returns>
    public Task<Result<int>> UrgeAsync(string code, string stepCode, bool letter, Acting acting, CancellationToken ct) =>
        operations.RunAsync<int>(acting, async (work, token) =>
        {
            var found = await work.RollOutAsync(code, token);
            if (found.IsRefused)
            {
                return Result<int>.Refuse(found.Refusals);
            }

            var (rollOut, capacity) = found.Value;
            if (await work.Db.Set<RollOutStep>().FirstOrDefaultAsync(s => s.RollOutId == rollOut.Id && s.StepCode == stepCode, token) is not { } step)
            {
                return new Refusal("rollOut.stepNotFound", "Step", stepCode);
            }

            // Of two presses at once the second finds everybody urged today.
            await work.HoldAsync(rollOut.CouncilId, token);
            var missing = await work.Db.Set<RollOutUnit>()
                .Where(u => u.RollOutId == rollOut.Id && !u.IsMerged && u.UrgedOn != work.Today && work.Db.Set<RollOutTask>().Any(t => t.UnitRowId == u.Id && t.StepId == step.Id && t.DoneOn == null)).ToListAsync(token);
            if (missing.Count == 0)
            {
                return new Refusal("rollOut.nobodyMissing", "Step", step.Name);
            }

            var draft = letter ? Draft(work, rollOut, step, missing.Count, capacity) : null;
            foreach (var unit in missing)
            {
                (unit.Urged, unit.UrgedOn, unit.UrgingLetterId) = (unit.Urged + 1, work.Today, draft?.Id ?? unit.UrgingLetterId);
            }

            // The desk of a council gets one line, however many of its committees are missing.
            foreach (var council in missing.Select(u => u.CouncilId).Distinct())
            {
                work.Db.Add(new Notification
                {
                    Id = Guid.CreateVersion7(), CouncilId = rollOut.CouncilId, RecipientCouncilId = council, Kind = "rollOut.urged", Values = [rollOut.Title, step.Name], Href = $"/trien-khai/{rollOut.Code}", CreatedAt = work.Now,
                });
            }

            work.Record(new RollOutUrged(RollOutEvent.About(rollOut), missing.Count, step.Name), capacity);

            return missing.Count;
        }, ct);

    private static OfficialLetter Draft(Work work, RollOut rollOut, RollOutStep step, int units, Capacity capacity) => work.DraftLetter(
        new NewLetter
        {
            SenderCouncilId = rollOut.CouncilId, ProvinceId = rollOut.ProvinceId, Kind = RollOutUrging.KindCode, Abstract = $"đôn đốc thực hiện “{rollOut.Title}” ({step.Name})",
            RecipientName = $"{units} đơn vị chưa thực hiện (danh sách kèm theo)",
        },
        capacity);

    private static async Task<string> StepAsync(Work work, RollOutTask task, CancellationToken ct) => (await work.Db.Set<RollOutStep>().FirstAsync(s => s.Id == task.StepId, ct)).Name;

    private static async Task<List<(Guid CouncilId, Guid ProvinceId, Guid? BodyId, string Name)>> UnitsAsync(Work work, Scheme scheme, RollOutInput asked, CancellationToken ct)
    {
        if (asked.Reach == RollOutReach.Committees)
        {
            var bodies = await work.Db.Set<Body>()
                .Where(b => b.CouncilId == scheme.CouncilId && b.Until == null && (b.Kind == BodyKind.Committee || b.Kind == BodyKind.DelegateGroup)).OrderBy(b => b.Kind).ThenBy(b => b.Code).ToListAsync(ct);

            return bodies.ConvertAll(b => (scheme.CouncilId, scheme.ProvinceId, (Guid?)b.Id, b.Name));
        }

        var today = work.Today;
        var living = work.Db.Set<Council>().Where(c => work.Db.Set<CouncilTerm>().Any(t => t.CouncilId == c.Id && t.From <= today && (t.Until == null || t.Until >= today)));
        var councils = asked.Reach == RollOutReach.AllCommunes && scheme.Tier == Tier.Province
            ? living.Where(c => c.ProvinceId == scheme.ProvinceId && c.Tier == Tier.Commune)
            : living.Where(c => asked.Councils.Contains(c.Id) && ((c.ProvinceId == scheme.ProvinceId && scheme.Tier == Tier.Province) || c.Id == scheme.CouncilId));

        return (await councils.OrderBy(c => c.SortKey).ToListAsync(ct)).ConvertAll(c => (c.Id, c.ProvinceId, (Guid?)null, c.Name));
    }

    private async Task<RollOut> AddAsync(Work work, Scheme scheme, RollOutInput asked, List<(Guid CouncilId, Guid ProvinceId, Guid? BodyId, string Name)> units, CancellationToken ct)
    {
        var birth = await work.Db.Set<Council>().Where(c => c.Id == scheme.CouncilId).Select(c => c.Code).FirstAsync(ct);
        var rollOut = new RollOut
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = scheme.CouncilId,
            ProvinceId = scheme.ProvinceId,
            OriginCouncilId = scheme.CouncilId,
            Tier = scheme.Tier,
            SchemeId = scheme.Id,
            Code = RollOutRules.Code(birth, work.Today.Year, await CodeSeries.NextAsync(work.Db, RollOutRules.Series(birth, work.Today.Year), 1, ct)),
            Title = asked.Title.Trim(),
            Topic = asked.Topic,
            Reach = asked.Reach,
            OpenedOn = work.Today,
            DueOn = asked.DueOn,
            CountsCells = asked.CountsCells,
        };
        work.Db.Add(rollOut);
        List<string> names = [.. asked.Steps.Select(s => s.Trim()).Where(s => s.Length > 0)];
        names = names.Count > 0 ? names : [.. RollOutRules.StepCodes.Select(c => texts["rollOut.step." + c])];
        var steps = names.Select((name, i) => new RollOutStep { Id = Guid.CreateVersion7(), RollOutId = rollOut.Id, Ordinal = i, StepCode = RollOutRules.StepCode(i), Name = name }).ToList();
        work.Db.AddRange(steps);
        foreach (var unit in units)
        {
            AddUnit(work, rollOut, steps, unit);
        }

        return rollOut;
    }

    private static void AddUnit(Work work, RollOut rollOut, List<RollOutStep> steps, (Guid CouncilId, Guid ProvinceId, Guid? BodyId, string Name) unit)
    {
        var row = new RollOutUnit
        {
            Id = Guid.CreateVersion7(), RollOutId = rollOut.Id, CouncilId = unit.CouncilId, ProvinceId = unit.ProvinceId, OriginCouncilId = unit.CouncilId, BodyId = unit.BodyId, Name = unit.Name, Day = rollOut.OpenedOn,
        };
        work.Db.Add(row);
        work.Db.AddRange(steps.Select(step => new RollOutTask
        {
            Id = Guid.CreateVersion7(),
            RollOutId = rollOut.Id,
            UnitRowId = row.Id,
            StepId = step.Id,
            StepCode = step.StepCode,
            Topic = rollOut.Topic,
            CouncilId = unit.CouncilId,
            ProvinceId = unit.ProvinceId,
            OriginCouncilId = unit.CouncilId,
            Day = rollOut.OpenedOn,
            DueOn = rollOut.DueOn,
        }));
    }

    private Task<Result> TaskAsync(Guid taskId, Acting acting, Func<Work, RollOutTask, UnitInHand, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<RollOutTask>().FirstOrDefaultAsync(t => t.Id == taskId, token) is not { } task)
            {
                return new Refusal("rollOut.unitNotFound");
            }

            var found = await work.UnitAsync(task.UnitRowId, token);

            return found.IsRefused ? found : found.Value.Unit.IsMerged ? new Refusal("rollOut.merged", null, found.Value.RollOut.Code) : await act(work, task, found.Value, token);
        }, ct);
}
