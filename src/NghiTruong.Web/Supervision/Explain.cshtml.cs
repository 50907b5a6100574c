using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>The explanation of the agency.</summary>
[Requires<AnswerRecommendations>]
public sealed class ExplainModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "giai-trinh";

    [BindProperty]
    public ExplainForm Input { get; set; } = new();

    public void OnGet() => Input = new ExplainForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.ExplainAsync(Code, Input.Words, Input.On, Acting, ct));
}

public sealed record ExplainForm
{
    [Required(ErrorMessage = "recommendation.wordsMissing"), StringLength(10_000)]
    public string Words { get; init; } = "";

    public DateOnly? On { get; init; }
}
