using NghiTruong.Accounts;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;

namespace NghiTruong.Web.Letters;

/// <summary>Letters that wait for this person's hand: to be signed, to be numbered and sent out.</summary>
public sealed class LetterToday(LetterList letters) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        if (!acting.May<SignLetters>() && !acting.May<IssueLetters>())
        {
            return [];
        }

        var counts = await letters.CountAsync(acting, ct);
        List<TodayCard> cards = [];
        if (acting.Capacities.Any(c => c.Role == Role.StandingCommittee))
        {
            cards.Add(new TodayCard("today.toSign", counts[LetterFolder.ToSign], $"{LetterWords.List}?muc=trinh-ky", TodayTone.Plain, 13));
        }

        if (acting.May<IssueLetters>())
        {
            cards.Add(new TodayCard("today.toIssue", counts[LetterFolder.ToNumber], $"{LetterWords.List}?muc=cho-phat-hanh", TodayTone.Plain, 49));
        }

        return cards;
    }
}
