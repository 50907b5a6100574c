using Microsoft.AspNetCore.Mvc;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>A delegate, or the Front, says that a record belongs into the thread; whoever keeps threads decides.</summary>
[Requires<ProposeThreadLinks>]
public sealed class ProposeLinkModel(ThreadDesk desk, ThreadPageTools tools) : ThreadPageModel(tools)
{
    public override string Act => "de-nghi";

    [BindProperty]
    public ThreadRecordForm Input { get; set; } = new();

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.ProposeAsync(Code, new ThreadRecordInput(Input.Code, null, Words.Blank(Input.Note)), Acting, ct)) : Page();
}
