using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Reports;

/// <summary>Báo cáo tổng hợp ý kiến, kiến nghị của cử tri gửi đến kỳ họp: what came in, about what, to whom it was sent.</summary>
public sealed class SessionSummaryReport(SessionSentences say) : ISessionPaper
{
    public const string KindCode = "petitions.sessionSummary";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields => SessionSentences.Fields;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables => SessionSentences.Tables;

    public string Notation => say["form.notation.report"];

    public string DefaultAbstract(OfficialLetter? about) => say["form.sessionSummary.abstract", DecreeForm.Blank];

    public string AbstractOf(SessionFigures f) => say["form.sessionSummary.abstract", say.SessionOf(f)];

    public Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct) => SessionPapers.ReadAsync(this, db, letter, ct);

    public LetterContent Compose(SessionFigures f, OfficialLetter letter)
    {
        var bases = say.Bases(f, LegalBases.OfSummary);
        var council = say.CouncilOf(f);

        return new LetterContent
        {
            Title = new DocumentTitle(say["form.report.kind"], SessionSentences.Capital(letter.Abstract)),
            Body =
            [
                new ParagraphBlock(say["form.sessionSummary.opening", string.Join("; ", bases), council, say.SessionOf(f), say.Day(f.AsOf)]),
                HeadingBlock.Part(say["form.sessionSummary.intake"]),
                .. Intake(f),
                .. f.Total == 0 ? [] : Sorted(f),
                .. Concerns(f),
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(say["form.sessionSummary.close", say.SessionOf(f), council]),
            ],
            AlsoTo = [say["form.to.delegates", say.UnitOf(f)], say["form.to.committee", say.UnitOf(f)], say["form.to.front", say.UnitOf(f)]],
            Values = say.Values(f, bases),
            Tables = SessionSentences.TablesOf(f),
        };
    }

    private IEnumerable<Block> Intake(SessionFigures f)
    {
        if (f.Meetings > 0)
        {
            yield return new ParagraphBlock(f.MeetingVoters > 0
                ? say["form.sessionSummary.meetingsVoters", SessionSentences.Count(f.Meetings), SessionSentences.Count(f.MeetingVoters)]
                : say["form.sessionSummary.meetings", SessionSentences.Count(f.Meetings)]);
        }

        yield return new ParagraphBlock(f.Opinions > 0
            ? say["form.sessionSummary.total", SessionSentences.Count(f.Total), SessionSentences.Count(f.Opinions)]
            : say["form.sessionSummary.totalOnly", SessionSentences.Count(f.Total)]);
        if (f.ExplainedOnTheSpot > 0)
        {
            yield return new ParagraphBlock(say["form.sessionSummary.onTheSpot", SessionSentences.Count(f.ExplainedOnTheSpot)]);
        }

        if (f.ToSend > 0)
        {
            yield return new ParagraphBlock(f.OnTheDesk == 0
                ? say["form.sessionSummary.allSent", SessionSentences.Count(f.ToSend)]
                : say["form.sessionSummary.sent", SessionSentences.Count(f.Sent), SessionSentences.Count(f.ToSend), ReportWords.Share(f.Sent, f.ToSend), SessionSentences.Count(f.OnTheDesk)]);
        }
    }

    private IEnumerable<Block> Sorted(SessionFigures f)
    {
        yield return HeadingBlock.Part(say["form.sessionSummary.sorted"]);
        foreach (var (title, what, table) in new[]
        {
            ("form.sessionSummary.byField", "report.what.field", f.ByField),
            ("form.sessionSummary.byAuthority", "report.what.authority", f.ByAuthority),
            ("form.sessionSummary.byAgency", "report.what.agency", f.ByAgency),
        })
        {
            yield return HeadingBlock.Section(say[title]);
            yield return say.Shares(table, what);
        }

        yield return new ParagraphBlock(say["form.sessionSummary.annexes"]);
    }

    private IEnumerable<Block> Concerns(SessionFigures f)
    {
        if (f.Total == 0)
        {
            yield break;
        }

        yield return HeadingBlock.Part(say["form.sessionSummary.concerns"]);
        yield return new ParagraphBlock(say["form.sessionSummary.most", say.Enumerated(f.ByField, 3)]);
        if (f.RaisedAgain > 0)
        {
            yield return new ParagraphBlock(say["form.sessionSummary.again", SessionSentences.Count(f.RaisedAgain)]);
        }

        if (f.Pressing.Count > 0)
        {
            yield return new ParagraphBlock(say["form.sessionSummary.pressing"]);
            yield return say.Named(f.Pressing);
        }
    }
}
