using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>It took place; from here the report is owed.</summary>
[Requires<CarryOutSupervisions>]
public sealed class HoldModel(SupervisionDesk desk, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "tien-hanh";

    [BindProperty]
    public HoldForm Input { get; set; } = new();

    public void OnGet() => Input = new HoldForm { On = Matter.Visits is [.., var last] ? last.On : Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.HoldAsync(Code, Input.On, Acting, ct));
}

public sealed record HoldForm
{
    public DateOnly? On { get; init; }
}
