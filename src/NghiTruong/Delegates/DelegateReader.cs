using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Delegates;

/// <summary>One delegate whole, within what the person may see; what is sensitive is not among it.</summary>
public sealed record DelegateView(Delegate Delegate, bool MayManage, bool MayOpenParticulars, bool IsSelf)
{
    /// <summary>The latest first.</summary>
    public IReadOnlyList<DelegatePost> Posts { get; init; } = [];

    public IReadOnlyList<DelegateSpell> Spells { get; init; } = [];

    public IReadOnlyList<DelegateReport> Reports { get; init; } = [];

    /// <summary>Sign-in name of the linked account, for who keeps the register.</summary>
    public string? Account { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public Standing StandingOn(DateOnly day) =>
        Spells.Any(s => s.Kind == SpellKind.Suspended && s.Covers(day)) ? Standing.Suspended : Spells.Any(s => s.Kind == SpellKind.OnLeave && s.Covers(day)) ? Standing.OnLeave : Standing.Sits;
}

/// <summary>Reads one delegate; null is "not found".</summary>
public sealed class DelegateReader(IDbContextFactory<Db> contexts)
{
    public async Task<DelegateView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Delegate>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(d => d.Code == code, ct) is not { } d)
        {
            return null;
        }

        var view = new DelegateView(d, acting.MayManage(d), acting.CapacityFor<ReadParticulars>(d.CouncilId, d.ProvinceId) is not null || acting.IsSelf(d), acting.IsSelf(d));
        // Who looked at what is sensitive is for those at home.
        var story = view.MayManage ? await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == d.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct) : [];
        var users = story.Select(e => e.UserId).ToHashSet();

        return view with
        {
            Posts = await db.Set<DelegatePost>().AsNoTracking().Where(p => p.DelegateId == d.Id).OrderByDescending(p => p.From).ThenBy(p => p.Post).ToListAsync(ct),
            Spells = await db.Set<DelegateSpell>().AsNoTracking().Where(s => s.DelegateId == d.Id).OrderByDescending(s => s.From).ToListAsync(ct),
            Reports = await db.Set<DelegateReport>().AsNoTracking().Where(r => r.DelegateId == d.Id).OrderByDescending(r => r.Year).ToListAsync(ct),
            Account = view.MayManage && d.UserId is { } user ? await db.Set<User>().Where(u => u.Id == user).Select(u => u.UserName).FirstOrDefaultAsync(ct) : null,
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }

    /// <summary>The delegate that an account is linked to, the present mandate first; null where there is none.</summary>
    public async Task<string?> OwnCodeAsync(Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<Delegate>().VisibleTo(acting).Where(d => d.UserId == acting.UserId).OrderByDescending(d => d.Until == null).ThenByDescending(d => d.From).Select(d => d.Code).FirstOrDefaultAsync(ct);
    }
}
