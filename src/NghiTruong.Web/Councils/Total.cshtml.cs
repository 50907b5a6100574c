using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

[Requires<ManageCouncil>]
public sealed class TotalModel(CouncilPlace place, CouncilDesk desk, TextTable texts, Acting acting, TimeProvider clock) : OrganisationFormModel(place, texts, acting)
{
    [BindProperty]
    public TotalForm Input { get; set; } = new();

    public void OnGet() => Input = new TotalForm { Total = Council.Total?.Total, From = clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.SetDelegateTotalAsync(Council.Council.Id, Input.From!.Value, Input.Total!.Value, Blank(Input.Basis), Acting, ct));
}

public sealed record TotalForm
{
    [Required]
    public int? Total { get; init; }

    [Required]
    public DateOnly? From { get; init; }

    [StringLength(200)]
    public string? Basis { get; init; }
}
