using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Councils;

/// <summary>What the forms of an organisation share: the council that must be the person's own, and the way back to it.</summary>
public abstract class OrganisationFormModel(CouncilPlace place, TextTable texts, Acting acting) : PageModel
{
    [BindProperty(Name = "council", SupportsGet = true)]
    public Guid? CouncilId { get; set; }

    /// <summary>What is changed; null for something new.</summary>
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid? Id { get; set; }

    public Organisation Council { get; private set; } = null!;

    protected Acting Acting => acting;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await place.ManagedAsync(CouncilId, acting, HttpContext.RequestAborted) is not { } council)
        {
            context.Result = NotFound();

            return;
        }

        Council = council;
        await next();
    }

    protected IActionResult Finish(Result result)
    {
        if (ModelState.Refuse(result, texts))
        {
            return Page();
        }

        TempData.Notice(texts["organisation.saved"]);

        return Redirect(CouncilLinks.Of(Council.Council.Id));
    }

    /// <summary>The members of an enum as choices, by the texts <c>PREFIX.Member</c>.</summary>
    protected IReadOnlyList<SelectListItem> Choices<T>(string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts[$"{prefix}.{v}"], v.ToString()))];

    /// <summary>An empty box is nothing said.</summary>
    protected static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
