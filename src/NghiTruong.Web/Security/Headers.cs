namespace NghiTruong.Web.Security;

/// <summary>What browsers are told with every answer: nothing runs or loads but our own, nobody frames us, nothing of a signed-in page is kept by a shared cache.</summary>
internal static class Headers
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        context.Response.OnStarting(
            static state =>
            {
                var response = ((HttpContext)state).Response;
                if (response.Headers.CacheControl.Count == 0)
                {
                    response.Headers.CacheControl = "private, no-cache";
                }

                return Task.CompletedTask;
            },
            context);

        return next(context);
    }
}
