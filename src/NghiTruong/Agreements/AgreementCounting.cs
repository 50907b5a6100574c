using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Agreements;

/// <summary>
/// Counts agreements as they change, on the day they were signed; the due day is their last one while nobody has renewed or ended them, so "ran out" is counted like anything late.
/// Dimensions: field = kind, authority = tier, status = standing or closed.
/// </summary>
public sealed class AgreementCounting : IChangeObserver
{
    public const string Kind = "Agreement";
    public const string Standing = "Standing";
    public const string Closed = "Closed";

    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>The tier never changes: a council is of one for its life.</summary>
    private readonly ConcurrentDictionary<Guid, Tier> _tiers = new();

    /// <summary>The same counts by a statement over the records.</summary>
    public static readonly CountSource Source = new(
        [Kind],
        $"""
        SELECT kind, council_id, province_id, '' AS session, day, due, field, authority, agency_id, '' AS outcome, status, COUNT(*) AS n
        FROM (
            SELECT '{Kind}' AS kind, council_id, province_id, signed_on AS day, COALESCE(owed_by, '9999-01-01') AS due, kind AS field,
                   (SELECT c.tier FROM council AS c WHERE c.id = council_id) AS authority, CASE WHEN council_id IS NULL THEN council_id ELSE {NoId} END AS agency_id, CASE WHEN ended_on IS NULL THEN '{Standing}' ELSE '{Closed}' END AS status
            FROM coordination_agreement
        ) AS agreements
        GROUP BY kind, council_id, province_id, day, due, field, authority, agency_id, status
        """) { CellKinds = [] };

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work) => work.CountChanged(changed.Where(e => e.Entity is CoordinationAgreement), (tally, _, values, n) => tally.Add(LineOf(work.Db, values), n));

    private Counted LineOf(Db db, PropertyValues v)
    {
        var council = v.GetValue<Guid>(nameof(CoordinationAgreement.CouncilId));

        return new Counted(
            Kind,
            council,
            v.GetValue<Guid>(nameof(CoordinationAgreement.ProvinceId)),
            "",
            v.GetValue<DateOnly>(nameof(CoordinationAgreement.SignedOn)),
            v.GetValue<DateOnly?>(nameof(CoordinationAgreement.OwedBy)) ?? Counted.NotOwed,
            v.GetValue<AgreementKind>(nameof(CoordinationAgreement.Kind)).ToString(),
            _tiers.GetOrAdd(council, id => db.Set<Council>().Find(id)!.Tier).ToString(),
            Guid.Empty,
            "",
            v.GetValue<DateOnly?>(nameof(CoordinationAgreement.EndedOn)) is null ? Standing : Closed);
    }
}
