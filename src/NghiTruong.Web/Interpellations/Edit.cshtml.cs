using Microsoft.AspNetCore.Mvc;
using NghiTruong.Interpellations;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Interpellations;

/// <summary>Mends a slip until it is decided about.</summary>
[Requires<HandInSlips>]
public sealed class EditModel(SlipDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public SlipForm Input { get; set; } = new();

    public SlipFormPart Part { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.EditAsync(Code, Input.Asked(Slip.CouncilId, []), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = SlipForm.Of(Slip);
        }

        Part = await SlipFormPart.ReadAsync(Tools, Input, Slip.CouncilId, SlipFormPart.IsClerkAt(Acting, Slip.CouncilId), ct);
    }
}
