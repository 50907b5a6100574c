using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>What the agency says it has done.</summary>
[Requires<AnswerRecommendations>]
public sealed class AgencyWordModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "tra-loi";

    [BindProperty]
    public AgencyWordForm Input { get; set; } = new();

    /// <summary>The agency itself speaks; the desk writes down what it said on paper.</summary>
    public bool IsOfficer => Acting.CapacityFor<AnswerRecommendations>(Recommendation.CouncilId, Recommendation.ProvinceId) is null;

    public void OnGet() => Input = new AgencyWordForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.AnswerAsync(Code, new AgencyWordInput(Input.Words, Words.Blank(Input.Document), Input.On), Acting, ct));
}

public sealed record AgencyWordForm
{
    [Required(ErrorMessage = "recommendation.wordsMissing"), StringLength(10_000)]
    public string Words { get; init; } = "";

    [StringLength(120)]
    public string? Document { get; init; }

    public DateOnly? On { get; init; }
}
