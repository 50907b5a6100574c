using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Library;

/// <summary>One text, to read and to print.</summary>
[Requires<ReadLibrary>]
public sealed class DetailsModel(LibraryShelf shelf, Acting acting) : PageModel
{
    public LibraryPage Text { get; private set; } = null!;

    /// <summary>Others for the same work.</summary>
    public IReadOnlyList<LibraryPage> Related { get; private set; } = [];

    public bool MayKeep => acting.May<KeepLibrary>();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await shelf.FindAsync(code, acting, ct) is not { } text)
        {
            return NotFound();
        }

        Text = text;
        Related = [.. (await shelf.ReadAsync(null, null, text.Use, acting, ct)).Where(t => t.Code != code).Take(5)];

        return Page();
    }
}
