using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

/// <summary>Finds units by present or former name or by code.</summary>
[Requires<ReadCouncils>]
public sealed class UnitsModel(UnitBook book) : PageModel
{
    private const int Most = 100;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public IReadOnlyList<UnitLine> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Found = await book.SearchAsync(Query ?? "", Most, ct);
}
