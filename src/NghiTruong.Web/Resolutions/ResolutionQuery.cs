using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>
/// What stands in the address of the list, the same for page, Excel and API: <c>council, subtree, year, state, kind, committee, field, agency, verdict, stale, followed, reported, q, cursor</c>.
/// What cannot be read is refused by name.
/// </summary>
public sealed class ResolutionQuery(CouncilDesks desks, SummaryPlaces places)
{
    public const string All = "all";
    private const string Unreadable = "resolutions.filterUnreadable";

    /// <returns>Refusals <c>resolutions.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<ResolutionFilter>> ReadAsync(IQueryCollection query, string? council, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        if (address.Text("kind") is { } kind && ResolutionKinds.Of(kind) is null)
        {
            address.Wrong("kind", kind);
        }

        var read = address.Read(new ResolutionFilter
        {
            Year = address.Number("year"),
            State = address.Name<ResolutionState>("state"),
            Kind = address.Text("kind"),
            BodyId = address.Id("committee"),
            Field = address.Text("field"),
            AgencyId = address.Id("agency"),
            Verdict = address.Name<LookVerdict>("verdict"),
            Stale = address.IsTrue("stale"),
            Followed = address.IsTrue("followed"),
            Reported = address.IsTrue("reported"),
            Q = address.Text("q"),
            Cursor = address.Text("cursor"),
        });
        if (read.IsRefused || council is null or All or UnitBook.Nation)
        {
            return read;
        }

        if (await desks.FindAsync(council, ct) is not { } found)
        {
            return new Refusal("council.notFound", "council");
        }

        if (!address.IsTrue("subtree"))
        {
            return read.Value with { CouncilId = found.Id };
        }

        var below = (await places.FindAsync(council, true, ct))?.Councils;

        return below is not null ? read.Value with { Councils = below }
            : found.Tier == Tier.Province ? read.Value with { ProvinceId = found.ProvinceId } : read.Value with { CouncilId = found.Id };
    }
}
