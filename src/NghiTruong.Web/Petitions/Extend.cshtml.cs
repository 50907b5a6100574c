using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<SendPetitions>]
public sealed class ExtendModel(PetitionReplies replies, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "gia-han";

    [BindProperty]
    public ExtendForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await replies.ExtendAsync(Code, Input.To!.Value, Words.Blank(Input.Document), Acting, ct));
}

public sealed record ExtendForm
{
    [Required]
    public DateOnly? To { get; init; }

    [StringLength(200)]
    public string? Document { get; init; }
}
