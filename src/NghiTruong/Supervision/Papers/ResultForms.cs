using System.Globalization;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;

namespace NghiTruong.Supervision.Papers;

/// <summary>
/// Báo cáo kết quả giám sát, assembled from the records: how it was done, results and shortcomings with each finding and its evidence, assessment, recommendations with agency,
/// product and date; the recommendations again as a table in the annex.
/// </summary>
public sealed class SupervisionReport(FormTexts form) : PaperForm(form)
{
    public override SupervisionPaperKind Paper => SupervisionPaperKind.Report;

    protected override LetterContent Compose(PaperMatter m, OfficialLetter letter)
    {
        var s = m.Supervision;

        return new LetterContent
        {
            Title = Titled(letter, s.Subject),
            Body =
            [
                new ParagraphBlock(Form["form.supervision.Report.opening", DecisionOf(m), m.Organ, s.Theme]),
                HeadingBlock.Part(Form["form.supervision.Report.how"]),
                .. How(m),
                HeadingBlock.Part(Form["form.supervision.Report.results"]),
                .. Said(s.Results),
                .. Findings(m, FindingKind.Achieved),
                HeadingBlock.Part(Form["form.supervision.Report.shortcomings"]),
                HeadingBlock.Section(Form["form.supervision.Report.lacking"]),
                .. Said(s.Shortcomings),
                .. Findings(m, FindingKind.Shortcoming),
                HeadingBlock.Section(Form["form.supervision.Report.causes"]),
                .. Findings(m, FindingKind.Cause).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank)),
                HeadingBlock.Part(Form["form.supervision.Report.assessment"]),
                .. Said(s.Assessment),
                HeadingBlock.Part(Form["form.supervision.Report.recommendations"]),
                .. RecommendationLines.Of(m, Form),
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(Form["form.supervision.Report.close", m.Organ]),
            ],
            Annexes = m.Recommendations.Count > 0 ? [new Annex(Form["form.supervision.annex.recommendations"], [PaperTables.RecommendationTable(m, Form)]) { Landscape = true }] : [],
        };
    }

    private IEnumerable<Block> How(PaperMatter m)
    {
        var s = m.Supervision;
        yield return new ParagraphBlock(Form["form.supervision.Report.how.about", (s.Content ?? s.Theme).TrimEnd('.'), (s.Scope ?? DecreeForm.Blank).TrimEnd('.')]);
        yield return new ParagraphBlock(Form["form.supervision.Report.how.team", m.Team.FirstOrDefault(t => t.Role == TeamRole.Head)?.Name ?? DecreeForm.Blank, m.Team.Count]);
        yield return new ParagraphBlock(Form["form.supervision.Report.how.bodies", m.Bodies.Count, string.Join("; ", m.Bodies.Select(b => b.Name)), m.Bodies.Count(b => b.HandedInOn is not null)]);
        if (m.Visits.Count > 0)
        {
            yield return new ParagraphBlock(Form["form.supervision.Report.how.visits", m.Visits.Count]);
            yield return new ListBlock([.. m.Visits.Select(v => Form["form.supervision.Report.visit", Form.Day(v.On), v.Place])]);
        }
    }

    /// <summary>A finding stands with what it rests on; without evidence there is none in the house.</summary>
    private IEnumerable<Block> Findings(PaperMatter m, FindingKind kind)
    {
        var found = m.Findings.Where(f => f.Kind == kind).ToList();

        return found.Count == 0 ? [] : [new ListBlock([.. found.Select(f => $"{f.Text.TrimEnd('.')} ({EvidenceOf(m, f)})")])];
    }

    private string EvidenceOf(PaperMatter m, SupervisionFinding finding)
    {
        var visit = m.Visits.FirstOrDefault(v => v.Id == finding.VisitId);
        var paper = m.Papers.FirstOrDefault(p => p.Id == finding.PaperId);

        return string.Join("; ", new[]
        {
            finding.Evidence?.TrimEnd('.'),
            visit is null ? null : Form["form.supervision.evidence.visit", visit.Place, Form.Day(visit.On)],
            paper is null ? null : Form["form.supervision.evidence.paper", paper.Number ?? paper.Title ?? "", Form.Day(paper.On)],
            finding.PetitionCode is null ? null : Form["form.supervision.evidence.petition", finding.PetitionCode],
        }.Where(e => !string.IsNullOrEmpty(e)));
    }
}

