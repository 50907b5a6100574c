using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Catalogues;
using NghiTruong.Reception;
using NghiTruong.Web.Files;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>A citizen received: one row of the book.</summary>
[Requires<KeepReceptionBook>]
public sealed class NewVisitModel(VisitDesk desk, ReceptionTools tools) : PageModel
{
    [BindProperty]
    public VisitForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => tools.Texts.Choices<CitizenLetterKind>("citizenLetter.kind.");

    public IReadOnlyList<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, tools.Today);

    public string Back => Input.Reception is { Length: > 0 } code ? ReceptionLinks.Details(code) : ReceptionLinks.Book;

    public async Task OnGetAsync(string? buoi, CancellationToken ct)
    {
        var reception = buoi is null ? null : await tools.Book.FindAsync(buoi, tools.Acting, ct);
        Input = new VisitForm { Id = Guid.CreateVersion7(), Reception = reception?.Reception.Code, On = reception?.Reception.PlannedOn is { } day && day <= tools.Today ? day : tools.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = tools.OwnCouncil<KeepReceptionBook>() ?? Guid.Empty;
        var files = await tools.Files.TakeInAsync(Input.Files, council, "Files", ct, CitizenLetterRules.IsProtected(Input.Kind!.Value));
        if (ModelState.Refuse(files, tools.Texts))
        {
            return Page();
        }

        var saved = await desk.ReceiveAsync(Input.Asked(council, files.Value), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["visits.new.saved", saved.Value]);

        return LocalRedirect(ReceptionLinks.Visit(saved.Value));
    }
}

public sealed record VisitForm
{
    public Guid Id { get; init; }

    public string? Reception { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "visit.nameMissing"), StringLength(200)]
    public string Name { get; init; } = "";

    [StringLength(300)]
    public string? Address { get; init; }

    [StringLength(30)]
    public string? Identity { get; init; }

    [StringLength(30)]
    public string? Phone { get; init; }

    [Required(ErrorMessage = "visit.summaryMissing"), StringLength(10_000)]
    public string Summary { get; init; } = "";

    [Required]
    public CitizenLetterKind? Kind { get; init; }

    public string? Field { get; init; }

    [Range(1, 100_000)]
    public int? People { get; init; }

    [StringLength(300)]
    public string? SettledBy { get; init; }

    [StringLength(4000)]
    public string? Papers { get; init; }

    public bool TakesLetter { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    public VisitInput Asked(Guid council, IReadOnlyList<StagedFile> files) => new()
    {
        Id = Id == Guid.Empty ? null : Id, CouncilId = council, Reception = Words.Blank(Reception), On = On, Person = new SenderName(Name.Trim(), Words.Blank(Address), Words.Blank(Identity), Words.Blank(Phone)),
        Summary = Summary, Kind = Kind!.Value, Field = Words.Blank(Field), People = People ?? 1, SettledBy = Words.Blank(SettledBy), Papers = Words.Blank(Papers), TakesLetter = TakesLetter, Files = files,
    };
}
