using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

/// <summary>Gives petitions chosen in the list their session, such as those of a ledger that told none.</summary>
[Requires<SortPetitions>]
public sealed class PutIntoSessionModel(PetitionDesk desk, PetitionActTools tools) : PetitionManyModel(tools)
{
    public override string Act => "ky-hop";

    [BindProperty]
    public PutIntoSessionForm Input { get; set; } = new();

    public List<SelectListItem> Sessions { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Sessions = await Tools.Desks.SessionChoicesAsync(Matters[0].CouncilId, ct);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        !ModelState.IsValid ? Page() : Finish(await desk.PutIntoSessionAsync(Codes, Input.SessionId, Acting, ct));
}

public sealed record PutIntoSessionForm
{
    public Guid? SessionId { get; init; }
}
