using Microsoft.AspNetCore.Mvc;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Papers;
using NghiTruong.Web.Letters;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>A paper the house writes: issued, on its way, or not there yet.</summary>
/// <param name="IsTime">It can be drafted now.</param>
/// <param name="IsNext">The first that is missing.</param>
public sealed record WrittenPaperLine(SupervisionPaperKind Kind, SupervisionPaper? Issued, PaperOnItsWay? OnItsWay, bool IsTime, bool IsNext);

/// <summary>Writes the papers of a supervision as Word from its records: drafted as a letter, finished in Word, signed, or recorded as signed outside.</summary>
[Requires<CarryOutSupervisions>]
public sealed class WritePaperModel(PaperDrafting drafting, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "soan-van-ban";

    public IReadOnlyList<WrittenPaperLine> Lines { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var kinds = Enum.GetValues<SupervisionPaperKind>().Where(drafting.Writes).ToList();
        SupervisionPaper? Issued(SupervisionPaperKind kind) => Matter.Papers.LastOrDefault(p => p.Kind == kind && p.WithdrawnOn is null);
        PaperOnItsWay? OnItsWay(SupervisionPaperKind kind) => Matter.OnTheWay.FirstOrDefault(l => l.Paper == kind);
        var next = kinds.Cast<SupervisionPaperKind?>().FirstOrDefault(k => Issued(k!.Value) is null && OnItsWay(k.Value) is null && PaperDrafting.IsTimeFor(k.Value, Supervision));
        Lines = [.. kinds.Select(k => new WrittenPaperLine(k, Issued(k), OnItsWay(k), PaperDrafting.IsTimeFor(k, Supervision), k == next))];
    }

    public async Task<IActionResult> OnPostAsync(SupervisionPaperKind kind, CancellationToken ct)
    {
        var drafted = await drafting.DraftAsync(Code, kind, Acting, ct);

        return ModelState.Refuse(Result.Refuse([.. drafted.Refusals.Select(r => r with { Field = null })]), Tools.Texts) ? Page() : LocalRedirect(LetterWords.Details(drafted.Value));
    }
}
