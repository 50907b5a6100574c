using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Reception;

/// <summary>The papers of receptions as Word: the schedule, the book (Mẫu 03/TCD), the notice of refusal (Mẫu 01/TCD), the receipt of documents (Mẫu 02/TCD); each takes the office's own template.</summary>
public sealed class ReceptionPapers(IDbContextFactory<Db> contexts, LetterForms forms, FormTexts form, ReceptionBook book, LetterReading reading, TimeProvider clock)
{
    public const string Schedule = "receptions.schedule";
    public const string Book = "receptions.book";
    public const string Refusal = "receptions.refusal";
    public const string Receipt = "receptions.receipt";

    private static readonly double[] Widths = [4, 8, 15, 9, 18, 8, 6, 9, 5, 11, 12, 20];

    public async Task<Result<WordDocument>> ScheduleAsync(Guid council, DateOnly from, DateOnly to, Acting acting, CancellationToken ct)
    {
        var found = await book.ListAsync(new ReceptionFilter { CouncilId = council, From = from, To = to, Ahead = true, Size = 200 }, acting, ct);
        if (found.Rows.Count == 0)
        {
            return new Refusal("reception.nothingPlanned", null, form.Day(from), form.Day(to));
        }

        var rows = found.Rows.Select((r, i) => GridRow.Of($"{i + 1}", form.Day(r.PlannedOn), Hours(r), r.Receiver, r.IsOnline ? form["form.reception.online", r.Place] : r.Place));

        return await WriteAsync(
            council, new PaperKind(Schedule, ["TuNgay", "DenNgay"]), form["form.reception.schedule.title"], form["form.reception.schedule.about", form.Day(from), form.Day(to)],
            [
                new TableBlock(
                    [
                        new GridColumn(form["form.reception.col.number"], 6, TextAlign.Centre), new GridColumn(form["form.reception.col.day"], 14, TextAlign.Centre), new GridColumn(form["form.reception.col.hours"], 16, TextAlign.Centre),
                        new GridColumn(form["form.reception.col.receiver"], 30), new GridColumn(form["form.reception.col.place"], 34),
                    ],
                    [.. rows]),
            ],
            new() { ["TuNgay"] = form.Day(from), ["DenNgay"] = form.Day(to) }, "lich-tiep-cong-dan.docx", landscape: false, ct);
    }

    /// <summary>Mẫu 03/TCD.</summary>
    public async Task<Result<WordDocument>> BookAsync(Guid council, DateOnly from, DateOnly to, Acting acting, CancellationToken ct)
    {
        var rows = await book.ReadAsync(council, from, to, acting, ct);
        var columns = Widths.Select((w, i) => new GridColumn(form[$"form.book.col.{i + 1}"], w, i is 2 or 4 or 11 ? TextAlign.Left : TextAlign.Centre)).ToArray();
        var numbers = new GridRow([.. Enumerable.Range(1, ReceptionBook.Columns).Select(i => new GridCell($"({i})") { Align = TextAlign.Centre, Italic = true })]);

        return await WriteAsync(
            council, new PaperKind(Book, ["TuNgay", "DenNgay"]), form["form.book.title"], form["form.book.about", form.Day(from), form.Day(to)],
            [new TableBlock(columns, [numbers, .. rows.Select(r => GridRow.Of(r.Columns))]) { Size = 9 }], new() { ["TuNgay"] = form.Day(from), ["DenNgay"] = form.Day(to) }, "so-tiep-cong-dan-mau-03-TCD.docx", landscape: true, ct);
    }

    /// <summary>Mẫu 01/TCD.</summary>
    /// <returns>The notice; refusals <c>visit.notFound</c>, <c>visit.notRefused</c>.</returns>
    public Task<Result<WordDocument>> RefusalAsync(string code, Acting acting, CancellationToken ct) => OfVisitAsync(code, acting, v => v.Outcome == VisitOutcome.Refused, "visit.notRefused", (v, person) => WriteAsync(
        v.CouncilId, new PaperKind(Refusal, ["NguoiDuocTiep", "LyDoTuChoi", "NgayTiep"]), form["form.refusal.title"], form["form.refusal.about"],
        [
            new ParagraphBlock(form["form.refusal.opening", form.Day(v.On), person]),
            new ParagraphBlock(form["form.refusal.reason", v.RefusedBecause ?? DecreeForm.Blank]),
            new ParagraphBlock(form["form.refusal.close", person]),
        ],
        new() { ["NguoiDuocTiep"] = person, ["LyDoTuChoi"] = v.RefusedBecause, ["NgayTiep"] = form.Day(v.On) }, $"mau-01-TCD-{v.Code}.docx", landscape: false, ct), ct);

