using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Texts;

namespace NghiTruong.Training;

/// <summary>What a list of classes is asked for; it stands in the address.</summary>
public sealed record TrainingFilter
{
    public Guid? CouncilId { get; init; }

    public TrainingState? State { get; init; }

    public int? Year { get; init; }

    /// <summary>Words of subject, trainer or code, with or without marks.</summary>
    public string? Words { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record TrainingRow(Guid Id, string Code, Guid CouncilId, string Subject, TrainingFormat Format, TrainingAudience Audience, DateOnly From, DateOnly Until, bool ForCommunes, TrainingState State, int Enrolled, int There);

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record TrainingPage(IReadOnlyList<TrainingRow> Rows, string? Next);

/// <summary>A line of the plan with how many classes came of it.</summary>
public sealed record PlanRow(TrainingPlanItem Item, int Classes, int Trained);

/// <summary>Somebody in a class.</summary>
public sealed record Trainee(TrainingSeat Seat, DelegateName Who)
{
    public IReadOnlyList<DateOnly> Days { get; init; } = [];
}

/// <summary>Everything about one class that its page shows to this person.</summary>
public sealed record TrainingWhole(TrainingClass Class)
{
    public IReadOnlyList<TrainingDay> Days { get; init; } = [];

    /// <summary>By council and name.</summary>
    public IReadOnlyList<Trainee> Trainees { get; init; } = [];

    public bool MayKeep { get; init; }

    public bool MayEnrol { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public int There => Trainees.Count(t => t.Seat.Days > 0);
}

/// <summary>Lists of classes, the plan, and one class whole, within what the person may see; null is "not found".</summary>
public sealed class TrainingReader(IDbContextFactory<Db> contexts, DelegatePicker delegates, CouncilDirectory directory)
{
    private const int MostRows = 200;

    public async Task<TrainingPage> ListAsync(TrainingFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(f.Size, 1, MostRows);
        var found = db.Set<TrainingClass>().AsNoTracking().VisibleTo(acting);
        found = f.CouncilId is { } council ? found.Where(c => c.CouncilId == council) : found;
        found = f.State is { } state ? found.Where(c => c.State == state) : found;
        if (f.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            found = found.Where(c => c.From >= first && c.From <= last);
        }

        foreach (var word in VietnameseText.Fold(f.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Where(c => c.Folded.Contains(word));
        }

        if (ListCursor.Read(f.Cursor) is var (day, id))
        {
            found = found.Where(c => c.From < day || (c.From == day && c.Id < id));
        }

        var rows = await found.OrderByDescending(c => c.From).ThenByDescending(c => c.Id).Take(size + 1)
            .Select(c => new TrainingRow(
                c.Id, c.Code, c.CouncilId, c.Subject, c.Format, c.Audience, c.From, c.Until, c.ForCommunes, c.State,
                db.Set<TrainingSeat>().Count(s => s.ClassId == c.Id), db.Set<TrainingSeat>().Count(s => s.ClassId == c.Id && s.Days > 0)))
            .ToListAsync(ct);

        return rows.Count <= size ? new TrainingPage(rows, null) : new TrainingPage(rows[..size], ListCursor.At(rows[size - 1].From, rows[size - 1].Id));
    }

    /// <summary>The plan of a year: the council's own, and what its province plans for the communes.</summary>
    public async Task<IReadOnlyList<PlanRow>> PlanAsync(CouncilName council, int year, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var items = await db.Set<TrainingPlanItem>().AsNoTracking().VisibleTo(acting)
            .Where(i => i.Year == year && (i.CouncilId == council.Id || (i.ForCommunes && i.ProvinceId == council.ProvinceId)))
            .OrderBy(i => i.Month ?? 13).ThenBy(i => i.Id)
            .Select(i => new
            {
                Item = i,
                Classes = db.Set<TrainingClass>().Count(c => c.PlanItemId == i.Id),
                Trained = db.Set<TrainingSeat>().Count(s => s.Days > 0 && db.Set<TrainingClass>().Any(c => c.Id == s.ClassId && c.PlanItemId == i.Id)),
            }).ToListAsync(ct);

        return [.. items.Select(i => new PlanRow(i.Item, i.Classes, i.Trained))];
    }

    /// <summary>Classes that delegates of the council can still be enrolled in, the next first.</summary>
    public async Task<IReadOnlyList<TrainingRow>> ComingAsync(CouncilName council, DateOnly today, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<TrainingClass>().AsNoTracking().VisibleTo(acting)
            .Where(c => c.State != TrainingState.Closed && c.Until >= today && (c.CouncilId == council.Id || (c.ForCommunes && c.ProvinceId == council.ProvinceId)))
            .OrderBy(c => c.From).ThenBy(c => c.Id).Take(20)
            .Select(c => new TrainingRow(c.Id, c.Code, c.CouncilId, c.Subject, c.Format, c.Audience, c.From, c.Until, c.ForCommunes, c.State, 0, 0)).ToListAsync(ct);
    }

    public async Task<TrainingWhole?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<TrainingClass>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(c => c.Code == code, ct) is not { } of)
        {
            return null;
        }

        var isHome = acting.CapacityFor<ReadTrainings>(of.CouncilId, of.ProvinceId) is not null;
        var story = isHome ? await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == of.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct) : [];
        var users = story.Select(e => e.UserId).Distinct().ToList();
        var days = await db.Set<TrainingDay>().AsNoTracking().Where(d => d.ClassId == of.Id).OrderBy(d => d.On).ToListAsync(ct);

        return new TrainingWhole(of)
        {
            Days = days,
            Trainees = await TraineesAsync(db, of, days, acting, ct),
            MayKeep = acting.MayKeep(of),
            MayEnrol = of.State != TrainingState.Closed
                && (acting.CapacityFor<EnrolTrainees>(of.CouncilId, of.ProvinceId) is not null
                    || (of.ForCommunes && acting.Capacities.Any(c => c.ProvinceId == of.ProvinceId && c.AgencyId is null && Permission.Of<EnrolTrainees>().ReachOf(c.Role) is not null))),
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }

    private async Task<IReadOnlyList<Trainee>> TraineesAsync(Db db, TrainingClass of, List<TrainingDay> days, Acting acting, CancellationToken ct)
    {
        var seats = await db.Set<TrainingSeat>().AsNoTracking().Where(s => s.ClassId == of.Id).VisibleTo(of, acting).ToListAsync(ct);
        var names = await delegates.NamesAsync(seats.Select(s => s.DelegateId), ct);
        var onDay = days.ToDictionary(d => d.Id, d => d.On);
        var there = (await db.Set<TrainingPresence>().AsNoTracking().Where(p => p.ClassId == of.Id).ToListAsync(ct)).ToLookup(p => p.DelegateId, p => onDay[p.DayId]);
        var councils = await directory.CouncilsAsync(ct);
        var order = names.Keys.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);

        return
        [
            .. seats.Where(s => names.ContainsKey(s.DelegateId))
                .OrderBy(s => s.CouncilId == of.CouncilId ? 0 : 1).ThenBy(s => councils.GetValueOrDefault(s.CouncilId)?.SortKey, StringComparer.Ordinal).ThenBy(s => order[s.DelegateId])
                .Select(s => new Trainee(s, names[s.DelegateId]) { Days = [.. there[s.DelegateId].Order()] }),
        ];
    }
}

/// <summary>Tells on a delegate's page which classes they were in.</summary>
internal sealed class TrainingTeller(TextTable texts) : IDelegateTeller
{
    public IReadOnlyList<string> Kinds { get; } = [TrainingEvent.SubjectKind];

