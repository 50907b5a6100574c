using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NghiTruong.Web.Shell;

/// <summary>The page for a request that went wrong, whatever its method was.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class ProblemModel : PageModel
{
    private static readonly int[] Told = [400, 403, 404, 409, 413, 429, 500, 503];

    public int Known { get; private set; } = StatusCodes.Status404NotFound;

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet() => Tell();

    public void OnPost() => Tell();

    private void Tell()
    {
        // From the address itself: a broken form stops all binding, and a status of 0 is no answer.
        var status = int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 400 and < 600
            ? told
            : StatusCodes.Status500InternalServerError;
        // Opened by its own address this page is a page like any other that does not exist.
        var isAsked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var real = isAsked ? status : StatusCodes.Status404NotFound;
        Known = Told.Contains(real) ? real : real >= 500 ? 500 : 400;
        Response.StatusCode = real;
    }
}
