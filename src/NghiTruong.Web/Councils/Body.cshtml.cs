using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

[Requires<ManageCouncil>]
public sealed class BodyModel(CouncilPlace place, CouncilDesk desk, TextTable texts, Acting acting) : OrganisationFormModel(place, texts, acting)
{
    [BindProperty]
    public BodyForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => Choices<BodyKind>("body.kind");

    public IActionResult OnGet()
    {
        if (Id is null)
        {
            Input = new BodyForm { Kind = BodyKind.DelegateGroup };

            return Page();
        }

        if (Council.Bodies.FirstOrDefault(b => b.Id == Id) is not { } body)
        {
            return NotFound();
        }

        Input = new BodyForm
        {
            Kind = body.Kind,
            Name = body.Name,
            AuthorityForm = body.AuthorityForm,
            SignerTitle = body.SignerTitle,
            SignerName = body.SignerName,
            UsesCouncilSeal = body.UsesCouncilSeal,
            Until = body.Until,
            Version = body.Version,
        };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.SaveBodyAsync(Council.Council.Id, Asked(), Acting, ct));

    private BodyInput Asked() => new()
    {
        Id = Id,
        Kind = Input.Kind,
        Name = Input.Name ?? "",
        AuthorityForm = Blank(Input.AuthorityForm),
        SignerTitle = Blank(Input.SignerTitle),
        SignerName = Blank(Input.SignerName),
        UsesCouncilSeal = Input.UsesCouncilSeal,
        From = Input.From,
        Until = Input.Until,
        Version = Input.Version,
    };
}

public sealed record BodyForm
{
    public BodyKind Kind { get; init; }

    [Required, StringLength(200)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? AuthorityForm { get; init; }

    [StringLength(200)]
    public string? SignerTitle { get; init; }

    [StringLength(120)]
    public string? SignerName { get; init; }

    public bool UsesCouncilSeal { get; init; } = true;

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int? Version { get; init; }
}
