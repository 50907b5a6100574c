using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>A page that does one thing with one or many petitions, chosen in the address by <c>ma</c>; also the page of one under its record.</summary>
public abstract class PetitionManyModel(PetitionActTools tools) : PageModel
{
    public IReadOnlyList<PetitionRow> Matters { get; private set; } = [];

    public IReadOnlyList<string> Codes => [.. Matters.Select(m => m.Code)];

    /// <summary>Back to the record, or to the list.</summary>
    public string Back => Matters is [var only] ? PetitionLinks.Details(only.Code) : PetitionLinks.List;

    public abstract string Act { get; }

    protected PetitionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var codes = (string?)RouteData.Values["code"] is { } one ? [one] : Request.Query["ma"].OfType<string>().Take(PetitionList.MostRows).ToList();
        Matters = await tools.Reader.RowsAsync(codes, tools.Acting, HttpContext.RequestAborted);
        if (Matters.Count == 0)
        {
            context.Result = codes.Count == 0 ? Choose() : NotFound();

            return;
        }

        await PrepareAsync(HttpContext.RequestAborted);
        await next();
    }

    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    protected IActionResult Finish(Result result)
    {
        if (ModelState.Refuse(result, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts[$"petitions.act.{Act}.done", Matters is [var only] ? only.Code : tools.Texts["petitions.many", Matters.Count]]);

        return LocalRedirect(Back);
    }

    private LocalRedirectResult Choose()
    {
        TempData.Warning(tools.Texts["petition.noneChosen"]);

        return LocalRedirect(PetitionLinks.List);
    }
}
