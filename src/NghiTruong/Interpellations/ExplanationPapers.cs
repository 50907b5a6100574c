using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;

namespace NghiTruong.Interpellations;

/// <summary>What the two papers of an explanation session have in common.</summary>
internal static class ExplanationPapers
{
    /// <summary>Kind and issuing organ of a notice of a council (Decree 30/2020, Annex III).</summary>
    public const string Notation = "TB-HĐND";

    private const int LongestIssue = 200;

    /// <summary>The issue as an abstract names it: one line, begun small.</summary>
    public static string ShortIssue(ExplanationSession session)
    {
        var line = session.Issue.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        line = line.Length <= LongestIssue ? line : line[..Math.Max(line.LastIndexOf(' ', LongestIssue), LongestIssue / 2)] + "…";

        return char.ToLowerInvariant(line[0]) + line[1..];
    }

    public static LetterContent Unbound(FormTexts form, OfficialLetter letter) => new()
    {
        Title = new DocumentTitle(form["form.explanation.title"], letter.Abstract),
        Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))],
    };

    public static async Task<string> AgencyAsync(Db db, FormTexts form, ExplanationSession session, CancellationToken ct) =>
        form.Unfold(await db.Set<Agency>().AsNoTracking().Where(a => a.Id == session.AgencyId).Select(a => a.Name).FirstAsync(ct));
}

/// <summary>Thông báo về phiên giải trình: issue, person, day and place, order of speaking.</summary>
public sealed class ExplanationNotice(FormTexts form) : ILetterContent
{
    public const string KindCode = "interpellations.notice";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["VanDeGiaiTrinh", "NguoiGiaiTrinh", "CoQuanGiaiTrinh", "NgayToChuc", "DiaDiem", "SoQuyetDinh"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();

    public string DefaultAbstract(OfficialLetter? about) => form["form.explanation.notice.abstract", DecreeForm.Blank];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await db.Set<ExplanationSession>().AsNoTracking().FirstOrDefaultAsync(s => s.NoticeLetterId == letter.Id, ct) is not { } s)
        {
            return ExplanationPapers.Unbound(form, letter);
        }

        var agency = await ExplanationPapers.AgencyAsync(db, form, s, ct);
        var place = s.Place ?? DecreeForm.Blank;

        return new LetterContent
        {
            Title = new DocumentTitle(form["form.explanation.title"], letter.Abstract),
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                ParagraphBlock.Basis(form["form.explanation.basis"]),
                new ParagraphBlock(form["form.explanation.notice.opening", s.DecisionNumber, form.Day(s.DecidedOn)]),
                HeadingBlock.Section(form["form.explanation.issue"]),
                .. FormTexts.Paragraphs(s.Issue),
                HeadingBlock.Section(form["form.explanation.person"]),
                new ParagraphBlock(form["form.explanation.person.is", s.PersonAsked, agency]),
                HeadingBlock.Section(form["form.explanation.when"]),
                new ParagraphBlock(form["form.explanation.when.is", form.Day(s.PlannedOn), place]),
                HeadingBlock.Section(form["form.explanation.order"]),
                new ListBlock([.. Enumerable.Range(1, 5).Select(i => form[$"form.explanation.order.{i}"])]),
                new ParagraphBlock(form["form.explanation.notice.close", s.PersonAsked]),
            ],
            AlsoTo = [agency, form["form.explanation.members"]],
            Values = new Dictionary<string, string?>
            {
                ["VanDeGiaiTrinh"] = s.Issue, ["NguoiGiaiTrinh"] = s.PersonAsked, ["CoQuanGiaiTrinh"] = agency, ["NgayToChuc"] = form.Day(s.PlannedOn), ["DiaDiem"] = place, ["SoQuyetDinh"] = s.DecisionNumber,
            },
        };
    }
}

