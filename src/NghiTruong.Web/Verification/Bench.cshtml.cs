using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Verification;
using NghiTruong.Verification.Checks;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>Bàn thẩm tra: the four parts with their questions and notes, the warnings of the newest draft beside them.</summary>
[Requires<ReadWorkbench>]
public sealed class BenchModel(VerificationWorkbench bench, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty]
    public BenchForm Input { get; set; } = new();

    [BindProperty]
    public NoteInput Note { get; set; } = new();

    public CheckedDraft? Draft { get; private set; }

    public bool MayWork => !Case.IsIssued && May<CarryOutVerifications>();

    public void OnGet()
    {
        string? Of(ReportPart part) => View.Parts.GetValueOrDefault(part);
        Input = new BenchForm { LegalBasis = Of(ReportPart.LegalBasis), Content = Of(ReportPart.Content), Resources = Of(ReportPart.Resources), Conclusion = Of(ReportPart.Conclusion) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ClearValidationState(nameof(Note));
        if (!TryValidateModel(Input, nameof(Input)))
        {
            return Page();
        }

        var texts = new Dictionary<ReportPart, string?>
        {
            [ReportPart.LegalBasis] = Input.LegalBasis, [ReportPart.Content] = Input.Content, [ReportPart.Resources] = Input.Resources, [ReportPart.Conclusion] = Input.Conclusion,
        };

        return Finish(await bench.WriteAsync(Code, texts, Acting, ct), "verification.bench.saved", VerificationLinks.Act(Code, "ban-tham-tra"));
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct)
    {
        OnGet();
        var noted = await bench.NoteAsync(Code, Note, Acting, ct);

        return ModelState.Refuse(noted, Tools.Texts, nameof(Note)) ? Page() : Finish(noted, "verification.note.done", VerificationLinks.Act(Code, "ban-tham-tra"));
    }

    protected override bool IsFor(VerificationView view) => view.MayReadWorkbench;

    protected override async Task PrepareAsync(CancellationToken ct) => Draft = await Tools.Reader.DraftAsync(View, Acting, ct);
}

public sealed record BenchForm
{
    [StringLength(20_000)]
    public string? LegalBasis { get; init; }

    [StringLength(20_000)]
    public string? Content { get; init; }

    [StringLength(20_000)]
    public string? Resources { get; init; }

    [StringLength(20_000)]
    public string? Conclusion { get; init; }
}
