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

    public CitizenLetterFormPart Part { get; private set; } = null!;

    public bool IsCarrier { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await tools.Desks.CouncilChoicesAsync<RegisterCitizenLetters>(HttpContext.RequestAborted);
        _council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        IsCarrier = CitizenLetterFormPart.IsCarrier(tools.Acting, _council);
        Part = await CitizenLetterFormPart.OfAsync(tools, HttpMethods.IsGet(Request.Method) ? await FreshAsync(HttpContext.RequestAborted) : Input, _council, isNew: true, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = Part.Input;

    /// <summary>What was typed as a petition turned out to be a letter: it is kept, and saved nowhere yet.</summary>
    public async Task<IActionResult> OnPostFromAsync([Bind(Prefix = nameof(Input))] NewPetitionForm typed, CitizenLetterKind kind, CancellationToken ct)
    {
        ModelState.Clear();
        Input = await FreshAsync(ct) with
        {
            CouncilId = typed.CouncilId, Kind = kind, Summary = typed.Content, Field = typed.Field, ReceivedOn = typed.ReceivedOn ?? tools.Today,
            SenderName = typed.PersonName, SenderPhone = typed.PersonPhone, SenderAddress = typed.PersonAddress,
        };
        Part = await CitizenLetterFormPart.OfAsync(tools, Input, _council, isNew: true, ct);

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

    /// <summary>A delegate's own letter is theirs already.</summary>
    private async Task<CitizenLetterForm> FreshAsync(CancellationToken ct)
    {
        var me = IsCarrier ? (await tools.Delegates.OnAsync(_council, tools.Today, ct)).FirstOrDefault(d => d.UserId == tools.Acting.UserId) : null;

        return new CitizenLetterForm
        {
            Id = Guid.CreateVersion7(), CouncilId = _council, ReceivedOn = tools.Today,
            Source = IsCarrier ? CitizenLetterSource.Delegate : CitizenLetterSource.Direct, DelegateId = me?.Id, DelegateName = IsCarrier ? tools.Acting.FullName : null,
        };
    }
}
