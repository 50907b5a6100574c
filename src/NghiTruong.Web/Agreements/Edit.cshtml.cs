using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Agreements;
using NghiTruong.Documents.Files;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Agreements;

/// <summary>Sets right what was entered.</summary>
[Requires<KeepAgreements>]
public sealed class EditModel(AgreementDesk desk, FileDesk files, AgreementPageTools tools) : AgreementPageModel(tools), IAgreementForm
{
    public override string Act => "sua";

    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    public List<SelectListItem> Councils => [];

    public List<SelectListItem> Kinds => Tools.Kinds;

    public List<SelectListItem> Parties { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Parties = await Tools.PartiesAsync(Agreement.CouncilId, ct);

    public void OnGet() => Input = AgreementForm.Of(Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Agreement.CouncilId, nameof(Input.File), ct);

        return file is { IsRefused: true } ? Finish(file) : Finish(await desk.EditAsync(Code, Input.Asked(Agreement.CouncilId, file?.Value), Acting, ct));
    }
}
