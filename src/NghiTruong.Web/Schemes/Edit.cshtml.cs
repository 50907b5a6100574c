using Microsoft.AspNetCore.Mvc;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Schemes;

/// <summary>The document corrected.</summary>
[Requires<KeepSchemes>]
public sealed class EditModel(SchemeDesk desk, SchemeTools tools) : SchemePageModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public SchemeForm Input { get; set; } = new();

    public void OnGet() => Input = new SchemeForm
    {
        Kind = Scheme.Kind, Number = Scheme.Number, Title = Scheme.Title, IssuedOn = Scheme.IssuedOn, IssuedBy = Scheme.IssuedBy, PeriodFrom = Scheme.PeriodFrom, PeriodTo = Scheme.PeriodTo, Parent = Matter.Parent?.Code,
        Version = Scheme.Version,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.EditAsync(Code, Input.ToInput(Scheme.CouncilId), Input.Version, Acting, ct)) : Page();
}
