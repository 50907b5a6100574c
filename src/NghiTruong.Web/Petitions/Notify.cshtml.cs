using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<NotifyVoters>]
public sealed class NotifyModel(PetitionJudgement judgement, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "thong-bao";

    [BindProperty]
    public NotifyForm Input { get; set; } = new();

    public List<SelectListItem> Channels => Tools.Texts.Choices<NoticeChannel>("petition.channel.");

    public void OnGet() => Input = new NotifyForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await judgement.NotifyAsync(Code, Input.Channel!.Value, Input.On, Words.Blank(Input.Evidence), null, Acting, ct));
}

public sealed record NotifyForm
{
    [Required(ErrorMessage = "petitions.channelMissing")]
    public NoticeChannel? Channel { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(500)]
    public string? Evidence { get; init; }
}
