using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision.Briefings;

/// <summary>The calendar of briefings: held, excused, to come, missing; and how often each body holds one.</summary>
[Requires<ReadSupervisions>]
public sealed class BriefingsModel(BriefingList list, BriefingDesk desk, CouncilDesks desks, CouncilDirectory directory, SupervisionListView view, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, BodyName> _bodies = new Dictionary<Guid, BodyName>();
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    [BindProperty]
    public CadenceForm Input { get; set; } = new();

    public IReadOnlyList<BriefingRow> Rows { get; private set; } = [];

    public List<SelectListItem> Bodies { get; private set; } = [];

    public List<SelectListItem> EveryChoices => texts.Choices<BriefingEvery>("briefings.every.");

    public bool Missing { get; private set; }

    public DateOnly Today { get; } = clock.Today;

    private Guid? Own => acting.ScopeOf<KeepBriefings>().Councils is [var own, ..] ? own : null;

    /// <summary>An officer of an agency reads no figures.</summary>
    public bool IsOfficer { get; } = acting.Capacities.All(c => c.AgencyId is not null);

    public bool MayOpen(BriefingRow row) => acting.ScopeOf<ReadFindings>().Councils.Contains(row.CouncilId);

    public string PeriodOf(BriefingRow row) => row.Period.Contains('Q', StringComparison.Ordinal)
        ? texts["briefings.quarter", row.Period[^1..], row.Period[..4]]
        : texts["briefings.month", row.Period[5..], row.Period[..4]];

    public string BodyOf(BriefingRow row) => $"{_bodies.GetValueOrDefault(row.BodyId)?.Name}, {_councils.GetValueOrDefault(row.CouncilId)?.Name}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        (_bodies, _councils) = (await directory.BodiesAsync(ct), await directory.CouncilsAsync(ct));
        if (Own is { } own)
        {
            var standing = _bodies.Values.FirstOrDefault(b => b.CouncilId == own && b.Kind == BodyKind.StandingCommittee);
            Bodies = [.. standing is null ? [] : new[] { new SelectListItem(standing.Name, standing.Id.ToString("D")) }, .. await view.BodiesAsync(own, BodyKind.Committee, ct)];
        }

        Missing = AddressReader.Text(Request.Query, "missing") is "true";
        var asked = AddressReader.Text(Request.Query, "council");
        Rows = await list.ReadAsync(asked is null ? Own : (await desks.FindAsync(asked, ct))?.Id, Missing, acting, ct);
        await next();
    }

    public void OnGet() => Input = new CadenceForm { From = clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (ModelState.Refuse(await desk.SetCadenceAsync(Own ?? Guid.Empty, Input.BodyId!.Value, Input.Every, Input.From!.Value, Words.Blank(Input.Basis), acting, ct), texts))
        {
            return Page();
        }

        TempData.Notice(texts["briefings.cadence.done"]);

        return LocalRedirect(SupervisionLinks.Briefings);
    }
}

public sealed record CadenceForm
{
    [Required]
    public Guid? BodyId { get; init; }

    public BriefingEvery Every { get; init; }

    [Required]
    public DateOnly? From { get; init; }

    [StringLength(100)]
    public string? Basis { get; init; }
}