    public async Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        var seats = await (
            from seat in db.Set<TrainingSeat>().AsNoTracking()
            join of in db.Set<TrainingClass>().AsNoTracking().VisibleTo(acting) on seat.ClassId equals of.Id
            where seat.DelegateId == who.Id && seat.TrainedOn >= @from && seat.TrainedOn <= until
            orderby seat.TrainedOn
            select new { seat.TrainedOn, seat.Days, of.Subject, of.Code, of.Id }).ToListAsync(ct);

        return [.. seats.Select(s => new DelegateDeed(TrainingEvent.SubjectKind, s.TrainedOn!.Value, texts["training.deed", s.Subject, s.Days]) { RecordKind = TrainingEvent.SubjectKind, RecordCode = s.Code, RecordId = s.Id })];
    }
}

/// <summary>Classes that are not over go to the successor when units merge; what was learned stays with who learned it.</summary>
internal sealed class TrainingMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
        await db.Set<TrainingClass>().AsNoTracking().Where(c => c.CouncilId == councilId && c.State != TrainingState.Closed).OrderBy(c => c.Code)
            .Select(c => new OpenMatter(TrainingEvent.SubjectKind, c.Id, c.Code, c.Subject, c.Place, null)).ToListAsync(ct);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var classes = await db.Set<TrainingClass>().Where(c => c.CouncilId == move.FromCouncilId && matters.Contains(c.Id)).ToListAsync(ct);
        classes.ForEach(c => (c.CouncilId, c.ProvinceId) = (move.ToCouncilId, move.ToProvinceId));
    }

    /// <summary>Seats follow the delegates, who sit at the successor from then on.</summary>
    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) =>
        db.Set<TrainingSeat>().Where(s => s.CouncilId == move.FromCouncilId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CouncilId, move.ToCouncilId).SetProperty(s => s.ProvinceId, move.ToProvinceId), ct);
}
