using NghiTruong.Accounts;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Verification;
using NghiTruong.Verification.Checks;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary><c>/api/v1/verifications</c>. Names are a contract.</summary>
public static class VerificationsApi
{
    public const string Root = "/api/v1/verifications";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("Verifications").DisableAntiforgery();
        api.MapPost("/checks", CheckAsync)
            .Requires<CheckDrafts>()
            .Produces<WarningItems>()
            .ProducesProblem(403)
            .ProducesProblem(422)
            .WithSummary("Checks a draft (.docx): warnings in the order of the text; paragraphs that hold text are counted from 1, tables too. Nothing is kept");
    }

    private static async Task<IResult> CheckAsync(IFormFile file, DraftChecking checking, FormTexts form, Acting acting, TextTable texts, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var result = await checking.CheckAsync(content, file.FileName, acting, ct);

        return result.IsRefused ? Problems.Of(result, texts) : Results.Ok(new WarningItems([.. result.Value.Warnings.Select(w => WarningItem.Of(w, form))]));
    }
}

public sealed record WarningItems(IReadOnlyList<WarningItem> Items);

/// <param name="Code">Stable: <c>legalBasisReplaced</c>.</param>
/// <param name="Reason">A sentence in Vietnamese.</param>
/// <param name="Basis">The law and article it rests on.</param>
/// <param name="Paragraph">From 1, counting the paragraphs that hold text.</param>
/// <param name="Quote">The words as they stand there.</param>
public sealed record WarningItem(string Code, string Reason, string Basis, int Paragraph, string Quote)
{
    public static WarningItem Of(DraftWarning w, FormTexts form) => new(w.Code, form[$"verification.warning.{w.Code}", [.. w.Values]], w.Basis, w.Paragraph, w.Quote);
}
