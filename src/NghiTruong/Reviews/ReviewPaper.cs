using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Letters;
using NghiTruong.Schemes;

namespace NghiTruong.Reviews;

/// <summary>Báo cáo sơ kết, thông báo as Word in the form of Decree 30/2020/NĐ-CP: the frozen figures as a table with drawn bars, then what was written of each target; where each figure is from as an annex.</summary>
public sealed class ReviewPaper(FormTexts form) : ILetterContent
{
    public const string KindCode = "reviews.report";

    private const string TableName = "SoLieu";

    /// <summary>How many blocks a bar of 100 % has.</summary>
    private const int BarLength = 20;

    private static readonly string[] Columns = ["STT", "NoiDung", "ChiTieu", "ThucHien", "KetQua", "NguonSoLieu"];

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["KyBaoCao", "TenDeAn"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableName] = Columns };

    public string DefaultAbstract(OfficialLetter? about) => form["form.review.kind"];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct) =>
        await db.Set<Review>().AsNoTracking().FirstOrDefaultAsync(r => r.LetterId == letter.Id, ct) is { } review
            ? Content(await ReviewReader.FillAsync(db, new ReviewView(review, false), ct))
            : new LetterContent { Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] };

    internal LetterContent Content(ReviewView view)
    {
        var (r, measured) = (view.Review, view.Figures.Where(f => f.Unit is not null).ToList());

        return new LetterContent
        {
            Title = new DocumentTitle(form[r.Kind == ReviewKind.Scheme ? "form.review.kind" : "form.review.noticeKind"], r.Title),
            Body = [.. Whole(view), .. Figures(view, "form.review.figures", false), .. Figures(view, "form.review.counted", true), .. Chart(measured), .. Texts(view), .. Next(view)],
            Annexes = measured.Count == 0 ? [] : [Sources(view, measured)],
            AlsoTo = [form.Unfold(r.RecipientName), .. r.Kind == ReviewKind.Scheme ? new[] { form["form.review.party"], form["form.review.delegates"] } : []],
            Values = new Dictionary<string, string?> { ["KyBaoCao"] = r.Period.Key, ["TenDeAn"] = view.Scheme?.NumberAndTitle },
            Tables = new Dictionary<string, TemplateTable>
            {
                [TableName] = new(Columns, [.. measured.Select((f, i) => (IReadOnlyDictionary<string, string?>)Columns.Zip([$"{i + 1}", f.Title, Amount(f.Goal, f.Unit), Say(f), Status(f), f.Source ?? ""]).ToDictionary(p => p.First, p => (string?)p.Second))]),
            },
        };
    }

    private IEnumerable<Block> Whole(ReviewView view)
    {
        if (view.Scheme is { } scheme)
        {
            yield return new ParagraphBlock(form["form.review.opening", form["scheme.kind." + NghiTruong.Texts.TextCode.Of(scheme.Kind)], scheme.Number, form.Day(scheme.IssuedOn), scheme.IssuedBy, scheme.Title]);
        }

        var nodes = view.Figures.Where(f => f.Outcome is not null).ToList();
        var within = nodes.Count(f => f.Outcome != NodeOutcome.OutsideAuthority);
        if (within > 0)
        {
            yield return new ParagraphBlock(form[
                "form.review.carried", within, nodes.Count(f => f.Outcome == NodeOutcome.Concretised), Share(nodes.Count(f => f.Outcome == NodeOutcome.Concretised), within), nodes.Count(f => f.Outcome == NodeOutcome.OutsideAuthority)]);
        }

        foreach (var block in view.TextOf("") is { } text ? FormTexts.Paragraphs(text.Done) : [])
        {
            yield return block;
        }
    }

    private IEnumerable<Block> Figures(ReviewView view, string heading, bool counted)
    {
        List<ReviewFigure> measured = [.. view.Figures.Where(f => f.Unit is not null && f.Origin == ReviewFigureOrigin.Indicator == counted)];
        if (measured.Count == 0)
        {
            yield break;
        }

        yield return HeadingBlock.Part(form[heading, form.Day(view.Review.FrozenOn)]);
        yield return new TableBlock(
            [
                new GridColumn(form["form.review.no"], 7, TextAlign.Centre), new GridColumn(form["form.review.what"], 47), new GridColumn(form["form.review.goal"], 14, TextAlign.Right),
                new GridColumn(form["form.review.now"], 19, TextAlign.Right), new GridColumn(form["form.review.state"], 13, TextAlign.Centre),
            ],
            [.. measured.Select((f, i) => GridRow.Of($"{i + 1}", f.Title, Amount(f.Goal, f.Unit), Say(f), Status(f)))]);
    }

    /// <summary>Bars drawn in a table, so that they print and can be edited like any text.</summary>
    private IEnumerable<Block> Chart(List<ReviewFigure> measured)
    {
        var shares = measured.Where(f => f.Measured is { IsRatio: true, Amount: not null }).ToList();
        if (shares.Count == 0)
        {
            yield break;
        }

        yield return HeadingBlock.Part(form["form.review.chart"]);
        yield return new TableBlock(
            [new GridColumn(form["form.review.what"], 38), new GridColumn(form["form.review.bar"], 46), new GridColumn("%", 16, TextAlign.Right)],
            [.. shares.Select(f => GridRow.Of(f.Title, Bar(f.Measured.Amount!.Value), VietnameseNumber.Format(f.Measured.Amount!.Value)))]);
    }

    private IEnumerable<Block> Texts(ReviewView view)
    {
        var written = view.Figures.Where(f => view.TextOf(f.Key) is { IsEmpty: false }).ToList();
        if (written.Count == 0 && view.TextOf("") is not { } whole)
        {
            yield break;
        }

        yield return HeadingBlock.Part(form["form.review.each"]);
        foreach (var f in written)
        {
            yield return HeadingBlock.Section(f.Title);
            foreach (var block in Said(view.TextOf(f.Key)!, true))
            {
                yield return block;
            }
        }

        foreach (var block in view.TextOf("") is { } all ? Said(all, false) : [])
        {
            yield return block;
        }
    }

    private IEnumerable<Block> Said(ReviewText text, bool withDone)
    {
        foreach (var (label, said) in new[] { ("done", withDone ? text.Done : null), ("notYet", text.NotYet), ("causes", text.Causes) })
        {
            if (!string.IsNullOrWhiteSpace(said))
            {
                yield return new ParagraphBlock(new TextSpan(form["form.review." + label] + " ", Bold: true), said.ReplaceLineEndings(" "));
            }
        }
    }

    private IEnumerable<Block> Next(ReviewView view)
    {
        List<string> next = [.. view.Figures.Select(f => view.TextOf(f.Key)?.Next).Append(view.TextOf("")?.Next).OfType<string>().SelectMany(t => t.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        if (next.Count > 0)
        {
            yield return HeadingBlock.Part(form["form.review.next"]);
            yield return new ListBlock(next);
        }
    }

    private Annex Sources(ReviewView view, List<ReviewFigure> measured) => new(form["form.review.sources"], [
        new TableBlock(
            [
                new GridColumn(form["form.review.no"], 7, TextAlign.Centre), new GridColumn(form["form.review.what"], 34), new GridColumn(form["form.review.parts"], 17, TextAlign.Right), new GridColumn(form["form.review.asOf"], 15, TextAlign.Centre),
                new GridColumn(form["form.review.source"], 27),
            ],
            [.. measured.Select((f, i) => GridRow.Of($"{i + 1}", f.Title, SchemeProgressDesk.Say(f.Measured), f.AsOf is { } day ? OfficialDate.Short(day) : "", f.Source ?? ""))]),
        new ParagraphBlock(form["form.review.frozen", form.Day(view.Review.FrozenOn), view.Review.Edition, view.Review.Code]),
    ]);

    private string Say(ReviewFigure f) => f.Measured switch
    {
        { IsNothing: true } => form["scheme.status.noValue"],
        { Amount: null } => form["scheme.status.noBasis"],
        { IsRatio: true } m => $"{VietnameseNumber.Format(m.Amount!.Value)} %",
        var m => SchemeProgressDesk.Say(m),
    };

    private string Status(ReviewFigure f) => f.Status is NodeStatus.NoValue or NodeStatus.NoBasis ? "" : form["scheme.status." + NghiTruong.Texts.TextCode.Of(f.Status)];

    private static string Amount(decimal? amount, string? unit) => amount is { } value ? $"{VietnameseNumber.Format(value)} {unit}".Trim() : "";

    private static string Share(int part, int whole) => string.Create(CultureInfo.GetCultureInfo("vi"), $"{part * 100m / whole:0.#} %");

    private static string Bar(decimal share)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 100) * BarLength / 100, MidpointRounding.AwayFromZero);

        return new string('█', full) + new string('░', BarLength - full);
    }
}
