using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Resolutions;

/// <summary>
/// Counts resolutions and their tasks as they change. A resolution's due day is that of the next look, so "nobody has looked at it for a year" is counted late like anything owed, right
/// on the next day. Dimensions: field = kind, authority = tier, outcome = verdict of the last look.
/// </summary>
public sealed class ResolutionCounting : IChangeObserver
{
    public const string Register = "Resolution";
    public const string Task = "ResolutionTask";

    /// <summary>Statuses of the register: watched, or closed because it holds no more.</summary>
    public const string Watched = "Watched";

    public const string Closed = "Closed";

    private const string Authority = "(SELECT c.tier FROM council AS c WHERE c.id = council_id)";

    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>The tier never changes: a council is of one for its life.</summary>
    private readonly ConcurrentDictionary<Guid, Tier> _tiers = new();

    public static IReadOnlyList<string> Kinds { get; } = [Register, Task];

    /// <summary>The same counts by a statement over the records.</summary>
    public static readonly CountSource Source = new(
        Kinds,
        $"""
        SELECT kind, council_id, province_id, '' AS session, day, due, field, authority, agency_id, outcome, status, COUNT(*) AS n
        FROM (
            SELECT '{Register}' AS kind, council_id, province_id, passed_on AS day, COALESCE(owed_by, '9999-01-01') AS due, kind AS field, {Authority} AS authority,
                   COALESCE(lead_agency_id, {NoId}) AS agency_id, COALESCE(verdict, '') AS outcome, CASE WHEN closed_on IS NULL THEN '{Watched}' ELSE '{Closed}' END AS status
            FROM resolution
            UNION ALL
            SELECT '{Task}', council_id, province_id, opened_on, COALESCE(owed_by, '9999-01-01'), '', {Authority}, agency_id, COALESCE(outcome, ''), state
            FROM resolution_task
        ) AS resolutions
        GROUP BY kind, council_id, province_id, day, due, field, authority, agency_id, outcome, status
        """);

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work) => work.CountChanged(changed.Where(e => e.Entity is Resolution or ResolutionTask), (tally, entry, values, n) => tally.Add(LineOf(work.Db, entry.Entity, values), n));

    private Counted LineOf(Db db, object entity, PropertyValues values) => entity is Resolution ? OfResolution(db, values) : OfTask(db, values);

    private string AuthorityOf(Db db, Guid council) => _tiers.GetOrAdd(council, id => db.Set<Council>().Find(id)!.Tier).ToString();

    private Counted OfResolution(Db db, PropertyValues v) => new(
        Register,
        v.GetValue<Guid>(nameof(Resolution.CouncilId)),
        v.GetValue<Guid>(nameof(Resolution.ProvinceId)),
        "",
        v.GetValue<DateOnly>(nameof(Resolution.PassedOn)),
        v.GetValue<DateOnly?>(nameof(Resolution.OwedBy)) ?? Counted.NotOwed,
        v.GetValue<string>(nameof(Resolution.Kind)),
        AuthorityOf(db, v.GetValue<Guid>(nameof(Resolution.CouncilId))),
        v.GetValue<Guid?>(nameof(Resolution.LeadAgencyId)) ?? Guid.Empty,
        v.GetValue<LookVerdict?>(nameof(Resolution.Verdict))?.ToString() ?? "",
        v.GetValue<DateOnly?>(nameof(Resolution.ClosedOn)) is null ? Watched : Closed);

    private Counted OfTask(Db db, PropertyValues v) => new(
        Task,
        v.GetValue<Guid>(nameof(ResolutionTask.CouncilId)),
        v.GetValue<Guid>(nameof(ResolutionTask.ProvinceId)),
        "",
        v.GetValue<DateOnly>(nameof(ResolutionTask.OpenedOn)),
        v.GetValue<DateOnly?>(nameof(ResolutionTask.OwedBy)) ?? Counted.NotOwed,
        "",
        AuthorityOf(db, v.GetValue<Guid>(nameof(ResolutionTask.CouncilId))),
        v.GetValue<Guid>(nameof(ResolutionTask.AgencyId)),
        v.GetValue<TaskOutcome?>(nameof(ResolutionTask.Outcome))?.ToString() ?? "",
        v.GetValue<ResolutionTaskState>(nameof(ResolutionTask.State)).ToString());
}
