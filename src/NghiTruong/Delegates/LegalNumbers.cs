using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Delegates;

/// <summary>
/// How many there are to be in a council, beside delegates themselves (Art 30, <see cref="CouncilStrength"/>, set as <see cref="DelegateTotal"/>): vice chairs, deputy heads of each committee,
/// committees, full-time delegates, staff; by kind of unit. A catalogue with dates that an administrator keeps in the browser.
/// </summary>
public static class LegalNumbers
{
    public const string ViceChairs = "viceChairs";
    public const string DeputyHeads = "deputyHeads";
    public const string Committees = "committees";
    public const string FullTime = "fullTime";
    public const string Staff = "staff";

    public static DefinitionCatalogue Catalogue { get; } = new("delegates.numbers", "dinh-muc-dai-bieu", 65, DefinitionBook.Shipped("delegates.json")["delegates.numbers"])
    {
        IsClosed = true, HasBasis = true, HasNumber = true, MayRetire = false,
    };

    /// <summary>Under which list of the catalogue a unit stands: <c>province</c>, <c>city</c>, <c>commune</c>, <c>ward</c>. Pure.</summary>
    public static string ListOf(UnitKind kind) => kind switch
    {
        UnitKind.CentralCity => "city",
        UnitKind.Province => "province",
        UnitKind.Ward => "ward",
        _ => "commune",
    };

    /// <param name="defined">What holds in the place on the day.</param>
    public static int Of(IEnumerable<Defined> defined, string list, string code) => defined.Standing(list).FirstOrDefault(e => e.Code == code)?.Number ?? 0;
}

/// <summary>One line of the comparison.</summary>
/// <param name="Code">As the catalogue names it; <c>delegates</c> for delegates themselves; <c>deputyHeads</c> for each committee.</param>
/// <param name="Name">The committee, where the line is one committee's.</param>
/// <param name="Legal">How many at most, or how many there should be; null where nobody said.</param>
public sealed record NumberLine(string Code, string? Name, int? Legal, int Actual, string? Basis)
{
    public int Missing => Legal is { } legal ? Math.Max(0, legal - Actual) : 0;

    public int Beyond => Legal is { } legal ? Math.Max(0, Actual - legal) : 0;
}

/// <summary>A council that lacks delegates or full-time ones.</summary>
public sealed record ShortCouncil(Guid CouncilId, int? ByLaw, int Delegates, int FullTimeWanted, int FullTime)
{
    public int MissingDelegates => Math.Max(0, (ByLaw ?? Delegates) - Delegates);

    public int MissingFullTime => Math.Max(0, FullTimeWanted - FullTime);
}

