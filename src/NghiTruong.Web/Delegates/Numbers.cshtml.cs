using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Language;
using NghiTruong.Refusals;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>Actual against legal numbers of one council, the plan for each vacancy, the support staff.</summary>
[Requires<ReadDelegates>]
public sealed class NumbersModel(LegalNumberReader numbers, PeopleDesk desk, IDbContextFactory<Db> contexts, DelegatePageTools tools) : PageModel
{
    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    [BindProperty]
    public StaffForm Person { get; set; } = new();

    [BindProperty]
    public QuotaForm Quota { get; set; } = new();

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public CouncilName? Council { get; private set; }

    public IReadOnlyList<NumberLine> Lines { get; private set; } = [];

    public IReadOnlyList<VacancyPlan> Plans { get; private set; } = [];

    public IReadOnlyList<SupportStaff> Staff { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public List<SelectListItem> Committees { get; private set; } = [];

    public bool MayManage { get; private set; }

    /// <summary>Id of what the form adds, so that two presses add one.</summary>
    public Guid Fresh { get; } = Guid.CreateVersion7();

    public DateOnly Today => tools.Clock.Today;

    public List<SelectListItem> Seats =>
        [.. new[] { "delegates", LegalNumbers.ViceChairs, LegalNumbers.DeputyHeads, LegalNumbers.FullTime, LegalNumbers.Staff }.Select(s => new SelectListItem(tools.Texts["delegates.seat." + s], s))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(AddressReader.Text(Request.Query, "council"), ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostPlanAsync(Guid council, CancellationToken ct) => DoAsync(
        council, "delegates.plans.added", nameof(Plan),
        () => desk.PlanAsync(council, new VacancyPlanInput { Id = Plan.Id, Seat = Plan.Seat, BodyId = Plan.BodyId, How = Plan.How, Responsible = Plan.Responsible, DueOn = Plan.DueOn, Document = Plan.Document }, tools.Acting, ct), ct);

    public Task<IActionResult> OnPostClosePlanAsync(Guid council, Guid row, string? outcome, CancellationToken ct) =>
        DoAsync(council, "delegates.plans.done", "", () => desk.ClosePlanAsync(council, row, outcome, tools.Acting, ct), ct);

    public Task<IActionResult> OnPostStaffAsync(Guid council, CancellationToken ct) => DoAsync(
        council, "delegates.staff.added", nameof(Person),
        () => desk.AddStaffAsync(council, new StaffInput { Id = Person.Id, FullName = Person.FullName, Position = Person.Position, From = Person.From, Document = Person.Document }, tools.Acting, ct), ct);

    public Task<IActionResult> OnPostEndStaffAsync(Guid council, Guid row, string? lastDay, CancellationToken ct) =>
        DoAsync(council, "delegates.staff.left", "", () => desk.EndStaffAsync(council, row, OfficialDate.TryParse(lastDay ?? "", out var day) ? day : null, tools.Acting, ct), ct);

    public Task<IActionResult> OnPostNumberAsync(Guid council, CancellationToken ct) =>
        DoAsync(council, "delegates.staff.numbered", nameof(Quota), () => desk.SetStaffNumberAsync(council, Quota.Number, Quota.From, Quota.Document, tools.Acting, ct), ct);

    private async Task<IActionResult> DoAsync(Guid council, string done, string prefix, Func<Task<Result>> act, CancellationToken ct)
    {
        // Each of the forms sends its own part alone.
        foreach (var other in ModelState.Keys.Where(k => prefix.Length == 0 || !k.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(other);
        }

        if (ModelState.IsValid && !ModelState.Refuse(await act(), tools.Texts, prefix))
        {
            TempData.Notice(tools.Texts[done]);

            return LocalRedirect(DelegateLinks.NumbersOf(council));
        }

        return await ReadAsync(council.ToString("D"), ct) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(string? asked, CancellationToken ct)
    {
        Councils = await tools.Desks.SeenAsync<ReadDelegates>(ct);
        Council = asked is null ? Councils.FirstOrDefault(c => c.Id == tools.OwnCouncil) ?? (Councils.Count > 0 ? Councils[0] : null) : await tools.Desks.FindAsync(asked, ct);
        if (Council is null || tools.Acting.CapacityFor<ReadDelegates>(Council.Id, Council.ProvinceId) is null)
        {
            return asked is null && Council is null;
        }

        var council = Council.Id;
        await using var db = await contexts.CreateDbContextAsync(ct);
        Lines = await numbers.ReadAsync(Council, ct);
        Plans = await db.Set<VacancyPlan>().AsNoTracking().Where(p => p.CouncilId == council).OrderBy(p => p.ClosedOn != null).ThenBy(p => p.DueOn).ToListAsync(ct);
        Staff = await db.Set<SupportStaff>().AsNoTracking().Where(s => s.CouncilId == council).OrderBy(s => s.Until != null).ThenBy(s => s.From).ToListAsync(ct);
        Bodies = await tools.Directory.BodiesAsync(ct);
        Committees = await tools.BodiesAsync(council, [BodyKind.Committee], ct);
        MayManage = tools.Acting.CapacityFor<ManageDelegates>(council, Council.ProvinceId) is not null;

        return true;
    }
}

public sealed record PlanForm
{
    public Guid? Id { get; init; }

    [StringLength(40)]
    public string? Seat { get; init; }

    public Guid? BodyId { get; init; }

    [StringLength(500)]
    public string? How { get; init; }

    [StringLength(200)]
    public string? Responsible { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

public sealed record StaffForm
{
    public Guid? Id { get; init; }

    [StringLength(120)]
    public string? FullName { get; init; }

    [StringLength(200)]
    public string? Position { get; init; }

    public DateOnly? From { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

public sealed record QuotaForm
{
    public int? Number { get; init; }

    public DateOnly? From { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}
