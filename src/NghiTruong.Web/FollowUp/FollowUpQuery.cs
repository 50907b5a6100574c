using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.FollowUp;

namespace NghiTruong.Web.FollowUp;

/// <summary>What stands in the address of the list, the same for page, export and API: <c>council, subtree, passed, agency, overdue, soon, pressing, urge, step, cursor</c>.</summary>
public sealed class FollowUpQuery(CouncilDirectory directory)
{
    private const int Soon = 7;

    public async ValueTask<FollowUpFilter> ReadAsync(IQueryCollection query, CancellationToken ct) => new()
    {
        CouncilId = Text(query, "council") is { } council and not UnitBook.Nation ? await CouncilAsync(council, ct) : null,
        Subtree = IsTrue(query, "subtree"),
        HolderCouncilId = Guid.TryParse(Text(query, "passed"), out var passed) ? passed : null,
        AgencyId = Guid.TryParse(Text(query, "agency"), out var agency) ? agency : null,
        Overdue = IsTrue(query, "overdue"),
        DueWithin = IsTrue(query, "soon") ? Soon : null,
        Pressing = IsTrue(query, "pressing"),
        ToUrge = IsTrue(query, "urge"),
        Step = int.TryParse(Text(query, "step"), CultureInfo.InvariantCulture, out var step) ? step : null,
        Cursor = Text(query, "cursor"),
    };

    public static string? Text(IQueryCollection query, string name) => query[name].FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The council an address names; what is not known is the empty id, which nobody sees.</summary>
    public async ValueTask<Guid> CouncilAsync(string typed, CancellationToken ct) => (await directory.FindAsync(typed, ct))?.Id ?? Guid.Empty;

    private static bool IsTrue(IQueryCollection query, string name) => Text(query, name) is "true" or "1";
}
