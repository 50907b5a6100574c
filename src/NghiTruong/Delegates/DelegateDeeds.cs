using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Delegates;

/// <summary>What a delegate did of one kind in a period.</summary>
public sealed record DeedsOfKind(string Kind, int Count, IReadOnlyList<DelegateDeed> Deeds);

/// <summary>Asks every room what a delegate did; kinds of which nothing was done stand with 0, so that the page says so.</summary>
public sealed class DelegateDeeds(IDbContextFactory<Db> contexts, IEnumerable<IDelegateTeller> tellers)
{
    public async Task<IReadOnlyList<DeedsOfKind>> ReadAsync(Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        List<DeedsOfKind> told = [];
        foreach (var teller in tellers)
        {
            var deeds = (await teller.TellAsync(db, who, from, until, acting, ct)).ToLookup(d => d.Kind, StringComparer.Ordinal);
            told.AddRange(teller.Kinds.Select(k => new DeedsOfKind(k, deeds[k].Sum(d => d.Count), [.. deeds[k].OrderByDescending(d => d.On)])));
        }

        return told;
    }
}
