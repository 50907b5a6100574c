using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Texts;

namespace NghiTruong.Web.FollowUp;

/// <summary>Names that the rows of a list need, from memory.</summary>
public sealed class FollowUpNames(CouncilDirectory directory, TextTable texts)
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public async ValueTask LoadAsync(IEnumerable<Guid?> agencies, CancellationToken ct)
    {
        _agencies = await directory.AgenciesAsync(agencies, ct);
        _councils = await directory.CouncilsAsync(ct);
    }

    public ValueTask LoadAsync(IEnumerable<FollowUpRow> rows, CancellationToken ct) => LoadAsync(rows.Select(r => r.AgencyId), ct);

    public string? Council(Guid? id) => id is { } council ? _councils.GetValueOrDefault(council)?.Name : null;

    public string? CouncilCode(Guid? id) => id is { } council ? _councils.GetValueOrDefault(council)?.Code : null;

    public string? Agency(Guid? id) => id is { } agency ? _agencies.GetValueOrDefault(agency)?.Name : null;

    /// <summary>Who owes it: the agency, or the council it was passed to.</summary>
    public string Holder(FollowUpRow row) => Agency(row.AgencyId) ?? Council(row.HolderCouncilId) ?? texts["followUp.nobody"];
}
