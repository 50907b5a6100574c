using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Verification;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary>Khung điểm: the criteria of this dossier's frame; any illegal content fails the whole.</summary>
[Requires<ReadWorkbench>]
public sealed class FrameModel(VerificationWorkbench bench, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty]
    public List<ScoreRow> Rows { get; set; } = [];

    public bool MayWork => !Case.IsIssued && May<CarryOutVerifications>();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = Rows;
        Rows = Known();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        foreach (var row in Rows)
        {
            if (typed.FirstOrDefault(r => r.Criterion == row.Criterion) is { } given)
            {
                (row.Points, row.IsIllegal, row.Note) = (given.Points, given.IsIllegal, given.Note);
            }
        }

        return Finish(
            await bench.ScoreAsync(Code, [.. Rows.Where(r => r.Points is not null || r.IsIllegal).Select(r => new ScoreInput(r.Criterion, r.Points ?? 0, r.IsIllegal, r.Note))], Acting, ct),
            "verification.frame.saved", VerificationLinks.Act(Code, "khung-diem"));
    }

    public void OnGet() => Rows = Known();

    protected override bool IsFor(VerificationView view) => view.MayReadWorkbench;

    private List<ScoreRow> Known() =>
    [
        .. from criterion in View.Setup.Frame.SelectMany(g => g.Criteria)
           let score = View.Scores.FirstOrDefault(s => s.Criterion == criterion.Code)
           select new ScoreRow { Criterion = criterion.Code, Points = score?.Points, IsIllegal = score?.IsIllegal == true, Note = score?.Note },
    ];
}

/// <summary>A line of the frame as it is typed.</summary>
public sealed class ScoreRow
{
    [StringLength(80)]
    public string Criterion { get; set; } = "";

    public int? Points { get; set; }

    public bool IsIllegal { get; set; }

    [StringLength(500)]
    public string? Note { get; set; }
}
