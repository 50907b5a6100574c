using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law.Catalogues;
using NghiTruong.Letters;
using NghiTruong.Petitions.Documents;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Petitions.Reports;

/// <summary>How an annex of the dossier groups petitions, in the order of their numbers.</summary>
public enum AnnexBy
{
    /// <summary>Theo thẩm quyền.</summary>
    Authority,

    /// <summary>Theo cơ quan giải quyết.</summary>
    Agency,

    /// <summary>Tồn đọng, theo kỳ họp đã nêu.</summary>
    Backlog,
}

/// <summary>An annex as a kind of document with templates of its own.</summary>
public sealed record SessionAnnexKind(AnnexBy By) : IDocumentKind
{
    internal const string Group = "Nhom";
    private static readonly IReadOnlyList<string> Columns = [.. PetitionTables.AllColumns, Group];

    public string Kind => By switch
    {
        AnnexBy.Authority => "petitions.annexAuthority",
        AnnexBy.Agency => "petitions.annexAgency",
        AnnexBy.Backlog => "petitions.annexBacklog",
    };

    public IReadOnlyList<string> Fields => SessionSentences.Fields;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [PetitionTables.Name] = Columns };

    internal static TemplateTable Rows(IEnumerable<(string Name, IReadOnlyList<PetitionLine> Petitions)> groups) =>
        new(Columns, [.. groups.SelectMany(g => g.Petitions.Select(p => new Dictionary<string, string?>(PetitionTables.Row(p)) { [Group] = g.Name }))]);
}

/// <summary>The annexes of the dossier: every petition of the session with its letter, answer and class of result (domain 2.4 and 6.4), and those open from before.</summary>
public sealed class SessionAnnexes(LetterForms forms, FormTexts form, PetitionTables tables, SessionSentences say)
{
    public static IReadOnlyList<SessionAnnexKind> Kinds { get; } = [.. Enum.GetValues<AnnexBy>().Select(by => new SessionAnnexKind(by))];

    internal async Task<Result<byte[]>> WriteAsync(Db db, SessionFigures f, SessionAnnexKind kind, CancellationToken ct)
    {
        var groups = await GroupsAsync(db, f, kind.By, ct);
        var subject = say[$"form.annex.{TextCode.Of($"{kind.By}")}", f.Session.ToUpperInvariant()];
        var reference = new ParagraphBlock(new TextSpan(await ReferenceAsync(db, f, ct), Italic: true)) { Align = TextAlign.Centre };
        var document = new OfficialDocument
        {
            Title = new DocumentTitle(say["form.annex.title", DecreeForm.Annex, DecreeForm.Roman((int)kind.By + 1)], subject),
            Landscape = true,
            Body = groups.Count == 0 ? [reference, new ParagraphBlock(say["form.annex.nothing", form.Day(f.AsOf)])] : [reference, tables.Annex(groups)],
        };
        var content = new LetterContent
        {
            Title = document.Title,
            Body = document.Body,
            Values = say.Values(f, []),
            Tables = new Dictionary<string, TemplateTable> { [PetitionTables.Name] = SessionAnnexKind.Rows(groups) },
        };
        var sender = await SenderForm.ReadAsync(db, form, f.CouncilId, null, f.AsOf, ct);
        var values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender.OrganInText, sender.Organ, sender.UpperOrgan, sender.Place);
        values["TrichYeu"] = subject;

