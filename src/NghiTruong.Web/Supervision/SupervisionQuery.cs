using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>
/// What stands in the address of the two lists, the same for page and API: <c>council, subtree, year, tier, subject, body, kind, state, notDone, overdue, held,
/// withoutReport, planned, onTime, evidence, group, words, field, upper, from, to, cursor</c>, and for recommendations <c>council, subtree, supervision, agency, state, outcome, subject, kind, overdue,
/// pressing, open, made, named, from, to, cursor</c>. What cannot be read is refused by name.
/// </summary>
public sealed class SupervisionQuery(CouncilDesks desks, SummaryPlaces places)
{
    private const string Unreadable = "supervisions.filterUnreadable";
    public const string All = "all";

    /// <returns>Refusals <c>supervisions.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<SupervisionFilter>> ReadAsync(IQueryCollection query, string? council, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        var read = address.Read(new SupervisionFilter
        {
            Year = address.Number("year"),
            Tier = address.Name<Tier>("tier"),
            Subject = address.Name<SupervisionSubject>("subject"),
            BodyId = address.Id("body"),
            Kind = address.Name<SupervisionKind>("kind"),
            State = address.Name<SupervisionState>("state"),
            NotDone = address.Name<SupervisionDuty>("notDone"),
            Overdue = address.IsTrue("overdue"),
            Held = address.IsTrue("held"),
            WithoutReport = address.IsTrue("withoutReport"),
            Planned = address.IsTrue("planned"),
            OnTime = address.Flag("onTime"),
            Evidence = address.Flag("evidence"),
            Group = address.Text("group"),
            Words = address.Text("words"),
            Field = address.Text("field"),
            UpperCode = address.Text("upper"),
            From = address.Day("from"),
            To = address.Day("to"),
            Subtree = address.IsTrue("subtree"),
            Cursor = address.Text("cursor"),
        });
        if (read.IsRefused)
        {
            return read;
        }

        var place = await PlaceAsync(council, read.Value.Subtree, ct);

        return place.IsRefused ? Result<SupervisionFilter>.Refuse(place.Refusals) : read.Value with { CouncilId = place.Value.Council, Councils = place.Value.Councils };
    }

    /// <returns>Refusals <c>supervisions.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<RecommendationFilter>> RecommendationsAsync(IQueryCollection query, string? council, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        var read = address.Read(new RecommendationFilter
        {
            SupervisionId = address.Id("supervision"),
            AgencyId = address.Id("agency"),
            State = address.Name<RecommendationState>("state"),
            Outcome = address.Name<RecommendationOutcome>("outcome"),
            Subject = address.Name<SupervisionSubject>("subject"),
            Kind = address.Name<SupervisionKind>("kind"),
            Overdue = address.IsTrue("overdue"),
            Mine = address.IsTrue("mine"),
            Pressing = address.IsTrue("pressing"),
            Open = address.IsTrue("open"),
            Made = address.IsTrue("made"),
            Named = address.Flag("named"),
            From = address.Day("from"),
            To = address.Day("to"),
            Cursor = address.Text("cursor"),
        });
        if (read.IsRefused)
        {
            return read;
        }

        var place = await PlaceAsync(council, address.IsTrue("subtree"), ct);
        if (place.IsRefused)
        {
            return Result<RecommendationFilter>.Refuse(place.Refusals);
        }

        return read.Value with { CouncilId = place.Value.Province is null ? place.Value.Council : null, ProvinceId = place.Value.Province, Councils = place.Value.Councils };
    }

    /// <summary>A council by its address, alone or with those below it: of a province the whole province, of a former district what stood below it.</summary>
    private async ValueTask<Result<Place>> PlaceAsync(string? council, bool subtree, CancellationToken ct)
    {
        if (council is null or All or UnitBook.Nation)
        {
            return new Place(null, null, null);
        }

        if (await desks.FindAsync(council, ct) is not { } found)
        {
            return new Refusal("council.notFound", "council");
        }

        if (!subtree)
        {
            return new Place(found.Id, null, null);
        }

        var below = (await places.FindAsync(council, true, ct))?.Councils;

        return below is not null ? new Place(null, below, null) : new Place(found.Id, null, found.Tier == Tier.Province ? found.ProvinceId : null);
    }

    private sealed record Place(Guid? Council, IReadOnlyList<Guid>? Councils, Guid? Province);
}
