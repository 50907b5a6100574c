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

    /// <summary>Petitions with the letter they were last sent with and the last answer of the lead to them, by day of receipt.</summary>
    public async Task<IReadOnlyList<PetitionLine>> WithResultsAsync(Db db, IQueryable<Petition> petitions, CancellationToken ct)
    {
        var rows = await petitions.OrderBy(p => p.ReceivedOn).ThenBy(p => p.Code).ToListAsync(ct);
        var letters = await (
            from forwarding in db.Set<PetitionForwarding>().AsNoTracking()
            join letter in db.Set<OfficialLetter>().AsNoTracking() on forwarding.LetterId equals letter.Id
            where forwarding.WithdrawnOn == null && letter.IssuedOn != null && petitions.Any(p => p.Id == forwarding.PetitionId)
            select new { forwarding.PetitionId, letter.Number, letter.Notation, letter.IssuedOn }).ToListAsync(ct);
        var answers = await (
            from answer in db.Set<PetitionAnswer>().AsNoTracking()
            join document in db.Set<AnswerDocument>().AsNoTracking() on answer.DocumentId equals document.Id
            where answer.IsOfLead && petitions.Any(p => p.Id == answer.PetitionId)
            orderby answer.RecordedAt
            select new { answer.PetitionId, document.Number, document.IssuedOn, document.ReceivedOn }).ToListAsync(ct);
        var letterOf = letters.GroupBy(l => l.PetitionId).ToDictionary(g => g.Key, g => g.OrderBy(l => l.IssuedOn).Last());
        var answerOf = answers.GroupBy(a => a.PetitionId).ToDictionary(g => g.Key, g => g.Last());
        var agencies = await NamesAsync(db, rows.Select(r => r.LeadAgencyId).OfType<Guid>(), ct);

        return [.. rows.Select(p =>
        {
            var (letter, answer) = (letterOf.GetValueOrDefault(p.Id), answerOf.GetValueOrDefault(p.Id));
            var number = letter?.Notation is null ? letter?.Number : $"{letter.Number}/{letter.Notation}";

            return Line(p, p.LeadAgencyId is { } id ? agencies.GetValueOrDefault(id, "") : "", Dated(number, letter?.IssuedOn)) with
            {
                Answer = answer is null ? "" : Dated(answer.Number ?? form["form.answered"], answer.IssuedOn ?? answer.ReceivedOn),
                DueOn = p.OwedBy,
            };
        })];
    }

    /// <summary>The annex an agency fills in and sends back: results and classification are left blank.</summary>
    public TableBlock Annex(IReadOnlyList<PetitionLine> petitions) => new(
        AnnexColumns(),
        [.. petitions.Select(AnnexRow)])
    {
        Size = 11,
    };

    /// <summary>The same table in groups, each under its name; rows are counted through.</summary>
    public TableBlock Annex(IReadOnlyList<(string Name, IReadOnlyList<PetitionLine> Petitions)> groups)
    {
        var number = 0;

        return new TableBlock(AnnexColumns(), [.. groups.SelectMany(g => g.Petitions.Select(p => AnnexRow(p, number++)).Prepend(GridRow.Group(g.Name)))]) { Size = 11 };
    }

    private static GridRow AnnexRow(PetitionLine p, int at) => GridRow.Of(
        $"{at + 1}", p.Content, p.Place, p.Field, p.Authority, p.Letter, p.Answer, p.Outcome, p.Note.Length > 0 ? $"{p.Code}\n{p.Note}" : p.Code);

    private string Dated(string? number, DateOnly? day) => day is null ? number ?? "" : form["form.dated", number ?? "", form.Day(day)];

    private GridColumn[] AnnexColumns() =>
        [
            new(form["form.column.number"], 5.5, TextAlign.Centre),
            new(form["form.column.content"], 33),
            new(form["form.column.place"], 11),
            new(form["form.column.field"], 10),
            new(form["form.column.authority"], 10),
            new(form["form.column.letter"], 11),
            new(form["form.column.answer"], 11),
            new(form["form.column.outcome"], 10),
            new(form["form.column.note"], 13),
        ];

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

    internal static IReadOnlyList<string> AllColumns => Columns;

    internal static Dictionary<string, string?> Row(PetitionLine p) => new Dictionary<string, string?>
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
