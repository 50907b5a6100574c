using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Documents;

/// <summary>One stored file by the id of its use, for whoever its record lets read it; it is downloaded, never opened inside our own pages.</summary>
public static class FileAddress
{
    public const string Root = "/tep";

    public static string Of(Guid use) => $"{Root}/{use:N}";

    public static void MapFiles(this IEndpointRouteBuilder routes) => routes.MapGet(Root + "/{id:guid}", SendAsync).WithMetadata(new SignedInAttribute()).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, FileDesk files, Acting acting, CancellationToken ct) => await files.FindAsync(id, acting, ct) is { } found
        ? Results.File(found.Content, found.Kind.MediaType(), found.Use.FileName)
        : Results.NotFound();
}
