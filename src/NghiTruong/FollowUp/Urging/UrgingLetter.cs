using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;

namespace NghiTruong.FollowUp.Urging;

/// <summary>
/// Công văn đôn đốc in the ward's form (domain 2.4): what is late, asks for cause and responsibility, and for a reply within the rule <c>URGING_REPLY</c>. To the one above it
/// asks to direct whoever is late, who gets a copy.
/// </summary>
public sealed class UrgingLetter(FormTexts form, RuleBook rules, UrgingRecipients recipients) : ILetterContent
{
    private const string TableName = "NoiDungDonDoc";
    private static readonly string[] Columns = ["STT", "Ma", "NoiDung", "NgayChuyen", "ThoiHan", "QuaHan"];

    public string Kind => UrgingDesk.LetterKind;

    public IReadOnlyList<string> Fields { get; } = ["TongSoNoiDung", "BuocDonDoc", "HanBaoCao"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableName] = Columns };

    public string DefaultAbstract(OfficialLetter? about) => form["form.urging.abstract", UrgingLadder.Shipped.Steps[0].NameVietnamese, MatterOf(form, [])];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var day = letter.IssuedOn ?? letter.NumberedOn ?? letter.CreatedAt.VietnamDate;
        var known = await rules.ReadAsync(ct);
        var rows = await RowsAsync(db, letter.Id, ct);
        var lines = rows.Select((row, i) => Line(i + 1, row.Item, day, known.Calendar)).ToList();
        var items = rows.ConvertAll(r => r.Item);
        var ladder = await UrgingLadder.OfAsync(db, letter.CouncilId, ct);
        var step = rows.Count > 0 ? ladder[rows[0].Order]?.NameVietnamese : null;
        var tier = await db.Set<Council>().Where(c => c.Id == letter.CouncilId).Select(c => c.Tier).FirstAsync(ct);
        var term = known.Due(DeadlineRuleCatalogue.UrgingReply, tier.ToString(), letter.CouncilId, day)?.Rule.Terms.Days;
        var recipient = form.Unfold(letter.RecipientName);
        var late = rows.Count > 0 && !UrgingRecipient.IsHolder(letter, rows[0].Item) ? await HolderAsync(rows[0].Item, ct) : null;

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text ?? form["form.urging.opening", lines.Count, late ?? recipient, MatterOf(form, items)]),
                .. lines.Count <= 3 ? [Table(lines)] : Array.Empty<Block>(),
                new ParagraphBlock(late is null ? form["form.urging.cause", recipient] : form["form.urging.direct", recipient, late]),
                new ParagraphBlock(form["form.urging.reply", term ?? 0, OfKind(form, "form.urging.then.", items)]),
                new ParagraphBlock(form["form.urging.close", recipient]),
            ],
            Annexes = lines.Count > 3 ? [new Annex(form["form.urging.annex"], [Table(lines)]) { Landscape = true }] : [],
            AlsoTo = [.. late is null ? Array.Empty<string>() : [form["form.urging.late", late]], form[tier == Tier.Province ? "form.urging.partyProvince" : "form.urging.party"], form["form.urging.delegates"]],
            Values = new Dictionary<string, string?> { ["TongSoNoiDung"] = $"{lines.Count}", ["BuocDonDoc"] = step, ["HanBaoCao"] = $"{term}" },
            Tables = new Dictionary<string, TemplateTable> { [TableName] = new TemplateTable(Columns, [.. lines.Select(Row)]) },
        };
    }

    /// <summary>What the letter is about, in the words each activity brings for its kind; several kinds together are what the council follows.</summary>
    internal static string MatterOf(FormTexts form, IEnumerable<FollowUpItem> items) => OfKind(form, "form.urging.matter.", items);

    private static string OfKind(FormTexts form, string prefix, IEnumerable<FollowUpItem> items) =>
        items.Select(i => prefix + i.SubjectKind).Distinct().ToList() is [var code] && form[code] is var words && words != code ? words : form[prefix + "several"];

    private async Task<string?> HolderAsync(FollowUpItem item, CancellationToken ct) =>
        await recipients.OfAsync(item, UrgingAddressee.Holder, ct) is { } holder ? form.Unfold(holder.Name) : null;

    private static async Task<List<(FollowUpItem Item, int Order)>> RowsAsync(Db db, Guid letterId, CancellationToken ct)
    {
        var rows = await (
            from row in db.Set<UrgingLetterItem>().AsNoTracking()
            join item in db.Set<FollowUpItem>().AsNoTracking() on row.ItemId equals item.Id
            where row.LetterId == letterId
            orderby row.Ordinal
            select new { Item = item, row.StepOrder }).ToListAsync(ct);

        return rows.ConvertAll(r => (r.Item, r.StepOrder));
    }

    private string[] Line(int number, FollowUpItem item, DateOnly day, WorkCalendar calendar)
    {
        var late = item.DueOn is { } due ? Deadlines.DaysLate(due, day, calendar).Calendar : 0;

        return [$"{number}", item.SubjectCode, item.Title, form.Day(item.From), form.Day(item.DueOn), $"{late}"];
    }

    private TableBlock Table(List<string[]> lines) => new(
        [
            new GridColumn(form["form.urging.col.number"], 6, TextAlign.Centre),
            new GridColumn(form["form.urging.col.code"], 20),
            new GridColumn(form["form.urging.col.matter"], 44),
            new GridColumn(form["form.urging.col.sent"], 14, TextAlign.Centre),
            new GridColumn(form["form.urging.col.due"], 14, TextAlign.Centre),
            new GridColumn(form["form.urging.col.late"], 10, TextAlign.Centre),
        ],
        [.. lines.Select(line => GridRow.Of(line))]);

    private static Dictionary<string, string?> Row(string[] line) => Columns.Zip(line).ToDictionary(pair => pair.First, string? (pair) => pair.Second);
}
