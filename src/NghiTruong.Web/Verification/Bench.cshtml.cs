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

    /// <summary>What somebody else has written meanwhile in parts this person changed too.</summary>
    public IReadOnlyDictionary<string, string?> Standing { get; private set; } = new Dictionary<string, string?>();

    public CheckedDraft? Draft { get; private set; }

    public List<SelectListItem> PartChoices => [.. View.Setup.ReportParts.Select(p => new SelectListItem(p.NameIn(CultureInfo.CurrentUICulture), p.Code))];

    public bool MayWork => !Case.IsIssued && May<CarryOutVerifications>();

    public void OnGet()
    {
        Input = FormOf(p => View.Parts.GetValueOrDefault(p), p => PartText.StampOf(View.Parts.GetValueOrDefault(p)));
        Note = new NoteInput { Id = Guid.CreateVersion7() };
    }

    private BenchForm FormOf(Func<string, string?> text, Func<string, string?> seen)
    {
        var parts = View.Setup.ReportParts.Select(p => p.Code).ToList();

        return new BenchForm { Texts = parts.ToDictionary(p => p, text), Seen = parts.ToDictionary(p => p, seen) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ClearValidationState(nameof(Note));
        // The page may have to be shown again: every part has its field, typed in or not.
        var (texts, seen) = (Input.Texts, Input.Seen);
        Input = FormOf(p => texts.GetValueOrDefault(p), p => seen.GetValueOrDefault(p));

        var written = await bench.WriteAsync(Code, texts.ToDictionary(t => t.Key, t => new PartText(t.Value, seen.GetValueOrDefault(t.Key))), Acting, ct);
        if (written.IsRefused)
        {
            // What the other wrote is shown beside what was typed; from here the person has seen it, and may save over it.
            Standing = View.Setup.ReportParts.Select(p => p.Code)
                .Where(p => new PartText(texts.GetValueOrDefault(p), seen.GetValueOrDefault(p)).IsStale(View.Parts.GetValueOrDefault(p)))
                .ToDictionary(p => p, p => View.Parts.GetValueOrDefault(p));
            Input = FormOf(p => texts.GetValueOrDefault(p), p => Standing.ContainsKey(p) ? PartText.StampOf(Standing[p]) : seen.GetValueOrDefault(p));
        }

        return Finish(written, "verification.bench.saved", VerificationLinks.Act(Code, "ban-tham-tra"));
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct)
    {
        var asked = Note;
        OnGet();
        Note = asked;
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

    /// <summary>Marks of the words the form was filled from.</summary>
    public Dictionary<string, string?> Seen { get; init; } = [];
}
