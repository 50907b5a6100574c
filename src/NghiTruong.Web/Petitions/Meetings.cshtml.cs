using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Language;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

/// <summary>Meetings with voters, newest first, with what came of each.</summary>
[Requires<ReadPetitions>]
public sealed class MeetingsModel(VoterMeetingReader reader, CouncilDirectory directory, Acting acting) : PageModel
{
    private const int Full = 50;
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<VoterMeetingRow> Rows { get; private set; } = [];

    public bool MayRecord { get; } = acting.May<RecordPetitions>();

    public bool ShowsCouncil => Rows.Select(r => r.CouncilId).Distinct().Skip(1).Any();

    public string? Older => Rows.Count == Full ? $"{Rows[^1].HeldOn:yyyy-MM-dd}" : null;

    public string? CouncilOf(VoterMeetingRow row) => _councils.GetValueOrDefault(row.CouncilId)?.Name;

    public async Task OnGetAsync(string? truoc, CancellationToken ct)
    {
        Rows = await reader.ReadAsync(null, OfficialDate.TryParse(truoc, out var day) ? day : null, acting, ct);
        _councils = await directory.CouncilsAsync(ct);
    }
}
