using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>A finding, tied to its evidence.</summary>
[Requires<NoteVisits>]
public sealed class FindingModel(SupervisionDesk desk, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "phat-hien";

    [BindProperty]
    public FindingForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => Tools.Texts.Choices<FindingKind>("supervision.finding.");

    public List<SelectListItem> Visits => [.. Matter.Visits.Select(v => new SelectListItem($"{Ui.Date(v.On)}, {v.Place}", v.Id.ToString("D")))];

    public List<SelectListItem> Papers => [.. Matter.Papers.Select(p => new SelectListItem($"{Tools.Texts.Of(p.Kind)} {p.Number}, {Ui.Date(p.On)}", p.Id.ToString("D")))];

    public void OnGet() => Input = new FindingForm { Id = Guid.CreateVersion7(), VisitId = Matter.Visits is [.., var last] ? last.Id : null };

    public async Task<IActionResult> OnPostAsync(bool again, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var asked = new FindingInput
        {
            Id = Input.Id,
            Kind = Input.Kind,
            Text = Input.Text,
            Evidence = Words.Blank(Input.Evidence),
            VisitId = Input.VisitId,
            PaperId = Input.PaperId,
            PetitionCode = Words.Blank(Input.PetitionCode),
        };

        return Finish(await desk.FindAsync(Code, asked, Acting, ct), again ? SupervisionLinks.Act(Code, Act) : null);
    }
}

public sealed record FindingForm
{
    public Guid? Id { get; init; }

    public FindingKind Kind { get; init; } = FindingKind.Shortcoming;

    [Required(ErrorMessage = "supervision.findingMissing"), StringLength(4000)]
    public string Text { get; init; } = "";

    public Guid? VisitId { get; init; }

    public Guid? PaperId { get; init; }

    [StringLength(60)]
    public string? PetitionCode { get; init; }

    [StringLength(2000)]
    public string? Evidence { get; init; }
}
