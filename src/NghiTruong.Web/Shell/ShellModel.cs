using NghiTruong.Accounts;

namespace NghiTruong.Web.Shell;

/// <summary>
/// What the frame of a page shows: who is signed in, for which council and in which capacity, how much is due. Scoped; whoever signs the person in
/// fills it once per request (<see cref="Acting"/> null: nobody is signed in, the frame is bare).
/// </summary>
public sealed class ShellModel(IEnumerable<NavEntry> entries)
{
    private IReadOnlyList<NavEntry>? _shown;

    public Acting? Acting { get; set; }

    /// <summary>"HĐND xã Mường Khương".</summary>
    public string? CouncilName { get; set; }

    /// <summary>"Chuyên viên Văn phòng".</summary>
    public string? CapacityName { get; set; }

    /// <summary>Capacities the person may change to; shown when there is more than one.</summary>
    public IReadOnlyList<CapacityChoice> Capacities { get; set; } = [];

    /// <summary>Matters due or waiting in the inbox.</summary>
    public int DueCount { get; set; }

    /// <summary>Those of them that are late: the count turns red.</summary>
    public int LateCount { get; set; }

    /// <summary>A demo says so on every page.</summary>
    public bool IsDemo { get; set; }

    public bool IsSignedIn => Acting is not null;

    public IReadOnlyList<NavEntry> Shown => _shown ??= Acting is { } acting
        ? [.. entries.Where(e => e.ShownTo(acting)).OrderBy(e => e.Group).ThenBy(e => e.Order)]
        : [];

    public NavEntry? Intake => Shown.FirstOrDefault(e => e.IsIntake);
}

/// <summary>A capacity the person may work in, and the address that changes to it.</summary>
public sealed record CapacityChoice(string Name, string Href, bool IsCurrent);
