using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>What every act's page needs.</summary>
public sealed record PetitionActTools(PetitionPageReader Reader, Acting Acting, TextTable Texts, CouncilDesks Desks, TimeProvider Clock);

/// <summary>A page that does one thing with one petition. It finds the petition first; what one may not see is not found.</summary>
public abstract class PetitionActModel(PetitionActTools tools) : PageModel
{
    public PetitionView Matter { get; private set; } = null!;

    public Petition Petition => Matter.Petition;

    public string Code => Petition.Code;

    public string Back => PetitionLinks.Details(Code);

    /// <summary>Name of the act in texts: <c>petitions.act.{Act}</c> is its title, <c>.done</c> what the next page says.</summary>
    public abstract string Act { get; }

    protected PetitionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (await tools.Reader.ReadAsync((string?)RouteData.Values["code"] ?? "", tools.Acting, ct) is not { } matter)
        {
            context.Result = NotFound();

            return;
        }

        Matter = matter;
        await PrepareAsync(ct);
        await next();
    }

    /// <summary>Reads the choices of the form.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Back to the record with a word of what was done; or the form again with what was wrong.</summary>
    protected IActionResult Finish(Result result)
    {
        if (ModelState.Refuse(result, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts[$"petitions.act.{Act}.done", Code]);

        return LocalRedirect(Back);
    }
}
