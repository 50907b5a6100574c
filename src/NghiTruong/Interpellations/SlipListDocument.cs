using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>Danh mục phiếu chất vấn of a session for the Standing Committee: by group of issues with its criterion, then those not chosen, then those that wait.</summary>
public sealed class SlipListDocument(IDbContextFactory<Db> contexts, LetterForms forms, FormTexts form, TimeProvider clock) : IDocumentKind
{
    private const string TableName = "PhieuChatVan";
    private static readonly string[] Columns = ["STT", "Ma", "DaiBieu", "NguoiBiChatVan", "NoiDung", "CanCu", "NgayGui", "NhomVanDe"];

    public string Kind => "interpellations.slips";

    public IReadOnlyList<string> Fields { get; } = ["KyHop", "TongSoPhieu"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableName] = Columns };

    /// <returns>The list; null where the session is not there for the person. Refusal <c>interpellation.listEmpty</c>.</returns>
    public async Task<Result<WordDocument>?> WriteAsync(Guid sessionId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<CouncilSession>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == sessionId, ct) is not { } session
            || await db.Set<Council>().AsNoTracking().FirstAsync(c => c.Id == session.CouncilId, ct) is var council
            && acting.CapacityFor<ReadSlips>(council.Id, council.ProvinceId) is null)
        {
            return null;
        }

        var slips = await db.Set<Interpellation>().AsNoTracking().VisibleTo(acting).Where(i => i.SessionId == sessionId).OrderBy(i => i.HandedInOn).ThenBy(i => i.Code).ToListAsync(ct);
        if (slips.Count == 0)
        {
            return new Refusal("interpellation.listEmpty", null, session.Name);
        }

        var groups = await db.Set<IssueGroup>().AsNoTracking().Where(g => g.SessionId == sessionId).OrderBy(g => g.CreatedAt).ToListAsync(ct);

        return await WriteAsync(db, session, slips, groups, ct);
    }

    private async Task<Result<WordDocument>> WriteAsync(Db db, CouncilSession session, List<Interpellation> slips, List<IssueGroup> groups, CancellationToken ct)
    {
        var sender = await SenderForm.ReadAsync(db, form, session.CouncilId, null, clock.Today, ct);
        var sections = Sections(slips, groups);
        var content = Content(session, slips.Count, sections);
        var document = new OfficialDocument
        {
            Letterhead = sender.Head(null, form["form.slips.notation"], WrittenDate.Open(clock.Today.Year)),
            Title = new DocumentTitle(form["form.slips.title"], form["form.slips.about", session.Name, form.Day(clock.Today)]),
            Body = content.Body,
            Signatures = [sender.Signature],
            Recipients = [form["form.explanation.members"], form["form.archive"]],
            Landscape = true,
        };
        Dictionary<string, string?> values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender.OrganInText, sender.Organ, sender.UpperOrgan, sender.Place);
        values["NgayThangNam"] = WrittenDate.Of(clock.Today).ToString();
        var written = await forms.FillAsync(db, session.CouncilId, this, document, content, values, ct);

        return written.IsRefused ? Result<WordDocument>.Refuse(written.Refusals) : new WordDocument($"danh-muc-phieu-chat-van-ky-hop-{session.Number}.docx", written.Value);
    }

    private List<(string Heading, List<Interpellation> Slips)> Sections(List<Interpellation> slips, List<IssueGroup> groups)
    {
        var criteria = SelectionCriteria.Shipped;
        List<(string, List<Interpellation>)> sections =
        [
            .. groups.Select((g, i) => (form["form.slips.group", i + 1, g.Title, criteria.Of(g.Criterion)?.Vietnamese ?? g.Criterion], slips.FindAll(s => s.GroupId == g.Id))),
            (form["form.slips.notSelected"], slips.FindAll(s => s.WrittenBecause == WrittenReason.NotSelected)),
            (form["form.slips.waiting"], slips.FindAll(s => !s.IsDecided)),
        ];

        return sections.FindAll(s => s.Item2.Count > 0);
    }

    private LetterContent Content(CouncilSession session, int total, List<(string Heading, List<Interpellation> Slips)> sections)
    {
        var number = 0;
        List<GridRow> rows = [];
        List<IReadOnlyDictionary<string, string?>> values = [];
        foreach (var (heading, slips) in sections)
        {
            rows.Add(GridRow.Group(heading));
            foreach (var slip in slips)
            {
                string[] line = [$"{++number}", slip.Code, slip.AskerName, slip.PersonAsked, slip.Issue, slip.WrittenNote ?? slip.StemsFrom ?? slip.SourceCode ?? "", form.Day(slip.HandedInOn)];
                rows.Add(GridRow.Of(line));
                values.Add(Columns.Zip([.. line, heading]).ToDictionary(pair => pair.First, string? (pair) => pair.Second));
            }
        }

        return new LetterContent
        {
            Body = [new ParagraphBlock(form["form.slips.opening", session.Name, total]), new TableBlock(Headings(), rows)],
            Values = new Dictionary<string, string?> { ["KyHop"] = session.Name, ["TongSoPhieu"] = $"{total}" },
            Tables = new Dictionary<string, TemplateTable> { [TableName] = new(Columns, values) },
        };
    }

    private GridColumn[] Headings() =>
    [
        new(form["form.explanation.col.number"], 5, TextAlign.Centre),
        new(form["form.slips.col.code"], 15),
        new(form["form.slips.col.asker"], 14),
        new(form["form.slips.col.person"], 15),
        new(form["form.slips.col.issue"], 31),
        new(form["form.slips.col.basis"], 14),
        new(form["form.slips.col.on"], 9, TextAlign.Centre),
    ];
}
