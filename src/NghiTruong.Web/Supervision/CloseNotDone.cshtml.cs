using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Ended without being carried out, with the reason.</summary>
[Requires<ConcludeSupervisions>]
public sealed class CloseNotDoneModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "ket-thuc";

    [BindProperty]
    public CloseNotDoneForm Input { get; set; } = new();


    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.CloseNotDoneAsync(Code, Input.Reason, Acting, ct));
}

public sealed record CloseNotDoneForm
{
    [StringLength(2000)]
    public string? Reason { get; init; }
}
