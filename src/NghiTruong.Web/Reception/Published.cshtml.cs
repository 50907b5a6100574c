using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Councils;
using NghiTruong.Reception;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Reception;

/// <summary>The published schedule of one council, open to everybody: its address is printed on the notice board and sent about.</summary>
[PublicPage]
public sealed class PublishedModel(PublishedSchedule schedule, CouncilDirectory directory) : PageModel
{
    public CouncilName Council { get; private set; } = null!;

    public IReadOnlyList<PublishedReception> Rows { get; private set; } = [];

    /// <param name="council">Code of the council's unit.</param>
    public async Task<IActionResult> OnGetAsync(string council, CancellationToken ct)
    {
        if (await directory.FindAsync(council, ct) is not { } found)
        {
            return NotFound();
        }

        (Council, Rows) = (found, await schedule.ReadAsync(found.Id, ct));

        return Page();
    }
}