    /// <summary>Mẫu 02/TCD; of a protected visit made by a handler of its letter, which the journal tells.</summary>
    /// <returns>The receipt; refusals <c>visit.notFound</c>, <c>citizenLetter.notHandler</c>.</returns>
    public Task<Result<WordDocument>> ReceiptAsync(string code, Acting acting, CancellationToken ct) => OfVisitAsync(code, acting, _ => true, "", (v, person) => WriteAsync(
        v.CouncilId, new PaperKind(Receipt, ["NguoiDuocTiep", "TaiLieu", "NgayTiep"]), form["form.receipt.title"], form["form.receipt.about"],
        [
            new ParagraphBlock(form["form.receipt.opening", form.Day(v.On), person]),
            .. (v.Papers ?? form["form.receipt.letter", v.LetterCode ?? DecreeForm.Blank]).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((line, i) => new ParagraphBlock($"{i + 1}. {line}")),
            new ParagraphBlock(form["form.receipt.close"]),
        ],
        new() { ["NguoiDuocTiep"] = person, ["TaiLieu"] = v.Papers, ["NgayTiep"] = form.Day(v.On) }, $"mau-02-TCD-{v.Code}.docx", landscape: false, ct), ct);

    public static string Hours(CitizenReception r) => r.EndsAt is { } until ? $"{r.StartsAt:HH\\:mm} - {until:HH\\:mm}" : $"{r.StartsAt:HH\\:mm}";

    private async Task<Result<WordDocument>> OfVisitAsync(string code, Acting acting, Func<CitizenVisit, bool> fits, string refusal, Func<CitizenVisit, string, Task<Result<WordDocument>>> write, CancellationToken ct)
    {
        if (await book.VisitAsync(code, acting, ct) is not { Visit: var visit })
        {
            return new Refusal("visit.notFound", null, code);
        }

        if (!fits(visit))
        {
            return new Refusal(refusal, null, code);
        }

        if (!visit.IsProtected)
        {
            return await write(visit, string.Join(", ", new[] { visit.PersonName, visit.Address }.Where(p => !string.IsNullOrWhiteSpace(p))));
        }

        var senders = await reading.SendersAsync(visit.LetterCode ?? "", SenderReading.Paper, acting, ct);

        return senders.IsRefused ? Result<WordDocument>.Refuse(senders.Refusals) : await write(visit, string.Join("; ", senders.Value.Select(s => s.Name)));
    }

    private async Task<Result<WordDocument>> WriteAsync(
        Guid council, PaperKind kind, string title, string about, IReadOnlyList<Block> body, Dictionary<string, string?> own, string fileName, bool landscape, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sender = await SenderForm.ReadAsync(db, form, council, null, clock.Today, ct);
        var document = new OfficialDocument
        {
            Letterhead = sender.Head(null, form["form.notation"], WrittenDate.Open(clock.Today.Year)),
            Title = new DocumentTitle(title, about), Body = body, Signatures = [sender.Signature], Recipients = [form["form.archive"]], Landscape = landscape,
        };
        Dictionary<string, string?> values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender.OrganInText, sender.Organ, sender.UpperOrgan, sender.Place);
        var written = await forms.FillAsync(db, council, kind, document, new LetterContent { Body = body, Values = own }, values, ct);

        return written.IsRefused ? Result<WordDocument>.Refuse(written.Refusals) : new WordDocument(fileName, written.Value);
    }
}

/// <summary>One of the papers, as the page of templates offers it.</summary>
internal sealed record PaperKind(string Kind, IReadOnlyList<string> Fields) : IDocumentKind
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();
}
