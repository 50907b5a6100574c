using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Texts;
using NghiTruong.Verification;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>Opens a dossier at the person's own desk.</summary>
[Requires<CarryOutVerifications>]
public sealed class NewModel(VerificationDesk desk, VerificationChoices choices, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public NewVerificationForm Input { get; set; } = new();

    public List<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Committees { get; private set; } = [];

    public List<SelectListItem> NormativeChoices => [new(texts["verification.normative.yes"], "true"), new(texts["verification.normative.no"], "false")];

    private Guid CouncilId { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        CouncilId = acting.OwnCouncils<CarryOutVerifications>() is [var own, ..] ? own : Guid.Empty;
        (Sessions, Agencies, Committees) = (await choices.SessionsAsync(CouncilId, ct), await choices.AgenciesAsync(CouncilId, ct), await choices.CommitteesAsync(CouncilId, ct));
        await next();
    }

    public void OnGet() => Input = new NewVerificationForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var opened = await desk.OpenAsync(
            new VerificationInput
            {
                Id = Input.Id, CouncilId = CouncilId, Item = Input.Item, Title = Input.Title, IsNormative = Input.IsNormative, SessionId = Input.SessionId, AgencyId = Input.AgencyId, BodyId = Input.BodyId,
            },
            acting, ct);
        if (ModelState.Refuse(opened, texts))
        {
            return Page();
        }

        TempData.Notice(texts["verification.opened", opened.Value]);

        return LocalRedirect(VerificationLinks.Details(opened.Value));
    }
}

public sealed record NewVerificationForm
{
    public Guid? Id { get; init; }

    public VerificationItem Item { get; init; } = VerificationItem.DraftResolution;

    [Required(ErrorMessage = "verification.titleMissing"), StringLength(500)]
    public string Title { get; init; } = "";

    public bool? IsNormative { get; init; }

    public Guid? SessionId { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? BodyId { get; init; }
}
