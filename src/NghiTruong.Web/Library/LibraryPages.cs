using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Library;

public static class LibraryPagesModule
{
    public static IServiceCollection AddLibraryPages(this IServiceCollection services)
    {
        services.AddNavEntry(new NavEntry { Text = "libraries.nav", Href = LibraryLinks.List, Icon = "law", Group = NavGroup.Oversight, Order = 16, ShownTo = acting => acting.May<ReadLibrary>() });

        return services;
    }

    public static void MapLibrary(this IEndpointRouteBuilder routes) =>
        routes.MapGet(LibraryLinks.Worker, Worker).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();

    /// <summary>The worker's scope is the library alone.</summary>
    private static IResult Worker(HttpContext context)
    {
        context.Response.Headers["Service-Worker-Allowed"] = LibraryLinks.List;

        return Results.Stream(typeof(LibraryPagesModule).Assembly.GetManifestResourceStream("library-worker.js")!, "text/javascript; charset=utf-8");
    }
}

/// <summary>Vocabulary of the library in the reader's language.</summary>
public static class LibraryWords
{
    public static string Of(this TextTable texts, LibraryKind kind) => texts["library.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, LibraryUse use) => texts["library.use." + Words.CodeOf(use)];
}
