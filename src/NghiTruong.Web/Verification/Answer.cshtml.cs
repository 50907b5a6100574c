using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Verification;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary>Tiếp thu hoặc giải trình one comment: the agency that submitted, or the council's desk on its behalf.</summary>
[Requires<AnswerComments>]
public sealed class AnswerModel(VerificationDesk desk, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty(SupportsGet = true, Name = "y")]
    public Guid CommentId { get; set; }

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public VerificationComment Comment { get; private set; } = null!;

    public List<SelectListItem> Kinds => [new(Tools.Texts["verification.accepted"], "true"), new(Tools.Texts["verification.explained"], "false")];

    public void OnGet() => Input = new AnswerForm { IsAccepted = Comment.IsAccepted ?? true, Answer = Comment.Answer ?? "" };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.AnswerAsync(Code, CommentId, Input.IsAccepted, Input.Answer, Acting, ct), "verification.answer.done", $"{Back}#y-kien") : Page();

    protected override bool IsFor(VerificationView view)
    {
        var asked = Guid.TryParse(Request.Query["y"], out var id) ? id : Guid.Empty;
        Comment = view.Comments.FirstOrDefault(c => c.Id == asked)!;

        return Comment is not null;
    }
}

public sealed record AnswerForm
{
    public bool IsAccepted { get; init; } = true;

    [Required(ErrorMessage = "verification.answerMissing"), StringLength(8000)]
    public string Answer { get; init; } = "";
}
