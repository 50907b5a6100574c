using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Verification;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary>Records a written comment on the item.</summary>
[Requires<CarryOutVerifications>]
public sealed class CommentModel(VerificationDesk desk, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty]
    public CommentForm Input { get; set; } = new();

    public void OnGet() => Input = new CommentForm { Id = Guid.CreateVersion7(), On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.CommentAsync(Code, new CommentInput(Input.From, Input.On, Input.Text, Input.Id), Acting, ct), "verification.comment.done", $"{Back}#y-kien") : Page();

    protected override bool IsFor(VerificationView view) => view.MayReadWorkbench;
}

public sealed record CommentForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "verification.fromMissing"), StringLength(200)]
    public string From { get; init; } = "";

    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "verification.commentMissing"), StringLength(8000)]
    public string Text { get; init; } = "";
}
