using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

[Requires<NotifyVoters>]
public sealed class CloseModel(PetitionJudgement judgement, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "ket-thuc";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Finish(await judgement.CloseAsync(Code, Acting, ct));
}
