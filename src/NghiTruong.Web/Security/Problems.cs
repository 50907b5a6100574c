using Microsoft.AspNetCore.Mvc;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Web.Security;

/// <summary>Errors of the API as RFC 9457 problem details, always with a stable <c>code</c>; refusals also with <c>errors: [{code, field, message}]</c>.</summary>
public static class Problems
{
    /// <summary>A refused operation: 404 for <c>*.notFound</c>, 403 for <c>*.notAllowed</c>, 422 for what was wrong in a field, else (the state of things) 409.</summary>
    public static IResult Of(Result refused, TextTable texts)
    {
        var first = refused.Refusals[0];
        var status = StatusOf(first);

        return Results.Problem(
            detail: texts[first.Code, first.Values],
            statusCode: status,
            extensions: new Dictionary<string, object?>
            {
                ["code"] = first.Code,
                ["errors"] = refused.Refusals.Select(r => new { code = r.Code, field = CamelCase(r.Field), message = texts[r.Code, r.Values] }).ToList(),
            });
    }

    /// <summary>Any other problem of the API, by its code.</summary>
    public static IResult Of(string code, int status, TextTable texts) =>
        Results.Problem(detail: texts[code], statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        _ when refusal.Code.EndsWith("otFound", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when refusal.Code.EndsWith("otAllowed", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        { Field: not null } => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };

    internal static void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
    {
        var problem = context.ProblemDetails;
        if (!problem.Extensions.ContainsKey("code"))
        {
            problem.Extensions["code"] = CodeOf(problem.Status ?? StatusCodes.Status500InternalServerError);
        }
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "request.malformed",
        StatusCodes.Status401Unauthorized => "access.signInNeeded",
        StatusCodes.Status403Forbidden => "access.refused",
        StatusCodes.Status404NotFound => "access.notFound",
        StatusCodes.Status405MethodNotAllowed => "request.methodNotAllowed",
        StatusCodes.Status413PayloadTooLarge => "request.tooLarge",
        StatusCodes.Status415UnsupportedMediaType => "request.mediaTypeWrong",
        StatusCodes.Status429TooManyRequests => "request.tooMany",
        _ => status >= 500 ? "house.failed" : "request.refused",
    };

    private static string? CamelCase(string? field) => field is null ? null : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field);
}
