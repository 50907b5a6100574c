using System.Security.Cryptography;
using System.Text;
using NghiTruong.Operations;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Api;

/// <summary>
/// <c>Idempotency-Key</c> on every POST of the API, kept 24 hours per person: the same request again is answered as before and does nothing. The same key on another
/// request is refused (422 <c>request.keyReused</c>), while the first is still at work too (409 <c>request.inProgress</c>). Failures of the house are not kept.
/// </summary>
public static class RepeatedRequests
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public static IApplicationBuilder UseRepeatedRequests(this IApplicationBuilder app) => app.UseWhen(
        context => HttpMethods.IsPost(context.Request.Method)
            && context.IsApi()
            && context.Request.Headers.ContainsKey(Header),
        api => api.Use(RunAsync));

    private static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<Visitor>().Acting is not { } acting)
        {
            await next(context);

            return;
        }

        var texts = services.GetRequiredService<TextTable>();
        var key = context.Request.Headers[Header].ToString();
        if (key.Length is 0 or > LongestKey)
        {
            await Problems.Of("request.keyWrong", StatusCodes.Status400BadRequest, texts).ExecuteAsync(context);

            return;
        }

        var requests = services.GetRequiredService<AnsweredRequests>();
        var print = await FingerprintAsync(context.Request, context.RequestAborted);
        if (await requests.ClaimAsync(acting.UserId, key, print, context.RequestAborted) is not { } earlier)
        {
            await AnswerAsync(context, next, requests, new AnsweredRequest { UserId = acting.UserId, Key = key, Fingerprint = print, StartedAt = default });
        }
        else if (earlier.Fingerprint != print)
        {
            await Problems.Of("request.keyReused", StatusCodes.Status422UnprocessableEntity, texts).ExecuteAsync(context);
        }
        else if (earlier.Status is null)
        {
            await Problems.Of("request.inProgress", StatusCodes.Status409Conflict, texts).ExecuteAsync(context);
        }
        else
        {
            await RepeatAsync(context.Response, earlier);
        }
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, AnsweredRequests requests, AnsweredRequest claim)
    {
        var (response, wire) = (context.Response, context.Response.Body);
        using var kept = new MemoryStream();
        response.Body = kept;
        var isAnswered = false;
        try
        {
            await next(context);
            isAnswered = response.StatusCode < StatusCodes.Status500InternalServerError;
        }
        finally
        {
            response.Body = wire;
            // What happened is kept even when the caller has hung up meanwhile.
            await (isAnswered
                ? requests.AnswerAsync(
                    new AnsweredRequest
                    {
                        UserId = claim.UserId,
                        Key = claim.Key,
                        Fingerprint = claim.Fingerprint,
                        StartedAt = claim.StartedAt,
                        Status = response.StatusCode,
                        ContentType = response.ContentType,
                        Location = response.Headers.Location,
                        Body = kept.ToArray(),
                    },
                    CancellationToken.None)
                : requests.ReleaseAsync(claim.UserId, claim.Key, CancellationToken.None));
        }

        kept.Position = 0;
        await kept.CopyToAsync(wire, context.RequestAborted);
    }

    private static async Task RepeatAsync(HttpResponse response, AnsweredRequest earlier)
    {
        response.StatusCode = earlier.Status!.Value;
        response.ContentType = earlier.ContentType;
        if (earlier.Location is { } location)
        {
            response.Headers.Location = location;
        }

        await response.Body.WriteAsync(earlier.Body);
    }

    private static async Task<string> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
