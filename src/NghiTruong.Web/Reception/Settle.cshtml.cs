using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Reception;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>What became of a visit.</summary>
[Requires<KeepReceptionBook>]
public sealed class SettleModel(VisitDesk desk, ReceptionTools tools) : VisitActModel(tools)
{
    public override string Act => "ket-qua";

    [BindProperty]
    public SettleForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Outcomes => [.. Tools.Texts.Choices<VisitOutcome>("visits.settle.").Where(o => o.Value != nameof(VisitOutcome.Pending))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Input.Outcome switch
        {
            VisitOutcome.Petition => Finish(await desk.LinkPetitionAsync(Code, Input.Petition, Acting, ct)),
            VisitOutcome.Guided => Finish(await desk.GuideAsync(Code, Input.To, Input.Number, Acting, ct)),
            VisitOutcome.Explained => Finish(await desk.ExplainAsync(Code, Input.Words, Acting, ct)),
            VisitOutcome.Refused => Finish(await desk.RefuseAsync(Code, Input.Words, Acting, ct)),
            _ => await TakeLetterAsync(ct),
        };
    }

    private async Task<IActionResult> TakeLetterAsync(CancellationToken ct)
    {
        var files = await Tools.Files.TakeInAsync(Input.Files, Visit.CouncilId, "Files", ct, Visit.IsProtected);

        return files.IsRefused ? Finish(files) : Finish(await desk.TakeLetterAsync(Code, files.Value, Acting, ct));
    }
}

public sealed record SettleForm
{
    [Required]
    public VisitOutcome? Outcome { get; init; }

    [StringLength(40)]
    public string? Petition { get; init; }

    [StringLength(300)]
    public string? To { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [StringLength(4000)]
    public string? Words { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}
