using NghiTruong.Accounts;

namespace NghiTruong.FollowUp.Today;

/// <summary>How a card stands out. Red means late, nothing else.</summary>
public enum TodayTone
{
    Plain,
    Soon,
    Late,
    Pressing,
}

/// <summary>A number of matters that wait for the person, one step from being done.</summary>
/// <param name="Text">Text code of what they are ("chưa phân loại").</param>
/// <param name="Count">Counted along an index; rooms stop at <see cref="FollowUpList.CountedUpTo"/> ("99+").</param>
/// <param name="Href">The list behind the figure.</param>
/// <param name="Order">Small first.</param>
public sealed record TodayCard(string Text, long Count, string Href, TodayTone Tone, int Order);

/// <summary>
/// A room's part of "Việc hôm nay": what waits for this person, by what they may do. Never a scan: it is asked at every home page, and kept for seconds only.
/// Rooms register theirs with <c>services.AddSingleton&lt;ITodaySource, PetitionToday&gt;()</c>.
/// </summary>
public interface ITodaySource
{
    /// <summary>Cards with nothing in them are left out by the page.</summary>
    Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct);
}
