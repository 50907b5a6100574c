using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Councils;

/// <summary>Who follows a matter by the council's division of work: a body, a person of it where one is named, and the paper that says so.</summary>
public sealed record Follower(string Body, string? Person, string? DocumentNumber);

/// <summary>Names the follower of a record of any room by its field and place (phân công theo dõi, <see cref="Responsibility"/>).</summary>
public sealed class Followers(IDbContextFactory<Db> contexts, CouncilDirectory directory, TimeProvider clock)
{
    public async Task<IReadOnlyList<Follower>> ReadAsync(Guid councilId, string? field, string? place, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = await db.Set<Responsibility>().AsNoTracking().Where(r => r.CouncilId == councilId).ToListAsync(ct);
        var following = Of(all, field, place, clock.Today);
        var bodies = await directory.BodiesAsync(ct);
        var people = following.Select(r => r.UserId).OfType<Guid>().ToList();
        var names = people.Count == 0 ? [] : await db.Set<User>().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);

        return [.. following.Select(r => new Follower(bodies.GetValueOrDefault(r.BodyId)?.Name ?? "", r.UserId is { } id ? names.GetValueOrDefault(id) : null, r.DocumentNumber)).Distinct()];
    }

    /// <summary>Those that hold on the day and fit most closely: of the field and the area before of the field alone, that before of the area alone, that before of everything. Pure.</summary>
    public static IReadOnlyList<Responsibility> Of(IEnumerable<Responsibility> all, string? field, string? place, DateOnly on)
    {
        var where = $" {VietnameseText.Fold(place ?? "")} ";
        var fitting = all
            .Where(r => r.From <= on && (r.Until is null || r.Until >= on))
            .Where(r => (r.Field is null || r.Field == field) && (r.Area is null || where.Contains($" {VietnameseText.Fold(r.Area)} ", StringComparison.Ordinal)))
            .ToLookup(r => (r.Field is null ? 0 : 2) + (r.Area is null ? 0 : 1));

        return [.. fitting.OrderByDescending(g => g.Key).FirstOrDefault() ?? Enumerable.Empty<Responsibility>()];
    }

    /// <summary>What the person follows by name on a day, for lists "of me"; areas are words and narrow on the record's page alone.</summary>
    public static IQueryable<Responsibility> By(Db db, Guid userId, DateOnly on) => db.Set<Responsibility>().Where(r => r.UserId == userId && r.From <= on && (r.Until == null || r.Until >= on));
}
