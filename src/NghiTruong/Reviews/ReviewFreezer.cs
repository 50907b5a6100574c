using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Indicators;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Texts;

namespace NghiTruong.Reviews;

/// <summary>Takes the figures of a period as they stand at this moment, each with its day and source; what is entered afterwards changes the next edition, not this one.</summary>
public sealed class ReviewFreezer(IndicatorReader indicators, TextTable texts)
{
    /// <returns>How many figures were frozen.</returns>
    internal async Task<int> FreezeAsync(Work work, Review review, CancellationToken ct)
    {
        (review.Edition, review.FrozenOn) = (review.Edition + 1, work.Today);
        List<ReviewFigure> figures = [];
        if (review.SchemeId is { } scheme)
        {
            figures.AddRange(await NodesAsync(work.Db, review, scheme, ct));
            figures.AddRange(await RollOutsAsync(work, review, scheme, figures.Count, ct));
        }

        figures.AddRange(await IndicatorsAsync(work, review, figures.Count, ct));
        work.Db.AddRange(figures);

        return figures.Count;
    }

    private async Task<List<ReviewFigure>> NodesAsync(Db db, Review review, Guid scheme, CancellationToken ct)
    {
        var tree = await SchemeSums.TreeAsync(db, scheme, review.Period, ct);
        var uppers = tree.Select(n => n.Node.UpperNodeId).OfType<Guid>().ToList();
        var codes = await db.Set<SchemeNode>().Where(n => uppers.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Code, ct);

        return [.. tree.Select((n, i) => new ReviewFigure
        {
            Id = Guid.CreateVersion7(),
            ReviewId = review.Id,
            Edition = review.Edition,
            Ordinal = i,
            Origin = ReviewFigureOrigin.Node,
            Key = n.Node.Code,
            UpperKey = n.Node.UpperNodeId is { } upper ? codes.GetValueOrDefault(upper) : null,
            Title = n.Node.Title,
            NodeKind = n.Node.Kind,
            Value = n.Progress.Total.IsRatio ? null : n.Progress.Total.Value,
            Numerator = n.Progress.Total.Numerator,
            Denominator = n.Progress.Total.Denominator,
            Unit = n.Node.Measure == NodeMeasure.None ? null : n.Progress.Total.Unit ?? n.Node.Unit,
            Goal = n.Progress.Goal,
            Status = n.Progress.Status,
            Outcome = n.Node.Outcome,
            AsOf = n.Progress.Own?.AsOf ?? (n.Progress.Lower.Given > 0 && n.Node.SumsBelow ? review.FrozenOn : null),
            Source = Source(n),
        })];
    }

    private string? Source(NodeView n)
    {
        var own = n.Progress.Own?.Source ?? n.Node.DataSource;

        return n.Progress.Below is { Counted: > 0 } below ? $"{own}; {texts["review.source.below", below.Counted, n.Progress.Lower.Nodes]}".TrimStart(';', ' ') : own;
    }

    /// <summary>What the records themselves say of the period, of a province with all its communes: nobody types it.</summary>
    private async Task<List<ReviewFigure>> IndicatorsAsync(Work work, Review review, int from, CancellationToken ct)
    {
        var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == review.CouncilId, ct);
        var until = review.Period.Last < work.Today ? review.Period.Last : work.Today;
        var figures = await indicators.OverAsync(work.Db, council, new DaySpan(review.Period.First, until), ct);

        return [.. figures.Select((f, i) => new ReviewFigure
        {
            Id = Guid.CreateVersion7(),
            ReviewId = review.Id,
            Edition = review.Edition,
            Ordinal = from + i,
            Origin = ReviewFigureOrigin.Indicator,
            Key = f.Indicator.Code,
            Title = f.Indicator.Vietnamese,
            Numerator = f.Numerator,
            Denominator = f.Denominator,
            Unit = "%",
            Goal = f.Target,
            Status = SchemeFigures.Judge(new Measured(null, f.Numerator, f.Denominator, "%"), f.Target, NodeDirection.Higher),
            AsOf = until,
            Source = texts["review.source.counted", OfficialDate.Short(f.Days.From), OfficialDate.Short(f.Days.To)],
        })];
    }

    /// <summary>Roll-outs of the document over all their units; of the upper one's the steps of this council.</summary>
    private static async Task<List<ReviewFigure>> RollOutsAsync(Work work, Review review, Guid scheme, int from, CancellationToken ct)
    {
        var (db, council, top) = (work.Db, review.CouncilId, review.TopSchemeId);
        var steps = await (
            from step in db.Set<RollOutStep>()
            join rollOut in db.Set<RollOut>() on step.RollOutId equals rollOut.Id
            where rollOut.SchemeId == scheme || (top != null && rollOut.SchemeId == top)
            orderby rollOut.Code, step.Ordinal
            select new { Step = step, RollOut = rollOut }).AsNoTracking().ToListAsync(ct);
        List<ReviewFigure> figures = [];
        foreach (var s in steps)
        {
            var tasks = db.Set<RollOutTask>().Where(t => t.StepId == s.Step.Id && !t.IsMerged && (s.RollOut.CouncilId == council || t.CouncilId == council));
            var (all, done) = (await tasks.CountAsync(ct), await tasks.CountAsync(t => t.DoneOn != null, ct));
            if (all > 0)
            {
                figures.Add(new ReviewFigure
                {
                    Id = Guid.CreateVersion7(), ReviewId = review.Id, Edition = review.Edition, Ordinal = from + figures.Count, Origin = ReviewFigureOrigin.RollOut, Key = $"{s.RollOut.Code}/{s.Step.StepCode}", Title = $"{s.RollOut.Title}: {s.Step.Name}",
                    Numerator = done, Denominator = all, Unit = "%", Goal = 100, Status = SchemeFigures.Judge(new Measured(null, done, all, "%"), 100, NodeDirection.Higher), AsOf = work.Today, Source = s.RollOut.Code,
                });
            }
        }

        return figures;
    }
}
