using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions.Documents;

/// <summary>The papers of the register.</summary>
public enum ResolutionSheet
{
    /// <summary>Danh mục nghị quyết còn hiệu lực.</summary>
    InForce,

    /// <summary>Báo cáo theo dõi việc thực hiện nghị quyết.</summary>
    Following,
}

/// <summary>A paper as a kind of document, with templates of the office's own.</summary>
public sealed record ResolutionSheetKind(ResolutionSheet Sheet) : IDocumentKind
{
    public const string Table = "NghiQuyet";

    internal static readonly IReadOnlyList<string> Columns = ["SoKyHieu", "NgayThongQua", "TrichYeu", "HieuLucTu", "BanPhuTrach", "RaSoatGanNhat", "GhiChu"];

    public string Kind => Sheet == ResolutionSheet.InForce ? "resolutions.inForce" : "resolutions.following";

    public IReadOnlyList<string> Fields { get; } = ["SoLieuDenNgay"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [Table] = Columns };
}

/// <summary>
/// Writes the list of resolutions in force and the report on following them, as Word in the form of Decree 30/2020/NĐ-CP. The council's own desk gets its letterhead; anybody else a plain
/// sheet, since nobody writes in another organ's name.
/// </summary>
public sealed class ResolutionSheets(IDbContextFactory<Db> contexts, LetterForms forms, FormTexts form, TimeProvider clock)
{
    /// <returns>The document; null where the council's register is not there for the person; refusals <c>template.*</c>.</returns>
    public async Task<Result<WordDocument>?> WriteAsync(Guid councilId, ResolutionSheet sheet, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == councilId, ct) is not { } council || acting.CapacityFor<ReadResolutions>(council.Id, council.ProvinceId) is null)
        {
            return null;
        }

        var isOwn = acting.CapacityFor<ReadDraftLetters>(council.Id, council.ProvinceId) is not null;
        var sender = isOwn ? await SenderForm.ReadAsync(db, form, council.Id, null, clock.Today, ct) : null;
        var content = await ContentAsync(db, council, sheet, ct);
        var document = new OfficialDocument
        {
            Letterhead = sender?.Head(null, form[sheet == ResolutionSheet.InForce ? "form.resolutions.notation" : "form.notation.report"], WrittenDate.Open(clock.Today.Year)),
            Title = content.Title,
            Landscape = sheet == ResolutionSheet.InForce,
            Body = content.Body,
            Signatures = sender is null ? [] : [sender.Signature],
            Recipients = sender is null ? [] : [form["form.delegates"], form["form.archive"]],
        };
        var written = await forms.FillAsync(db, isOwn ? council.Id : Guid.Empty, new ResolutionSheetKind(sheet), document, content, Common(sender, content), ct);
        var name = form[sheet == ResolutionSheet.InForce ? "form.resolutions.inForce.file" : "form.resolutions.following.file"];

        return written.IsRefused
            ? Result<WordDocument>.Refuse(written.Refusals)
            : new WordDocument(string.Create(CultureInfo.InvariantCulture, $"{name}-{clock.Today:yyyy-MM-dd}.docx"), written.Value);
    }

    private static Dictionary<string, string?> Common(SenderForm? sender, LetterContent content)
    {
        var values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender?.OrganInText, sender?.Organ, sender?.UpperOrgan, sender?.Place);
        values["TrichYeu"] = content.Title?.Abstract;
        values["ThamQuyenKy"] = sender is null ? null : string.Join('\n', sender.SignatureLines);
        values["NguoiKy"] = sender?.Signer;

        return values;
    }

    private async Task<LetterContent> ContentAsync(Db db, Council council, ResolutionSheet sheet, CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await db.Set<Resolution>().AsNoTracking()
            .Where(r => r.CouncilId == council.Id && r.InForceFrom <= today && (r.EndsOn == null || r.EndsOn > today))
            .OrderBy(r => r.PassedOn).ThenBy(r => r.Id).ToListAsync(ct);
        var bodies = await db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == council.Id).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var name = form.Unfold(council.Name);
        var table = new TemplateTable(ResolutionSheetKind.Columns, [.. rows.Select(r => Values(r, bodies))]);
        var day = form.Day(today);

        return new LetterContent
        {
            Title = sheet == ResolutionSheet.InForce
                ? new DocumentTitle(form["form.resolutions.inForce.kind"], form["form.resolutions.inForce.title", name, day])
                : new DocumentTitle(form["form.report.kind"], form["form.resolutions.following.title", name]),
            Body = sheet == ResolutionSheet.InForce ? InForce(rows, bodies) : await FollowingAsync(db, council, rows, bodies, name, ct),
            Values = new Dictionary<string, string?> { ["SoLieuDenNgay"] = day },
            Tables = new Dictionary<string, TemplateTable> { [ResolutionSheetKind.Table] = table },
        };
    }

    private List<Block> InForce(List<Resolution> rows, Dictionary<Guid, string> bodies) => rows.Count == 0
        ? [new ParagraphBlock(form["form.resolutions.none"])]
        :
        [
            new TableBlock(
                [
                    new GridColumn(form["form.resolutions.col.no"], 6, TextAlign.Centre), new GridColumn(form["form.resolutions.col.number"], 17), new GridColumn(form["form.resolutions.col.passed"], 11, TextAlign.Centre),
                    new GridColumn(form["form.resolutions.col.title"], 42), new GridColumn(form["form.resolutions.col.kind"], 16), new GridColumn(form["form.resolutions.col.from"], 11, TextAlign.Centre),
                    new GridColumn(form["form.resolutions.col.body"], 18), new GridColumn(form["form.resolutions.col.note"], 20),
                ],
                [
                    .. rows.Select((r, i) => GridRow.Of(
                        (i + 1).ToString(CultureInfo.InvariantCulture), r.Number, form.Day(r.PassedOn), r.Title, ResolutionKinds.Of(r.Kind)?.Vietnamese ?? r.Kind, form.Day(r.InForceFrom), BodyOf(r, bodies), Remark(r))),
                ]),
        ];

    private async Task<List<Block>> FollowingAsync(Db db, Council council, List<Resolution> rows, Dictionary<Guid, string> bodies, string name, CancellationToken ct)
    {
        var today = clock.Today;
        var tasks = await db.Set<ResolutionTask>().AsNoTracking().Where(t => t.CouncilId == council.Id && (t.State != ResolutionTaskState.Closed || t.ClosedOn >= new DateOnly(today.Year, 1, 1))).OrderBy(t => t.DueOn).ToListAsync(ct);
        var stale = rows.Where(r => r.OwedBy < today).ToList();
        var toChange = rows.Where(r => r.Verdict is LookVerdict.ToAmend or LookVerdict.ToReplace or LookVerdict.ToRepeal).ToList();
        List<Block> body =
        [
            new ParagraphBlock(form["form.resolutions.opening", name, form.Day(today)]),
            HeadingBlock.Part(form["form.resolutions.part.general"]),
            new ListBlock(
                form["form.resolutions.line.inForce", rows.Count], form["form.resolutions.line.looked", rows.Count(r => r.LookedOn is not null), stale.Count],
                form["form.resolutions.line.tasks", tasks.Count, tasks.Count(t => t.State == ResolutionTaskState.Closed), tasks.Count(t => t.OwedBy < today)]),
            HeadingBlock.Part(form["form.resolutions.part.tasks"]),
            tasks.Count == 0 ? new ParagraphBlock(form["form.resolutions.noTasks"]) : await TasksAsync(db, tasks, ct),
            HeadingBlock.Part(form["form.resolutions.part.stale"]),
            stale.Count == 0 ? new ParagraphBlock(form["form.resolutions.noStale"]) : new ListBlock([.. stale.Select(r => form["form.resolutions.line.stale", r.Number, r.Title, BodyOf(r, bodies)])]),
            HeadingBlock.Part(form["form.resolutions.part.proposals"]),
            toChange.Count == 0
                ? new ParagraphBlock(form["form.resolutions.noProposals"])
                : new ListBlock([.. toChange.Select(r => form["form.resolutions.line.proposal", r.Number, r.Title, form[$"form.resolutions.verdict.{r.Verdict}"]])]),
        ];

        return body;
    }

    private async Task<TableBlock> TasksAsync(Db db, List<ResolutionTask> tasks, CancellationToken ct)
    {
        var (clauseIds, resolutionIds, agencyIds) = (tasks.Select(t => t.ClauseId).Distinct().ToList(), tasks.Select(t => t.ResolutionId).Distinct().ToList(), tasks.Select(t => t.AgencyId).Distinct().ToList());
        var places = await db.Set<ResolutionClause>().AsNoTracking().Where(c => clauseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Place, ct);
        var numbers = await db.Set<Resolution>().AsNoTracking().Where(r => resolutionIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Number, ct);
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);

        return new TableBlock(
            [
                new GridColumn(form["form.resolutions.col.no"], 8, TextAlign.Centre), new GridColumn(form["form.resolutions.col.place"], 20), new GridColumn(form["form.resolutions.col.content"], 32),
                new GridColumn(form["form.resolutions.col.agency"], 19), new GridColumn(form["form.resolutions.col.due"], 18, TextAlign.Centre), new GridColumn(form["form.resolutions.col.standing"], 18),
            ],
            [
                .. tasks.Select((t, i) => GridRow.Of(
                    (i + 1).ToString(CultureInfo.InvariantCulture), $"{numbers[t.ResolutionId]}, {places[t.ClauseId]}", t.Content, form.Unfold(agencies[t.AgencyId]), form.Day(t.DueOn), StandingOf(t))),
            ]);
    }

    private string StandingOf(ResolutionTask t) => t.OwedBy < clock.Today ? form["form.resolutions.standing.late", clock.Today.DayNumber - t.OwedBy.Value.DayNumber]
        : t.Outcome is { } outcome && t.State != ResolutionTaskState.Reported ? form[$"form.resolutions.outcome.{outcome}"] : form[$"form.resolutions.standing.{t.State}"];

    private string BodyOf(Resolution r, Dictionary<Guid, string> bodies) => form.Unfold(r.BodyId is { } id && bodies.TryGetValue(id, out var name) ? name : form["form.standingCommittee"]);

    private string Remark(Resolution r) => string.Join("; ", new[]
    {
        r.IsPartlyEndedOn(clock.Today) ? form["form.resolutions.partly"] : null,
        r.EndsOn is { } ends ? form["form.resolutions.until", form.Day(ends.AddDays(-1))] : null,
    }.Where(l => l is not null));

    private Dictionary<string, string?> Values(Resolution r, Dictionary<Guid, string> bodies) => new()
    {
        ["SoKyHieu"] = r.Number,
        ["NgayThongQua"] = form.Day(r.PassedOn),
        ["TrichYeu"] = r.Title,
        ["HieuLucTu"] = form.Day(r.InForceFrom),
        ["BanPhuTrach"] = BodyOf(r, bodies),
        ["RaSoatGanNhat"] = form.Day(r.LookedOn),
        ["GhiChu"] = Remark(r),
    };
}
