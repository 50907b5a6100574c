using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Agreements;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>A duty that comes again and again: who, what, how often.</summary>
[Requires<KeepAgreements>]
public sealed class DutyModel(AgreementDuties duties, AgreementPageTools tools) : AgreementPageModel(tools)
{
    public override string Act => "nhiem-vu";

    [BindProperty]
    public DutyForm Input { get; set; } = new();

    public List<SelectListItem> Cadences => Tools.Texts.Choices<DutyCadence>("agreement.cadence.");

    public void OnGet() => Input = new DutyForm { Id = Guid.CreateVersion7(), Cadence = DutyCadence.Quarter };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await duties.AddAsync(
            Code, new AgreementDutyInput { Id = Input.Id, Content = Input.Content, PartyId = Input.PartyId, Cadence = Input.Cadence, Product = Words.Blank(Input.Product), From = Input.From }, Acting, ct))
        : Page();
}

public sealed record DutyForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "agreement.contentMissing"), StringLength(2000)]
    public string Content { get; init; } = "";

    [Required(ErrorMessage = "agreement.partyUnknown")]
    public Guid? PartyId { get; init; }

    public DutyCadence Cadence { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? From { get; init; }
}
