using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Taken out of the programme, with number and reason.</summary>
[Requires<DecideProgrammes>]
public sealed class CancelModel(ProgrammeDesk desk, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "dua-ra";

    [BindProperty]
    public CancelForm Input { get; set; } = new();


    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.CancelAsync(Code, Input.Number, Input.Reason, Acting, ct));
}

public sealed record CancelForm
{
    [StringLength(60)]
    public string? Number { get; init; }

    [StringLength(1000)]
    public string? Reason { get; init; }
}
