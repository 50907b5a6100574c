using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Drafts a recommendation beside the shortcomings it answers.</summary>
[Requires<CarryOutSupervisions>]
public sealed class RecommendModel(SupervisionResults results, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "kien-nghi";

    [BindProperty]
    public RecommendForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public IReadOnlyList<SupervisionFinding> Shortcomings => [.. Matter.Findings.Where(f => f.Kind == FindingKind.Shortcoming)];

    public void OnGet() => Input = new RecommendForm { Id = Guid.CreateVersion7(), LeadAgencyId = Matter.Bodies is [var only] ? only.AgencyId : null };

    public async Task<IActionResult> OnPostAsync(bool again, CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await results.RecommendAsync(Code, Input.Asked(), Acting, ct), again ? SupervisionLinks.Act(Code, Act) : null);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Agencies = await Tools.Desks.AgencyChoicesAsync(Supervision.CouncilId, ct);
    }
}

public sealed record RecommendForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "recommendation.contentMissing"), StringLength(4000)]
    public string Content { get; init; } = "";

    public Guid? LeadAgencyId { get; init; }

    [StringLength(500)]
    public string? Cooperating { get; init; }

    [StringLength(200)]
    public string? Responsible { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? DueOn { get; init; }

    public static RecommendForm Of(Recommendation r) => new()
    {
        Content = r.Content, LeadAgencyId = r.LeadAgencyId, Cooperating = r.Cooperating, Responsible = r.Responsible, Product = r.Product, DueOn = r.DueOn,
    };

    public RecommendationInput Asked() => new()
    {
        Id = Id, Content = Content, LeadAgencyId = LeadAgencyId, Cooperating = Words.Blank(Cooperating), Responsible = Words.Blank(Responsible), Product = Words.Blank(Product), DueOn = DueOn,
    };
}
