using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<ReplyToPetitions>]
public sealed class RefuseModel(PetitionReplies replies, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "tra-lai";

    [BindProperty]
    public RefuseForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await replies.RefuseAsync(Code, Input.Reason, Words.Blank(Input.Document), Acting, ct));
}

public sealed record RefuseForm
{
    [Required(ErrorMessage = "petition.reasonMissing"), StringLength(1000)]
    public string Reason { get; init; } = "";

    [StringLength(200)]
    public string? Document { get; init; }
}
