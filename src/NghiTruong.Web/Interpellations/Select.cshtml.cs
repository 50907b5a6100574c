using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Refusals;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Chooses slips, many at once, into a group of issues by a criterion; or has them answered in writing, with the reason.</summary>
[Requires<SelectSlips>]
public sealed class SelectModel(SlipDesk desk, InterpellationList list, InterpellationTools tools) : PageModel
{
    private const int MostWaiting = 200;

    [BindProperty]
    public SelectForm Input { get; set; } = new();

    public Guid Council { get; private set; }

    public IReadOnlyList<InterpellationRow> Waiting { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Criteria => [.. SelectionCriteria.Shipped.Criteria.Select(c => new SelectListItem(c.NameIn(CultureInfo.CurrentUICulture), c.Code))];

    public bool IsClerk => tools.Acting.CapacityFor<SelectSlips>(Council, Guid.Empty)?.Role == Role.Clerk;

    public string? ListHref => Input.SessionId is { } session ? InterpellationLinks.SlipList(session) : null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var own = await tools.Desks.OwnAsync<SelectSlips>(ct);
        Council = Input.CouncilId is { } asked && own.Any(c => c.Id == asked) ? asked : own is [var first, ..] ? first.Id : Guid.Empty;
        Waiting = (await list.ReadAsync(new InterpellationFilter { CouncilId = Council, State = InterpellationState.Submitted, Size = MostWaiting }, tools.Acting, ct)).Rows;
        var sessions = (await tools.Directory.SessionsOfAsync(Council, ct)).ToDictionary(s => s.Id, s => s.Name);
        Groups = [.. (await tools.Reader.GroupsAsync(Council, null, ct)).Select(g => new SelectListItem($"{g.Group.Title} ({sessions.GetValueOrDefault(g.Group.SessionId)}, {g.Slips})", g.Group.Id.ToString("D")))];
        Sessions = await tools.Desks.SessionChoicesAsync(Council, ct);
        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var only = AddressReader.Text(Request.Query, "ma");
        Input = new SelectForm
        {
            CouncilId = Council,
            Codes = [.. Waiting.Select(r => r.Code).Where(c => c == only)],
            On = tools.Today,
            SessionId = Waiting.FirstOrDefault(r => only is null || r.Code == only)?.SessionId ?? await SlipFormPart.NextSessionAsync(tools, Council, ct),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var chosen = await desk.SelectAsync(
            new SelectionInput
            {
                CouncilId = Council, Codes = Input.Codes, GroupId = Input.GroupId, SessionId = Input.SessionId, Title = Input.Title, Criterion = Input.Criterion, Number = Words.Blank(Input.Number), On = Input.On,
            },
            tools.Acting, ct);

        return Done(chosen, "interpellations.select.done");
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        ModelState.IsValid ? Done(await desk.DeclineAsync(Input.Codes, Input.Reason, Words.Blank(Input.Number), Input.On, tools.Acting, ct), "interpellations.decline.done") : Page();

    private IActionResult Done(Result result, string text)
    {
        if (ModelState.Refuse(result, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts[text, Input.Codes.Count]);

        return LocalRedirect(Input.Codes is [var only] ? InterpellationLinks.Slip(only) : Waiting.Count > Input.Codes.Count ? InterpellationLinks.Select : InterpellationLinks.Slips);
    }
}

public sealed record SelectForm
{
    public Guid? CouncilId { get; init; }

    public List<string> Codes { get; init; } = [];

    public Guid? GroupId { get; init; }

    public Guid? SessionId { get; init; }

    [StringLength(500)]
    public string? Title { get; init; }

    public string? Criterion { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [StringLength(1000)]
    public string? Reason { get; init; }
}
