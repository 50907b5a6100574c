using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>Công văn đôn đốc those whom a plan has not reached: what is to be done, by when, and the list of them.</summary>
public sealed class RollOutUrging(FormTexts form) : ILetterContent
{
    public const string KindCode = "schemes.urging";

    private const string TableName = "DonViChuaThucHien";
    private static readonly string[] Columns = ["STT", "DonVi", "BuocConThieu"];

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["NoiDungTrienKhai", "HanThucHien"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableName] = Columns };

    public string DefaultAbstract(OfficialLetter? about) => form["form.rollOut.abstract"];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var units = await db.Set<RollOutUnit>().AsNoTracking().Where(u => u.UrgingLetterId == letter.Id).OrderBy(u => u.Id).ToListAsync(ct);
        var id = units.Count > 0 ? units[0].RollOutId : Guid.Empty;
        var rollOut = await db.Set<RollOut>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        var steps = await db.Set<RollOutStep>().AsNoTracking().Where(s => s.RollOutId == id).OrderBy(s => s.Ordinal).ToListAsync(ct);
        var open = (await db.Set<RollOutTask>().AsNoTracking().Where(t => t.RollOutId == id && t.DoneOn == null).Select(t => new { t.UnitRowId, t.StepId }).ToListAsync(ct)).ToLookup(t => t.UnitRowId, t => t.StepId);
        var rows = units.Select((u, i) => new[] { $"{i + 1}", form.Unfold(u.Name), string.Join("; ", steps.Where(s => open[u.Id].Contains(s.Id)).Select(s => s.Name)) }).ToList();
        var (what, due) = (rollOut?.Title ?? letter.Abstract, rollOut?.DueOn is { } day ? form.Day(day) : DecreeForm.Blank);

        return new LetterContent
        {
            Body = [.. FormTexts.Paragraphs(letter.Text), new ParagraphBlock(form["form.rollOut.body", what, due, rows.Count]), new ParagraphBlock(form["form.rollOut.ask"])],
            Annexes = [new Annex(form["form.rollOut.list"], [new TableBlock([new GridColumn(form["form.rollOut.no"], 8, TextAlign.Centre), new GridColumn(form["form.rollOut.unit"], 46), new GridColumn(form["form.rollOut.missing"], 46)], [.. rows.Select(r => GridRow.Of(r))])])],
            Values = new Dictionary<string, string?> { ["NoiDungTrienKhai"] = what, ["HanThucHien"] = due },
            Tables = new Dictionary<string, TemplateTable>
            {
                [TableName] = new(Columns, [.. rows.Select(r => (IReadOnlyDictionary<string, string?>)Columns.Zip(r).ToDictionary(p => p.First, p => (string?)p.Second))]),
            },
        };
    }
}
