using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Nổi cộm, with a reason; or no longer.</summary>
[Requires<ConcludeSupervisions>]
public sealed class PressingModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "noi-com";

    [BindProperty]
    public PressingForm Input { get; set; } = new();

    public void OnGet() => Input = new PressingForm { Pressing = true, Reason = Recommendation.PressingReason };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.MarkPressingAsync(Code, Input.Pressing, Input.Reason, Acting, ct));
}

public sealed record PressingForm
{
    public bool Pressing { get; init; }

    [StringLength(500)]
    public string? Reason { get; init; }
}
