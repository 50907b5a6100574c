using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Letters;

public sealed record SeriesForm
{
    public string? Notation { get; init; }

    public int? First { get; init; }
}

/// <summary>Sổ đăng ký văn bản đi (Decree 30/2020 Art 16.2b, Annex IV): printable, and where our own series of numbers are opened.</summary>
[Requires<ReadDraftLetters>]
public sealed class RegisterModel(LetterList list, LetterOffice office, CouncilDesks desks, TextTable texts, TimeProvider clock, Acting acting) : PageModel
{
    [FromQuery(Name = "hd")]
    public Guid? CouncilId { get; set; }

    [FromQuery(Name = "nam")]
    public int? Year { get; set; }

    [FromQuery(Name = "ky-hieu")]
    public string? Notation { get; set; }

    [BindProperty]
    public SeriesForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public string Council { get; private set; } = "";

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public bool MayOpenSeries => acting.May<ManageLetterForms>();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (!ModelState.IsValid || ModelState.Refuse(await office.OpenSeriesAsync(CouncilId ?? Guid.Empty, Input.Notation ?? "", Input.First ?? 0, acting, ct), texts))
        {
            return Page();
        }

        TempData.Notice(texts["letters.series.opened"]);

        return Redirect($"{LetterWords.Register}?hd={CouncilId:D}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var own = await desks.OwnAsync<ReadDraftLetters>(ct);
        Councils = [.. own.Select(c => new SelectListItem(c.Name, c.Id.ToString("D"), c.Id == CouncilId))];
        if ((own.FirstOrDefault(c => c.Id == CouncilId) ?? (own.Count > 0 ? own[0] : null)) is not { } council)
        {
            return NotFound();
        }

        (CouncilId, Council, Year) = (council.Id, council.Name, Year is >= 2000 and <= 2100 ? Year : clock.Today.Year);
        Rows = await list.RegisterAsync(council.Id, Year.Value, string.IsNullOrWhiteSpace(Notation) ? null : Notation.Trim(), acting, ct);

        return Page();
    }
}
