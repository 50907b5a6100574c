using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Confirmed done; the last one closes the supervision.</summary>
[Requires<ConcludeSupervisions>]
public sealed class ConfirmModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "xac-nhan";

    [BindProperty]
    public ConfirmForm Input { get; set; } = new();


    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.ConfirmAsync(Code, Words.Blank(Input.Note), Acting, ct));
}

public sealed record ConfirmForm
{
    [StringLength(4000)]
    public string? Note { get; init; }
}
