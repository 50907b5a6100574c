using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Reception;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Reception;

/// <summary>Another day, place, delegate.</summary>
[Requires<ArrangeReceptions>]
public sealed class EditModel(ReceptionDesk desk, ReceptionTools tools) : ReceptionActModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public ReceptionForm Input { get; set; } = new();

    public ReceptionFormPart Part { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ChangeAsync(Code, Input.Asked(Reception.CouncilId), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var r = Reception;
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = new ReceptionForm
            {
                Id = r.Id, Kind = r.Kind, On = r.PlannedOn, StartsAt = r.StartsAt, EndsAt = r.EndsAt, Place = r.Place, IsOnline = r.IsOnline, DelegateId = r.DelegateId, Receiver = r.Receiver, Note = r.Note, Version = r.Version,
            };
        }

        Part = await ReceptionFormPart.ReadAsync(Tools, Input, r.CouncilId, isNew: false, ct);
    }
}
