using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Schemes.RollOuts;

/// <summary>One unit's steps: marked done with document and day, by its own desk or from paper by the upper one; and the totals of its Party committee.</summary>
[Requires<MarkRollOuts>]
public sealed class UnitModel(RollOutDesk desk, RollOutTools tools) : RollOutPageModel(tools)
{
    private string _act = "ghi-buoc";

    public override string Act => _act;

    public override string Back => SchemeLinks.Unit(Code, Line.Unit.Id);

    public RollOutLine Line { get; private set; } = null!;

    [BindProperty]
    public CellsForm Input { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.TryParse((string?)RouteData.Values["unit"], out var unit) ? unit : Guid.Empty;
        if (await FindAsync((string?)RouteData.Values["code"] ?? "", HttpContext.RequestAborted) is not { } found || found.Units.FirstOrDefault(u => u.Unit.Id == id && u.MayMark) is not { } line)
        {
            context.Result = NotFound();

            return;
        }

        Line = line;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Input = new CellsForm
    {
        Cells = Line.Unit.Cells, CellsReached = Line.Unit.CellsReached, Members = Line.Unit.Members, MembersReached = Line.Unit.MembersReached, Version = Line.Unit.Version,
    };

    public async Task<IActionResult> OnPostDoneAsync(Guid task, DateOnly? on, string? number, CancellationToken ct) =>
        Mine(task) ? Finish(await desk.DoneAsync(new StepDoneInput(task, on, number), Acting, ct)) : NotFound();

    public async Task<IActionResult> OnPostBackAsync(Guid task, CancellationToken ct)
    {
        _act = "bo-buoc";

        return Mine(task) ? Finish(await desk.TakeBackAsync(task, Acting, ct)) : NotFound();
    }

    public async Task<IActionResult> OnPostCellsAsync(CancellationToken ct)
    {
        _act = "chi-bo";

        return ModelState.IsValid ? Finish(await desk.TellCellsAsync(Line.Unit.Id, new CellsInput(Input.Cells, Input.CellsReached, Input.Members, Input.MembersReached, Input.Version), Acting, ct)) : Page();
    }

    private bool Mine(Guid task) => Line.Tasks.Any(t => t.Id == task);
}

public sealed record CellsForm
{
    [Range(0, 100_000)]
    public int? Cells { get; init; }

    [Range(0, 100_000)]
    public int? CellsReached { get; init; }

    [Range(0, 1_000_000)]
    public int? Members { get; init; }

    [Range(0, 1_000_000)]
    public int? MembersReached { get; init; }

    public int? Version { get; init; }
}
