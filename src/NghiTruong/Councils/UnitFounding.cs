using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Councils;

/// <summary>Stages new units and the councils they get, with standard bodies and agencies.</summary>
internal sealed class UnitFounding
{
    private readonly Db _db;
    private readonly UnitImportInput _asked;
    private readonly DateOnly _from;
    private readonly DateOnly _termFrom;
    private readonly Dictionary<string, Guid> _unitIds;
    private readonly Dictionary<Guid, (Guid CouncilId, List<CouncilTerm> Terms)> _councils;
    private readonly Dictionary<string, UnitRow> _rows;
    private readonly IReadOnlyList<Defined> _strength;

    private UnitFounding(Db db, UnitImportInput asked, DateOnly from, DateOnly termFrom, Dictionary<string, Guid> unitIds, Dictionary<Guid, (Guid, List<CouncilTerm>)> councils, IReadOnlyList<Defined> strength)
    {
        (_db, _asked, _from, _termFrom, _unitIds, _councils, _strength) = (db, asked, from, termFrom, unitIds, councils, strength);
        _rows = asked.Rows.Where(r => r.Successors.Count == 0).ToDictionary(r => r.Code);
    }

    /// <summary>Unit of each code that the file holds, new ones too.</summary>
    public IReadOnlyDictionary<string, Guid> UnitIds => _unitIds;

    /// <summary>How many councils were founded or entered the term.</summary>
    public int Councils { get; private set; }

    public static async Task<UnitFounding> OpenAsync(Db db, UnitPlan plan, UnitImportInput asked, DateOnly from, DateOnly termFrom, CancellationToken ct)
    {
        var units = plan.Unchanged.Concat(plan.Changed).ToDictionary(p => p.Row.Code, p => p.Unit.UnitId);
        foreach (var row in plan.Added)
        {
            units[row.Code] = Guid.CreateVersion7();
        }

        var councils = await db.Set<Council>().Include(c => c.Terms).ToDictionaryAsync(c => c.UnitId, c => (c.Id, c.Terms), ct);

        return new UnitFounding(db, asked, from, termFrom, units, councils, await DefinitionBook.ReadAsync(db, CouncilStrength.Catalogue, new DefinitionPlace(null, null), termFrom, ct));
    }

    public void AddUnits(IReadOnlyList<UnitRow> rows)
    {
        foreach (var row in rows)
        {
            var unit = new Unit { Id = _unitIds[row.Code], Tier = UnitNames.TierOf(row.Kind) };
            unit.Versions.Add(Version(unit.Id, row, _unitIds, _from));
            _db.Add(unit);
            AddCouncil(unit.Id, row);
        }
    }

    /// <summary>Units that stood before the file and have no council in its term yet; an office's own bodies and agencies are left as they are.</summary>
    public void AddMissingCouncils(IEnumerable<(StandingUnit Unit, UnitRow Row)> units)
    {
        foreach (var (unit, row) in units)
        {
            AddCouncil(unit.UnitId, row);
        }
    }

    internal static UnitVersion Version(Guid unitId, UnitRow row, IReadOnlyDictionary<string, Guid> unitIds, DateOnly from) => new()
    {
        Id = Guid.CreateVersion7(),
        UnitId = unitId,
        Code = row.Code,
        Name = row.Name,
        FullName = row.FullName,
        FullNameEnglish = row.FullNameEnglish,
        Kind = row.Kind,
        ParentId = row.ParentCode is { } parent ? unitIds[parent] : null,
        From = from,
        Until = row.Until,
        Folded = VietnameseText.Fold(row.FullName),
        SortKey = SortKeys.Of(row.Name),
    };

    private void AddCouncil(Guid unitId, UnitRow row)
    {
        var known = _councils.TryGetValue(unitId, out var council);
        if (_asked.Term is not { } term || (known && council.Terms.Exists(t => t.Term == term)) || !(row.HasCouncil ?? CouncilStrength.HasCouncil(_strength, row.Kind, row.Population)))
        {
            return;
        }

        var begins = _from > _termFrom ? _from : _termFrom;
        var councilId = known ? council.CouncilId : Found(unitId, row, begins);
        _db.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = councilId, Term = term, From = begins, Until = CloseTerms(known ? council.Terms : [], begins) });
        AddStrength(councilId, row, begins);
        Councils++;
    }

    /// <summary>One term ends where the next begins.</summary>
    /// <returns>The last day of the term that begins on the day: known when a later one is there already.</returns>
    private static DateOnly? CloseTerms(List<CouncilTerm> terms, DateOnly begins)
    {
        foreach (var earlier in terms.Where(t => t.Until is null && t.From < begins))
        {
            earlier.Until = begins.AddDays(-1);
        }

        return terms.Where(t => t.From > begins).OrderBy(t => t.From).FirstOrDefault()?.From.AddDays(-1);
    }

    private Guid Found(Guid unitId, UnitRow row, DateOnly begins)
    {
        var council = New(unitId, row, _unitIds[row.ParentCode ?? row.Code]);
        _db.Add(council);
        StandardOrganisation.Shipped.Found(_db, council, row.Kind, row.FullName, begins);

        return council.Id;
    }

    internal static Council New(Guid unitId, UnitRow row, Guid provinceId)
    {
        var name = UnitNames.Council(row.FullName);

        return new Council
        {
            Id = Guid.CreateVersion7(),
            UnitId = unitId,
            Tier = UnitNames.TierOf(row.Kind),
            ProvinceId = provinceId,
            Code = row.Code,
            Name = name,
            Folded = VietnameseText.Fold(name),
            SortKey = SortKeys.Of(row.Name),
        };
    }

    private void AddStrength(Guid councilId, UnitRow row, DateOnly begins)
    {
        var province = row.ParentCode is { } code ? _rows.GetValueOrDefault(code) ?? row : row;
        if (row.Population is { } people
            && CouncilStrength.Of(_strength, row.Kind, province.Code, province.Kind == UnitKind.CentralCity, row.IsMountainOrIsland, people) is { } total)
        {
            _db.Add(new DelegateTotal { Id = Guid.CreateVersion7(), CouncilId = councilId, From = begins, Total = total, Basis = CouncilStrength.Basis });
        }
    }
}
