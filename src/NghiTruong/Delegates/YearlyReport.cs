using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;

namespace NghiTruong.Delegates;

/// <summary>
/// Báo cáo kết quả hoạt động của đại biểu HĐND: a year (or a part of it) as a Word document in the form of Decree 30/2020/NĐ-CP, always Vietnamese, drawn from the records of every room with what
/// this reader may see. The delegate signs it; the figures are never typed.
/// </summary>
public sealed class YearlyReport(IDbContextFactory<Db> contexts, DelegateReader reader, DelegateDeeds deeds, FormTexts form, TimeProvider clock)
{
    private const int MostLines = 60;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <returns>Null where the delegate is not there for the person.</returns>
    public async Task<WordDocument?> WriteAsync(string code, int year, Acting acting, CancellationToken ct)
    {
        // The rooms tell in the reader's language; a document is Vietnamese whoever asks.
        CultureInfo.CurrentUICulture = Vietnamese;
        if (await reader.ReadAsync(code, acting, ct) is not { } view)
        {
            return null;
        }

        var d = view.Delegate;
        var (from, until) = Period(d, year, clock.Today);
        var told = await deeds.ReadAsync(d, from, until, acting, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sender = await SenderForm.ReadAsync(db, form, d.CouncilId, null, clock.Today, ct);
        using var file = new MemoryStream();
        WordWriter.Write(
            new OfficialDocument
            {
                Letterhead = sender.AsCouncil(form).Head(null, form["form.delegate.notation"], WrittenDate.Open(clock.Today.Year)),
                Title = new DocumentTitle(form["form.delegate.kind"], form["form.delegate.title", d.FullName, year]),
                Body = [.. Person(d, from, until), .. Figures(told), .. told.Where(t => t.Deeds.Count > 0).SelectMany(Lines), .. Own()],
                Signatures = [new Signature([new SignatureLine(AuthorityForm.Own, form["form.delegate.signer"])], d.FullName)],
                Recipients = [form["form.delegate.standing", sender.CouncilInText], form["form.archive"]],
            },
            file);

        return new WordDocument($"bao-cao-{d.Code}-{year}.docx", file.ToArray());
    }

    /// <summary>What of a year a mandate covers, up to today. Pure.</summary>
    public static (DateOnly From, DateOnly Until) Period(Delegate d, int year, DateOnly today)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var from = d.From > first ? d.From : first;
        var end = d.Until is { } until && until < last ? until : last;

        return (from, today < end ? today : end);
    }

    private IEnumerable<Block> Person(Delegate d, DateOnly from, DateOnly until)
    {
        yield return new ParagraphBlock(form["form.delegate.person", d.FullName, d.Code, d.Term]);
        if (d.Occupation is { } occupation)
        {
            yield return new ParagraphBlock(form["form.delegate.occupation", occupation]);
        }

        if (d.Constituency is { } constituency)
        {
            yield return new ParagraphBlock(form["form.delegate.constituency", constituency]);
        }

        yield return new ParagraphBlock(form["form.delegate.period", form.Day(from), form.Day(until)]);
    }

    private IEnumerable<Block> Figures(IReadOnlyList<DeedsOfKind> told)
    {
        yield return HeadingBlock.Part(form["form.delegate.figures"]);
        yield return new TableBlock(
            [new GridColumn(form["form.delegate.activity"], 78), new GridColumn(form["form.delegate.count"], 22, TextAlign.Right)],
            [.. told.Select(t => GridRow.Of(form["delegate.deed." + t.Kind], t.Count.ToString(CultureInfo.InvariantCulture)))]);
    }

    private IEnumerable<Block> Lines(DeedsOfKind of)
    {
        yield return HeadingBlock.Part(form["delegate.deed." + of.Kind]);
        yield return new TableBlock(
            [new GridColumn(form["form.delegate.day"], 16, TextAlign.Centre), new GridColumn(form["form.delegate.what"], 62), new GridColumn(form["form.delegate.record"], 22)],
            [.. of.Deeds.Take(MostLines).Reverse().Select(l => GridRow.Of(WrittenDay(l.On), l.Text, l.RecordCode ?? ""))]);
        if (of.Deeds.Count > MostLines)
        {
            yield return new ParagraphBlock(form["form.delegate.more", of.Deeds.Count - MostLines]);
        }
    }

    /// <summary>What no record holds the delegate writes.</summary>
    private IEnumerable<Block> Own()
    {
        foreach (var part in new[] { "form.delegate.assessment", "form.delegate.wishes", "form.delegate.plan" })
        {
            yield return HeadingBlock.Part(form[part]);
            yield return new ParagraphBlock("……………………………………………………………………………………");
        }
    }

    private static string WrittenDay(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
