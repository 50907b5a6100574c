using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Accounts;

/// <summary>One right of one person, as administrators see it.</summary>
public sealed record GrantRow(Guid Id, Role Role, string Place, DateOnly From, DateOnly? Until, bool IsMine);

/// <summary>A person with the rights that the reader may see.</summary>
public sealed record AccountRow(Guid Id, string UserName, string FullName, string? Email, bool IsDisabled, DateTime? LockedUntil, bool TwoFactor, IReadOnlyList<GrantRow> Grants);

/// <summary>A council or agency a grant can be for.</summary>
public sealed record PlaceRow(Guid Id, string Name);

/// <summary>Who may act for what, within the reader's reach; the nation's administrator sees everybody.</summary>
public sealed class AccountList(IDbContextFactory<Db> contexts)
{
    public const int PageSize = 50;

    /// <summary>People in reach whose sign-in name or full name holds the text, by sign-in name after <paramref name="after"/>.</summary>
    public async Task<List<AccountRow>> ReadAsync(string? text, string? after, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var scope = acting.ScopeOf<ReadAccounts>();
        var wanted = text?.Trim().ToLowerInvariant() ?? "";
        var users = Within(db, scope).Where(u => (wanted == "" || u.UserName.Contains(wanted) || u.FullName.Contains(text!)) && (after == null || u.UserName.CompareTo(after) > 0));
        var page = await users.OrderBy(u => u.UserName).Take(PageSize + 1).ToListAsync(ct);

        return await WithGrantsAsync(db, page, scope, ct);
    }

    /// <summary>One person in reach, or null.</summary>
    public async Task<AccountRow?> FindAsync(string userName, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var scope = acting.ScopeOf<ReadAccounts>();
        var page = await Within(db, scope).Where(u => u.UserName == userName).ToListAsync(ct);

        return (await WithGrantsAsync(db, page, scope, ct)).FirstOrDefault();
    }

    /// <summary>Councils in reach whose folded name holds the folded text, for choosing a place; at most fifty.</summary>
    public async Task<List<PlaceRow>> CouncilsAsync(string folded, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        var scope = acting.ScopeOf<ManageAccounts>();
        var found = await Councils(db, scope)
            .Where(c => c.Folded.Contains(folded) || c.Code == folded)
            .OrderBy(c => c.Tier == Tier.Province ? 0 : 1).ThenBy(c => c.SortKey)
            .Take(50)
            .ToListAsync(ct);
        var named = await NamesAsync(db, scope, found, ct);

        return found.ConvertAll(c => new PlaceRow(c.Id, named[c.Id]));
    }

    /// <summary>Agencies of a council in reach.</summary>
    public async Task<List<PlaceRow>> AgenciesAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<Agency>()
            .Where(a => a.CouncilId == councilId && a.Until == null && Councils(db, acting.ScopeOf<ManageAccounts>()).Any(c => c.Id == a.CouncilId))
            .OrderBy(a => a.Kind).ThenBy(a => a.Folded)
            .Select(a => new PlaceRow(a.Id, a.Name))
            .ToListAsync(ct);
    }

    private static IQueryable<Council> Councils(Db db, Scope scope) =>
        db.Set<Council>().Where(c => scope.All || scope.Councils.Contains(c.Id) || scope.Provinces.Contains(c.ProvinceId));

    private static IQueryable<User> Within(Db db, Scope scope) => scope.All
        ? db.Set<User>().AsNoTracking()
        : db.Set<User>().AsNoTracking().Where(u => db.Set<Grant>().Any(g => g.UserId == u.Id && Councils(db, scope).Any(c => c.Id == g.CouncilId)));

    private static async Task<List<AccountRow>> WithGrantsAsync(Db db, List<User> users, Scope scope, CancellationToken ct)
    {
        var ids = users.ConvertAll(u => u.Id);
        var grants = await (
            from grant in db.Set<Grant>().AsNoTracking()
            where ids.Contains(grant.UserId)
            join council in db.Set<Council>() on grant.CouncilId equals (Guid?)council.Id into councils
            from council in councils.DefaultIfEmpty()
            join agency in db.Set<Agency>() on grant.AgencyId equals (Guid?)agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby grant.From, grant.Id
            select new { Grant = grant, Council = council, Agency = agency == null ? null : agency.Name }).ToListAsync(ct);
        var named = await NamesAsync(db, scope, [.. grants.Select(g => g.Council).OfType<Council>()], ct);
        var byUser = grants.ToLookup(
            g => g.Grant.UserId,
            g => new GrantRow(g.Grant.Id, g.Grant.Role, PlaceOf(g.Agency, g.Council is null ? null : named[g.Council.Id]), g.Grant.From, g.Grant.Until, IsIn(scope, g.Council)));

        return users.ConvertAll(u => new AccountRow(u.Id, u.UserName, u.FullName, u.Email, u.IsDisabled, u.LockedUntil, u.TwoFactor, [.. byUser[u.Id]]));
    }

    /// <summary>Many communes of the nation share a name: who sees several provinces reads the province too.</summary>
    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, Scope scope, IReadOnlyCollection<Council> councils, CancellationToken ct)
    {
        var provinces = !scope.All && scope.Provinces.Count < 2 ? [] : councils.Where(c => c.Tier != Tier.Province).Select(c => c.ProvinceId).Distinct().ToList();
        var names = provinces.Count == 0 ? [] : await db.Set<Council>().AsNoTracking().Where(c => c.Tier == Tier.Province && provinces.Contains(c.ProvinceId)).ToDictionaryAsync(c => c.ProvinceId, c => c.Name, ct);

        return councils.DistinctBy(c => c.Id).ToDictionary(
            c => c.Id, c => c.Tier != Tier.Province && names.TryGetValue(c.ProvinceId, out var province) ? $"{c.Name}, {province[(province.IndexOf(' ', StringComparison.Ordinal) + 1)..]}" : c.Name);
    }

    /// <summary>An agency with the council in whose list it stands.</summary>
    private static string PlaceOf(string? agency, string? council) => agency is null ? council ?? "" : council is null ? agency : $"{agency} ({council})";

    private static bool IsIn(Scope scope, Council? council) =>
        scope.All || (council is not null && (scope.Councils.Contains(council.Id) || scope.Provinces.Contains(council.ProvinceId)));
}
