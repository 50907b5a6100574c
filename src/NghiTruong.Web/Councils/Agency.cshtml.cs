using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

[Requires<ManageCouncil>]
public sealed class AgencyModel(CouncilPlace place, AgencyDesk desk, TextTable texts, Acting acting) : OrganisationFormModel(place, texts, acting)
{
    [BindProperty]
    public AgencyForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => Choices<AgencyKind>("agency.kind");

    public IReadOnlyList<SelectListItem> Others =>
        [.. Council.Agencies.Where(a => a.Id != Id && a.Until is null).Select(a => new SelectListItem(a.Name, a.Id.ToString()))];

    public IActionResult OnGet()
    {
        if (Id is null)
        {
            Input = new AgencyForm { Kind = AgencyKind.Department };

            return Page();
        }

        if (Council.Agencies.FirstOrDefault(a => a.Id == Id) is not { } agency)
        {
            return NotFound();
        }

        Input = new AgencyForm
        {
            Kind = agency.Kind,
            Name = agency.Name,
            ShortName = agency.ShortName,
            OrganCode = agency.OrganCode,
            Email = agency.Email,
            ParentId = agency.ParentId,
            Until = agency.Until,
            SuccessorId = agency.SuccessorId,
            Version = agency.Version,
        };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.SaveAsync(Council.Council.Id, Asked(), Acting, ct));

    private AgencyInput Asked() => new()
    {
        Id = Id,
        Kind = Input.Kind,
        Name = Input.Name ?? "",
        ShortName = Blank(Input.ShortName),
        OrganCode = Blank(Input.OrganCode),
        Email = Blank(Input.Email),
        ParentId = Input.ParentId,
        From = Input.From,
        Until = Input.Until,
        SuccessorId = Input.SuccessorId,
        Version = Input.Version,
    };
}

public sealed record AgencyForm
{
    public AgencyKind Kind { get; init; }

    [Required, StringLength(200)]
    public string? Name { get; init; }

    [StringLength(60)]
    public string? ShortName { get; init; }

    [StringLength(35)]
    public string? OrganCode { get; init; }

    [StringLength(200)]
    public string? Email { get; init; }

    public Guid? ParentId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public Guid? SuccessorId { get; init; }

    public int? Version { get; init; }
}
