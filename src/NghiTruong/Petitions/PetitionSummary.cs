using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Texts;

namespace NghiTruong.Petitions;

/// <summary>What to sum up.</summary>
/// <param name="Place">Null for all that the person may see.</param>
/// <param name="Session">Term and number, <c>2026-2031/2</c>; with a subtree, that session of every council in it.</param>
/// <param name="From">First day of receipt.</param>
/// <param name="To">Last day of receipt, included.</param>
/// <param name="ByPlace">Also by the next level down.</param>
/// <param name="ByAgency">Also by agency where whole provinces are asked for.</param>
public sealed record SummaryInput(SummaryPlace? Place = null, string? Session = null, DateOnly? From = null, DateOnly? To = null, bool ByPlace = false, bool ByAgency = false);

/// <summary>
/// The figures of petitions. All but <see cref="Opinions"/> count petitions, not opinions; merged ones count once, with the petition that carries them on;
/// what was explained on the spot counts. Keys are codes, <c>none</c> where nothing was given; each dictionary adds up to <see cref="Total"/>.
/// </summary>
public sealed record PetitionFigures
{
    public required long Total { get; init; }

    public required long Opinions { get; init; }

    public required IReadOnlyDictionary<string, long> ByAuthority { get; init; }

    public required IReadOnlyDictionary<string, long> ByField { get; init; }

    /// <summary><c>settled, partly, inProgress, explained, notSettled, none</c>, all six always there.</summary>
    public required IReadOnlyDictionary<string, long> ByOutcome { get; init; }

    /// <summary>An answer is owed and its day is past.</summary>
    public required long Overdue { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AsOf { get; init; }

    public required IReadOnlyDictionary<string, long> ByStatus { get; init; }

    /// <summary>By leading agency: of councils, of whole provinces where it was asked for, never of the nation. What was sent nowhere is in none.</summary>
    public required IReadOnlyDictionary<Guid, long> ByAgency { get; init; }

    public required IReadOnlyDictionary<Guid, long> OverdueByAgency { get; init; }

    /// <summary>What is owed, by <see cref="Lateness"/>, all four always there; those past their day add up to <see cref="Overdue"/>.</summary>
    public required IReadOnlyDictionary<string, long> ByLateness { get; init; }

    /// <summary>The next level down, where it was asked for: by council, or for the nation by province (unit).</summary>
    public required IReadOnlyDictionary<Guid, long> ByPlace { get; init; }

    /// <summary>Keys as in <see cref="ByPlace"/>.</summary>
    public required IReadOnlyDictionary<Guid, long> OverdueByPlace { get; init; }

    /// <summary>The tables of the reports: outcomes within each field, authority, agency, place.</summary>
    public required OutcomeTables Outcomes { get; init; }
}

/// <summary>For each code or id, how many have which outcome (keys as in <see cref="PetitionFigures.ByOutcome"/>).</summary>
public sealed record OutcomeTables(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> ByField,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> ByAuthority,
    IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, long>> ByAgency,
    IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, long>> ByPlace);

/// <summary>Sums petitions up from the counts, within what the person may read. Never scans petitions.</summary>
public sealed class PetitionSummary(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <summary>The figures; null when the person may read nothing there.</summary>
    public async Task<PetitionFigures?> ReadAsync(SummaryInput asked, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await (asked.Place ?? SummaryPlace.Everywhere).WithinAsync(
            db, acting.ScopeOf<ReadPetitions>(), new CountQuery(PetitionCounting.Kinds, asked.Session, asked.From, asked.To) { ByPlace = asked.ByPlace, ByAgency = asked.ByAgency }, ct);
        if (query.IsEmpty)
        {
            return null;
        }

        var now = clock.Now;

        return SummaryFigures.From(await CountReader.ReadAsync(db, query, now.VietnamDate, ct), now);
    }
}

/// <summary>Arranges counted figures as a summary.</summary>
internal static class SummaryFigures
{
    public static PetitionFigures From(IReadOnlyList<CountFigure> figures, DateTime now)
    {
        var petitions = figures.Where(f => f.Kind == nameof(PetitionKind.Petition)).ToLookup(f => f.Dimension);
        var byAuthority = petitions[CountDimensions.Authority].ToList();
        var late = Sums(petitions[CountDimensions.Late], f => f.Value);

        return new PetitionFigures
        {
            Total = byAuthority.Sum(f => f.N),
            Opinions = figures.Where(f => f.Kind == nameof(PetitionKind.Opinion) && f.Dimension == CountDimensions.Authority).Sum(f => f.N),
            ByAuthority = Sums(byAuthority, f => Code(f.Value)),
            ByField = Sums(petitions[CountDimensions.Field], f => Code(f.Value)),
            ByOutcome = ByOutcome(byAuthority),
            Overdue = late.Where(l => l.Key != Lateness.OnTime).Sum(l => l.Value),
            AsOf = now,
            ByStatus = Sums(petitions[CountDimensions.Status], f => TextCode.Of(f.Value)),
            ByAgency = Sums(petitions[CountDimensions.Agency], Id),
            OverdueByAgency = Sums(petitions[CountDimensions.LateByAgency], Id),
            ByLateness = Lateness.All.ToDictionary(l => l, l => late.GetValueOrDefault(l)),
            ByPlace = Sums(petitions[CountDimensions.Place], Id),
            OverdueByPlace = Sums(petitions[CountDimensions.LateByPlace], Id),
            Outcomes = new OutcomeTables(
                Tables(petitions[CountDimensions.Field], f => Code(f.Value)),
                Tables(byAuthority, f => Code(f.Value)),
                Tables(petitions[CountDimensions.Agency], Id),
                Tables(petitions[CountDimensions.Place], Id)),
        };
    }

    private static string Code(string value) => value.Length == 0 ? SummaryFilter.None : value;

    private static Guid Id(CountFigure figure) => Guid.Parse(figure.Value);

    private static Dictionary<T, long> Sums<T>(IEnumerable<CountFigure> figures, Func<CountFigure, T> key)
        where T : notnull => figures.GroupBy(key).ToDictionary(g => g.Key, g => g.Sum(f => f.N));

    private static Dictionary<T, IReadOnlyDictionary<string, long>> Tables<T>(IEnumerable<CountFigure> figures, Func<CountFigure, T> key)
        where T : notnull => figures.GroupBy(key).ToDictionary(g => g.Key, IReadOnlyDictionary<string, long> (g) => ByOutcome(g));

    private static Dictionary<string, long> ByOutcome(IEnumerable<CountFigure> figures)
    {
        var counted = Sums(figures, f => f.Outcome.Length == 0 ? SummaryFilter.None : TextCode.Of(f.Outcome));

        return SummaryFilter.Outcomes.ToDictionary(o => o, o => counted.GetValueOrDefault(o));
    }
}
