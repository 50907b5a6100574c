using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Supervision;

/// <summary>The programme of a council for a year: what is proposed, what was decided by which paper, and where proposals overlap.</summary>
/// <param name="Overlaps">Of each proposal that has any, by its code.</param>
public sealed record ProgrammeView(
    int Year, IReadOnlyList<SupervisionProgramme> Programmes, IReadOnlyList<SupervisionRow> Rows, IReadOnlyDictionary<string, IReadOnlyList<ProgrammeOverlap>> Overlaps)
{
    public IEnumerable<SupervisionRow> Proposed => Rows.Where(r => r.State == SupervisionState.Proposed);

    /// <summary>The decided programme of one subject and body; null while it has none.</summary>
    public SupervisionProgramme? Of(SupervisionSubject subject, Guid? body) => Programmes.FirstOrDefault(p => p.Subject == subject && p.BodyId == body);
}

/// <summary>Reads a programme within what the person may see.</summary>
public sealed class ProgrammeReader(IDbContextFactory<Db> contexts)
{
    public async Task<ProgrammeView> ReadAsync(Guid councilId, int year, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var themes = await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db)
            .Where(s => s.CouncilId == councilId && s.Year <= year && s.Year >= year - ProgrammeOverlaps.YearsBack && s.State != SupervisionState.Cancelled)
            .Select(s => new ProgrammeTheme(s.Code, s.Theme, s.Field, s.Year, s.Subject, s.BodyId))
            .ToListAsync(ct);
        var rows = await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db)
            .Where(s => s.CouncilId == councilId && s.Year == year && !s.IsUnplanned)
            .OrderBy(s => s.Subject).ThenBy(s => s.BodyId).ThenBy(s => s.PlannedFrom).ThenBy(s => s.Id)
            .Select(SupervisionList.Row)
            .ToListAsync(ct);
        // The number of a programme is told to whoever sees something in it.
        var programmes = rows.Count == 0 ? [] : await db.Set<SupervisionProgramme>().AsNoTracking().Where(p => p.CouncilId == councilId && p.Year == year).ToListAsync(ct);
        var overlaps = rows.Where(r => r.State == SupervisionState.Proposed)
            .Select(r => (r.Code, Found: ProgrammeOverlaps.Of(themes.First(t => t.Code == r.Code), themes)))
            .Where(o => o.Found.Count > 0)
            .ToDictionary(o => o.Code, o => o.Found, StringComparer.Ordinal);

        return new ProgrammeView(year, programmes, rows, overlaps);
    }
}
