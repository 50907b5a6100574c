using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Library;

/// <summary>The plain list of texts, to be kept on a device.</summary>
[Requires<ReadLibrary>]
public sealed class PlainListModel(LibraryShelf shelf, Acting acting) : PageModel
{
    public IReadOnlyList<LibraryPage> Texts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Texts = await shelf.ReadAsync(null, null, null, acting, ct);
}
