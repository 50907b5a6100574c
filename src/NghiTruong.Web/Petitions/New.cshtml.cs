using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.CitizenLetters;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>One petition by form, in the order of the paper on the desk.</summary>
[Requires<RecordPetitions>]
public sealed class NewModel(PetitionIntake intake, PetitionPapers papers, FileDesk files, CouncilDesks desks, LetterWarning warning, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public NewPetitionForm Input { get; set; } = new();

    /// <summary>Words by which what is typed looks like a denunciation or complaint; the person may go on.</summary>
    public LetterWord? Found { get; private set; }

    public bool MayRegisterLetters => acting.May<RegisterCitizenLetters>();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Kinds => texts.Choices<PetitionKind>("petition.kind.");

    public List<SelectListItem> Sources => texts.Choices<PetitionSource>("petition.source.");

    public List<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, clock.Today);

    public bool HasMore => Input is not { PersonName: null, PersonPhone: null, PersonAddress: null, Voters: null, Field: null, SessionId: null, SourceNote: null, ExplainedBy: null };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await desks.CouncilChoicesAsync<RecordPetitions>(HttpContext.RequestAborted);
        if (Councils.Count > 0)
        {
            Sessions = await desks.SessionChoicesAsync(Guid.Parse(Councils[0].Value), HttpContext.RequestAborted);
        }

        await next();
    }

    public void OnGet() => Input = new NewPetitionForm { ReceivedOn = clock.Today };

    public async Task<IActionResult> OnPostAsync(bool again, bool goOn, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        Found = goOn ? null : await warning.FindAsync(Input.Content, council, ct);
        if (Found is not null)
        {
            return Page();
        }

        var sheet = await files.TakeInAsync(Input.Sheet, council, nameof(Input.Sheet), ct);
        if (sheet is { IsRefused: true })
        {
            ModelState.Refuse(sheet, texts);

            return Page();
        }

        var saved = await intake.RecordAsync(Input.Asked(council), acting, ct);
        if (ModelState.Refuse(saved, texts))
        {
            return Page();
        }

        TempData.Notice(texts["petitions.new.saved", saved.Value]);
        if (sheet is not null && await papers.AttachSheetAsync(saved.Value, sheet.Value, acting, ct) is { IsRefused: true })
        {
            TempData.Warning(texts["petitions.sheet.notKept", saved.Value]);
        }

        return LocalRedirect(again ? PetitionLinks.New : PetitionLinks.Details(saved.Value));
    }
}

public sealed record NewPetitionForm
{
    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "petition.contentMissing"), StringLength(10_000)]
    public string Content { get; init; } = "";

    [StringLength(200)]
    public string? Place { get; init; }

    public PetitionKind Kind { get; init; }

    [Required]
    public DateOnly? ReceivedOn { get; init; }

    public PetitionSource Source { get; init; } = PetitionSource.Direct;

    [StringLength(300)]
    public string? SourceNote { get; init; }

    public Guid? SessionId { get; init; }

    [Range(1, 1_000_000)]
    public int? Voters { get; init; }

    public string? Field { get; init; }

    [StringLength(120)]
    public string? PersonName { get; init; }

    [StringLength(30)]
    public string? PersonPhone { get; init; }

    [StringLength(300)]
    public string? PersonAddress { get; init; }

    [StringLength(200)]
    public string? ExplainedBy { get; init; }

    public IFormFile? Sheet { get; init; }

    public PetitionInput Asked(Guid council) => new()
    {
        CouncilId = council,
        Content = Content,
        Place = Words.Blank(Place),
        Kind = Kind,
        ReceivedOn = ReceivedOn,
        Source = Source,
        SourceNote = Words.Blank(SourceNote),
        SessionId = SessionId,
        Voters = Voters,
        Field = Words.Blank(Field),
        PersonName = Words.Blank(PersonName),
        PersonPhone = Words.Blank(PersonPhone),
        PersonAddress = Words.Blank(PersonAddress),
        ExplainedBy = Words.Blank(ExplainedBy),
    };
}
