using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Law;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Law;

/// <summary>
/// <c>GET /api/v1/deadlines?from=2026-09-01&amp;days=1&amp;dayType=working|calendar</c> (never rolls forward) and <c>?rule=CODE&amp;council=&amp;from=</c>,
/// both answering <c>{due, explanation}</c>.
/// </summary>
internal static class LawApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/deadlines", DeadlineAsync).Requires<ReadRules>().WithName("deadlines");

    private static async Task<IResult> DeadlineAsync(
        HttpRequest request, DeadlineQuestion question, FollowUpQuery councils, CouncilDirectory directory, TextTable texts, CancellationToken ct)
    {
        string? Text(string name) => FollowUpQuery.Text(request.Query, name);
        var council = Text("council") is { } typed ? await directory.CouncilAsync(await councils.CouncilAsync(typed, ct), ct) : null;
        if (Text("council") is not null && council is null)
        {
            return Problems.Of(Result.Refuse(new Refusal("council.notFound", "Council")), texts);
        }

        var answer = await question.AskAsync(Text("from"), Text("days"), Text("dayType"), Text("rule"), council, CultureInfo.CurrentUICulture, ct);

        return answer.IsRefused ? Problems.Of(answer, texts) : Results.Ok(new { due = answer.Value.Due, explanation = answer.Value.Explanation });
    }
}
