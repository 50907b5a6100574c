using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Interpellations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>A new slip: a minute on the phone for a delegate, a paper slip written down for the clerk. <c>?tu=CODE</c> says what it stems from.</summary>
[Requires<HandInSlips>]
public sealed class NewModel(SlipDesk desk, InterpellationTools tools) : PageModel
{
    private Guid _council;

    [BindProperty]
    public SlipForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public SlipFormPart Part { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await tools.Desks.CouncilChoicesAsync<HandInSlips>(ct);
        _council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = new SlipForm
            {
                Id = Guid.CreateVersion7(), CouncilId = _council, HandedInOn = tools.Today, SessionId = await SlipFormPart.NextSessionAsync(tools, _council, ct), SourceCode = AddressReader.Text(Request.Query, "tu"),
            };
        }

        Part = await SlipFormPart.ReadAsync(tools, Input, _council, SlipFormPart.IsClerkAt(tools.Acting, _council), ct);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await tools.TakeInAsync(Input.Files, _council, ct);
        if (ModelState.Refuse(files, tools.Texts))
        {
            return Page();
        }

        var saved = await desk.HandInAsync(Input.Asked(_council, files.Value), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["interpellations.new.saved", saved.Value]);

        return LocalRedirect(InterpellationLinks.Slip(saved.Value));
    }
}
