using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>What of letters waits for the desk: late, due, nothing decided; for an agency those passed to it without a result.</summary>
public sealed class CitizenLetterToday(CitizenLetterList letters, TimeProvider clock) : ITodaySource
{
    private const int Soon = 2;

    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        foreach (var council in acting.OwnCouncils<HandleCitizenLetters>())
        {
            var filter = new CitizenLetterFilter { CouncilId = council };
            cards.Add(await CardAsync("today.citizenLetter.late", filter with { Overdue = true }, $"council={council}&overdue=true", TodayTone.Late, 11, acting, ct));
            cards.Add(await CardAsync("today.citizenLetter.due", filter with { DueBy = clock.Today.AddDays(Soon) }, $"council={council}&due=true", TodayTone.Soon, 21, acting, ct));
            cards.Add(await CardAsync("today.citizenLetter.undecided", filter with { Undecided = true }, $"council={council}&undecided=true", TodayTone.Plain, 39, acting, ct));
            cards.Add(await CardAsync("today.citizenLetter.toTell", filter with { State = CitizenLetterState.Answered }, $"council={council}&state=answered", TodayTone.Plain, 40, acting, ct));
        }

        return cards;
    }

    private async Task<TodayCard> CardAsync(string text, CitizenLetterFilter filter, string query, TodayTone tone, int order, Acting acting, CancellationToken ct) =>
        new(text, await letters.CountAsync(filter, FollowUpList.CountedUpTo, acting, ct), $"{CitizenLetterLinks.List}?{query}", tone, order);
}
