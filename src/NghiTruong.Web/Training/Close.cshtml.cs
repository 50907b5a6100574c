using Microsoft.AspNetCore.Mvc;
using NghiTruong.Training;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Training;

/// <summary>Results: the machine proposes by the days, a person decides; then certificates can be given.</summary>
[Requires<KeepTrainings>]
public sealed class CloseModel(TrainingRoll roll, TrainingFigures figures, TrainingPageTools tools) : TrainingPageModel(tools)
{
    private int _share;

    public override string Act => "ket-thuc";

    /// <summary>Days on which a roll was called.</summary>
    public int Called => Matter.Days.Count(d => d.CalledAt is not null);

    public bool ProposesNot(Trainee t) => TrainingRules.Proposed(t.Seat.Days, Called, _share) != TrainingResult.Completed;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        _share = await figures.ShareAsync(Class, ct);
    }

    public void OnGet()
    {
        // The proposal stands in the table.
    }

    public async Task<IActionResult> OnPostAsync(List<Guid> notCompleted, CancellationToken ct) => Finish(await roll.CloseAsync(Code, notCompleted, Acting, ct));
}
