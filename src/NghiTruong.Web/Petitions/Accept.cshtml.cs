using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

[Requires<ReplyToPetitions>]
public sealed class AcceptModel(PetitionReplies replies, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "tiep-nhan";

    [BindProperty]
    public AcceptForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await replies.AcceptAsync(Code, Input.On, Acting, ct));
}

public sealed record AcceptForm
{
    public DateOnly? On { get; init; }
}
