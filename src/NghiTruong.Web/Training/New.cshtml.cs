using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Training;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>Opens a class at the person's own desk, from a line of the plan where one is named (<c>?ke-hoach=</c>).</summary>
[Requires<KeepTrainings>]
public sealed class NewModel(TrainingDesk desk, TrainingPageTools tools) : PageModel, ITrainingForm
{
    private IReadOnlyList<PlanRow> _plan = [];

    [BindProperty]
    public TrainingForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Formats => tools.Formats;

    public List<SelectListItem> Audiences => tools.Audiences;

    public List<SelectListItem> PlanItems => [.. _plan.Select(p => new SelectListItem(Words.Short(p.Item.Subject), p.Item.Id.ToString("D")))];

    public bool IsProvince { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await tools.Desks.CouncilChoicesAsync<KeepTrainings>(ct);
        var council = await tools.Directory.CouncilAsync(Input.CouncilId ?? tools.OwnCouncil, ct);
        IsProvince = council?.Tier == Tier.Province || Councils.Count > 1;
        _plan = council is null ? [] : [.. (await tools.Reader.PlanAsync(council, tools.Clock.Today.Year, tools.Acting, ct)).Where(p => p.Item.CouncilId == council.Id)];
        await next();
    }

    public void OnGet([FromQuery(Name = "ke-hoach")] Guid? plan)
    {
        var item = _plan.FirstOrDefault(p => p.Item.Id == plan)?.Item;
        Input = new TrainingForm { Id = Guid.CreateVersion7(), Subject = item?.Subject ?? "", Audience = item?.Audience ?? TrainingAudience.AllDelegates, ForCommunes = item?.ForCommunes ?? false, PlanItemId = item?.Id };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var opened = await desk.OpenAsync(Input.Asked(Input.CouncilId ?? tools.OwnCouncil), tools.Acting, ct);
        if (ModelState.Refuse(opened, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["trainings.new.done", opened.Value]);

        return LocalRedirect(TrainingLinks.Act(opened.Value, "moi-hoc"));
    }
}
