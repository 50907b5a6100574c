using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Delegates;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Delegates;

/// <summary>The signed-in delegate's own page; who is linked to none is told how to be.</summary>
[Requires<ReadDelegates>]
public sealed class OwnModel(DelegatePageTools tools) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await tools.Reader.OwnCodeAsync(tools.Acting, ct) is { } code ? LocalRedirect(DelegateLinks.Details(code)) : Page();
}
