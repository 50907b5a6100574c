using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;

namespace NghiTruong.Bench;

/// <summary>The made-up people who ask for pages and record petitions; made once per database.</summary>
internal sealed class Cast(IServiceProvider services)
{
    public const string Password = "mat khau cua nguoi do 2026";
    private const int Writers = 200;

    /// <summary>Named by their place: another database's choice of places is another person.</summary>
    public string Clerk => $"do.xa{Commune.Code}";

    public string Viewer => $"do.tinh{Province.Code}";

    public string Everywhere => "do.nuoc";

    public Council Commune { get; private set; } = null!;

    public Council Province { get; private set; } = null!;

    public List<Council> Written { get; } = [];

    public async Task GatherAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var communes = await db.Set<Council>().AsNoTracking().Where(c => c.Tier == Tier.Commune).OrderBy(c => c.Code).ToListAsync();
        Commune = await LatestAsync(db, communes);
        Province = await db.Set<Council>().AsNoTracking().SingleAsync(c => c.Tier == Tier.Province && c.ProvinceId == Commune.ProvinceId);
        Written.AddRange(communes.Where((_, i) => i % (communes.Count / Writers) == 0).Take(Writers));
        await EnsureAsync(db, Clerk, Role.Clerk, Commune.Id);
        await EnsureAsync(db, Viewer, Role.UpperViewer, Province.Id);
        await EnsureAsync(db, Everywhere, Role.Administrator, null);
        foreach (var council in Written)
        {
            await EnsureAsync(db, $"ghi.{council.Code}", Role.Clerk, council.Id);
        }
    }

    /// <summary>A token of each writer, by council code.</summary>
    public async Task<List<(string Council, string Token)>> TokensAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        List<(string, string)> tokens = [];
        foreach (var council in Written)
        {
            var id = await db.Set<User>().Where(u => u.UserName == $"ghi.{council.Code}").Select(u => u.Id).SingleAsync();
            tokens.Add((council.Code, (await services.GetRequiredService<AccessTokens>().CreateAsync(id, "bench", Acting.System, CancellationToken.None)).Value));
        }

        return tokens;
    }

    /// <summary>The commune with the longest list of what is late: its page is full.</summary>
    private static async Task<Council> LatestAsync(Db db, List<Council> communes)
    {
        var today = TimeProvider.System.Today;
        var late = await db.Set<Petition>().Where(p => p.OwedBy < today).GroupBy(p => p.CouncilId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

        return communes.MaxBy(c => late.GetValueOrDefault(c.Id))!;
    }

    private async Task EnsureAsync(Db db, string name, Role role, Guid? council)
    {
        if (await db.Set<User>().AnyAsync(u => u.UserName == name))
        {
            return;
        }

        var hash = new PasswordHasher<User>().HashPassword(null!, Password);
        var made = await services.GetRequiredService<AccountDesk>().CreateAsync(
            new AccountInput { UserName = name, FullName = $"Người đo {name}" }, new GrantInput { Role = role, CouncilId = council }, hash, Acting.System, CancellationToken.None);
        _ = made.Value;
        await db.Set<User>().Where(u => u.UserName == name).ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, false));
    }
}
