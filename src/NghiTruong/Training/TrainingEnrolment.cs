using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Training;

/// <summary>Enrolling: a whole council, those not yet trained, a group, a post or some names at one press, by one statement however many they are.</summary>
public sealed class TrainingEnrolment(OperationRunner operations, CoverageBook coverage)
{
    /// <summary>Those enrolled already stay. Who keeps the class enrols anybody it is for; another council enrols its own delegates in a class given to communes.</summary>
    /// <returns>How many were added; refusals <c>training.notFound</c>, <c>.notAllowed</c>, <c>.closed</c>, <c>.groupMissing</c>, <c>.postMissing</c>, <c>.nobodyChosen</c>, <c>.nobodyFound</c>, <c>input.*</c>.</returns>
    public Task<Result<int>> EnrolAsync(string code, EnrolInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<int>(acting, async (work, token) =>
        {
            if (InputShape.WrongIn(asked) is { Count: > 0 } shape)
            {
                return Result<int>.Refuse(shape);
            }

            if (await FindAsync(work, code, token) is not { } hand)
            {
                return await work.TrainingAsync(code, token) is { IsRefused: true } refused ? Result<int>.Refuse(refused.Refusals) : new Refusal("training.notFound", null, code);
            }

            if (hand.Class.State == TrainingState.Closed)
            {
                return new Refusal("training.closed", null, code);
            }

            if (Lacks(asked) is { } lacks)
            {
                return lacks;
            }

            await work.HoldAsync(hand.Class.CouncilId, token);
            var added = await new EnrolStatement(work.Db, hand.Class, asked, hand.Councils).RunAsync(work.Today, token);
            if (added == 0)
            {
                return new Refusal("training.nobodyFound", nameof(asked.Whom));
            }

            work.Record(new TraineesEnrolled(TrainingEvent.About(hand.Class), asked.Whom, added), hand.Capacity);
            await InviteAsync(work, hand.Class, token);

            return added;
        }, ct);

    /// <summary>Takes somebody out who has not been there.</summary>
    /// <returns>Refusals <c>training.notEnrolled</c>, <c>training.wasThere</c>, <c>training.closed</c>.</returns>
    public Task<Result> TakeOutAsync(string code, Guid delegateId, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, code, token) is not { } hand)
            {
                return await work.TrainingAsync(code, token) is { IsRefused: true } refused ? Result.Refuse(refused.Refusals) : new Refusal("training.notFound", null, code);
            }

            if (hand.Class.State == TrainingState.Closed)
            {
                return new Refusal("training.closed", null, code);
            }

            var seat = await work.Db.Set<TrainingSeat>().FirstOrDefaultAsync(s => s.ClassId == hand.Class.Id && s.DelegateId == delegateId, token);
            if (seat is null || (hand.Councils is { } own && !own.Contains(seat.CouncilId)))
            {
                return new Refusal("training.notEnrolled");
            }

            if (seat.Days > 0)
            {
                return new Refusal("training.wasThere");
            }

            work.Db.Remove(seat);
            work.Record(new TraineeTakenOut(TrainingEvent.About(hand.Class), await work.Db.Set<Delegate>().Where(d => d.Id == delegateId).Select(d => d.Code).FirstAsync(token)), hand.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>The class for enrolling: by who keeps it (all councils it is for), or by a council it is given to (its own delegates alone).</summary>
    private static async Task<(TrainingClass Class, Capacity Capacity, IReadOnlyList<Guid>? Councils)?> FindAsync(Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<TrainingClass>().VisibleTo(work.Acting).FirstOrDefaultAsync(c => c.Code == code, ct) is not { } found)
        {
            return null;
        }

        if (work.CapacityFor<EnrolTrainees>(found) is { } keeper)
        {
            return (found, keeper, null);
        }

        var own = work.Acting.OwnCouncils<EnrolTrainees>();
        var here = await work.Db.Set<Council>().Where(c => own.Contains(c.Id) && c.ProvinceId == found.ProvinceId).Select(c => c.Id).ToListAsync(ct);

        return found.ForCommunes && here is [var first, ..] ? (found, work.Acting.CapacityFor<EnrolTrainees>(first, found.ProvinceId)!, here) : null;
    }

    private static Refusal? Lacks(EnrolInput asked) => asked.Whom switch
    {
        EnrolWhom.Group when asked.GroupId is null => new Refusal("training.groupMissing", nameof(asked.GroupId)),
        EnrolWhom.Post when asked.Post is null => new Refusal("training.postMissing", nameof(asked.Post)),
        EnrolWhom.Chosen when asked.Delegates.Count == 0 => new Refusal("training.nobodyChosen", nameof(asked.Delegates)),
        _ => null,
    };

