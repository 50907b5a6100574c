using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision.Figures;

/// <summary>One cell: a figure or share in words, and the list behind it.</summary>
public sealed record FigureCell(string Text, string? Href = null, bool IsLate = false);

public sealed record FigureRow(string Name, string? Href, IReadOnlyList<FigureCell> Cells);

/// <summary>A table of figures; titles are codes of texts.</summary>
public sealed record FigureTable(string Title, string What, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows);

/// <summary>Addresses of the lists behind figures of one place and period.</summary>
public sealed record FigureLinks(string Place, string Period)
{
    public string Supervisions(string which) => $"{SupervisionLinks.List}?{Place}&{which}{Period}";

    /// <summary>What is late is late whatever the period.</summary>
    public string NotDone(string which) => $"{SupervisionLinks.List}?{Place}&{which}";

    public string Recommendations(string which) => $"{SupervisionLinks.Recommendations}?{Place}&{which}{Period}";

    public FigureLinks At(string address, bool subtree) => this with { Place = $"council={Uri.EscapeDataString(address)}{(subtree ? "&subtree=true" : "")}" };
}

/// <summary>Puts the figures of supervision into tables, each figure with the list behind it.</summary>
public sealed class FigureTables(TextTable texts, FigureLinks links)
{
    private static readonly string[] Done = ["supervisions.figures.planned", "supervisions.figures.held", "supervisions.figures.withoutReport"];

    public IReadOnlyList<(string Text, long N, string Href)> NotDone(NotDoneFigures f) =>
    [
        ("supervision.late.hold", f.NotHeld, links.NotDone("notDone=hold")),
        ("supervision.late.report", f.WithoutReport, links.NotDone("notDone=report")),
        ("supervision.late.conclude", f.WithoutConclusion, links.NotDone("notDone=conclude")),
        ("recommendation.late", f.RecommendationsOverdue, $"{SupervisionLinks.Recommendations}?{links.Place}&overdue=true"),
        ("briefing.late", f.BriefingsMissing, $"{SupervisionLinks.Briefings}?{links.Place}&missing=true"),
    ];

    /// <param name="isWhole">Councils of several tiers are summed up.</param>
    public IReadOnlyList<FigureTable> Of(SupervisionFigures f, bool isWhole) =>
    [
        new("supervisions.figures.byKind", "supervisions.kind", Done, [.. f.ByKind.Select(k => Row(texts["supervision.kind." + k.Key], $"kind={k.Key}", k.Value)), Row(texts["supervisions.figures.total"], "", f.All)]),
        new("supervisions.figures.bySubject", "supervisions.subject", Done, [.. f.BySubject.Select(s => Row(texts["supervision.subject." + s.Key], $"subject={s.Key}", s.Value))]),
        .. isWhole ? [new("supervisions.figures.byTier", "supervisions.figures.tier", Done, [.. f.ByTier.Select(t => Row(texts["supervisions.figures.tier." + t.Key], $"tier={t.Key}", t.Value))])] : Array.Empty<FigureTable>(),
        Recommendations(f.Recommendations),
        Quality(f.Quality),
    ];

    /// <summary>Councils in the order of their names, the median of each tier after them; a place without a figure has no share.</summary>
    public FigureTable Places(IReadOnlyList<(CouncilName Council, string Address, PlaceFigures Figures, NotDoneFigures? Late)> places, bool subtree, string period)
    {
        var rows = places.Select(p => Place(p.Council.Name, p.Address, p.Figures, p.Late, subtree, period));
        var medians = places.GroupBy(p => p.Council.Tier).Where(g => g.Count() > 1).Select(g => Median(g.Key, SupervisionShares.Median(g.Select(p => p.Figures.Shares))));

        return new FigureTable(
            "supervisions.figures.byPlace",
            "supervisions.council",
            [
                .. Done, "supervisions.figures.share.held", "supervisions.figures.share.reported", "supervisions.figures.share.onTime", "supervisions.figures.share.evidence",
                "supervisions.figures.made", "supervisions.figures.share.named", "supervisions.figures.share.done", "supervisions.figures.notDone",
            ],
            [.. rows, .. medians]);
    }

