using NghiTruong.Accounts;
using NghiTruong.Councils;

namespace NghiTruong.Web.Demo;

/// <summary>What a room needs to tell its share of the demo: the province, the people in it, a clock that can be set, and the house's own operations.</summary>
public sealed class DemoStage(DemoWorld world, StoryClock clock, IServiceProvider house, IReadOnlyDictionary<string, Acting> people)
{
    public DemoWorld World => world;

    public StoryClock Clock => clock;

    /// <summary>Where a room writes down what happens on which day; it is played once every room has told its share.</summary>
    public DemoScript Script { get; } = new(clock);

    public T Get<T>()
        where T : notnull => house.GetRequiredService<T>();

    /// <summary>Somebody with one of the accounts of the demo.</summary>
    public Acting Person(string userName) => people[userName];

    public Acting ClerkOf(Council council) => council.Id == world.Home.Id ? people["vanphong"] : people[NameAt("vanphong", council)];

    public Acting StandingCommitteeOf(Council council) => council.Id == world.Home.Id ? people["thuongtruc"] : people[NameAt("thuongtruc", council)];

    internal static string NameAt(string role, Council council) => $"{role}.{council.Code}";
}

/// <summary>A room's share of the demo, told in <see cref="Order"/> after the province and its accounts stand.</summary>
public interface IDemo
{
    int Order { get; }

    /// <summary>Writes the room's acts into <see cref="DemoStage.Script"/>; what stood before the story begins may be done at once.</summary>
    Task TellAsync(DemoStage stage, CancellationToken ct);
}
