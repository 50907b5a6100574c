using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Library;

/// <summary>A text alone, to be kept on a device: nothing in it tells who kept it.</summary>
[Requires<ReadLibrary>]
public sealed class PlainModel(LibraryShelf shelf, Acting acting) : PageModel
{
    public LibraryPage Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await shelf.FindAsync(code, acting, ct) is not { } text)
        {
            return NotFound();
        }

        Text = text;

        return Page();
    }
}
