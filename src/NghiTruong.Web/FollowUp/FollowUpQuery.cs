using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.FollowUp;

namespace NghiTruong.Web.FollowUp;

/// <summary>What stands in the address of the list, the same for page, export and API: <c>council, subtree, passed, agency, overdue, soon, pressing, urge, step, cursor</c>.</summary>
public sealed class FollowUpQuery(CouncilDirectory directory)
{
    private const int Soon = 7;
    private const char FromDay = '@';

    public async ValueTask<FollowUpFilter> ReadAsync(IQueryCollection query, CancellationToken ct) => new()
    {
        CouncilId = Text(query, "council") is { } council ? await CouncilAsync(council, ct) : null,
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

    /// <summary>An id, or a unit's code as addresses and the API name councils; what is not known is the empty id, which nobody sees.</summary>
    public async ValueTask<Guid> CouncilAsync(string typed, CancellationToken ct)
    {
        if (Guid.TryParse(typed, out var id))
        {
            return id;
        }

        var code = typed.Split(FromDay)[0];

        return (await directory.CouncilsAsync(ct)).Values.FirstOrDefault(c => c.Code == code)?.Id ?? Guid.Empty;
    }

    private static bool IsTrue(IQueryCollection query, string name) => Text(query, name) is "true" or "1";
}
