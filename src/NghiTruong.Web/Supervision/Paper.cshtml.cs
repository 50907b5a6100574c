using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Supervision;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Records a paper of the supervision with its file; a newer one of a kind is its next version.</summary>
[Requires<CarryOutSupervisions>]
public sealed class PaperModel(SupervisionDesk desk, FileDesk files, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "van-ban";

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => Tools.Texts.Choices<SupervisionPaperKind>("supervision.paper.");

    /// <summary>The bodies that report, the members who write.</summary>
    public List<SelectListItem> Authors =>
        [.. Matter.Bodies.Select(b => AgencyName(b.AgencyId)).Concat(Matter.Team.Select(m => m.Name)).Distinct(StringComparer.Ordinal).Select(n => new SelectListItem(n, n))];

    /// <param name="loai">Which paper the checklist asked for.</param>
    public void OnGet(string? loai)
    {
        var kind = Enum.TryParse<SupervisionPaperKind>(loai, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : SupervisionPaperKind.Decision;
        Input = new PaperForm { Id = Guid.CreateVersion7(), Kind = kind, On = Tools.Clock.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Supervision.CouncilId, nameof(Input.File), ct);
        if (file is { IsRefused: true })
        {
            return Finish(file);
        }

        var asked = new SupervisionPaperInput
        {
            Id = Input.Id,
            Kind = Input.Kind,
            Number = Words.Blank(Input.Number),
            On = Input.On,
            Title = Words.Blank(Input.Title),
            By = Words.Blank(Input.By),
            File = file?.Value,
        };

        return Finish(await desk.RecordPaperAsync(Code, asked, Acting, ct));
    }
}

public sealed record PaperForm
{
    public Guid? Id { get; init; }

    public SupervisionPaperKind Kind { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [StringLength(300)]
    public string? Title { get; init; }

    [StringLength(300)]
    public string? By { get; init; }

    public IFormFile? File { get; init; }
}
