using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Records that another document amends, replaces or repeals it.</summary>
[Requires<RecordResolutions>]
public sealed class ChangeModel(ResolutionDesk desk, ResolutionActTools tools) : ResolutionActModel(tools)
{
    public override string Act => "hieu-luc";

    [BindProperty]
    public ChangeForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => Tools.Texts.Choices<ResolutionChangeKind>("resolution.change.");

    public void OnGet() => Input = new ChangeForm();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.ChangeAsync(Code, new ResolutionChangeInput { Kind = Input.Kind!.Value, Number = Input.Number, On = Input.On!.Value, Part = Words.Blank(Input.Part) }, Acting, ct));
}

public sealed record ChangeForm
{
    [Required]
    public ResolutionChangeKind? Kind { get; init; }

    [Required(ErrorMessage = "resolution.numberMissing"), StringLength(200)]
    public string Number { get; init; } = "";

    [Required]
    public DateOnly? On { get; init; }

    [StringLength(500)]
    public string? Part { get; init; }
}
