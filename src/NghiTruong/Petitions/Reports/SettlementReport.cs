using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Reports;

/// <summary>
/// Báo cáo kết quả giám sát việc giải quyết kiến nghị của cử tri: the Standing Committee examines what UBND reports and a committee verified, and puts a
/// report and a draft resolution to the council (Law 87/2015/QH13, Art 74; practice kept under Law 121/2025/QH15).
/// </summary>
public sealed class SettlementReport(SessionSentences say) : ISessionPaper
{
    public const string KindCode = "petitions.settlementReport";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields => SessionSentences.Fields;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables => SessionSentences.Tables;

    public string Notation => say["form.notation.report"];

    public string DefaultAbstract(OfficialLetter? about) => say["form.settlement.abstract", DecreeForm.Blank];

    public string AbstractOf(SessionFigures f) => say["form.settlement.abstract", say.SessionOf(f)];

    public Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct) => SessionPapers.ReadAsync(this, db, letter, ct);

    public LetterContent Compose(SessionFigures f, OfficialLetter letter)
    {
        var bases = say.Bases(f, LegalBases.OfSupervision);

        return new LetterContent
        {
            Title = new DocumentTitle(say["form.report.kind"], SessionSentences.Capital(letter.Abstract)),
            Body =
            [
                new ParagraphBlock(say["form.settlement.opening", string.Join("; ", bases), say.CouncilOf(f), say.Day(f.AsOf)]),
                HeadingBlock.Part(say["form.settlement.sending"]),
                .. Sending(f),
                HeadingBlock.Part(say["form.settlement.results"]),
                .. Results(f),
                HeadingBlock.Part(say["form.settlement.assessment"]),
                .. Assessment(f),
                .. FormTexts.Paragraphs(letter.Text),
                HeadingBlock.Part(say["form.settlement.proposals"]),
                .. Proposals(f),
                new ParagraphBlock(say["form.settlement.close", say.CouncilOf(f)]),
            ],
            AlsoTo = [say["form.to.delegates", say.UnitOf(f)], say["form.to.committee", say.UnitOf(f)], say["form.to.front", say.UnitOf(f)]],
            Values = say.Values(f, bases),
            Tables = SessionSentences.TablesOf(f),
        };
    }

    private IEnumerable<Block> Sending(SessionFigures f)
    {
        yield return new ParagraphBlock(say["form.settlement.received", say.SessionOf(f), N(f.Total)]);
        if (f.ToSend > 0)
        {
            yield return new ParagraphBlock(f.OnTheDesk == 0
                ? say["form.sessionSummary.allSent", N(f.ToSend)]
                : say["form.sessionSummary.sent", N(f.Sent), N(f.ToSend), ReportWords.Share(f.Sent, f.ToSend), N(f.OnTheDesk)]);
        }

        if (f.Backlog > 0)
        {
            yield return new ParagraphBlock(say["form.settlement.carried", N(f.Backlog)]);
        }
    }

    private IEnumerable<Block> Results(SessionFigures f)
    {
        yield return HeadingBlock.Section(say["form.settlement.general"]);
        yield return new ParagraphBlock(f.Total == 0
            ? say["form.settlement.nothing", f.Session]
            : say["form.settlement.outcomes", say.Day(f.AsOf), N(f.Total), say.Settled(f.ByOutcome, f.Total)]);
        if (f.Total > 0)
        {
            yield return HeadingBlock.Section(say["form.settlement.byField"]);
            yield return say.Results(f.ByField, "report.what.field");
            yield return HeadingBlock.Section(say["form.settlement.byAgency"]);
            yield return say.Results(f.ByAgency, "report.what.agency");
        }

        if (say.Before(f) is { } before)
        {
            yield return HeadingBlock.Section(say["form.settlement.previous", f.Previous!.Session]);
            yield return new ParagraphBlock(before);
        }

        if (f.Backlog > 0)
        {
            yield return HeadingBlock.Section(say["form.settlement.backlog"]);
            yield return new ParagraphBlock(say["form.settlement.backlogOutcomes", N(f.Backlog), say.Settled(f.BacklogByOutcome, f.Backlog)]);
            yield return new ParagraphBlock(say["form.settlement.longest"]);
            yield return say.Named(f.LongestOpen);
        }
    }

    private IEnumerable<Block> Assessment(SessionFigures f)
    {
        yield return HeadingBlock.Section(say["form.settlement.achieved"]);
        if (f.ToSend > 0)
        {
            yield return new ParagraphBlock(say["form.settlement.answered", N(f.Answered), N(f.ToSend), ReportWords.Share(f.Answered, f.ToSend)]);
        }

        if (f.Verified > 0)
        {
            yield return new ParagraphBlock(say["form.settlement.verified", N(f.Verified)]);
        }

        if (f.Told > 0)
        {
            yield return new ParagraphBlock(say["form.settlement.told", N(f.Told)]);
        }

        if (OnTime(f) is { Count: > 0 } prompt)
        {
            yield return new ParagraphBlock(say["form.settlement.prompt", string.Join("; ", prompt)]);
        }

        yield return HeadingBlock.Section(say["form.settlement.limits"]);
        yield return new ParagraphBlock(f.Overdue == 0
            ? say["form.settlement.noneLate"]
            : say["form.settlement.late", N(f.Overdue), string.Join("; ", f.ByAgency.Rows.Where(r => Late(r) > 0).Select(r => say["form.count", say.Full(r.Name), N(Late(r))]))]);
        if (f.NotDone > 0)
        {
            yield return new ParagraphBlock(say["form.settlement.notDone", N(f.NotDone), ReportWords.Share(f.NotDone, f.Total)]);
        }

        if (f.RaisedAgain > 0)
        {
            yield return new ParagraphBlock(say["form.settlement.again", N(f.RaisedAgain)]);
        }
    }

    private IEnumerable<Block> Proposals(SessionFigures f)
    {
        yield return HeadingBlock.Section(say["form.settlement.toCouncil", say.CouncilOf(f)]);
        yield return new ParagraphBlock(say["form.settlement.adopt"]);
        yield return HeadingBlock.Section(say["form.settlement.toCommittee", say.UnitOf(f)]);
        List<string> asks = [];
        if (f.Overdue > 0)
        {
            asks.Add(say["form.settlement.ask.late", N(f.Overdue)]);
        }

        if (f.NotDone + f.Backlog > 0)
        {
            asks.Add(say["form.settlement.ask.open", N(f.NotDone + f.Backlog)]);
        }

        yield return new ListBlock([.. asks, say["form.settlement.ask.tell"], say["form.settlement.ask.report"]]);
    }

    /// <summary>Agencies that owe nothing past its day and have a result for all that was sent to them.</summary>
    private List<string> OnTime(SessionFigures f)
    {
        var none = f.ByAgency.Columns.ToList().IndexOf(SummaryFilter.None);

        return [.. f.ByAgency.Rows.Where(r => r.Key != SummaryFilter.None && Late(r) == 0 && none >= 0 && r.N[none] == 0).Select(r => say.Full(r.Name))];
    }

    private static long Late(FigureRow row) => row.N.Count > 0 ? row.N[^1] : 0;

    private static string N(long n) => SessionSentences.Count(n);
}
