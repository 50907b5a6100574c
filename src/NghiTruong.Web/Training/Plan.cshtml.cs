using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Training;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>The plan of a year: subjects, for whom, how many, when, with what money; and what came of each line.</summary>
[Requires<ReadTrainings>]
public sealed class PlanModel(TrainingDesk desk, TrainingPageTools tools) : PageModel
{
    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public CouncilName? Council { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];

    public List<SelectListItem> Audiences => tools.Audiences;

    public bool MayKeep => Council is { } council && tools.Acting.CapacityFor<KeepTrainings>(council.Id, council.ProvinceId) is not null;

    public bool IsProvince => Council?.Tier == Tier.Province;

    public string OfYear(int year) => $"{TrainingLinks.Plan}?council={Council?.Id}&nam={year}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Council = await tools.CouncilAsync(Request.Query["council"].FirstOrDefault(), ct);
        if (Council is null)
        {
            context.Result = NotFound();

            return;
        }

        Year = int.TryParse(Request.Query["nam"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100 ? year : tools.Clock.Today.Year;
        Rows = await tools.Reader.PlanAsync(Council, Year, tools.Acting, ct);
        await next();
    }

    public void OnGet() => Input = new PlanForm { Id = Guid.CreateVersion7(), Year = Year };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(
            await desk.PlanAsync(
                new PlanItemInput
                {
                    Id = Input.Id, CouncilId = Council!.Id, Year = Input.Year, Subject = Input.Subject, Audience = Input.Audience, People = Input.People, Month = Input.Month, Budget = Input.Budget, ForCommunes = Input.ForCommunes,
                    Document = Words.Blank(Input.Document),
                },
                tools.Acting, ct),
            "trainings.plan.added");

    public async Task<IActionResult> OnPostDropAsync(Guid item, CancellationToken ct) => Finish(await desk.DropPlanAsync(item, tools.Acting, ct), "trainings.plan.dropped");

    private IActionResult Finish(Result result, string done)
    {
        if (ModelState.Refuse(result, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts[done]);

        return LocalRedirect(OfYear(Year));
    }
}

public sealed record PlanForm
{
    public Guid? Id { get; init; }

    public int Year { get; init; }

    [Required(ErrorMessage = "training.subjectMissing"), StringLength(500)]
    public string Subject { get; init; } = "";

    public TrainingAudience Audience { get; init; }

    [Range(1, 100_000)]
    public int? People { get; init; }

    [Range(1, 12)]
    public int? Month { get; init; }

    public long? Budget { get; init; }

    public bool ForCommunes { get; init; }

    [StringLength(120)]
    public string? Document { get; init; }
}
