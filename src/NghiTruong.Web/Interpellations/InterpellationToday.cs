using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;
using NghiTruong.Interpellations;

namespace NghiTruong.Web.Interpellations;

/// <summary>What of questioning and explanation waits for the person: slips to choose, answers to judge, written answers owed, promises to judge, notices due.</summary>
public sealed class InterpellationToday(InterpellationList slips, PromiseList promises, ExplanationList explanations, TimeProvider clock) : ITodaySource
{
    /// <summary>A notice is worth a card from so many days before its day.</summary>
    private const int Soon = 7;

    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        if (acting.May<HandInSlips>())
        {
            var mine = await slips.CountAsync(new InterpellationFilter { AskedBy = acting.UserId, ToJudge = true }, FollowUpList.CountedUpTo, acting, ct);
            cards.Add(new TodayCard("today.interpellation.toJudge", mine, $"{InterpellationLinks.Slips}?mine=true&toJudge=true", TodayTone.Plain, 35));
            var kept = await promises.CountAsync(new PromiseFilter { AskedBy = acting.UserId, State = PromiseState.Reported }, FollowUpList.CountedUpTo, acting, ct);
            cards.Add(new TodayCard("today.promise.mine", acting.May<SelectSlips>() ? 0 : kept, $"{InterpellationLinks.Promises}?mine=true&state=reported", TodayTone.Plain, 36));
        }

        foreach (var council in acting.OwnCouncils<SelectSlips>())
        {
            cards.AddRange(await OfAsync(council, acting, ct));
        }

        return cards;
    }

    private async Task<List<TodayCard>> OfAsync(Guid council, Acting acting, CancellationToken ct)
    {
        var (slip, promise) = (new InterpellationFilter { CouncilId = council }, new PromiseFilter { CouncilId = council });

        return
        [
            new("today.interpellation.toSelect", await slips.CountAsync(slip with { State = InterpellationState.Submitted }, FollowUpList.CountedUpTo, acting, ct), InterpellationLinks.Select, TodayTone.Plain, 34),
            // What of it is late stands in the follow-up items' own card already.
            new("today.interpellation.inWriting", await slips.CountAsync(slip with { State = InterpellationState.InWriting }, FollowUpList.CountedUpTo, acting, ct), $"{InterpellationLinks.Slips}?council={council}&state=inWriting", TodayTone.Plain, 38),
            new("today.promise.toJudge", await promises.CountAsync(promise with { State = PromiseState.Reported }, FollowUpList.CountedUpTo, acting, ct), $"{InterpellationLinks.Promises}?council={council}&state=reported", TodayTone.Plain, 37),
            new("today.explanation.notice", await explanations.CountAsync(new ExplanationFilter { CouncilId = council, NoticeDueBy = clock.Today.AddDays(Soon) }, FollowUpList.CountedUpTo, acting, ct), $"{InterpellationLinks.Explanations}?council={council}&state=decided", TodayTone.Soon, 19),
        ];
    }
}
