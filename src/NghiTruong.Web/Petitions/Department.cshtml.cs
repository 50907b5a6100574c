using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

[Requires<ReplyToPetitions>]
public sealed class DepartmentModel(PetitionForwarder forwarder, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "giao-phong";

    [BindProperty]
    public DepartmentForm Input { get; set; } = new();

    public List<SelectListItem> Departments { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) =>
        Departments = await Tools.Desks.DepartmentChoicesAsync(Petition.HolderCouncilId ?? Petition.CouncilId, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await forwarder.NameDepartmentAsync(Code, Input.Department!.Value, Acting, ct));
}

public sealed record DepartmentForm
{
    [Required]
    public Guid? Department { get; init; }
}
