using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Điều chỉnh, hoãn: another period, with number and reason.</summary>
[Requires<DecideProgrammes>]
public sealed class PutOffModel(ProgrammeDesk desk, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "dieu-chinh";

    [BindProperty]
    public PutOffForm Input { get; set; } = new();

    public void OnGet() => Input = new PutOffForm { From = Supervision.PlannedFrom };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.PutOffAsync(Code, Input.From!.Value, Input.To!.Value, Input.Number, Input.Reason, Acting, ct));
}

public sealed record PutOffForm
{
    [Required]
    public DateOnly? From { get; init; }

    [Required]
    public DateOnly? To { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [StringLength(1000)]
    public string? Reason { get; init; }
}
