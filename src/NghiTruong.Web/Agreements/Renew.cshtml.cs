using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Agreements;
using NghiTruong.Documents.Files;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Agreements;

/// <summary>Another document takes the place of one whose time is up; parties, steps and duties go along.</summary>
[Requires<KeepAgreements>]
public sealed class RenewModel(AgreementDesk desk, FileDesk files, AgreementPageTools tools) : AgreementPageModel(tools)
{
    public override string Act => "gia-han";

    [BindProperty]
    public RenewForm Input { get; set; } = new();

    public void OnGet() => Input = new RenewForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Agreement.CouncilId, nameof(Input.File), ct);
        if (file is { IsRefused: true })
        {
            return Finish(file);
        }

        var renewed = await desk.RenewAsync(
            Code, new RenewAgreementInput { Id = Input.Id, Number = Input.Number, SignedOn = Input.SignedOn!.Value, ValidFrom = Input.ValidFrom, ValidUntil = Input.ValidUntil, File = file?.Value }, Acting, ct);

        return Finish(renewed, renewed.IsRefused ? null : AgreementLinks.Details(renewed.Value));
    }
}

public sealed record RenewForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "agreement.numberMissing"), StringLength(60)]
    public string Number { get; init; } = "";

    [Required]
    public DateOnly? SignedOn { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public IFormFile? File { get; init; }
}
