using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Councils;

/// <summary>Merges a unit into another, by the codes that people know.</summary>
[Requires<ManageUnits>]
public sealed class MergeModel(UnitBook book, UnitMerger merger, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public MergeForm Input { get; set; } = new();

    public UnitLine Unit { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var to = await book.ResolveAsync(Input.To!, ct);
        var found = to.IsRefused || to.Value.UnitId is null
            ? Result<MergeReport>.Refuse(to.IsRefused ? to.Refusals[0].At(nameof(Input.To)) : new Refusal("unit.otherTier", nameof(Input.To)))
            : await merger.MergeAsync([id], to.Value.UnitId.Value, Input.On!.Value, Input.Basis!, acting, ct);
        if (ModelState.Refuse(found, texts))
        {
            return Page();
        }

        TempData.Notice(texts["units.merged", found.Value.MattersMoved]);

        return Redirect(CouncilLinks.Unit(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var history = acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is null ? [] : await book.HistoryAsync(id, ct);
        if (history.Count == 0)
        {
            return false;
        }

        Unit = history[0];

        return true;
    }
}

public sealed record MergeForm
{
    /// <summary>Code of the unit that stays.</summary>
    [Required, StringLength(30)]
    public string? To { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required, StringLength(200)]
    public string? Basis { get; init; }
}
