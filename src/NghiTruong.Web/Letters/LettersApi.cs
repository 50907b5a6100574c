using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Letters;

/// <summary>A letter in the API.</summary>
public sealed record LetterOut(
    Guid Id, string? Council, string Kind, string Subject, string Recipient, LetterState State, string? Number, DateOnly? SignedOn, DateOnly? IssuedOn, DateOnly? OutBy);

public sealed record LetterItems(IReadOnlyList<LetterOut> Items, Guid? Next);

/// <summary><c>/api/v1/letters</c> and the Word files of letters.</summary>
public static class LettersApi
{
    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/letters").WithTags("Letters");
        api.MapGet("", ListAsync).Requires<ReadLetters>().Produces<LetterItems>().ProducesProblem(404).WithSummary("Letters, latest first, by cursor; folder is all, draft, toSign, toNumber, issued");
        api.MapGet("/{id:guid}/document", DocumentAsync).Requires<ReadLetters>().ProducesProblem(404).WithSummary("A letter as Word");
        routes.MapGet("/cong-van/{id:guid}/tai-ve", DocumentAsync).Requires<ReadLetters>().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(
        string? council, LetterFolder? folder, Guid? cursor, LetterList list, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, CancellationToken ct)
    {
        var asked = await desks.FindAsync(council, ct);
        if (council is not (null or UnitBook.Nation) && asked is null)
        {
            return Problems.Of(new Refusal("council.notFound", "council"), texts);
        }

        var page = await list.ReadAsync(folder ?? LetterFolder.All, asked?.Id, null, cursor, acting, ct);
        var councils = await directory.CouncilsAsync(ct);

        return Results.Ok(new LetterItems(
            [.. page.Rows.Select(r => new LetterOut(
                r.Id, councils.GetValueOrDefault(r.CouncilId)?.Code, r.Kind, r.Abstract, r.RecipientName, r.State, r.FullNumber, r.SignedOn, r.IssuedOn, r.OutBy))],
            page.Next));
    }

    private static async Task<IResult> DocumentAsync(Guid id, LetterForms forms, Acting acting, TextTable texts, CancellationToken ct) =>
        await forms.WriteAsync(id, acting, ct) is { } written ? Word(written, texts) : Problems.Of(new Refusal("letter.notFound"), texts);

    private static IResult Word(Result<WordDocument> written, TextTable texts) =>
        written.IsRefused ? Problems.Of(written, texts) : Results.File(written.Value.Content, WordWriter.ContentType, written.Value.FileName);
}
