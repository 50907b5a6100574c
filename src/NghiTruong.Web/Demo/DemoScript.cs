using NghiTruong.Refusals;

namespace NghiTruong.Web.Demo;

/// <summary>What happens on which day. Everything is told in the order of days, whichever council and room it happens in.</summary>
public sealed class DemoScript(StoryClock clock)
{
    private readonly List<(int DaysAgo, Func<CancellationToken, Task<Result>> Act)> _acts = [];

    public void On(int daysAgo, Func<CancellationToken, Task<Result>> act) => _acts.Add((daysAgo, act));

    /// <summary>The same for an act whose value the story keeps.</summary>
    public void On<T>(int daysAgo, Func<CancellationToken, Task<Result<T>>> act, Action<T> keep) => On(daysAgo, async ct =>
    {
        var result = await act(ct);
        if (!result.IsRefused)
        {
            keep(result.Value);
        }

        return result;
    });

    /// <summary>Acts it all. A refused act is a fault of the story and stops it.</summary>
    public async Task PlayAsync(CancellationToken ct)
    {
        foreach (var day in _acts.GroupBy(a => a.DaysAgo).OrderByDescending(g => g.Key))
        {
            clock.GoTo(clock.DaysAgo(day.Key));
            foreach (var (_, act) in day)
            {
                var result = await act(ct);
                if (result.IsRefused)
                {
                    throw new InvalidOperationException($"The story of the demo was refused {day.Key} days ago: {string.Join(", ", result.Refusals)}");
                }

                clock.Pass();
            }
        }
    }
}
