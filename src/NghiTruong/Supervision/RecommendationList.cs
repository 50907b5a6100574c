using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Supervision;

/// <summary>What a list of recommendations is asked for.</summary>
public sealed record RecommendationFilter
{
    public Guid? CouncilId { get; init; }

    public IReadOnlyList<Guid>? Councils { get; init; }

    /// <summary>Unit of a province: all its councils.</summary>
    public Guid? ProvinceId { get; init; }

    public Guid? SupervisionId { get; init; }

    public Guid? AgencyId { get; init; }

    /// <summary>Of a supervision in a field that the person follows by name (phân công theo dõi).</summary>
    public bool Mine { get; init; }

    public RecommendationState? State { get; init; }

    public RecommendationOutcome? Outcome { get; init; }

    public SupervisionSubject? Subject { get; init; }

    public SupervisionKind? Kind { get; init; }

    /// <summary>Owed by a day before today.</summary>
    public bool Overdue { get; init; }

    public bool Pressing { get; init; }

    /// <summary>Still followed.</summary>
    public bool Open { get; init; }

    /// <summary>Issued, whatever came after: what figures count.</summary>
    public bool Made { get; init; }

    /// <summary>Issued naming agency, product and day, or one of them missing.</summary>
    public bool? Named { get; init; }

    /// <summary>Made from that day on.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row: the agency's word and the body's own look side by side.</summary>
public sealed record RecommendationRow(
    Guid Id,
    string Code,
    Guid CouncilId,
    Guid SupervisionId,
    string SupervisionCode,
    string Content,
    Guid? LeadAgencyId,
    string? Responsible,
    string? Product,
    RecommendationState State,
    RecommendationOutcome? Outcome,
    DateOnly? MadeOn,
    DateOnly? DueOn,
    DateOnly? OwedBy,
    bool IsPressing,
    DateOnly? AgencyWordOn,
    DateOnly? LookedOn)
{
    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    /// <summary>What stands today: late is an outcome of its own until somebody looks.</summary>
    public RecommendationOutcome? Standing(DateOnly today) => DaysLate(today) > 0 ? RecommendationOutcome.Overdue : Outcome;

    /// <summary>A record in hand as its row.</summary>
    public static RecommendationRow Of(Recommendation r, string supervisionCode) => new(
        r.Id, r.Code, r.CouncilId, r.SupervisionId, supervisionCode, r.Content, r.LeadAgencyId, r.Responsible, r.Product, r.State, r.Outcome, r.MadeOn, r.DueOn, r.OwedBy, r.IsPressing,
        r.AgencyWordOn, r.LookedOn);
}

public sealed record RecommendationPage(IReadOnlyList<RecommendationRow> Rows, string? Next);

/// <summary>Lists of recommendations within what the person may see, longest owed first; those that are owed nothing come last, newest first.</summary>
public sealed class RecommendationList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;

    public async Task<RecommendationPage> ReadAsync(RecommendationFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var found = Narrowed(Mine(db, filter, acting), filter, clock.Today);
        if (ListCursor.Read(filter.Cursor) is var (day, id))
        {
            found = found.Where(r => (r.OwedBy ?? Never) > day || ((r.OwedBy ?? Never) == day && r.Id > id));
        }

        var rows = await found.OrderBy(r => r.OwedBy ?? Never).ThenBy(r => r.Id).Take(size + 1).Select(Row(db)).ToListAsync(ct);

        return rows.Count <= size
            ? new RecommendationPage(rows, null)
            : new RecommendationPage(rows[..size], ListCursor.At(rows[size - 1].OwedBy ?? Never, rows[size - 1].Id));
    }

    public async Task<int> CountAsync(RecommendationFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(Mine(db, filter, acting), filter, clock.Today).CountAsync(ct);
    }

    private IQueryable<Recommendation> Mine(Db db, RecommendationFilter filter, Acting acting)
    {
        var found = db.Set<Recommendation>().AsNoTracking().VisibleTo(acting);
        if (!filter.Mine)
        {
            return found;
        }

        var mine = Followers.By(db, acting.UserId, clock.Today);

        return found.Where(r => mine.Any(f => f.CouncilId == r.CouncilId && (f.Field == null || db.Set<SupervisionCase>().Any(s => s.Id == r.SupervisionId && s.Field == f.Field))));
    }

    private static readonly DateOnly Never = new(9999, 1, 1);

    private static Expression<Func<Recommendation, RecommendationRow>> Row(Db db) => r => new RecommendationRow(
        r.Id, r.Code, r.CouncilId, r.SupervisionId, db.Set<SupervisionCase>().Where(s => s.Id == r.SupervisionId).Select(s => s.Code).First(), r.Content, r.LeadAgencyId, r.Responsible,
        r.Product, r.State, r.Outcome, r.MadeOn, r.DueOn, r.OwedBy, r.IsPressing, r.AgencyWordOn, r.LookedOn);

    private static IQueryable<Recommendation> Narrowed(IQueryable<Recommendation> found, RecommendationFilter f, DateOnly today)
    {
        found = f.CouncilId is { } council ? found.Where(r => r.CouncilId == council) : found;
        found = f.Councils is { } councils ? found.Where(r => councils.Contains(r.CouncilId)) : found;
        found = f.ProvinceId is { } province ? found.Where(r => r.ProvinceId == province) : found;
        found = f.SupervisionId is { } supervision ? found.Where(r => r.SupervisionId == supervision) : found;
        found = f.AgencyId is { } agency ? found.Where(r => r.LeadAgencyId == agency) : found;
        found = f.State is { } state ? found.Where(r => r.State == state) : found;
        found = f.Outcome is { } outcome ? found.Where(r => r.Outcome == outcome) : found;
        found = f.Subject is { } subject ? found.Where(r => r.Subject == subject) : found;
        found = f.Kind is { } kind ? found.Where(r => r.Kind == kind) : found;
        found = f.Overdue ? found.Where(r => r.OwedBy < today) : found;
        found = f.Pressing ? found.Where(r => r.IsPressing) : found;
        found = f.Open ? found.Where(r => RecommendationStates.Open.Contains(r.State)) : found;
        found = f.Made ? found.Where(r => RecommendationStates.Made.Contains(r.State)) : found;
        found = f.Named is { } named
            ? found.Where(r => RecommendationStates.Made.Contains(r.State) && (r.LeadAgencyId != null && r.DueOn != null && r.Product != null && r.Product != "") == named)
            : found;
        found = f.From is { } from ? found.Where(r => r.MadeOn >= from) : found;

        return f.To is { } to ? found.Where(r => r.MadeOn <= to) : found;
    }
}
