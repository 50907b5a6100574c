using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Resolutions;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>What UBND or its agency reports on carrying it out.</summary>
[Requires<ReportOnResolutions>]
public sealed class ReportModel(ResolutionWatch watch, FileDesk files, ResolutionActTools tools) : ResolutionActModel(tools)
{
    public override string Act => "bao-cao";

    [BindProperty]
    public ReportForm Input { get; set; } = new();

    /// <summary>The agency itself speaks; the desk writes down what it sent on paper.</summary>
    public bool IsOfficer => Acting.CapacityFor<ReportOnResolutions>(Resolution.CouncilId, Resolution.ProvinceId) is null;

    public string LeadAgency => AgencyName(Resolution.LeadAgencyId) is { Length: > 0 } name ? name : Tools.Texts["resolutions.anyAgency"];

    public void OnGet() => Input = new ReportForm { Id = Guid.CreateVersion7(), On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Resolution.CouncilId, nameof(Input.File), ct);
        if (file is { IsRefused: true })
        {
            return Finish(file);
        }

        return Finish(await watch.ReportAsync(
            Code, new ResolutionReportInput { Id = Input.Id, Number = Words.Blank(Input.Number), On = Input.On, Period = Words.Blank(Input.Period), Text = Input.Text, File = file?.Value }, Acting, ct));
    }
}

public sealed record ReportForm
{
    public Guid? Id { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(200)]
    public string? Period { get; init; }

    [Required(ErrorMessage = "resolution.reportMissing"), StringLength(20_000)]
    public string Text { get; init; } = "";

    public IFormFile? File { get; init; }
}
