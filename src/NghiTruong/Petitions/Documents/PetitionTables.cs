using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.FollowUp;
using NghiTruong.Law.Catalogues;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Documents;

/// <summary>A petition as documents list it (domain 6.4).</summary>
public sealed record PetitionLine(
    string Code, string Content, string Place, string Field, string Authority, string Agency, string Letter, string Answer, string Outcome, DateOnly? DueOn, DateOnly? PrintedDueOn, string Note);

/// <summary>The tables of petitions in documents, and the same rows for templates.</summary>
public sealed class PetitionTables(FormTexts form)
{
    public const string Name = "KienNghi";

    private static readonly string[] Columns =
        ["MaSo", "NoiDung", "DonVi", "LinhVuc", "ThamQuyen", "CoQuanGiaiQuyet", "VanBanChuyen", "KetQua", "PhanLoai", "HanTraLoi", "HanCu", "GhiChu"];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Offered { get; } = new Dictionary<string, IReadOnlyList<string>> { [Name] = Columns };

    public static TemplateTable Template(IEnumerable<PetitionLine> petitions) => new(Columns, [.. petitions.Select(Row)]);

    /// <summary>The petitions of a letter, in the order of its annex.</summary>
    /// <param name="withdrawn">Those taken out of it instead.</param>
    public async Task<IReadOnlyList<PetitionLine>> OfLetterAsync(Db db, OfficialLetter letter, bool withdrawn, CancellationToken ct)
    {
        var rows = await (
            from forwarding in db.Set<PetitionForwarding>().AsNoTracking()
            join petition in db.Set<Petition>().AsNoTracking() on forwarding.PetitionId equals petition.Id
            where forwarding.LetterId == letter.Id && (forwarding.WithdrawnOn != null) == withdrawn
            orderby forwarding.Ordinal
            select new { petition, forwarding.LeadAgencyId }).ToListAsync(ct);
        var ids = rows.Select(r => r.petition.Id).ToList();
        var items = (await db.Set<FollowUpItem>().AsNoTracking().Where(i => ids.Contains(i.SubjectId) && i.LetterId == letter.Id && i.Part == FollowUpPart.Lead).ToListAsync(ct))
            .GroupBy(i => i.SubjectId).ToDictionary(g => g.Key, g => g.OrderBy(i => i.Id).Last());
        // A department the petition was sorted to stands for the whole of UBND that distributes it.
        var agencies = await NamesAsync(db, rows.SelectMany(r => new[] { r.LeadAgencyId, r.petition.LeadAgencyId ?? r.LeadAgencyId }), ct);

        return [.. rows.Select(r =>
        {
            var item = items.GetValueOrDefault(r.petition.Id);
            var agency = agencies.GetValueOrDefault(r.petition.LeadAgencyId ?? r.LeadAgencyId, letter.RecipientName);

            return Line(r.petition, agency, letter.FullNumber) with { PrintedDueOn = item?.PrintedDueOn, DueOn = item?.DueOn };
        })];
    }

    /// <summary>The annex an agency fills in and sends back: results and classification are left blank.</summary>
    public TableBlock Annex(IReadOnlyList<PetitionLine> petitions) => new(
        [
            new(form["form.column.number"], 4, TextAlign.Centre),
            new(form["form.column.content"], 33),
            new(form["form.column.place"], 11),
            new(form["form.column.field"], 10),
            new(form["form.column.authority"], 10),
            new(form["form.column.letter"], 11),
            new(form["form.column.answer"], 11),
            new(form["form.column.outcome"], 10),
            new(form["form.column.note"], 13),
        ],
        [.. petitions.Select((p, at) => GridRow.Of($"{at + 1}", p.Content, p.Place, p.Field, p.Authority, p.Letter, p.Answer, p.Outcome, p.Note.Length > 0 ? $"{p.Code}\n{p.Note}" : p.Code))])
    {
        Size = 11,
    };

    public TableBlock Short(IReadOnlyList<PetitionLine> petitions) => new(
        [
            new(form["form.column.number"], 6, TextAlign.Centre),
            new(form["form.column.code"], 26),
            new(form["form.column.content"], 48),
            new(form["form.column.place"], 20),
        ],
        [.. petitions.Select((p, at) => GridRow.Of($"{at + 1}", p.Code, p.Content, p.Place))]);

    public TableBlock Moved(IReadOnlyList<PetitionLine> petitions) => new(
        [
            new(form["form.column.number"], 6, TextAlign.Centre),
            new(form["form.column.code"], 25),
            new(form["form.column.content"], 39),
            new(form["form.column.printedDue"], 15, TextAlign.Centre),
            new(form["form.column.newDue"], 15, TextAlign.Centre),
        ],
        [.. petitions.Select((p, at) => GridRow.Of($"{at + 1}", p.Code, p.Content, form.Day(p.PrintedDueOn), form.Day(p.DueOn)))]);

    private PetitionLine Line(Petition p, string agency, string? letter) => new(
        p.Code,
        p.Content,
        p.Place ?? "",
        Catalogue.Of(CatalogueKind.Field, p.Field)?.Vietnamese ?? "",
        Catalogue.Of(CatalogueKind.Authority, p.Authority)?.Vietnamese ?? "",
        agency,
        letter ?? "",
        "",
        p.Outcome is { } outcome ? OutcomeText(outcome) : "",
        p.DueOn,
        null,
        p.SourceNote ?? "");

    internal string OutcomeText(Outcome outcome) => form[$"petition.outcome.{char.ToLowerInvariant($"{outcome}"[0])}{$"{outcome}"[1..]}"];

    private static IReadOnlyDictionary<string, string?> Row(PetitionLine p) => new Dictionary<string, string?>
    {
        ["MaSo"] = p.Code,
        ["NoiDung"] = p.Content,
        ["DonVi"] = p.Place,
        ["LinhVuc"] = p.Field,
        ["ThamQuyen"] = p.Authority,
        ["CoQuanGiaiQuyet"] = p.Agency,
        ["VanBanChuyen"] = p.Letter,
        ["KetQua"] = p.Answer,
        ["PhanLoai"] = p.Outcome,
        ["HanTraLoi"] = p.DueOn?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["HanCu"] = p.PrintedDueOn?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["GhiChu"] = p.Note,
    };

    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();

        return await db.Set<Agency>().AsNoTracking().Where(a => wanted.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
    }
}
