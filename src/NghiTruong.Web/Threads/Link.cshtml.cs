using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>Puts a record into the thread by its code, of whatever kind.</summary>
[Requires<KeepThreads>]
public sealed class LinkModel(ThreadDesk desk, ThreadPageTools tools) : ThreadPageModel(tools)
{
    public override string Act => "gan";

    [BindProperty]
    public ThreadRecordForm Input { get; set; } = new();

    /// <param name="ma">A record somebody has proposed.</param>
    public void OnGet(string? ma) => Input = new ThreadRecordForm { Code = ma is { Length: <= 60 } ? ma : "" };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.LinkAsync(Code, new ThreadRecordInput(Input.Code, null, Words.Blank(Input.Note)), Acting, ct)) : Page();
}

public sealed record ThreadRecordForm
{
    [Required(ErrorMessage = "threads.codeMissing"), StringLength(60)]
    public string Code { get; init; } = "";

    [StringLength(500)]
    public string? Note { get; init; }
}
