using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Web.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reviews;

/// <summary>Starts a review: of what, of which period. The figures come by themselves.</summary>
[Requires<KeepReviews>]
public sealed class NewModel(ReviewDesk desk, ReviewTools tools) : PageModel
{
    [BindProperty]
    public NewReviewForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> SchemesSeen { get; private set; } = [];

    public List<SelectListItem> Periods => tools.Periods();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await tools.Desks.CouncilChoicesAsync<KeepReviews>(ct);
        var seen = await tools.Schemes.ReadAsync(new SchemeFilter { Size = 100 }, tools.Acting, ct);

        // One's own documents first: their figures are one's own.
        SchemesSeen = [.. seen.Rows.OrderByDescending(s => s.CouncilId == tools.OwnCouncil).Select(s => new SelectListItem($"{tools.Texts.Of(s.Kind)} {s.Number}: {Words.Short(s.Title, 80)}", s.Code))];
        await next();
    }

    public void OnGet()
    {
        var asked = AddressReader.Text(Request.Query, "scheme");
        Input = new NewReviewForm
        {
            Id = Guid.CreateVersion7(), Scheme = SchemesSeen.Find(s => s.Value == asked)?.Value ?? (SchemesSeen is [var first, ..] ? first.Value : null),
            Period = AddressReader.Text(Request.Query, "ky") ?? SchemePeriod.EndedBefore(tools.Clock.Today).Key,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var started = await desk.StartAsync(new ReviewInput(Input.CouncilId ?? tools.OwnCouncil, Input.Kind, Words.Blank(Input.Scheme), Input.Period, Input.Id), tools.Acting, ct);
        if (ModelState.Refuse(started, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["reviews.started", started.Value]);

        return LocalRedirect(ReviewLinks.Details(started.Value));
    }
}

public sealed record NewReviewForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    public ReviewKind Kind { get; init; }

    [StringLength(60)]
    public string? Scheme { get; init; }

    [Required(ErrorMessage = "scheme.periodUnreadable"), StringLength(8)]
    public string Period { get; init; } = "";
}