    /// <summary>Those of today's enrolment who have an account find the class in their inbox, once.</summary>
    private static async Task InviteAsync(Work work, TrainingClass of, CancellationToken ct)
    {
        var href = $"/tap-huan/{of.Code}";
        var users = await work.Db.Set<Delegate>()
            .Where(d => d.UserId != null && work.Db.Set<TrainingSeat>().Any(s => s.ClassId == of.Id && s.DelegateId == d.Id && s.EnrolledOn == work.Today) && !work.Db.Set<Notification>().Any(n => n.UserId == d.UserId && n.Href == href))
            .Select(d => d.UserId!.Value).Distinct().ToListAsync(ct);
        work.Db.AddRange(users.Select(user => new Notification
        {
            Id = Guid.CreateVersion7(), CouncilId = of.CouncilId, UserId = user, Kind = "training.invited", Values = [of.Subject, NghiTruong.Language.OfficialDate.Short(of.From)], Href = href, CreatedAt = work.Now,
        }));
    }

    /// <summary>Says to the coverage what changed for these seats.</summary>
    internal async Task CountAsync(Work work, IReadOnlyCollection<(Guid Delegate, DateOnly? Was, DateOnly? Is)> changes, CancellationToken ct)
    {
        var acts = changes.Where(c => c.Was != c.Is)
            .SelectMany(c => new[] { (c.Delegate, On: c.Was, N: -1), (c.Delegate, On: c.Is, N: 1) })
            .Where(a => a.On is not null)
            .GroupBy(a => a.On!.Value);
        foreach (var day in acts)
        {
            await coverage.AddAsync(work, TrainingCoverage.Code, [.. day.Select(a => new CoverageAct(a.Delegate, a.N))], day.Key, ct);
        }
    }
}

/// <summary>The statement that enrols, for both engines: it chooses, orders and stores at once.</summary>
internal sealed class EnrolStatement(Db db, TrainingClass of, EnrolInput asked, IReadOnlyList<Guid>? within)
{
    private readonly List<object> _values = [];

    public Task<int> RunAsync(DateOnly today, CancellationToken ct)
    {
        var (year, last) = (new DateOnly(of.From.Year, 1, 1), new DateOnly(of.From.Year, 12, 31));
        var trained = $"EXISTS (SELECT 1 FROM training_seat AS t WHERE t.delegate_id = d.id AND t.trained_on BETWEEN {Day(year)} AND {Day(last)})";
        var statement =
            $"""
            INSERT INTO training_seat (class_id, delegate_id, council_id, province_id, enrolled_on, days, result)
            SELECT {Value(of.Id)}, d.id, d.council_id, d.province_id, {Day(today)}, 0, '{TrainingResult.None}'
            FROM delegate AS d
            WHERE d."from" <= {Day(of.From)} AND (d.until IS NULL OR d.until >= {Day(of.From)})
              AND {Place()} AND {Whom(trained)}
              AND NOT EXISTS (SELECT 1 FROM training_seat AS s WHERE s.class_id = {Value(of.Id)} AND s.delegate_id = d.id)
            ORDER BY CASE WHEN {trained} THEN 1 ELSE 0 END, CASE WHEN d.is_full_time THEN 0 ELSE 1 END, d.sort_key, d.id
            {(asked.Most is { } most ? $"LIMIT {Value(most)}" : "")}
            """;

        return db.Database.ExecuteSqlRawAsync(statement, _values, ct);
    }

    /// <summary>Delegates of the council; of a class given to communes those of all councils of the province.</summary>
    private string Place()
    {
        var place = of.ForCommunes ? $"d.province_id = {Value(of.ProvinceId)}" : $"d.council_id = {Value(of.CouncilId)}";
        place += within is null ? "" : $" AND d.council_id IN ({List(within)})";

        return place + (asked.Councils.Count == 0 ? "" : $" AND d.council_id IN ({List(asked.Councils)})");
    }

    private string Whom(string trained) => asked.Whom switch
    {
        EnrolWhom.Untrained => $"NOT {trained}",
        EnrolWhom.FullTime => "d.is_full_time",
        EnrolWhom.Group => $"d.group_id = {Value(asked.GroupId!.Value)}",
        EnrolWhom.Post => $"EXISTS (SELECT 1 FROM delegate_post AS p WHERE p.delegate_id = d.id AND p.post = '{asked.Post}' AND p.\"from\" <= {Day(of.From)} AND (p.until IS NULL OR p.until >= {Day(of.From)}))",
        EnrolWhom.Chosen => $"d.id IN ({List(asked.Delegates)})",
        _ => "1 = 1",
    };

    private string List(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => Value(id)));

    private string Day(DateOnly day) => db.Dialect.IsPostgres ? $"CAST({Value(day)} AS date)" : Value(day);

    private string Value(object value)
    {
        _values.Add(value);

        return $"{{{_values.Count - 1}}}";
    }
}
