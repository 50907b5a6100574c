using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Supervision.Groups;

namespace NghiTruong.Supervision;

/// <summary>What a list of supervisions is asked for; it stands in the address, so a list can be kept and opened from a figure.</summary>
public sealed record SupervisionFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>With <see cref="CouncilId"/> of a province: its communes too.</summary>
    public bool Subtree { get; init; }

    /// <summary>Just these councils: a former district with what stood below it. Null does not narrow.</summary>
    public IReadOnlyList<Guid>? Councils { get; init; }

    /// <summary>Only councils of that tier.</summary>
    public Tier? Tier { get; init; }

    public int? Year { get; init; }

    public SupervisionSubject? Subject { get; init; }

    public Guid? BodyId { get; init; }

    public SupervisionKind? Kind { get; init; }

    public SupervisionState? State { get; init; }

    /// <summary>Owed and its day is past: one of "planned and not held", "held without report", "report without conclusion".</summary>
    public SupervisionDuty? NotDone { get; init; }

    /// <summary>Any duty whose day is past.</summary>
    public bool Overdue { get; init; }

    /// <summary>Only those that took place.</summary>
    public bool Held { get; init; }

    /// <summary>Took place, no report yet.</summary>
    public bool WithoutReport { get; init; }

    /// <summary>In the programme: proposals, what was taken out of it and what was held outside it left out.</summary>
    public bool Planned { get; init; }

    /// <summary>First day it was held, or is planned to end.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Of reports that had a term: those in time, or those late.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Of reports: those with evidence behind a finding, or those without.</summary>
    public bool? Evidence { get; init; }

    /// <summary>One of the twelve groups.</summary>
    public string? Group { get; init; }

    /// <summary>Words recorded under a field of the group, with or without marks; only of supervisions whose findings one may read.</summary>
    public string? Words { get; init; }

    public string? UpperCode { get; init; }

    public string? Field { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record SupervisionRow(
    Guid Id,
    string Code,
    Guid CouncilId,
    SupervisionSubject Subject,
    Guid? BodyId,
    SupervisionKind Kind,
    SupervisionState State,
    string Theme,
    string? Field,
    DateOnly PlannedFrom,
    DateOnly PlannedTo,
    DateOnly? HeldOn,
    DateOnly? ReportedOn,
    SupervisionDuty? Duty,
    DateOnly? OwedBy,
    bool FromLedger)
{
    /// <summary>Calendar days past the day something was owed; 0 when nothing is late.</summary>
    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    /// <summary>A record in hand as its row.</summary>
    public static SupervisionRow Of(SupervisionCase supervision) => FromCase(supervision);

    private static readonly Func<SupervisionCase, SupervisionRow> FromCase = SupervisionList.Row.Compile();
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record SupervisionPage(IReadOnlyList<SupervisionRow> Rows, string? Next);

/// <summary>Lists of supervisions within what the person may see: longest owed first when something is not done, else the latest period first.</summary>
public sealed class SupervisionList(IDbContextFactory<Db> contexts, CouncilDirectory directory, TimeProvider clock)
{
    private const int MostRows = 200;

    internal static readonly Expression<Func<SupervisionCase, SupervisionRow>> Row = s => new SupervisionRow(
        s.Id, s.Code, s.CouncilId, s.Subject, s.BodyId, s.Kind, s.State, s.Theme, s.Field, s.PlannedFrom, s.PlannedTo, s.HeldOn, s.ReportedOn, s.Duty, s.OwedBy, s.FromLedger);

    public async Task<SupervisionPage> ReadAsync(SupervisionFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var isLate = filter.Overdue || filter.NotDone is not null;
        var cases = Narrowed(db, Found(db, await WithinAsync(db, filter, acting, ct), filter, acting), filter, clock.Today);
        var rows = await Ordered(cases, isLate, ListCursor.Read(filter.Cursor)).Take(size + 1).Select(Row).ToListAsync(ct);

        return rows.Count <= size
            ? new SupervisionPage(rows, null)
            : new SupervisionPage(rows[..size], ListCursor.At(isLate ? rows[size - 1].OwedBy!.Value : rows[size - 1].PlannedTo, rows[size - 1].Id));
    }

    public async Task<int> CountAsync(SupervisionFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(db, Found(db, await WithinAsync(db, filter, acting, ct), filter, acting), filter, clock.Today).CountAsync(ct);
    }

    private async Task<IQueryable<SupervisionCase>> WithinAsync(Db db, SupervisionFilter filter, Acting acting, CancellationToken ct)
    {
        var cases = db.Set<SupervisionCase>().AsNoTracking();
        if (filter.Councils is { } councils)
        {
            return cases.VisibleTo(acting, db).Where(s => councils.Contains(s.CouncilId));
        }

        if (filter.CouncilId is { } asked)
        {
            var council = await directory.CouncilAsync(asked, ct);
            var covered = council is not null && acting.CapacityFor<ReadSupervisions>(council.Id, council.ProvinceId) is not null;
            var scope = acting.ScopeOf<ReadSupervisions>();
            if (covered && filter.Subtree && council!.Tier == Tier.Province && (scope.All || scope.Provinces.Contains(council.ProvinceId)))
            {
                return cases.Where(s => s.ProvinceId == council.ProvinceId && s.State != SupervisionState.Proposed);
            }

            return cases.VisibleTo(acting, db).Where(s => s.CouncilId == asked);
        }

        return cases.VisibleTo(acting, db);
    }

    /// <summary>By words under the fields of the group, which are read like findings: issued, or at home and not by who sits in a supervised body.</summary>
    private static IQueryable<SupervisionCase> Found(Db db, IQueryable<SupervisionCase> cases, SupervisionFilter f, Acting acting)
    {
        if (f.Words is null || VietnameseText.Fold(f.Words) is not { Length: > 0 } words)
        {
            return cases;
        }

        return cases.FindingsReadBy(acting, db).Where(s => db.Set<SupervisionFieldValue>().Any(v => v.SupervisionId == s.Id && v.Folded.Contains(words)));
    }

    private static IQueryable<SupervisionCase> Narrowed(Db db, IQueryable<SupervisionCase> cases, SupervisionFilter f, DateOnly today)
    {
        cases = f.Tier is { } tier ? cases.Where(s => db.Set<Council>().Any(c => c.Id == s.CouncilId && c.Tier == tier)) : cases;
        cases = f.Year is { } year ? cases.Where(s => s.Year == year) : cases;
        cases = f.Subject is { } subject ? cases.Where(s => s.Subject == subject) : cases;
        cases = f.BodyId is { } body ? cases.Where(s => s.BodyId == body) : cases;
        cases = f.Kind is { } kind ? cases.Where(s => s.Kind == kind) : cases;
        cases = f.State is { } state ? cases.Where(s => s.State == state) : cases;
        cases = f.NotDone is { } duty ? cases.Where(s => s.Duty == duty && s.OwedBy < today) : cases;
        cases = f.Overdue ? cases.Where(s => s.OwedBy < today) : cases;
        cases = f.Held ? cases.Where(s => SupervisionStates.WasHeld.Contains(s.State)) : cases;
        cases = f.WithoutReport ? cases.Where(s => s.State == SupervisionState.Held) : cases;
        cases = f.Planned ? cases.Where(s => SupervisionStates.Planned.Contains(s.State) && !s.IsUnplanned) : cases;
        cases = f.OnTime is { } onTime
            ? cases.Where(s => SupervisionStates.HasReport.Contains(s.State) && s.ReportedOn != null && s.ReportDueOn != null && (s.ReportedOn <= s.ReportDueOn) == onTime)
            : cases;
        cases = f.Evidence is { } evidence ? cases.Where(s => SupervisionStates.HasReport.Contains(s.State) && !s.FromLedger && s.HasEvidence == evidence) : cases;
        cases = f.Group is { } group ? cases.Where(s => s.Group == group) : cases;
        cases = f.UpperCode is { } upper ? cases.Where(s => s.UpperCode == upper) : cases;
        cases = f.Field is { } field ? cases.Where(s => s.Field == field) : cases;
        cases = f.From is { } from ? cases.Where(s => (s.HeldOn ?? s.PlannedTo) >= from) : cases;

        return f.To is { } to ? cases.Where(s => (s.HeldOn ?? s.PlannedTo) <= to) : cases;
    }

    private static IQueryable<SupervisionCase> Ordered(IQueryable<SupervisionCase> cases, bool isLate, (DateOnly Day, Guid Id)? after)
    {
        if (isLate)
        {
            cases = after is { } late ? cases.Where(s => s.OwedBy > late.Day || (s.OwedBy == late.Day && s.Id > late.Id)) : cases;

            return cases.OrderBy(s => s.OwedBy).ThenBy(s => s.Id);
        }

        cases = after is { } old ? cases.Where(s => s.PlannedTo < old.Day || (s.PlannedTo == old.Day && s.Id < old.Id)) : cases;

        return cases.OrderByDescending(s => s.PlannedTo).ThenByDescending(s => s.Id);
    }
}
