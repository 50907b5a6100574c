using Microsoft.Net.Http.Headers;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Files;

/// <summary><c>/tep/{id}</c>: a file to whoever its record lets read it. What strangers uploaded runs nowhere: saved by default, shown only if image or PDF, in a sandbox.</summary>
public static class FileEndpoint
{
    private const string Sandbox = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static readonly FileKind[] Shown = [FileKind.Jpeg, FileKind.Png, FileKind.Webp, FileKind.Pdf];

    public static string Address(Guid use) => $"/tep/{use:D}";

    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/tep/{id:guid}", SendAsync).WithMetadata(new SignedInAttribute()).ExcludeFromDescription();

    /// <param name="xem">1 to look at it instead of saving it.</param>
    private static async Task<IResult> SendAsync(Guid id, int? xem, FileDesk files, Acting acting, HttpContext context, CancellationToken ct)
    {
        if (await files.FindAsync(id, acting, ct) is not { } found)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Sandbox;
        headers.CacheControl = "private, no-store";
        var how = new ContentDispositionHeaderValue(xem == 1 && Shown.Contains(found.Kind) ? "inline" : "attachment");
        how.SetHttpFileName(found.Use.FileName);
        headers.ContentDisposition = how.ToString();

        return Results.Stream(found.Content, found.Kind.MediaType());
    }
}
