using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

[Requires<ManageCouncil>]
public sealed class ResponsibilityModel(CouncilPlace place, CouncilDesk desk, TextTable texts, Acting acting, TimeProvider clock) : OrganisationFormModel(place, texts, acting)
{
    [BindProperty]
    public ResponsibilityForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Bodies => [.. Council.Bodies.Where(b => b.Until is null).Select(b => new SelectListItem(b.Name, b.Id.ToString()))];

    public void OnGet() => Input = new ResponsibilityForm { From = clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.AssignAsync(Council.Council.Id, Asked(), Acting, ct));

    private ResponsibilityInput Asked() => new()
    {
        BodyId = Input.BodyId!.Value,
        Field = Blank(Input.Field),
        Area = Blank(Input.Area),
        From = Input.From,
        DocumentNumber = Blank(Input.DocumentNumber),
    };
}

public sealed record ResponsibilityForm
{
    [Required]
    public Guid? BodyId { get; init; }

    [StringLength(40)]
    public string? Field { get; init; }

    [StringLength(200)]
    public string? Area { get; init; }

    [StringLength(60)]
    public string? DocumentNumber { get; init; }

    [Required]
    public DateOnly? From { get; init; }
}
