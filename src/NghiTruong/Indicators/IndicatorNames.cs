using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Indicators;

/// <summary>A record or a name behind a figure.</summary>
/// <param name="Subject">Kind as links name it: <c>petition</c>, <c>delegate</c>, <c>council</c>, <c>body</c>.</param>
/// <param name="Code">Of records; null for names.</param>
/// <param name="Done">For names: how often so far, of how often.</param>
public sealed record BehindRow(string Subject, Guid Id, string? Code, string Title, Guid CouncilId, DateOnly? Day, int? Done, int? Needed);

/// <summary>A page of what stands behind a figure.</summary>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record BehindPage(IReadOnlyList<BehindRow> Rows, string? Next)
{
    /// <summary>The figure may be read here, the records behind it may not: they stay with the council that keeps them.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>Who or what is missing from an indicator, and what was counted: the records behind any figure, page by page, within what the person may see.</summary>
public sealed class IndicatorNames(IDbContextFactory<Db> contexts, IEnumerable<CoverageKind> coverage, IEnumerable<CountedRecords> records, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="missing">Those of the base that are not counted; false for those that are.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <returns>Null when the indicator or the place is not there for the person.</returns>
    public async Task<BehindPage?> PageAsync(string code, SummaryAddress place, DateOnly? day, bool missing, string? after, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await place.Place.WithinAsync(db, acting.ScopeOf<ReadIndicators>(), new CountQuery([]), ct);
        if (query.IsEmpty || await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, ct) is not { } indicator)
        {
            return null;
        }

        var on = day ?? clock.Today;

        return coverage.FirstOrDefault(k => indicator.Rule.Kinds is [var only] && only == k.CountKind) is { } kind
            ? await OfCoverageAsync(db, indicator, kind, query, on, missing, after, ct)
            : await OfRecordsAsync(db, indicator, place, on, missing, after, acting, ct);
    }

    private static async Task<BehindPage> OfCoverageAsync(Db db, Indicator indicator, CoverageKind kind, CountQuery place, DateOnly on, bool missing, string? after, CancellationToken ct)
    {
        var groups = indicator.Rule.Base.FirstOrDefault(c => c.Dimension == CountDimensions.Field)?.Values;
        var from = CoveragePeriod.Of(kind.Cadence, on).From;
        var last = after is null || !Guid.TryParse(after, out var id) ? null : await CoverageList.RowAsync(db, kind.Code, from, id, ct);
        var rows = await CoverageList.PageAsync(db, kind.Code, from, place, missing, groups, last, PageSize + 1, ct);

        return Page([.. rows.Select(r => new BehindRow(kind.Subject, r.SubjectId, null, r.Name, r.CouncilId, null, r.Done, r.Needed))]);
    }

    private async Task<BehindPage> OfRecordsAsync(Db db, Indicator indicator, SummaryAddress place, DateOnly on, bool missing, string? after, Acting acting, CancellationToken ct)
    {
        var (days, rule, isClosed) = (indicator.DaysOf(on, clock.Today), indicator.Rule, true);
        List<BehindRow> rows = [];
        foreach (var source in records.Where(r => rule.Kinds.Contains(r.Kind) && r.Sql.Length > 0))
        {
            var within = await place.Place.WithinAsync(db, source.ReadBy(acting), new CountQuery([]), ct);
            if (!within.IsEmpty)
            {
                isClosed = false;
                rows.AddRange(await RecordsBehind.ReadAsync(db, source, rule, within, days, missing, after, PageSize + 1, ct));
            }
        }

        return Page([.. rows.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Take(PageSize + 1)]) with { IsClosed = isClosed };
    }

    private static BehindPage Page(IReadOnlyList<BehindRow> rows) =>
        rows.Count <= PageSize ? new BehindPage(rows, null) : new BehindPage([.. rows.Take(PageSize)], RecordsBehind.Cursor(rows[PageSize - 1]));
}
