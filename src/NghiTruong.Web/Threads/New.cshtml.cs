using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>Opens a thread at the person's own desk.</summary>
[Requires<KeepThreads>]
public sealed class NewModel(ThreadDesk desk, ThreadPageTools tools) : PageModel
{
    [BindProperty]
    public NewThreadForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Fields => tools.Fields;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await tools.Desks.CouncilChoicesAsync<KeepThreads>(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = new NewThreadForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var opened = await desk.OpenAsync(
            new ThreadInput
            {
                Id = Input.Id,
                CouncilId = Input.CouncilId ?? tools.OwnCouncil,
                Title = Input.Title,
                Field = Words.Blank(Input.Field),
                Place = Words.Blank(Input.Place),
                OpenedOn = Input.OpenedOn,
                Record = Words.Blank(Input.Code) is { } code ? new ThreadRecordInput(code) : null,
            },
            tools.Acting, ct);
        if (ModelState.Refuse(opened, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["threads.opened", opened.Value]);

        return LocalRedirect(ThreadLinks.Details(opened.Value));
    }
}

public sealed record NewThreadForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "thread.titleMissing"), StringLength(500)]
    public string Title { get; init; } = "";

    [StringLength(40)]
    public string? Field { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    public DateOnly? OpenedOn { get; init; }

    /// <summary>Code of the first record.</summary>
    [StringLength(60)]
    public string? Code { get; init; }
}
