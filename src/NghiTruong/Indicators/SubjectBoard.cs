using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Coverage;
using NghiTruong.Database;

namespace NghiTruong.Indicators;

/// <summary>A delegate or a body as its board is headed.</summary>
/// <param name="Code">Human code, where it has one.</param>
/// <param name="Members">Of a body: the delegates who belong to it today; empty for others.</param>
public sealed record SubjectCard(string Name, string? Code, Guid CouncilId, Guid ProvinceId, IReadOnlyList<Guid> Members);

/// <summary>Whoever keeps subjects tells who one of them is.</summary>
public interface ISubjectTeller
{
    /// <summary>One of <see cref="CoverageSubjects"/>.</summary>
    string Subject { get; }

    /// <returns>Null where there is none.</returns>
    Task<SubjectCard?> ReadAsync(Db db, Guid id, DateOnly today, CancellationToken ct);
}

/// <summary>What one subject has done of one thing: the running period last.</summary>
/// <param name="Median">The middle one of its kind (same tier and group) in its province; null where it stands alone.</param>
public sealed record SubjectFigure(CoverageKind Kind, IReadOnlyList<CoverageLine> Periods, int? Median)
{
    public CoverageLine Running => Periods[^1];
}

/// <summary>How far the members of a body are with one thing, and who of them is still to do it.</summary>
public sealed record MembersFigure(CoverageKind Kind, int Done, int Total, IReadOnlyList<CoverageLine> Missing);

/// <summary>The board of one delegate or body.</summary>
public sealed record SubjectBoard(SubjectCard Card, IReadOnlyList<SubjectFigure> Figures, IReadOnlyList<MembersFigure> Members);

/// <summary>Reads the board of a delegate or a body from the lines that are counted upon: a few rows by the subject's own index.</summary>
public sealed class SubjectBoardReader(IDbContextFactory<Db> contexts, IEnumerable<CoverageKind> coverage, IEnumerable<ISubjectTeller> tellers, TimeProvider clock)
{
    private const int Periods = 6;

    /// <returns>Null where there is no such subject, or its council's figures are not the person's to see.</returns>
    public async Task<SubjectBoard?> ReadAsync(string subject, Guid id, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (tellers.FirstOrDefault(t => t.Subject == subject) is not { } teller || await teller.ReadAsync(db, id, clock.Today, ct) is not { } card
            || acting.CapacityFor<ReadIndicators>(card.CouncilId, card.ProvinceId) is null)
        {
            return null;
        }

        var lines = (await db.Set<CoverageLine>().AsNoTracking().Where(l => l.SubjectId == id).ToListAsync(ct)).ToLookup(l => l.Kind);
        List<SubjectFigure> figures = [];
        foreach (var kind in coverage.Where(k => k.Subject == subject && lines.Contains(k.Code)))
        {
            List<CoverageLine> periods = [.. lines[kind.Code].OrderBy(l => l.PeriodFrom).TakeLast(Periods)];
            figures.Add(new SubjectFigure(kind, periods, await MedianAsync(db, periods[^1], ct)));
        }

        return new SubjectBoard(card, figures, await MembersAsync(db, card.Members, ct));
    }

    private static async Task<int?> MedianAsync(Db db, CoverageLine line, CancellationToken ct)
    {
        var same = db.Set<CoverageLine>().Where(l => l.Kind == line.Kind && l.PeriodFrom == line.PeriodFrom && l.ProvinceId == line.ProvinceId && l.Tier == line.Tier && l.Grp == line.Grp);
        var count = await same.CountAsync(ct);

        return count < 2 ? null : await same.OrderBy(l => l.Done).ThenBy(l => l.SubjectId).Skip((count - 1) / 2).Select(l => l.Done).FirstAsync(ct);
    }

    private async Task<IReadOnlyList<MembersFigure>> MembersAsync(Db db, IReadOnlyList<Guid> members, CancellationToken ct)
    {
        var today = clock.Today;
        var lines = (await db.Set<CoverageLine>().AsNoTracking().Where(l => members.Contains(l.SubjectId) && l.PeriodFrom <= today && l.PeriodTo >= today).ToListAsync(ct)).ToLookup(l => l.Kind);

        return
        [
            .. coverage.Where(k => lines.Contains(k.Code))
                .Select(k => new MembersFigure(k, lines[k.Code].Count(l => !l.IsMissing), lines[k.Code].Count(), [.. lines[k.Code].Where(l => l.IsMissing).OrderBy(l => l.SortKey, StringComparer.Ordinal)])),
        ];
    }
}
