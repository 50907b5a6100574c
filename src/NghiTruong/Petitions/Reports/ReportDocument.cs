using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Petitions.Reports;

/// <summary>
/// The report as a Word document in the form of Decree 30/2020: what the page shows, in Vietnamese. Somebody of the council's own desk gets it under its
/// letterhead; anybody else gets a plain sheet, since nobody writes in another organ's name.
/// </summary>
public sealed class ReportDocument(IDbContextFactory<Db> contexts, PetitionReports reports, LetterForms forms, FormTexts form, TextTable texts, TimeProvider clock) : IDocumentKind
{
    private const string TableOfTemplate = "BangSoLieu";
    private static readonly string[] Columns = ["Bang", "Ten", .. SettlementFields.OfRows];

    public string Kind => "petitions.report";

    public IReadOnlyList<string> Fields { get; } = ["PhamViSoLieu", "SoLieuDenNgay", .. SettlementFields.OfWhole];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [TableOfTemplate] = Columns };

    /// <returns>The document; null where the place is not there for the person; refusals <c>template.*</c>.</returns>
    public async Task<Result<WordDocument>?> WriteAsync(ReportQuestion asked, string? sessionName, Acting acting, CancellationToken ct)
    {
        var words = ReportWords.Vietnamese(texts);
        if (await reports.ReadAsync(asked, words, acting, ct) is not { } report)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await OwnAsync(db, report.Place.CouncilId, acting, ct);
        var sender = own is { } council ? await SenderForm.ReadAsync(db, form, council, null, clock.Today, ct) : null;
        var content = Content(report, form.Unfold(ReportWorkbook.About(report, sessionName, words)), words);
        var document = new OfficialDocument
        {
            Letterhead = sender?.Head(null, form["form.notation.report"], WrittenDate.Open(clock.Today.Year)),
            Title = content.Title,
            Body = content.Body,
            Signatures = sender is null ? [] : [sender.Signature],
            Recipients = sender is null ? [] : [form["form.delegates"], form["form.archive"]],
        };
        var values = Common(sender, content);
        // Without a desk there is no office whose template it could be.
        var written = await forms.FillAsync(db, own ?? Guid.Empty, this, document, content, values, ct);

        return written.IsRefused
            ? Result<WordDocument>.Refuse(written.Refusals)
            : new WordDocument(string.Create(CultureInfo.InvariantCulture, $"tong-hop-kien-nghi-{clock.Today:yyyy-MM-dd}.docx"), written.Value);
    }

    private static async Task<Guid?> OwnAsync(Db db, Guid? councilId, Acting acting, CancellationToken ct) =>
        councilId is { } id
        && await db.Set<Councils.Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is { } council
        && acting.CapacityFor<ReadDraftLetters>(id, council.ProvinceId) is not null
            ? id
            : null;

    private static Dictionary<string, string?> Common(SenderForm? sender, LetterContent content)
    {
        var values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender?.OrganInText, sender?.Organ, sender?.UpperOrgan, sender?.Place);
        values["TrichYeu"] = content.Title?.Abstract;
        values["ThamQuyenKy"] = sender is null ? null : string.Join('\n', sender.SignatureLines);
        values["NguoiKy"] = sender?.Signer;

        return values;
    }

    private LetterContent Content(PetitionReport report, string about, ReportWords words)
    {
        var day = ReportWords.Day(report.Figures.AsOf.VietnamDate);
        List<Block> body = [new ParagraphBlock(form["form.report.opening", about, day]), new ListBlock([.. Headline(report)])];
        foreach (var table in report.Tables)
        {
            body.Add(HeadingBlock.Section(form.Unfold(words.Title(table.By))));
            body.Add(new ParagraphBlock(words.Says(table)));
            body.Add(Grid(table, words));
        }

        body.Add(new ParagraphBlock(form["form.report.close"]));

        return new LetterContent
        {
            Title = new DocumentTitle(form["form.report.kind"], form["form.report.title"]),
            Body = body,
            Values = new Dictionary<string, string?>([new("PhamViSoLieu", about), new("SoLieuDenNgay", day), .. SettlementFields.Whole(report.Figures)]),
            Tables = new Dictionary<string, TemplateTable> { [TableOfTemplate] = new(Columns, [.. report.Tables.SelectMany(t => t.Rows.Select(r => Row(t, r, words)))]) },
        };
    }

    private IEnumerable<string> Headline(PetitionReport report) =>
        ReportWorkbook.Headline(report).Select(h => form["form.report.line", form[h.Text], ReportWords.Number(h.Cell.N)]);

    private static Dictionary<string, string?> Row(ReportTable table, ReportRow row, ReportWords words) =>
        new([new("Bang", words.Title(table.By)), new("Ten", row.Name), .. SettlementFields.Row(table, row)]);

    /// <summary>The table as the page has it.</summary>
    private TableBlock Grid(ReportTable table, ReportWords words)
    {
        var whole = table.Total.Cells[0].N;
        List<GridColumn> columns = [new(words.What(table.By), table.HasShare ? 50 : 34)];
        columns.AddRange(table.Columns.Select(c => new GridColumn(form["form.short." + c], table.HasShare ? 20 : 11, TextAlign.Right)));
        if (table.HasShare)
        {
            columns.Add(new GridColumn(words["report.share"], 20, TextAlign.Right));
        }

        return new TableBlock(columns, [.. table.Rows.Select(r => Of(r)), Of(table.Total) with { Bold = true }]) { Size = 11 };

        GridRow Of(ReportRow row) => GridRow.Of([row.Name, .. row.Cells.Select(c => ReportWords.Number(c.N)), .. table.HasShare ? [ReportWords.Share(row.Cells[0].N, whole)] : Array.Empty<string>()]);
    }
}
