using Microsoft.AspNetCore.Mvc;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Conferences;

/// <summary>Roll call of all sites.</summary>
[Requires<KeepConferences>]
public sealed class RollModel(ConferenceDesk desk, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "diem-danh";

    public void OnGet()
    {
        // The list stands as it was last taken.
    }

    public async Task<IActionResult> OnPostAsync(List<Guid> present, CancellationToken ct) => Finish(await desk.RollAsync(Code, present, Acting, ct));
}
