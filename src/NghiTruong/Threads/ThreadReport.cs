using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;
using NghiTruong.Letters;

namespace NghiTruong.Threads;

/// <summary>
/// Báo cáo theo dõi vấn đề: a thread as a Word document in the form of Decree 30/2020/NĐ-CP, always Vietnamese, with what this reader may see. Somebody of the council's own desk gets it under
/// its letterhead; anybody else gets a plain sheet, since nobody writes in another organ's name.
/// </summary>
public sealed class ThreadReport(IDbContextFactory<Db> contexts, ThreadReader reader, FormTexts form, TimeProvider clock)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <returns>Null where the thread is not there for the person.</returns>
    public async Task<WordDocument?> WriteAsync(string code, Acting acting, CancellationToken ct)
    {
        // The rooms tell in the reader's language; a document is Vietnamese whoever asks.
        CultureInfo.CurrentUICulture = Vietnamese;
        if (await reader.ReadAsync(code, acting, ct) is not { } view)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var sender = view.MayKeep ? await SenderForm.ReadAsync(db, form, view.Thread.CouncilId, null, clock.Today, ct) : null;
        using var file = new MemoryStream();
        WordWriter.Write(
            new OfficialDocument
            {
                Letterhead = sender?.Head(null, form["form.thread.notation"], WrittenDate.Open(clock.Today.Year)),
                Title = new DocumentTitle(form["form.thread.kind"], form["form.thread.title", view.Thread.Title]),
                Body = [.. Problem(view), .. Story(view), .. Open(view), .. Result(view)],
                Signatures = sender is null ? [] : [sender.Signature],
                Recipients = sender is null ? [] : [form["form.thread.delegates"], form["form.archive"]],
            },
            file);

        return new WordDocument($"mach-van-de-{view.Thread.Code}.docx", file.ToArray());
    }

    private IEnumerable<Block> Problem(ThreadView view)
    {
        var t = view.Thread;
        yield return HeadingBlock.Part(form["form.thread.problem"]);
        yield return new ParagraphBlock(form["form.thread.opening", t.Code, form.Day(t.OpenedOn), t.Title]);
        if (t.Place is { } place)
        {
            yield return new ParagraphBlock(form["form.thread.place", place]);
        }

        if (Catalogue.Of(CatalogueKind.Field, t.Field) is { } field)
        {
            yield return new ParagraphBlock(form["form.thread.field", field.NameIn(Vietnamese)]);
        }
    }

    private IEnumerable<Block> Story(ThreadView view)
    {
        yield return HeadingBlock.Part(form["form.thread.story"]);
        yield return new TableBlock(
            [new GridColumn(form["form.thread.day"], 14, TextAlign.Centre), new GridColumn(form["form.thread.what"], 56), new GridColumn(form["form.thread.document"], 15), new GridColumn(form["form.thread.record"], 15)],
            [.. view.Lines.Select(l => GridRow.Of(OfficialDate.Short(l.On), string.IsNullOrWhiteSpace(l.Said) ? l.What : $"{l.What}\n{l.Said}", l.Number ?? "", l.Code))]);
    }

    private IEnumerable<Block> Open(ThreadView view)
    {
        yield return HeadingBlock.Part(form["form.thread.open"]);
        if (view.Open.Count == 0)
        {
            yield return new ParagraphBlock(form["form.thread.nothingOpen"]);
            yield break;
        }

        yield return new TableBlock(
            [new GridColumn(form["form.thread.matter"], 46), new GridColumn(form["form.thread.holder"], 28), new GridColumn(form["form.thread.due"], 14, TextAlign.Centre), new GridColumn(form["form.thread.late"], 12, TextAlign.Right)],
            [
                .. view.Open.Select(m => GridRow.Of(
                    $"{m.Title} ({m.Code})", m.Holder, m.DueOn is { } due ? OfficialDate.Short(due) : "", m.DaysLate(clock.Today) is > 0 and var late ? late.ToString(CultureInfo.InvariantCulture) : "")),
            ]);
    }

    private IEnumerable<Block> Result(ThreadView view)
    {
        yield return HeadingBlock.Part(form["form.thread.result"]);
        if (view.Thread is not { Result: { } result, EndedOn: { } on })
        {
            yield return new ParagraphBlock(form["form.thread.goesOn"]);
            yield break;
        }

        yield return new ParagraphBlock(form["form.thread.ended", form.Day(on), result]);
        if (view.Thread.EndedDespite is { } despite)
        {
            yield return new ParagraphBlock(form["form.thread.despite", despite]);
        }
    }
}
