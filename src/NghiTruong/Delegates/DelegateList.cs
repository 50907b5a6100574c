using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Delegates;

/// <summary>Which delegates by their mandate.</summary>
public enum MandateState
{
    /// <summary>Đương nhiệm.</summary>
    Running,

    /// <summary>Đã thôi.</summary>
    Ended,
}

/// <summary>What a list of delegates is asked for; it stands in the address.</summary>
public sealed record DelegateFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>Null for all of any time.</summary>
    public MandateState? State { get; init; }

    public bool? IsFullTime { get; init; }

    public PostKind? Post { get; init; }

    public Guid? GroupId { get; init; }

    /// <summary>Words of the name, with or without marks; or a code.</summary>
    public string? Words { get; init; }

    /// <summary>Code of the last row of the page before.</summary>
    public string? Cursor { get; init; }

    public int Size { get; init; } = 30;
}

/// <summary>A post as a row names it.</summary>
public sealed record HeldPost(PostKind Post, Guid? BodyId);

/// <summary>One row of the list.</summary>
public sealed record DelegateRow(
    Guid Id, string Code, Guid CouncilId, string Term, string FullName, bool? IsWoman, string? Occupation, string? Constituency, Guid? GroupId, bool IsFullTime, DelegateEntry Entry, DateOnly From, DateOnly? Until,
    MandateEnd? EndedBecause)
{
    /// <summary>Held today.</summary>
    public IReadOnlyList<HeldPost> Posts { get; init; } = [];

    public Standing Standing { get; init; }
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record DelegatePage(IReadOnlyList<DelegateRow> Rows, string? Next);

/// <summary>Lists of delegates within what the person may see, by name.</summary>
public sealed class DelegateList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;

    public async Task<DelegatePage> ReadAsync(DelegateFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (size, today) = (Math.Clamp(f.Size, 1, MostRows), clock.Today);
        var delegates = Filtered(db, f, today).VisibleTo(acting);
        if (f.Cursor is { } cursor && await db.Set<Delegate>().VisibleTo(acting).Where(d => d.Code == cursor).Select(d => new { d.SortKey, d.Id }).FirstOrDefaultAsync(ct) is { } last)
        {
            delegates = delegates.Where(d => d.SortKey.CompareTo(last.SortKey) > 0 || (d.SortKey == last.SortKey && d.Id.CompareTo(last.Id) > 0));
        }

        var rows = await delegates.OrderBy(d => d.SortKey).ThenBy(d => d.Id).Take(size + 1)
            .Select(d => new DelegateRow(
                d.Id, d.Code, d.CouncilId, d.Term, d.FullName, d.IsWoman, d.Occupation, d.Constituency, d.GroupId, d.IsFullTime, d.Entry, d.From, d.Until, d.EndedBecause))
            .ToListAsync(ct);
        var page = await WithPostsAsync(db, rows.Take(size).ToList(), today, ct);

        return new DelegatePage(page, rows.Count > size ? page[^1].Code : null);
    }

    private static IQueryable<Delegate> Filtered(Db db, DelegateFilter f, DateOnly today)
    {
        var delegates = db.Set<Delegate>().AsNoTracking();
        delegates = f.CouncilId is { } council ? delegates.Where(d => d.CouncilId == council) : delegates;
        delegates = f.IsFullTime is { } full ? delegates.Where(d => d.IsFullTime == full) : delegates;
        delegates = f.GroupId is { } group ? delegates.Where(d => d.GroupId == group) : delegates;
        delegates = f.Post is { } post ? delegates.Where(d => db.Set<DelegatePost>().Any(p => p.DelegateId == d.Id && p.Post == post && p.From <= today && (p.Until == null || p.Until >= today))) : delegates;
        delegates = f.State switch
        {
            MandateState.Running => delegates.Where(d => d.From <= today && (d.Until == null || d.Until >= today)),
            MandateState.Ended => delegates.Where(d => d.Until != null && d.Until < today),
            _ => delegates,
        };
        if (!string.IsNullOrWhiteSpace(f.Words))
        {
            if (f.Words.Trim().ToUpperInvariant() is var code && code.StartsWith("DB-", StringComparison.Ordinal))
            {
                return delegates.Where(d => d.Code == code);
            }

            foreach (var word in VietnameseText.Tokens(f.Words))
            {
                delegates = delegates.Where(d => (" " + d.Folded).Contains(" " + word));
            }
        }

        return delegates;
    }

    private static async Task<List<DelegateRow>> WithPostsAsync(Db db, List<DelegateRow> rows, DateOnly today, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var posts = (await db.Set<DelegatePost>().AsNoTracking().Where(p => ids.Contains(p.DelegateId) && p.From <= today && (p.Until == null || p.Until >= today)).OrderBy(p => p.Post).ToListAsync(ct))
            .ToLookup(p => p.DelegateId, p => new HeldPost(p.Post, p.BodyId));
        var away = (await db.Set<DelegateSpell>().AsNoTracking()
                .Where(s => ids.Contains(s.DelegateId) && s.Kind != SpellKind.FullTime && s.From <= today && (s.Until == null || s.Until >= today)).ToListAsync(ct))
            .ToLookup(s => s.DelegateId, s => s.Kind);

        return
        [
            .. rows.Select(r => r with
            {
                Posts = [.. posts[r.Id]],
                Standing = away[r.Id].Contains(SpellKind.Suspended) ? Standing.Suspended : away[r.Id].Any() ? Standing.OnLeave : Standing.Sits,
            }),
        ];
    }
}
