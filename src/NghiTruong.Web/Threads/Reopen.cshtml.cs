using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Threads;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Threads;

/// <summary>The problem is back, or its result did not hold.</summary>
[Requires<KeepThreads>]
public sealed class ReopenModel(ThreadDesk desk, ThreadPageTools tools) : ThreadPageModel(tools)
{
    public override string Act => "mo-lai";

    [BindProperty]
    public ReopenThreadForm Input { get; set; } = new();

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ReopenAsync(Code, Input.Reason, Acting, ct)) : Page();
}

public sealed record ReopenThreadForm
{
    [Required(ErrorMessage = "thread.reasonMissing"), StringLength(1000)]
    public string? Reason { get; init; }
}
