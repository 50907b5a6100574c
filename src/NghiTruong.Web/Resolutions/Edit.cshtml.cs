using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Documents.Files;
using NghiTruong.Resolutions;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Resolutions;

/// <summary>Sets right what was entered.</summary>
[Requires<RecordResolutions>]
public sealed class EditModel(ResolutionDesk desk, FileDesk files, ResolutionChoices choices, ResolutionActTools tools) : ResolutionActModel(tools), IResolutionForm
{
    public override string Act => "sua";

    [BindProperty]
    public ResolutionForm Input { get; set; } = new();

    public List<SelectListItem> Councils => [];

    public List<SelectListItem> Kinds => choices.Kinds;

    public List<SelectListItem> Bodies { get; private set; } = [];

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Fields => choices.Fields;

    public void OnGet() => Input = ResolutionForm.Of(Resolution);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Resolution.CouncilId, nameof(Input.File), ct);

        return file is { IsRefused: true } ? Finish(file) : Finish(await desk.EditAsync(Code, Input.Asked(Resolution.CouncilId, file?.Value), Acting, ct));
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        (Bodies, Agencies, Sessions) = await choices.OfAsync(Resolution.CouncilId, ct);
    }
}
