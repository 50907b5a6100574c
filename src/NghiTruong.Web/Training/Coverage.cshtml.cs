using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Training;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>Who has been trained this year and who is missing, full-timers apart; the missing are invited into a class at one press.</summary>
[Requires<ReadTrainings>]
public sealed class CoverageModel(TrainingFigures figures, TrainingEnrolment enrolment, TrainingPageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public CouncilName Council { get; private set; } = null!;

    public int Year { get; private set; }

    public bool Subtree { get; private set; }

    public bool IsProvince => Council.Tier == Tier.Province;

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    /// <summary>Each council below, those with most missing first.</summary>
    public IReadOnlyList<TrainedFigures> Figures { get; private set; } = [];

    public TrainedFigures Sum { get; private set; } = new(Guid.Empty, 0, 0, 0, 0);

    public IReadOnlyList<CoverageLine> Missing { get; private set; } = [];

    public IReadOnlyList<TrainingRow> Coming { get; private set; } = [];

    public bool MayEnrol => tools.Acting.CapacityFor<EnrolTrainees>(Council.Id, Council.ProvinceId) is not null;

    public bool MayKeep => tools.Acting.CapacityFor<KeepTrainings>(Council.Id, Council.ProvinceId) is not null;

    public string CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name ?? "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var asked = Request.HasFormContentType ? Request.Form["council"].FirstOrDefault() : Request.Query["council"].FirstOrDefault();
        if (await tools.CouncilAsync(asked, ct) is not { } council)
        {
            context.Result = NotFound();

            return;
        }

        Council = council;
        Year = int.TryParse(Request.Query["nam"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100 ? year : tools.Clock.Today.Year;
        Subtree = IsProvince && Request.Query["cap-duoi"].FirstOrDefault() == "true";
        var read = await figures.ReadAsync(Council, Subtree, Year, tools.Acting, ct) ?? [];
        Sum = TrainedFigures.Sum(Council.Id, [.. read]);
        Figures = [.. read.OrderByDescending(f => f.Missing).ThenBy(f => f.CouncilId)];
        Missing = Subtree ? [] : await figures.MissingAsync(Council, Year, tools.Acting, ct);
        Coming = await tools.Reader.ComingAsync(Council, tools.Clock.Today, tools.Acting, ct);
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadTrainings>(ct);
        await next();
    }

    public void OnGet()
    {
        // Everything is read before.
    }

    /// <summary>All who are missing at the council, into the class chosen.</summary>
    public async Task<IActionResult> OnPostInviteAsync(string? lop, CancellationToken ct)
    {
        var added = await enrolment.EnrolAsync(lop ?? "", new EnrolInput { Whom = EnrolWhom.Untrained, Councils = [Council.Id] }, tools.Acting, ct);
        if (ModelState.Refuse(added, tools.Texts, ""))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["trainings.act.moi-hoc.done", added.Value, lop!]);

        return LocalRedirect(TrainingLinks.Details(lop!));
    }
}