/// <summary>Thông báo kết luận phiên giải trình: conclusion, tasks with who and by when, how the Standing Committee voted.</summary>
public sealed class ExplanationConclusion(FormTexts form) : ILetterContent
{
    public const string KindCode = "interpellations.conclusion";

    private const string TableName = "NhiemVu";
    private static readonly string[] Columns = ["STT", "NoiDung", "CoQuanThucHien", "SanPham", "ThoiHan"];

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["VanDeGiaiTrinh", "NguoiGiaiTrinh", "NgayToChuc", "KetLuan", "KetQuaBieuQuyet"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableName] = Columns };

    public string DefaultAbstract(OfficialLetter? about) => form["form.explanation.conclusion.abstract", DecreeForm.Blank];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await db.Set<ExplanationSession>().AsNoTracking().FirstOrDefaultAsync(s => s.ConclusionLetterId == letter.Id, ct) is not { Votes: { } votes } s)
        {
            return ExplanationPapers.Unbound(form, letter);
        }

        var agency = await ExplanationPapers.AgencyAsync(db, form, s, ct);
        var tasks = await TasksAsync(db, s.Id, ct);
        var vote = form["form.explanation.vote", votes.For, votes.Members, votes.Present, votes.Against, votes.Abstained];

        return new LetterContent
        {
            Title = new DocumentTitle(form["form.explanation.title"], letter.Abstract),
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                ParagraphBlock.Basis(form["form.explanation.basis"]),
                new ParagraphBlock(form["form.explanation.conclusion.opening", form.Day(s.HeldOn), ExplanationPapers.ShortIssue(s), s.PersonAsked]),
                HeadingBlock.Section(form["form.explanation.conclusion"]),
                .. FormTexts.Paragraphs(s.Conclusion),
                .. tasks.Count == 0 ? Array.Empty<Block>() : [HeadingBlock.Section(form["form.explanation.tasks"]), Table(tasks)],
                HeadingBlock.Section(form["form.explanation.voting"]),
                new ParagraphBlock(vote),
                new ParagraphBlock(form["form.explanation.conclusion.close"]),
            ],
            AlsoTo = [agency, form["form.explanation.members"], form["form.explanation.delegates"]],
            Values = new Dictionary<string, string?>
            {
                ["VanDeGiaiTrinh"] = s.Issue, ["NguoiGiaiTrinh"] = s.PersonAsked, ["NgayToChuc"] = form.Day(s.HeldOn), ["KetLuan"] = s.Conclusion, ["KetQuaBieuQuyet"] = vote,
            },
            Tables = new Dictionary<string, TemplateTable>
            {
                [TableName] = new(Columns, [.. tasks.Select(t => (IReadOnlyDictionary<string, string?>)Columns.Zip(t).ToDictionary(pair => pair.First, string? (pair) => pair.Second))]),
            },
        };
    }

    private async Task<List<string[]>> TasksAsync(Db db, Guid session, CancellationToken ct)
    {
        var rows = await (
            from promise in db.Set<Promise>().AsNoTracking()
            join agency in db.Set<Agency>().AsNoTracking() on promise.AgencyId equals agency.Id
            where promise.ExplanationId == session
            orderby promise.Code
            select new { promise.Content, agency.Name, promise.Product, promise.DueOn }).ToListAsync(ct);

        return [.. rows.Select((r, i) => new[] { $"{i + 1}", r.Content, form.Unfold(r.Name), r.Product ?? "", form.Day(r.DueOn) })];
    }

    private TableBlock Table(List<string[]> tasks) => new(
        [
            new GridColumn(form["form.explanation.col.number"], 6, TextAlign.Centre),
            new GridColumn(form["form.explanation.col.task"], 40),
            new GridColumn(form["form.explanation.col.agency"], 22),
            new GridColumn(form["form.explanation.col.product"], 18),
            new GridColumn(form["form.explanation.col.due"], 14, TextAlign.Centre),
        ],
        [.. tasks.Select(t => GridRow.Of(t))]);
}