    private FigureRow Place(string name, string address, PlaceFigures f, NotDoneFigures? late, bool subtree, string period)
    {
        var at = links.At(address, subtree);

        return new FigureRow(
            name,
            $"{SupervisionLinks.Figures}?{at.Place}{period}",
            [
                .. Cells(at, "", f.Supervisions),
                Share(f.Shares.Held),
                Share(f.Shares.Reported),
                Share(f.Shares.OnTime, at.Supervisions("onTime=false")),
                Share(f.Shares.Evidence, at.Supervisions("evidence=false")),
                new FigureCell(Ui.Number(f.Made), at.Recommendations("made=true")),
                Share(f.Shares.Named, at.Recommendations("named=false")),
                Share(f.Shares.Done),
                new FigureCell(Ui.Number(late?.Total ?? 0), $"{SupervisionLinks.Figures}?{at.Place}#not-done", IsLate: true),
            ]);
    }

    private FigureRow Median(Tier tier, SupervisionShares median) => new(
        texts["supervisions.figures.median." + Words.CodeOf(tier)],
        null,
        [new("–"), new("–"), new("–"), Share(median.Held), Share(median.Reported), Share(median.OnTime), Share(median.Evidence), new("–"), Share(median.Named), Share(median.Done), new("–")]);

    private FigureTable Recommendations(RecommendationFigures f) => new(
        "supervisions.figures.recommendations",
        "recommendations.field.outcome",
        ["supervisions.figures.number"],
        [
            new(texts["supervisions.figures.made"], null, [new(Ui.Number(f.Made), links.Recommendations("made=true"))]),
            .. f.ByOutcome.Where(o => o.Key != "overdue").Select(o => new FigureRow(texts["recommendation.outcome." + o.Key], null, [new(Ui.Number(o.Value), links.Recommendations($"outcome={o.Key}"))])),
            new(texts["recommendation.outcome.overdue"], null, [new(Ui.Number(f.Overdue), $"{SupervisionLinks.Recommendations}?{links.Place}&overdue=true", IsLate: true)]),
        ]);

    /// <summary>Quality beside number: how many are good of how many, and those that are not.</summary>
    private FigureTable Quality(SupervisionQuality q) => new(
        "supervisions.figures.quality",
        "supervisions.figures.quality.what",
        ["supervisions.figures.quality.all", "supervisions.figures.quality.good", "supervisions.figures.quality.bad", "supervisions.figures.quality.share"],
        [
            QualityRow("onTime", q.OnTime, links.Supervisions),
            QualityRow("evidence", q.Evidence, links.Supervisions),
            QualityRow("named", q.Named, links.Recommendations),
        ]);

    private FigureRow QualityRow(string what, QualityFigure f, Func<string, string> list) =>
        new(texts["supervisions.figures.quality." + what], null, [new(Ui.Number(f.All)), new(Ui.Number(f.Good), list($"{what}=true")), new(Ui.Number(f.Bad), list($"{what}=false")), Share(f.Share)]);

    private FigureRow Row(string name, string which, PlannedAndHeld f) => new(name, null, [.. Cells(links, which, f)]);

    private static IEnumerable<FigureCell> Cells(FigureLinks at, string which, PlannedAndHeld f)
    {
        var and = which.Length == 0 ? "" : "&" + which;
        yield return new FigureCell(Ui.Number(f.Planned), at.Supervisions("planned=true" + and));
        yield return new FigureCell(Ui.Number(f.Held), at.Supervisions("held=true" + and));
        yield return new FigureCell(Ui.Number(f.WithoutReport), at.Supervisions("withoutReport=true" + and));
    }

    private static FigureCell Share(double? share, string? href = null) => new(share is { } known ? known.ToString("P0", CultureInfo.CurrentUICulture) : "–", share is < 1 ? href : null);
}
