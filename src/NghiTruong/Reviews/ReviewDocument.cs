using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;

namespace NghiTruong.Reviews;

/// <summary>A review as a Word file: its letter where it has one, else the draft in the same form.</summary>
public sealed class ReviewDocument(IDbContextFactory<Db> contexts, LetterForms forms, ReviewPaper paper, FormTexts form, TimeProvider clock)
{
    /// <returns>The review as Word; null where it is not there for the person.</returns>
    public async Task<WordDocument?> WriteAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Review>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } review)
        {
            return null;
        }

        if (review.LetterId is { } letter && await forms.WriteAsync(letter, acting, ct) is { IsRefused: false } written)
        {
            return written.Value;
        }

        var view = await ReviewReader.FillAsync(db, new ReviewView(review, false), ct);
        var (content, sender) = (paper.Content(view), await SenderForm.ReadAsync(db, form, review.CouncilId, null, clock.Today, ct));
        using var file = new MemoryStream();
        WordWriter.Write(
            new OfficialDocument
            {
                Letterhead = sender.Head(review.SentNumber?.Split('/')[0], form[review.Kind == ReviewKind.Scheme ? "form.review.notation" : "form.review.noticeNotation"], review.SentOn is { } on ? WrittenDate.Of(on) : WrittenDate.Open(clock.Today.Year)) with
                {
                    DraftMark = review.State == ReviewState.Draft ? form["form.draft"] : null,
                },
                Title = content.Title,
                Body = content.Body,
                Annexes = content.Annexes,
                Signatures = [sender.Signature],
                Recipients = [.. content.AlsoTo, form["form.archive"]],
            },
            file);

        return new WordDocument($"{review.Code}.docx", file.ToArray());
    }
}
