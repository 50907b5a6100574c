using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Verification;
using NghiTruong.Verification.Checks;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>Bàn thẩm tra: the parts with their questions and notes, the warnings of the newest draft beside them.</summary>
[Requires<ReadWorkbench>]
public sealed class BenchModel(VerificationWorkbench bench, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty]
    public BenchForm Input { get; set; } = new();

    [BindProperty]
    public NoteInput Note { get; set; } = new();

    public CheckedDraft? Draft { get; private set; }

    public List<SelectListItem> PartChoices => [.. View.Setup.ReportParts.Select(p => new SelectListItem(p.NameIn(CultureInfo.CurrentUICulture), p.Code))];

    public bool MayWork => !Case.IsIssued && May<CarryOutVerifications>();

    public void OnGet()
    {
        Input = new BenchForm { Texts = View.Setup.ReportParts.ToDictionary(p => p.Code, p => View.Parts.GetValueOrDefault(p.Code)) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ClearValidationState(nameof(Note));
        // The page may have to be shown again: every part has its field, typed in or not.
        var texts = Input.Texts;
        Input = new BenchForm { Texts = View.Setup.ReportParts.ToDictionary(p => p.Code, p => texts.GetValueOrDefault(p.Code)) };

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

/// <summary>The words of each part, by its code.</summary>
public sealed record BenchForm
{
    public Dictionary<string, string?> Texts { get; init; } = [];
}
