using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>Ends the thread with what came of the problem; what is still open is shown, and asks for a reason.</summary>
[Requires<KeepThreads>]
public sealed class EndModel(ThreadDesk desk, ThreadPageTools tools) : ThreadPageModel(tools)
{
    public override string Act => "ket-thuc";

    [BindProperty]
    public EndThreadForm Input { get; set; } = new();

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.EndAsync(Code, new EndThreadInput(Input.Result, Input.On, Words.Blank(Input.Despite)), Acting, ct)) : Page();
}

public sealed record EndThreadForm
{
    [Required(ErrorMessage = "thread.resultMissing"), StringLength(4000)]
    public string? Result { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(1000)]
    public string? Despite { get; init; }
}
