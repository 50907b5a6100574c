using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>The Standing Committee decided an explanation session. <c>?tu=CODE</c> says what it stems from.</summary>
[Requires<HoldExplanations>]
public sealed class NewExplanationModel(ExplanationDesk desk, RuleBook rules, InterpellationTools tools) : PageModel
{
    private Guid _council;

    [BindProperty]
    public NewExplanationForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>How many days before the notice goes out, as the rule in force says.</summary>
    public string PlannedHint { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var own = await tools.Desks.OwnAsync<HoldExplanations>(ct);
        _council = own is [var first, ..] ? first.Id : Guid.Empty;
        Agencies = await tools.Desks.AgencyChoicesAsync(_council, ct);
        var rule = (await rules.ReadAsync(ct)).Due(InterpellationRules.NoticeRule, own is [var at, ..] ? at.Tier.ToString() : null, _council, tools.Today)?.Rule;
        PlannedHint = tools.Texts["explanations.planned.hint", rule?.Terms.Days ?? 0];
        await next();
    }

    public void OnGet() => Input = new NewExplanationForm { Id = Guid.CreateVersion7(), DecidedOn = tools.Today, SourceCode = AddressReader.Text(Request.Query, "tu") };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.DecideAsync(Input.Asked(_council), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["explanations.new.saved", saved.Value]);

        return LocalRedirect(InterpellationLinks.Explanation(saved.Value));
    }
}

public sealed record NewExplanationForm
{
    public Guid Id { get; init; }

    [StringLength(60)]
    public string? DecisionNumber { get; init; }

    [Required]
    public DateOnly? DecidedOn { get; init; }

    [Required(ErrorMessage = "explanation.issueMissing"), StringLength(4000)]
    public string Issue { get; init; } = "";

    [Required(ErrorMessage = "explanation.personMissing"), StringLength(200)]
    public string PersonAsked { get; init; } = "";

    [Required(ErrorMessage = "interpellations.agencyMissing")]
    public Guid? AgencyId { get; init; }

    [Required(ErrorMessage = "explanation.dayMissing")]
    public DateOnly? PlannedOn { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(1000)]
    public string? StemsFrom { get; init; }

    [StringLength(40)]
    public string? SourceCode { get; init; }

    public ExplanationInput Asked(Guid council) => new()
    {
        Id = Id == Guid.Empty ? null : Id, CouncilId = council, Issue = Issue, PersonAsked = PersonAsked, AgencyId = AgencyId, DecisionNumber = DecisionNumber, DecidedOn = DecidedOn, PlannedOn = PlannedOn,
        Place = Words.Blank(Place), StemsFrom = Words.Blank(StemsFrom), SourceCode = Words.Blank(SourceCode),
    };
}
