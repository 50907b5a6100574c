using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Definitions;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>A note of a visit with photographs, from the phone; sent again on a poor line it is one.</summary>
[Requires<NoteVisits>]
public sealed class VisitModel(SupervisionDesk desk, FileDesk files, GroupFieldReader groups, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "lam-viec";

    [BindProperty]
    public VisitForm Input { get; set; } = new();

    public IReadOnlyList<DefinitionEntry> Questions { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Questions = await groups.QuestionsAsync(Supervision.Kind, Supervision.CouncilId, Supervision.ProvinceId, ct);
    }

    public void OnGet() => Input = new VisitForm { Id = Guid.CreateVersion7(), On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var photos = await files.TakeInAsync(Input.Photos, Supervision.CouncilId, nameof(Input.Photos), ct);
        if (photos.IsRefused)
        {
            return Finish(photos);
        }

        var asked = new VisitInput { Id = Input.Id == Guid.Empty ? null : Input.Id, On = Input.On, Place = Input.Place, Notes = Input.Notes, Photos = photos.Value };

        return Finish(await desk.VisitAsync(Code, asked, Acting, ct));
    }
}

public sealed record VisitForm
{
    /// <summary>The form's own id: sent again, it is the same note.</summary>
    public Guid Id { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "supervision.placeMissing"), StringLength(200)]
    public string Place { get; init; } = "";

    [Required(ErrorMessage = "supervision.notesMissing"), StringLength(20_000)]
    public string Notes { get; init; } = "";

    public List<IFormFile> Photos { get; init; } = [];
}
