using NghiTruong.Accounts;
using NghiTruong.FollowUp.Today;
using NghiTruong.Schemes.RollOuts;

namespace NghiTruong.Schemes;

/// <summary>What of the schemes waits for the person: nodes that no resolution carries, steps of roll-outs their council has not done.</summary>
public sealed class SchemeToday(SchemeList list, RollOutList rollOuts) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        foreach (var council in acting.OwnCouncils<KeepSchemes>())
        {
            cards.Add(new TodayCard("today.scheme.flagged", await list.FlaggedCountAsync(council, ct), $"/de-an/chua-cu-the-hoa?council={council}", TodayTone.Plain, 60));
        }

        foreach (var council in acting.OwnCouncils<MarkRollOuts>())
        {
            var (open, late) = await rollOuts.OwedAsync(council, ct);
            cards.Add(new TodayCard("today.rollOut.late", late, "/trien-khai?mine=true", TodayTone.Late, 33));
            cards.Add(new TodayCard("today.rollOut.open", open, "/trien-khai?mine=true", TodayTone.Plain, 61));
        }

        return cards;
    }
}
