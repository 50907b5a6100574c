using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>The problem described anew: title, field, place.</summary>
[Requires<KeepThreads>]
public sealed class EditModel(ThreadDesk desk, ThreadPageTools tools) : ThreadPageModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public EditThreadForm Input { get; set; } = new();

    public List<SelectListItem> Fields => Tools.Fields;

    public void OnGet() => Input = new EditThreadForm { Title = Thread.Title, Field = Thread.Field, Place = Thread.Place, Version = Thread.Version };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await desk.EditAsync(Code, new ThreadInput { Title = Input.Title, Field = Words.Blank(Input.Field), Place = Words.Blank(Input.Place) }, Input.Version, Acting, ct))
        : Page();
}

public sealed record EditThreadForm
{
    [Required(ErrorMessage = "thread.titleMissing"), StringLength(500)]
    public string Title { get; init; } = "";

    [StringLength(40)]
    public string? Field { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    public int? Version { get; init; }
}
