using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<SendPetitions>]
public sealed class PassModel(PetitionDesk desk, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "chuyen-cap";

    [BindProperty]
    public PassForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Councils = await Tools.Desks.NeighbourChoicesAsync(Petition.CouncilId, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.PassAsync(Code, Input.To!.Value, Words.Blank(Input.Note), Acting, ct));
}

public sealed record PassForm
{
    [Required(ErrorMessage = "petition.passToUnknown")]
    public Guid? To { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }
}
