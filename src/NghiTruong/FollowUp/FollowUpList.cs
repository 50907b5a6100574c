using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law;

namespace NghiTruong.FollowUp;

/// <summary>What the list "đến hạn, quá hạn, nổi cộm" is asked for; it stands in the address.</summary>
public sealed record FollowUpFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>With <see cref="CouncilId"/> of a province: its communes too.</summary>
    public bool Subtree { get; init; }

    /// <summary>What other councils passed to this one.</summary>
    public Guid? HolderCouncilId { get; init; }

    public Guid? AgencyId { get; init; }

    /// <summary>Owed by a day before today.</summary>
    public bool Overdue { get; init; }

    /// <summary>Due from today on, within so many calendar days.</summary>
    public int? DueWithin { get; init; }

    public bool Pressing { get; init; }

    /// <summary>Late and the reply to the last urging, if any, not come in time: a next step may be taken.</summary>
    public bool ToUrge { get; init; }

    /// <summary>Exactly so many steps of urging taken.</summary>
    public int? Step { get; init; }

    /// <summary>Where the next page begins; given by the page before.</summary>
    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list; what is owed, by whom, by when.</summary>
public sealed record FollowUpRow(
    Guid Id,
    string SubjectKind,
    Guid SubjectId,
    string SubjectCode,
    string Title,
    Guid CouncilId,
    Guid? AgencyId,
    Guid? HolderCouncilId,
    FollowUpPart Part,
    FollowUpState State,
    DateOnly OwedBy,
    DateOnly? PrintedDueOn,
    DateOnly? ExtendedTo,
    int UrgingStep,
    DateOnly? UrgedOn,
    DateOnly? UrgingReplyBy,
    bool IsPressing,
    int? Voters)
{
    /// <summary>Days late both ways, counted from the calendar; zero until the due day has passed.</summary>
    public DayCount DaysLate { get; init; }
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record FollowUpPage(IReadOnlyList<FollowUpRow> Rows, string? Next);

/// <summary>Lists of what is owed, longest owed first, within what the person may see.</summary>
public sealed class FollowUpList(IDbContextFactory<Db> contexts, CouncilDirectory directory, RuleBook rules, TimeProvider clock)
{
    public const int MostRows = 200;

    /// <summary>Counting stops here: a figure on a tab says "99+" beyond.</summary>
    public const int CountedUpTo = 100;

    internal static readonly Expression<Func<FollowUpItem, FollowUpRow>> Row = i => new FollowUpRow(
        i.Id, i.SubjectKind, i.SubjectId, i.SubjectCode, i.Title, i.CouncilId, i.AgencyId, i.HolderCouncilId, i.Part, i.State, i.OwedBy!.Value, i.PrintedDueOn, i.ExtendedTo,
        i.UrgingStep, i.UrgedOn, i.UrgingReplyBy, i.IsPressing, i.Voters);

    public async Task<FollowUpPage> ReadAsync(FollowUpFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var rows = await Ordered(await FilteredAsync(db, filter, acting, ct), filter.Cursor).Take(size + 1).ToListAsync(ct);
        var calendar = (await rules.ReadAsync(ct)).Calendar;
        var told = rows.Take(size).Select(r => r with { DaysLate = Deadlines.DaysLate(r.OwedBy, clock.Today, calendar) }).ToList();

        return new FollowUpPage(told, rows.Count > size ? ListCursor.At(told[^1].OwedBy, told[^1].Id) : null);
    }

    /// <summary>How many there are, up to <see cref="CountedUpTo"/>: along an index, never a scan.</summary>
    public async Task<int> CountAsync(FollowUpFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await (await FilteredAsync(db, filter, acting, ct)).Take(CountedUpTo).CountAsync(ct);
    }

    /// <summary>Every row of a filter, streamed, for an export of exactly what is seen.</summary>
    public async IAsyncEnumerable<FollowUpRow> AllAsync(FollowUpFilter filter, Acting acting, [EnumeratorCancellation] CancellationToken ct)
    {
        var next = filter with { Cursor = null, Size = MostRows };
        for (var more = true; more;)
        {
            var page = await ReadAsync(next, acting, ct);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            next = next with { Cursor = page.Next };
            more = page.Next is not null;
        }
    }

    /// <summary>One item within scope, owed or not; null is "not found".</summary>
    public async Task<FollowUpItem?> FindAsync(Guid id, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<FollowUpItem>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(i => i.Id == id, ct);
    }

    private async Task<IQueryable<FollowUpItem>> FilteredAsync(Db db, FollowUpFilter filter, Acting acting, CancellationToken ct)
    {
        var items = db.Set<FollowUpItem>().AsNoTracking();
        var scope = acting.ScopeOf<ReadFollowUps>();
        var council = await directory.CouncilAsync(filter.CouncilId, ct);
        var covered = council is not null && acting.CapacityFor<ReadFollowUps>(council.Id, council.ProvinceId) is not null;
        if (covered && filter.Subtree && council!.Tier == Tier.Province && (scope.All || scope.Provinces.Contains(council.ProvinceId)))
        {
            items = items.Where(i => i.ProvinceId == council.ProvinceId);
        }
        else if (filter.CouncilId is { } one)
        {
            items = (covered ? items : items.VisibleTo(acting)).Where(i => i.CouncilId == one);
        }
        else
        {
            items = Plain(items, scope, acting);
        }

        return Narrowed(items, filter, clock.Today);
    }

    /// <summary>A scope of one place is an equality that an index answers; anything else is the general scope.</summary>
    private static IQueryable<FollowUpItem> Plain(IQueryable<FollowUpItem> items, Scope scope, Acting acting) => scope switch
    {
        { All: true } => items,
        { Councils: [], Provinces: [], Agencies: [var only] } => items.Where(i => i.AgencyId == only),
        { Councils: [], Provinces: [var province], Agencies: [] } => items.Where(i => i.ProvinceId == province),
        _ => items.VisibleTo(acting),
    };

    private static IQueryable<FollowUpItem> Narrowed(IQueryable<FollowUpItem> items, FollowUpFilter f, DateOnly today)
    {
        items = f.Overdue || f.ToUrge ? items.Where(i => i.OwedBy < today) : items.Where(i => i.OwedBy != null);
        items = f.HolderCouncilId is { } holder ? items.Where(i => i.HolderCouncilId == holder) : items;
        items = f.AgencyId is { } agency ? items.Where(i => i.AgencyId == agency) : items;
        items = f.Pressing ? items.Where(i => i.IsPressing) : items;
        items = f.ToUrge ? items.Where(i => i.UrgingReplyBy == null || i.UrgingReplyBy < today) : items;
        items = f.Step is { } step ? items.Where(i => i.UrgingStep == step) : items;
        if (f.DueWithin is { } days)
        {
            var last = today.AddDays(Math.Clamp(days, 0, DeadlineTerms.MaxDays));
            items = items.Where(i => i.OwedBy >= today && i.OwedBy <= last);
        }

        return items;
    }

    private static IQueryable<FollowUpRow> Ordered(IQueryable<FollowUpItem> items, string? cursor)
    {
        if (ListCursor.Read(cursor) is var (day, id))
        {
            items = items.Where(i => i.OwedBy >= day && (i.OwedBy > day || i.Id > id));
        }

        return items.OrderBy(i => i.OwedBy).ThenBy(i => i.Id).Select(Row);
    }
}