        return await forms.FillAsync(db, f.CouncilId, kind, document, content, values, ct);
    }

    private async Task<IReadOnlyList<(string Name, IReadOnlyList<PetitionLine> Petitions)>> GroupsAsync(Db db, SessionFigures f, AnnexBy by, CancellationToken ct)
    {
        var own = db.Set<Petition>().AsNoTracking().Where(p => p.CouncilId == f.CouncilId && p.Kind == PetitionKind.Petition && p.Status != PetitionStatus.Merged);
        if (by == AnnexBy.Backlog)
        {
            return await BacklogAsync(db, PetitionList.Backlog(own, f.SessionId, db), ct);
        }

        var lines = await tables.WithResultsAsync(
            db, own.Where(p => db.Set<CouncilSession>().Any(s => s.Id == p.SessionId && s.Term == f.Term && s.Number == f.Number)), ct);
        var groups = by == AnnexBy.Authority
            ? lines.GroupBy(l => l.Authority).OrderBy(g => OrderOf(g.Key)).Select(g => (g.Key, g.Select(l => l with { Authority = l.Agency.Length > 0 ? l.Agency : l.Authority })))
            : lines.GroupBy(l => l.Agency).OrderBy(g => g.Key.Length == 0).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.AsEnumerable()));

        return [.. groups.Select((g, at) => Named(at, g.Key.Length > 0 ? form.Unfold(g.Key) : form[by == AnnexBy.Authority ? "report.none.authority" : "report.none.agency"], [.. g.Item2.Select(Noted)]))];
    }

    private async Task<IReadOnlyList<(string Name, IReadOnlyList<PetitionLine> Petitions)>> BacklogAsync(Db db, IQueryable<Petition> backlog, CancellationToken ct)
    {
        var sessions = await db.Set<CouncilSession>().AsNoTracking().Where(s => backlog.Any(p => p.SessionId == s.Id)).OrderBy(s => s.OpensOn).ToListAsync(ct);
        List<(string, IReadOnlyList<PetitionLine>)> groups = [];
        foreach (var session in sessions)
        {
            var lines = await tables.WithResultsAsync(db, backlog.Where(p => p.SessionId == session.Id), ct);
            var name = say["form.annex.since", session.Name, session.Term.Replace("-", " - ", StringComparison.Ordinal)];
            groups.Add(Named(groups.Count, name, [.. lines.Select(l => Noted(l with { Authority = l.Agency.Length > 0 ? l.Agency : l.Authority }))]));
        }

        return groups;
    }

    private (string, IReadOnlyList<PetitionLine>) Named(int at, string name, IReadOnlyList<PetitionLine> lines) =>
        (say["form.annex.group", DecreeForm.Roman(at + 1), name.ToUpperInvariant(), ReportWords.Number(lines.Count)], lines);

    /// <summary>What is owed carries its day in the note.</summary>
    private PetitionLine Noted(PetitionLine line) => line.DueOn is { } due ? line with { Note = form["form.annex.due", form.Day(due)] } : line with { Note = "" };

    private static int OrderOf(string authority) =>
        authority.Length == 0 ? int.MaxValue : Enumerable.Range(0, Authorities.Length).FirstOrDefault(i => Authorities[i] == authority, Authorities.Length);

    private static readonly string[] Authorities =
        [.. new[] { AuthorityCatalogue.Central, AuthorityCatalogue.Province, AuthorityCatalogue.District, AuthorityCatalogue.Commune, AuthorityCatalogue.Other }
            .Select(code => Catalogue.Of(CatalogueKind.Authority, code)!.Vietnamese)];

    /// <summary>"(Kèm theo Báo cáo số 12/BC-HĐND ngày …)"; without a number, room to write it.</summary>
    private async Task<string> ReferenceAsync(Db db, SessionFigures f, CancellationToken ct)
    {
        var letter = await (
            from paper in db.Set<SessionPaper>().AsNoTracking()
            join l in db.Set<OfficialLetter>().AsNoTracking() on paper.LetterId equals l.Id
            where paper.SessionId == f.SessionId && l.Kind == SettlementReport.KindCode && l.Number != null
            orderby l.NumberedOn descending
            select l).FirstOrDefaultAsync(ct);
        var number = letter?.FullNumber ?? $"{DecreeForm.RoomForNumber}/{say["form.notation.report"]}";
        var date = letter?.NumberedOn is { } day ? WrittenDate.Of(day) : WrittenDate.Open(f.AsOf.Year);

        return say["form.annex.reference", number, date, say.CouncilOf(f)];
    }
}
