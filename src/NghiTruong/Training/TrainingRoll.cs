using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Delegates;
using NghiTruong.Language;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Training;

/// <summary>Roll calls day by day, results at the end.</summary>
public sealed class TrainingRoll(OperationRunner operations, TrainingEnrolment enrolment)
{
    /// <summary>Who was there on a day, of those enrolled; the others were not. Called again it mends. Somebody whose mandate had ended by that day is refused by name.</summary>
    /// <param name="only">A part of the class, where the page showed only that; null for the whole.</param>
    /// <returns>Refusals <c>training.dayUnknown</c>, <c>.dayInFuture</c>, <c>.notEnrolled</c>, <c>.delegateLeft</c>, <c>.closed</c>, <c>.notFound</c>, <c>.notAllowed</c>.</returns>
    public Task<Result> CallAsync(string code, DateOnly on, IReadOnlyCollection<Guid> present, Acting acting, CancellationToken ct, IReadOnlyCollection<Guid>? only = null) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.TrainingAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (of, capacity) = found.Value;
            await work.HoldAsync(of.CouncilId, token);
            if (of.State == TrainingState.Closed)
            {
                return new Refusal("training.closed", null, code);
            }

            if (await work.Db.Set<TrainingDay>().FirstOrDefaultAsync(d => d.ClassId == of.Id && d.On == on, token) is not { } day)
            {
                return new Refusal("training.dayUnknown", "On", OfficialDate.Short(on));
            }

            if (on > work.Today)
            {
                return new Refusal("training.dayInFuture", "On", OfficialDate.Short(on));
            }

            var seats = await work.Db.Set<TrainingSeat>().Where(s => s.ClassId == of.Id).ToDictionaryAsync(s => s.DelegateId, token);
            if (await WrongAsync(work, seats, present, on, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            await MarkAsync(work, of, day, seats, present, only, token);
            day.CalledAt = work.Now;
            of.Hold();
            var there = await work.Db.Set<TrainingPresence>().CountAsync(p => p.DayId == day.Id, token);
            var local = work.Db.ChangeTracker.Entries<TrainingPresence>().Where(e => e.Entity.DayId == day.Id).Sum(e => e.State == EntityState.Added ? 1 : e.State == EntityState.Deleted ? -1 : 0);
            work.Record(new TrainingRolled(TrainingEvent.About(of), on, there + local, seats.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Results stand and the class is over: those named did not complete it, all others did. Certificates are numbered by name.</summary>
    /// <param name="notCompleted">Null takes what the rule proposes.</param>
    /// <returns>Refusals <c>training.notHeld</c>, <c>.closed</c>, <c>.notFound</c>, <c>.notAllowed</c>.</returns>
    public Task<Result> CloseAsync(string code, IReadOnlyCollection<Guid>? notCompleted, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.TrainingAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (of, capacity) = found.Value;
            await work.HoldAsync(of.CouncilId, token);
            if (of.State != TrainingState.Held)
            {
                return new Refusal(of.State == TrainingState.Closed ? "training.closed" : "training.notHeld", null, code);
            }

            var seats = await work.Db.Set<TrainingSeat>().Where(s => s.ClassId == of.Id).ToListAsync(token);
            var called = await work.Db.Set<TrainingDay>().CountAsync(d => d.ClassId == of.Id && d.CalledAt != null, token);
            var share = await ShareAsync(work.Db, of, token);
            var ids = seats.ConvertAll(s => s.DelegateId);
            var order = await work.Db.Set<Delegate>().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.SortKey, token);
            var number = 0;
            foreach (var seat in seats.OrderBy(s => order.GetValueOrDefault(s.DelegateId), StringComparer.Ordinal).ThenBy(s => s.DelegateId))
            {
                var proposed = TrainingRules.Proposed(seat.Days, called, share);
                seat.Result = notCompleted is null ? proposed : seat.Days > 0 && !notCompleted.Contains(seat.DelegateId) ? TrainingResult.Completed : TrainingResult.NotCompleted;
                seat.Certificate = seat.Result == TrainingResult.Completed ? ++number : null;
            }

            of.Close(work.Today);
            work.Record(new TrainingClosed(TrainingEvent.About(of), number, seats.Count - number), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The share of days a class asks for, as the catalogue says at its place.</summary>
    internal static async Task<int> ShareAsync(Database.Db db, TrainingClass of, CancellationToken ct)
    {
        var place = new DefinitionPlace(of.CouncilId, of.ProvinceId);
        var rows = await DefinitionBook.RowsAsync(db, TrainingCatalogue.Catalogue, place, ct);

        return DefinitionBook.Holding(TrainingCatalogue.Catalogue, rows, place, of.From).FirstOrDefault(d => d.Code == TrainingCatalogue.Share) is { Entry.Number: { } number } ? number : 0;
    }

    private static async Task<List<Refusal>> WrongAsync(Work work, Dictionary<Guid, TrainingSeat> seats, IReadOnlyCollection<Guid> present, DateOnly on, CancellationToken ct)
    {
        List<Refusal> wrong = [];
        if (present.FirstOrDefault(id => !seats.ContainsKey(id)) is var stranger && stranger != Guid.Empty)
        {
            wrong.Add(new Refusal("training.notEnrolled", "Present"));
        }

        var left = await work.Db.Set<Delegate>().Where(d => present.Contains(d.Id) && (d.From > on || d.Until < on)).OrderBy(d => d.SortKey).ToListAsync(ct);
        wrong.AddRange(left.Select(d => d.Until is { } last && last < on
            ? new Refusal("training.delegateLeft", "Present", d.FullName, OfficialDate.Short(last), OfficialDate.Short(on))
            : new Refusal("training.delegateNotYet", "Present", d.FullName, OfficialDate.Short(d.From), OfficialDate.Short(on))));

        return wrong;
    }

    private async Task MarkAsync(Work work, TrainingClass of, TrainingDay day, Dictionary<Guid, TrainingSeat> seats, IReadOnlyCollection<Guid> present, IReadOnlyCollection<Guid>? only, CancellationToken ct)
    {
        var there = await work.Db.Set<TrainingPresence>().Where(p => p.DayId == day.Id).ToDictionaryAsync(p => p.DelegateId, ct);
        var (come, gone) = (present.Distinct().Where(id => !there.ContainsKey(id)).ToList(), there.Keys.Where(id => !present.Contains(id) && only?.Contains(id) != false).ToList());
        List<Guid> changed = [.. come, .. gone];
        var days = (await (
            from p in work.Db.Set<TrainingPresence>()
            join d in work.Db.Set<TrainingDay>() on p.DayId equals d.Id
            where p.ClassId == of.Id && p.DayId != day.Id && changed.Contains(p.DelegateId)
            select new { p.DelegateId, d.On }).ToListAsync(ct)).ToLookup(p => p.DelegateId, p => p.On);
        work.Db.AddRange(come.Select(id => new TrainingPresence { DayId = day.Id, DelegateId = id, ClassId = of.Id }));
        work.Db.RemoveRange(gone.Select(id => there[id]));
        List<(Guid, DateOnly?, DateOnly?)> counted = [];
        foreach (var id in changed.Where(seats.ContainsKey))
        {
            var (seat, all) = (seats[id], days[id].Concat(come.Contains(id) ? [day.On] : []).ToList());
            var was = seat.TrainedOn;
            (seat.Days, seat.TrainedOn) = (all.Count, all.Count == 0 ? null : all.Min());
            counted.Add((id, was, seat.TrainedOn));
        }

        await enrolment.CountAsync(work, counted, ct);
    }
}
