using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.CitizenLetters;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>A letter into the register: from the paper on the desk, or photographed on a delegate's phone.</summary>
[Requires<RegisterCitizenLetters>]
public sealed class NewModel(CitizenLetterIntake intake, CitizenLetterTools tools) : PageModel
{
    private Guid _council;

    [BindProperty]
    public CitizenLetterForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public CitizenLetterFormPart Part => CitizenLetterFormPart.Of(tools, Input, isNew: true);

    public bool IsCarrier { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await tools.Desks.CouncilChoicesAsync<RegisterCitizenLetters>(HttpContext.RequestAborted);
        _council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        IsCarrier = CitizenLetterFormPart.IsCarrier(tools.Acting, _council);
        await next();
    }

    public void OnGet() => Input = Fresh();

    /// <summary>What was typed as a petition turned out to be a letter: it is kept, and saved nowhere yet.</summary>
    public IActionResult OnPostFrom([Bind(Prefix = nameof(Input))] NewPetitionForm typed, CitizenLetterKind kind)
    {
        ModelState.Clear();
        Input = Fresh() with
        {
            CouncilId = typed.CouncilId, Kind = kind, Summary = typed.Content, Field = typed.Field, ReceivedOn = typed.ReceivedOn ?? tools.Today,
            SenderName = typed.PersonName, SenderPhone = typed.PersonPhone, SenderAddress = typed.PersonAddress,
        };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await tools.TakeInAsync([.. Input.Photos, .. Input.Files], _council, CitizenLetterRules.IsProtected(Input.Kind!.Value), ct);
        if (ModelState.Refuse(files, tools.Texts))
        {
            return Page();
        }

        var saved = await intake.RegisterAsync(Input.Asked(_council, files.Value), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["citizenLetters.new.saved", saved.Value]);

        return LocalRedirect(CitizenLetterLinks.Details(saved.Value));
    }

    private CitizenLetterForm Fresh() => new()
    {
        Id = Guid.CreateVersion7(), CouncilId = _council, ReceivedOn = tools.Today,
        Source = IsCarrier ? CitizenLetterSource.Delegate : CitizenLetterSource.Direct, DelegateName = IsCarrier ? tools.Acting.FullName : null,
    };
}
