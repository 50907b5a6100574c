using NghiTruong.FollowUp.Today;

namespace NghiTruong.Web.Today;

/// <summary>Cards of one activity.</summary>
/// <param name="Text">Text code of its name.</param>
public sealed record TodayGroup(string Text, IReadOnlyList<TodayCard> Cards);

/// <summary>
/// What stands on the home page at once and what behind one press. A Standing Committee has a card of nearly every room; more than a handful are not read. The first by their
/// order stand open, the others grouped by activity, with a word of how many are late.
/// </summary>
public static class TodayGroups
{
    public const int Open = 8;

    private static readonly (string Path, string Text)[] Activities =
    [
        ("/kien-nghi-giam-sat", "today.group.supervision"),
        ("/giam-sat", "today.group.supervision"),
        ("/giao-ban", "today.group.supervision"),
        ("/tham-tra", "today.group.verification"),
        ("/nghi-quyet", "today.group.resolutions"),
        ("/chat-van", "today.group.questioning"),
        ("/loi-hua", "today.group.questioning"),
        ("/giai-trinh", "today.group.questioning"),
        ("/kien-nghi", "today.group.petitions"),
        ("/tiep-xuc", "today.group.petitions"),
        ("/theo-doi", "today.group.followUp"),
        ("/don-doc", "today.group.followUp"),
        ("/cong-van", "today.group.letters"),
        ("/hop-thu", "today.group.letters"),
    ];

    /// <summary>One card more than stand open is no reason to hide it.</summary>
    public static (IReadOnlyList<TodayCard> Open, IReadOnlyList<TodayGroup> More) Of(IReadOnlyList<TodayCard> cards)
    {
        if (cards.Count <= Open + 1)
        {
            return (cards, []);
        }

        return ([.. cards.Take(Open)], [.. cards.Skip(Open).GroupBy(NameOf).Select(g => new TodayGroup(g.Key, [.. g]))]);
    }

    private static string NameOf(TodayCard card)
    {
        var path = card.Href.Split('?')[0];

        return Activities.FirstOrDefault(a => path == a.Path || path.StartsWith(a.Path + "/", StringComparison.Ordinal)).Text ?? "today.group.other";
    }
}