/// <summary>Thông báo kết luận (nghị quyết của HĐND): assessment in short, and what each agency must do by when. Law 121/2025/QH15 Art 40.</summary>
public sealed class SupervisionConclusion(FormTexts form) : PaperForm(form)
{
    public override SupervisionPaperKind Paper => SupervisionPaperKind.Conclusion;

    protected override LetterContent Compose(PaperMatter m, OfficialLetter letter)
    {
        var s = m.Supervision;
        var report = m.Newest(SupervisionPaperKind.Report);
        var (number, day) = (s.ReportNumber ?? report?.Number ?? DecreeForm.Blank, Form.Day(s.ReportedOn ?? report?.On));

        return new LetterContent
        {
            ByCouncil = m.ByCouncil,
            Title = m.ByCouncil ? new DocumentTitle(Form[Code(s.Subject, "title")], Capital(letter.Abstract), m.Organ.ToUpperInvariant()) : Titled(letter, s.Subject),
            Body = m.ByCouncil ? [.. Resolution(m, letter, number, day)] : [.. Notice(m, letter, number, day)],
            Annexes = m.Recommendations.Count > 0 ? [new Annex(Form["form.supervision.annex.recommendations"], [PaperTables.RecommendationTable(m, Form)]) { Landscape = true }] : [],
        };
    }

    private IEnumerable<Block> Notice(PaperMatter m, OfficialLetter letter, string number, string day) =>
    [
        new ParagraphBlock(Form["form.supervision.Conclusion.opening", number, day, m.Supervision.Theme, m.Organ]),
        HeadingBlock.Part(Form["form.supervision.Report.assessment"]),
        .. Said(m.Supervision.Assessment),
        HeadingBlock.Part(Form["form.supervision.Report.lacking"]),
        .. Said(m.Supervision.Shortcomings),
        HeadingBlock.Part(Form["form.supervision.Report.recommendations"]),
        .. RecommendationLines.Of(m, Form),
        .. FormTexts.Paragraphs(letter.Text),
        new ParagraphBlock(Form["form.supervision.Conclusion.close", m.Organ]),
    ];

    private IEnumerable<Block> Resolution(PaperMatter m, OfficialLetter letter, string number, string day) =>
    [
        .. Bases(m, letter),
        ParagraphBlock.Basis(Form["form.supervision.Conclusion.considering", number, day]),
        ParagraphBlock.Centred(Form["form.supervision.Conclusion.resolves"]),
        new ArticleBlock(Form["form.supervision.Conclusion.endorse", m.Supervision.Theme]),
        .. Said(m.Supervision.Assessment),
        new ArticleBlock(Form["form.supervision.Conclusion.charge"]),
        .. RecommendationLines.Of(m, Form),
        .. FormTexts.Paragraphs(letter.Text),
        new ArticleBlock(Form["form.supervision.Conclusion.watch", m.Organ]),
    ];
}

/// <summary>Recommendations as a document says them: by who must act, each with its product and date; or why there is none.</summary>
internal static class RecommendationLines
{
    public static IEnumerable<Block> Of(PaperMatter m, FormTexts form)
    {
        if (m.Recommendations.Count == 0)
        {
            yield return new ParagraphBlock(m.Supervision.NoRecommendationBecause is { Length: > 0 } because ? form["form.supervision.none", because] : DecreeForm.Blank);
        }

        foreach (var agency in m.Recommendations.GroupBy(r => r.Lead))
        {
            yield return HeadingBlock.Section(agency.Key.Length > 0 ? agency.Key : form["form.supervision.noLead"]);
            yield return new ListBlock([.. agency.Select(r => Line(r.Recommendation, form))]);
        }
    }

    private static string Line(Recommendation r, FormTexts form) => string.Concat(
        r.Content.TrimEnd('.'),
        r.Product is { Length: > 0 } product ? string.Create(CultureInfo.InvariantCulture, $"; {form["form.supervision.product", product]}") : "",
        r.DueOn is { } due ? string.Create(CultureInfo.InvariantCulture, $"; {form["form.supervision.due", form.Day(due)]}") : "");
}
