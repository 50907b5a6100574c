using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Conferences;

/// <summary>Sets right what was entered.</summary>
[Requires<KeepConferences>]
public sealed class EditModel(ConferenceDesk desk, ConferencePageTools tools) : ConferencePageModel(tools), IConferenceForm
{
    public override string Act => "sua";

    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    public List<SelectListItem> Councils => [];

    public void OnGet() => Input = ConferenceForm.Of(Conference);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.EditAsync(Code, Input.Asked(Conference.CouncilId), Acting, ct)) : Page();
}
