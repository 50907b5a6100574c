using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Reports;

/// <summary>Dự thảo nghị quyết về việc giải quyết kiến nghị của cử tri, put to the council with the report; issued by the council itself (Law 72/2025/QH15, Art 32.5).</summary>
public sealed class SettlementResolution(SessionSentences say) : ISessionPaper
{
    public const string KindCode = "petitions.settlementResolution";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields => SessionSentences.Fields;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables => SessionSentences.Tables;

    public string Notation => say["form.notation.resolution"];

    public string DefaultAbstract(OfficialLetter? about) => say["form.resolution.abstract", DecreeForm.Blank];

    public string AbstractOf(SessionFigures f) => say["form.resolution.abstract", f.Session];

    public Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct) => SessionPapers.ReadAsync(this, db, letter, ct);

    public LetterContent Compose(SessionFigures f, OfficialLetter letter)
    {
        var bases = say.Bases(f, LegalBases.OfSupervision);
        var council = say.CouncilOf(f);

        return new LetterContent
        {
            ByCouncil = true,
            Title = new DocumentTitle(
                say["form.resolution.kind"],
                SessionSentences.Capital(letter.Abstract),
                say["form.resolution.deciding", council.ToUpperInvariant(), f.TermInText, f.Session.ToUpperInvariant()]),
            Body =
            [
                .. bases.Select(b => ParagraphBlock.Basis(say["form.resolution.basis", b])),
                ParagraphBlock.Basis(say["form.resolution.considering", say.UnitOf(f)]),
                ParagraphBlock.Centred(say["form.resolution.resolves"]),
                new ArticleBlock(say["form.resolution.endorse", Outcome(f)]),
                new ArticleBlock(say["form.resolution.charge", say.UnitOf(f)]),
                new ListBlock([.. Charges(f)]),
                new ArticleBlock(say["form.resolution.watch", council]),
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(say["form.resolution.passed", council, f.TermInText, f.Session, WrittenDate.Open(f.OpensOn.Year)]),
            ],
            AlsoTo =
            [
                say["form.to.standing", say.UnitOf(f)],
                say["form.to.committee", say.UnitOf(f)],
                say["form.to.front", say.UnitOf(f)],
                say["form.to.delegates", say.UnitOf(f)],
            ],
            Values = say.Values(f, bases),
            Tables = SessionSentences.TablesOf(f),
        };
    }

    private string Outcome(SessionFigures f)
    {
        var carried = f.Backlog > 0 ? say["form.resolution.carried", SessionSentences.Count(f.Backlog)] : "";

        var now = f.Total == 0
            ? say["form.resolution.nothing", f.Session]
            : say["form.resolution.outcomes", f.Session, SessionSentences.Count(f.Total), say.Settled(f.ByOutcome, f.Total)];

        return say.Before(f) is { } before ? $"{now} {before}{carried}" : now + carried;
    }

    private IEnumerable<string> Charges(SessionFigures f)
    {
        if (f.Overdue > 0)
        {
            yield return say["form.resolution.charge.late", SessionSentences.Count(f.Overdue)];
        }

        if (f.NotDone > 0)
        {
            yield return say["form.resolution.charge.open", SessionSentences.Count(f.NotDone)];
        }

        if (f.Backlog > 0)
        {
            yield return say["form.resolution.charge.backlog", SessionSentences.Count(f.Backlog)];
        }

        yield return say["form.resolution.charge.tell"];
        yield return say["form.resolution.charge.report"];
    }
}
