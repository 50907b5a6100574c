using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Resolutions;

/// <summary>Follows a clause no more, with the reason.</summary>
[Requires<RecordResolutions>]
public sealed class EndClauseModel(ResolutionClauses clauses, ResolutionActTools tools) : ClauseActModel(tools)
{
    public override string Act => "thoi";

    [BindProperty]
    public EndClauseForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await clauses.EndAsync(Code, Input.Reason, Acting, ct));
}

public sealed record EndClauseForm
{
    [Required(ErrorMessage = "resolution.reasonMissing"), StringLength(2000)]
    public string? Reason { get; init; }
}
