using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>Merges one petition into another by its code, or several chosen in the list into one of them.</summary>
[Requires<SortPetitions>]
public sealed class MergeModel(PetitionDesk desk, PetitionActTools tools) : PetitionManyModel(tools)
{
    public override string Act => "gop";

    [BindProperty]
    public MergeForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> Kept => Matters.Select(m => new SelectListItem($"{m.Code} · {Words.Short(m.Content, 100)}", m.Code));

    public void OnGet(string? vao) => Input = new MergeForm { Into = vao ?? (Matters.Count > 1 ? Matters[^1].Code : "") };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.MergeAllAsync(Codes, Input.Into.Trim(), Acting, ct));
}

public sealed record MergeForm
{
    [Required(ErrorMessage = "petition.mergeIntoItself"), StringLength(40)]
    public string Into { get; init; } = "";
}
