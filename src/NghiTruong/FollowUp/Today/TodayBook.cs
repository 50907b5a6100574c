using System.Collections.Concurrent;
using NghiTruong.Accounts;

namespace NghiTruong.FollowUp.Today;

/// <summary>The cards of a person from every room, and the two figures the frame shows; kept for seconds, so that a page costs no query for them.</summary>
public sealed class TodayBook(IEnumerable<ITodaySource> sources, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(20);

    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<TodayCard> Cards, long ReadAt)> _kept = new();

    public async ValueTask<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        if (Kept(acting) is { } kept)
        {
            return kept;
        }

        List<TodayCard> cards = [];
        foreach (var source in sources)
        {
            cards.AddRange((await source.ReadAsync(acting, ct)).Where(c => c.Count > 0));
        }

        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        IReadOnlyList<TodayCard> told = [.. cards.OrderBy(c => c.Order)];
        _kept[acting.UserId] = (told, clock.GetTimestamp());

        return told;
    }

    /// <summary>What is due or waiting, and how much of it is late; for the frame of every page.</summary>
    public async ValueTask<(int Due, int Late)> CountAsync(Acting acting, CancellationToken ct)
    {
        var cards = await ReadAsync(acting, ct);

        return ((int)cards.Where(c => c.Tone is TodayTone.Late or TodayTone.Soon || c.Text == "today.inbox").Sum(c => c.Count), (int)cards.Where(c => c.Tone == TodayTone.Late).Sum(c => c.Count));
    }

    /// <summary>The person has just done something: their next page counts anew.</summary>
    public void Forget(Guid userId) => _kept.TryRemove(userId, out _);

    private IReadOnlyList<TodayCard>? Kept(Acting acting) =>
        _kept.TryGetValue(acting.UserId, out var kept) && clock.GetElapsedTime(kept.ReadAt) < KeptFor ? kept.Cards : null;
}
