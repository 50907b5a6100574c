namespace NghiTruong.Tests;

/// <summary>
/// The floor plan of the house: which room may know which. A room knows the rooms it names here and nothing else of the house;
/// an activity reaches another only where a stair is drawn. Read from the bottom up.
/// </summary>
public static class FloorPlan
{
    private static readonly string[] Ground = ["Refusals", "Texts", "Language", "Database"];
    private static readonly string[] Foundation = [.. Ground, "Law", "Journal", "Documents"];
    private static readonly string[] People = [.. Foundation, "Accounts", "Operations"];
    private static readonly string[] Below = [.. People, "Councils", "Counting", "Search", "Notifications", "Letters", "FollowUp", "Threads", "Coverage", "Delegates"];

    public static IReadOnlyDictionary<string, string[]> Rooms { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Refusals"] = [],
        ["Texts"] = [],
        ["Language"] = ["Refusals"],
        ["Database"] = ["Refusals"],
        ["Law"] = [.. Ground, "Journal", "Accounts", "Operations", "Councils"],
        ["Journal"] = [.. Ground, "Accounts", "Operations"],
        ["Documents"] = [.. Ground, "Journal", "Accounts", "Operations"],
        ["Accounts"] = [.. Foundation, "Operations", "Councils"],
        ["Operations"] = [.. Foundation, "Accounts"],
        ["Councils"] = [.. People, "Counting"],
        ["Counting"] = [.. People],
        ["Coverage"] = [.. People, "Councils", "Counting"],
        ["Search"] = [.. People, "Councils"],
        ["Notifications"] = [.. People, "Councils"],
        ["Letters"] = [.. People, "Councils", "Notifications"],
        ["FollowUp"] = [.. People, "Councils", "Notifications", "Letters"],
        ["Threads"] = [.. People, "Councils", "Search", "Notifications", "Letters", "FollowUp"],
        ["Delegates"] = [.. People, "Councils", "Counting", "Search", "Notifications", "Letters", "FollowUp", "Coverage"],

        // Activities.
        ["Petitions"] = Below,
        ["Supervision"] = Below,
        ["Verification"] = Below,
        ["Resolutions"] = Below,
        ["Interpellations"] = Below,
        ["CitizenLetters"] = Below,
        // The stair: a reception takes a letter into the register, and its book follows it.
        ["Reception"] = [.. Below, "CitizenLetters"],
    };
}
