using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Operations;

namespace NghiTruong.FollowUp.Recounting;

/// <summary>A changed rule or day off moves what is still running, in the same transaction.</summary>
public sealed class RecountWhenLawChanges(DueRecounter recounter) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        switch (happened)
        {
            case RuleChanged rule:
                await recounter.RunAsync(work, new RecountScope(rule.Rule, rule.OfCouncil, rule.Rule), ct);
                break;
            case DaysOffChanged days:
                await recounter.RunAsync(work, new RecountScope(days.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)), ct);
                break;
        }
    }
}
