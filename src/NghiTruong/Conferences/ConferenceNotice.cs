using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Conferences;

/// <summary>Thông báo kết luận hội nghị: theme, who took part, how many opinions of whom, the conclusion, proposals with who and by when.</summary>
public sealed class ConferenceNotice(FormTexts form) : ILetterContent
{
    public const string KindCode = "conferences.conclusion";

    private const string TableName = "DeXuat";
    private static readonly string[] Columns = ["STT", "NoiDung", "CoQuanChuTri", "ThoiHan"];

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["TenHoiNghi", "ChuDeHoiNghi", "NgayHoiNghi", "ChuTriHoiNghi", "KetLuanHoiNghi"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableName] = Columns };

    public string DefaultAbstract(OfficialLetter? about) => form["form.conference.abstract", DecreeForm.Blank];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await db.Set<Conference>().AsNoTracking().FirstOrDefaultAsync(c => c.NoticeLetterId == letter.Id, ct) is not { } c)
        {
            return new LetterContent { Title = new DocumentTitle(form["form.conference.kind"], letter.Abstract), Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] };
        }

        var opinions = await db.Set<ConferenceOpinion>().AsNoTracking().Where(o => o.ConferenceId == c.Id).OrderBy(o => o.Place).Select(o => o.Body).ToListAsync(ct);
        var proposals = await db.Set<ConferenceProposal>().AsNoTracking().Where(p => p.ConferenceId == c.Id && p.DueOn != null).OrderBy(p => p.Place).ToListAsync(ct);
        var participants = await db.Set<ConferenceParticipant>().AsNoTracking().Where(p => p.ConferenceId == c.Id).ToListAsync(ct);
        List<string[]> rows = [.. proposals.Select((p, i) => new[] { (i + 1).ToString(CultureInfo.InvariantCulture), p.Content, form.Unfold(p.Lead ?? ""), form.Day(p.DueOn) })];

        return new LetterContent
        {
            Title = new DocumentTitle(form["form.conference.kind"], letter.Abstract),
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(form["form.conference.opening", form.Day(c.HeldOn), c.Title, c.Theme ?? ""]),
                .. c.Chair is { } chair ? [new ParagraphBlock(form["form.conference.chair", chair])] : Array.Empty<Block>(),
                .. ConferenceRules.Present(participants) is > 0 and var present ? [new ParagraphBlock(form["form.conference.present", present])] : Array.Empty<Block>(),
                .. opinions.Count > 0 ? [new ParagraphBlock(form["form.conference.opinions", opinions.Count.ToString("00", CultureInfo.InvariantCulture), string.Join("; ", opinions.Distinct())])] : Array.Empty<Block>(),
                HeadingBlock.Part(form["form.conference.conclusion"]),
                .. FormTexts.Paragraphs(c.Conclusion),
                .. rows.Count == 0 ? Array.Empty<Block>() : [HeadingBlock.Part(form["form.conference.proposals"]), Table(rows)],
                new ParagraphBlock(form["form.conference.close"]),
            ],
            AlsoTo = [form["form.conference.participants"]],
            Values = new Dictionary<string, string?>
            {
                ["TenHoiNghi"] = c.Title, ["ChuDeHoiNghi"] = c.Theme, ["NgayHoiNghi"] = form.Day(c.HeldOn), ["ChuTriHoiNghi"] = c.Chair, ["KetLuanHoiNghi"] = c.Conclusion,
            },
            Tables = new Dictionary<string, TemplateTable>
            {
                [TableName] = new(Columns, [.. rows.Select(r => (IReadOnlyDictionary<string, string?>)Columns.Zip(r).ToDictionary(pair => pair.First, string? (pair) => pair.Second))]),
            },
        };
    }

    private TableBlock Table(List<string[]> rows) => new(
        [
            new GridColumn(form["form.conference.col.no"], 8, TextAlign.Centre), new GridColumn(form["form.conference.col.content"], 52), new GridColumn(form["form.conference.col.lead"], 25),
            new GridColumn(form["form.conference.col.due"], 15, TextAlign.Centre),
        ],
        [.. rows.Select(r => GridRow.Of(r))]);
}

/// <summary>The notice went out, was taken back or discarded: the conference follows.</summary>
public sealed class FollowConferenceNotice : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var letter = happened.Subject.Id;
        if (happened is not (LetterIssued or LetterWithdrawn or LetterDiscarded)
            || await work.Db.Set<Conference>().FirstOrDefaultAsync(c => c.NoticeLetterId == letter, ct) is not { } conference)
        {
            return;
        }

        if (happened is LetterIssued issued)
        {
            conference.Notify(issued.Number, issued.On);
            work.Record(new ConferenceNotified(ConferenceEvent.About(conference), issued.Number, issued.On), work.CapacityFor<IssueLetters>(conference) ?? work.Acting.Capacities[0]);
        }
        else
        {
            conference.TakeNoticeBack();
        }
    }
}

/// <summary>The conference a letter concludes.</summary>
internal sealed class ConferenceOfLetter : ILetterMatters
{
    public async Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) =>
        await db.Set<Conference>().AsNoTracking().VisibleTo(acting, db).Where(c => c.NoticeLetterId == letter.Id).Select(c => new LetterMatter(ConferenceEvent.SubjectKind, c.Code, c.Title)).ToListAsync(ct);
}
