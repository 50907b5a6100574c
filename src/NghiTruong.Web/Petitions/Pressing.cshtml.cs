using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<ConcludePetitions>]
public sealed class PressingModel(PetitionDesk desk, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "noi-com";

    [BindProperty]
    public PressingForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.MarkPressingAsync(Code, !Petition.IsPressing, Words.Blank(Input.Reason), Acting, ct));
}

public sealed record PressingForm
{
    [StringLength(1000)]
    public string? Reason { get; init; }
}