/// <summary>Compares what there is with what the law says: for one council line by line, for many the names of those that lack.</summary>
public sealed class LegalNumberReader(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public async Task<IReadOnlyList<NumberLine>> ReadAsync(CouncilName council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        var list = LegalNumbers.ListOf(await KindAsync(db, council.UnitId, today, ct));
        var defined = await DefinitionBook.ReadAsync(db, LegalNumbers.Catalogue, new DefinitionPlace(council.Id, council.ProvinceId), today, ct);
        var roster = await DelegateRoster.OnAsync(db, council.Id, today, ct);
        var posts = await db.Set<DelegatePost>().AsNoTracking().Where(p => p.CouncilId == council.Id && p.From <= today && (p.Until == null || p.Until >= today)).ToListAsync(ct);
        var committees = await db.Set<Body>().AsNoTracking()
            .Where(b => b.CouncilId == council.Id && b.Kind == BodyKind.Committee && b.From <= today && (b.Until == null || b.Until >= today)).OrderBy(b => b.Code).ToListAsync(ct);
        var staff = await db.Set<SupportStaff>().CountAsync(s => s.CouncilId == council.Id && s.From <= today && (s.Until == null || s.Until >= today), ct);
        var staffWanted = await db.Set<StaffNumber>().Where(n => n.CouncilId == council.Id && n.From <= today).OrderByDescending(n => n.From).FirstOrDefaultAsync(ct);

        return
        [
            new NumberLine("delegates", null, roster.ByLaw, roster.Total, CouncilStrength.Basis),
            Line(LegalNumbers.ViceChairs, null, posts.Count(p => p.Post == PostKind.ViceChair)),
            Line(LegalNumbers.Committees, null, committees.Count),
            .. committees.Select(b => Line(LegalNumbers.DeputyHeads, b.Name, posts.Count(p => p.Post == PostKind.CommitteeDeputy && p.BodyId == b.Id))),
            Line(LegalNumbers.FullTime, null, roster.FullTime),
            new NumberLine(LegalNumbers.Staff, null, staffWanted?.Number, staff, staffWanted?.Document),
        ];

        NumberLine Line(string code, string? name, int actual) =>
            new(code, name, LegalNumbers.Of(defined, list, code), actual, defined.Standing(list).FirstOrDefault(e => e.Code == code)?.Basis);
    }

    /// <summary>Councils that lack full-time delegates or delegates, by how many they lack; counted by one statement over the register.</summary>
    /// <param name="councils">Those the person may see.</param>
    public async Task<IReadOnlyList<ShortCouncil>> ShortAsync(IReadOnlyCollection<CouncilName> councils, Guid? provinceId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        var sitting = db.Set<Delegate>().Where(d => (provinceId == null || d.ProvinceId == provinceId) && d.From <= today && (d.Until == null || d.Until >= today));
        var counts = await sitting.GroupBy(d => d.CouncilId).Select(g => new { g.Key, N = g.Count(), Full = g.Count(d => d.IsFullTime) }).ToDictionaryAsync(g => g.Key, ct);
        var kinds = await db.Set<UnitVersion>().Where(v => v.From <= today && (v.Until == null || v.Until >= today)).Select(v => new { v.UnitId, v.Kind }).ToListAsync(ct);
        var kindOf = kinds.DistinctBy(k => k.UnitId).ToDictionary(k => k.UnitId, k => k.Kind);
        var totals = (await db.Set<DelegateTotal>().Where(t => t.From <= today).Select(t => new { t.CouncilId, t.From, t.Total }).ToListAsync(ct))
            .GroupBy(t => t.CouncilId).ToDictionary(g => g.Key, g => g.MaxBy(t => t.From)!.Total);
        var rows = await db.Set<Definition>().AsNoTracking().Where(d => d.Catalogue == LegalNumbers.Catalogue.Code).ToListAsync(ct);
        var general = DefinitionBook.Holding(LegalNumbers.Catalogue, rows.Where(r => r.CouncilId is null), new DefinitionPlace(null, null), today);
        var ownRows = rows.Where(r => r.CouncilId is not null).ToList();

        return
        [
            .. councils.Where(c => kindOf.ContainsKey(c.UnitId)).Select(c => Short(c)).Where(s => s.MissingFullTime > 0 || s.MissingDelegates > 0)
                .OrderByDescending(s => s.MissingFullTime).ThenByDescending(s => s.MissingDelegates),
        ];

        ShortCouncil Short(CouncilName c)
        {
            var place = new DefinitionPlace(c.Id, c.ProvinceId);
            var reaching = ownRows.Where(r => r.CouncilId == c.Id || (r.ProvinceId is not null && r.ProvinceId == c.ProvinceId)).ToList();
            var holding = reaching.Count == 0 ? general : DefinitionBook.Holding(LegalNumbers.Catalogue, rows.Where(r => r.CouncilId is null).Concat(reaching), place, today);
            var count = counts.GetValueOrDefault(c.Id);

            return new ShortCouncil(
                c.Id, totals.TryGetValue(c.Id, out var total) ? total : null, count?.N ?? 0, LegalNumbers.Of(holding, LegalNumbers.ListOf(kindOf[c.UnitId]), LegalNumbers.FullTime), count?.Full ?? 0);
        }
    }

    private static Task<UnitKind> KindAsync(Db db, Guid unit, DateOnly on, CancellationToken ct) =>
        db.Set<UnitVersion>().Where(v => v.UnitId == unit && v.From <= on).OrderByDescending(v => v.From).Select(v => v.Kind).FirstAsync(ct);
}
