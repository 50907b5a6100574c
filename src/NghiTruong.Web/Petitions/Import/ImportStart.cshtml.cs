using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Import;

/// <summary>Takes the file of a ledger; what will happen is looked at on the next page.</summary>
[Requires<ImportPetitions>]
public sealed class ImportStartModel(PetitionImports imports, ImportReader reader, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    private const int RecentShown = 10;

    [BindProperty]
    public ImportForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    /// <summary>Who may act for every council names one by its code.</summary>
    public bool AsksCode => acting.ScopeOf<ImportPetitions>().All;

    public IReadOnlyList<ImportBatch> Recent { get; private set; } = [];

    public static Tone ToneOf(ImportState state) => state switch
    {
        ImportState.Staging => Tone.Going,
        ImportState.Ready => Tone.Soon,
        ImportState.Published => Tone.Done,
        ImportState.Discarded => Tone.Plain,
        _ => Tone.Plain,
    };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await desks.CouncilChoicesAsync<ImportPetitions>(HttpContext.RequestAborted);
        Recent = await reader.RecentAsync(acting, RecentShown, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var content = Input.File!.OpenReadStream();
        var asked = new ImportInput
        {
            CouncilId = await CouncilAsync(ct),
            FileName = Input.File.FileName,
            Content = content,
            ReceivedOn = Input.ReceivedOn,
            IsOpeningBalance = Input.IsOpeningBalance,
            CreatesAgencies = Input.CreatesAgencies,
        };
        var received = await imports.ReceiveAsync(asked, acting, ct);
        if (!received.IsRefused)
        {
            return LocalRedirect(ImportLinks.Of(received.Value));
        }

        ModelState.Refuse(AsksCode ? Result.Refuse([.. received.Refusals.Select(r => r.Field == nameof(Input.CouncilId) ? r.At(nameof(Input.CouncilCode)) : r)]) : received, texts);

        return Page();
    }

    private async Task<Guid> CouncilAsync(CancellationToken ct) =>
        AsksCode ? (await desks.FindAsync(Input.CouncilCode, ct))?.Id ?? Guid.Empty
        : Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
}

public sealed record ImportForm
{
    public Guid? CouncilId { get; init; }

    [StringLength(60)]
    public string? CouncilCode { get; init; }

    [Required(ErrorMessage = "imports.file.missing")]
    public IFormFile? File { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public bool IsOpeningBalance { get; init; }

    public bool CreatesAgencies { get; init; } = true;
}
