using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace NghiTruong.Web.Telemetry;

/// <summary>Writes onto the framework's span of a request what came of it: the route as the house names it, never the address asked for, and the status.</summary>
internal sealed class RequestSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => async context =>
        {
            try
            {
                await following(context);
            }
            finally
            {
                if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                {
                    Tell(span, context);
                }
            }
        });
        next(app);
    };

    private static void Tell(Activity span, HttpContext context)
    {
        var status = context.Response.StatusCode;
        span.SetTag("http.route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
