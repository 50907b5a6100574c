using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Asks the agency to explain (Law 121/2025 Art 40): 15 calendar days, 30 if complex.</summary>
[Requires<ConcludeSupervisions>]
public sealed class AskToExplainModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "yeu-cau-giai-trinh";

    [BindProperty]
    public AskToExplainForm Input { get; set; } = new();

    public void OnGet() => Input = new AskToExplainForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.AskToExplainAsync(Code, Input.IsComplex, Input.On, Acting, ct));
}

public sealed record AskToExplainForm
{
    public DateOnly? On { get; init; }

    public bool IsComplex { get; init; }
}
