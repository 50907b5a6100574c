using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Supervision.Briefings;

namespace NghiTruong.Supervision;

/// <summary>
/// Counts supervisions and recommendations as they change. A supervision is one line of its own kind and, while something is owed, one more of that duty with its day: so
/// "planned and not held", "held without report" and "report without conclusion" are counted late like anything owed. Dimensions: field = kind, authority = tier and subject.
/// Quality is counted the same way: one line more for a report with a term (on time or not), for one that went out (evidence behind its findings or not), for a recommendation
/// (names agency, product and day, or not); the outcome says which.
/// </summary>
public sealed class SupervisionCounting : IChangeObserver
{
    public const string Case = "Supervision";
    public const string Duty = "SupervisionDuty.";
    public const string Made = "Recommendation";
    public const string Brief = "Briefing";

    /// <summary>Of a report that had a term: whether it came in time.</summary>
    public const string OnTime = "SupervisionOnTime";

    /// <summary>Of a report: whether a finding behind it has evidence kept here.</summary>
    public const string Evidence = "SupervisionEvidence";

    /// <summary>Of a recommendation: whether it names agency, product and day.</summary>
    public const string Named = "RecommendationNamed";

    /// <summary>The outcome of a line of quality that is good; the other is <see cref="Bad"/>.</summary>
    public const string Good = "Yes";
    public const string Bad = "No";

    /// <summary>The tier never changes: a council is of one for its life.</summary>
    private readonly ConcurrentDictionary<Guid, Tier> _tiers = new();

    private const string Authority = "(SELECT c.tier FROM council AS c WHERE c.id = council_id) || '.' || subject";

    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    public static IReadOnlyList<string> Kinds { get; } = [Case, Duty + nameof(SupervisionDuty.Hold), Duty + nameof(SupervisionDuty.Report), Duty + nameof(SupervisionDuty.Conclude), Made, Brief, OnTime, Evidence, Named];

    /// <summary>The same counts by a statement over the records.</summary>
    public static readonly CountSource Source = new(
        Kinds,
        $"""
        SELECT kind, council_id, province_id, '' AS session, day, due, field, authority, agency_id, outcome, status, COUNT(*) AS n
        FROM (
            SELECT '{Made}' AS kind, council_id, province_id, COALESCE(made_on, '1900-01-01') AS day, COALESCE(owed_by, '9999-01-01') AS due, kind AS field, {Authority} AS authority,
                   COALESCE(lead_agency_id, {NoId}) AS agency_id, COALESCE(outcome, '') AS outcome, state AS status
            FROM recommendation WHERE state <> 'Draft'
            UNION ALL
            SELECT '{Named}', council_id, province_id, COALESCE(made_on, '1900-01-01'), '9999-01-01', kind, {Authority}, {NoId},
                   CASE WHEN lead_agency_id IS NOT NULL AND due_on IS NOT NULL AND COALESCE(product, '') <> '' THEN '{Good}' ELSE '{Bad}' END, ''
            FROM recommendation WHERE state <> 'Draft'
            UNION ALL
            SELECT '{OnTime}', council_id, province_id, COALESCE(held_on, planned_to), '9999-01-01', kind, {Authority}, {NoId},
                   CASE WHEN reported_on <= report_due_on THEN '{Good}' ELSE '{Bad}' END, ''
            FROM supervision WHERE state IN ('Reported', 'Concluded', 'Closed') AND reported_on IS NOT NULL AND report_due_on IS NOT NULL
            UNION ALL
            SELECT '{Evidence}', council_id, province_id, COALESCE(held_on, planned_to), '9999-01-01', kind, {Authority}, {NoId}, CASE WHEN has_evidence THEN '{Good}' ELSE '{Bad}' END, ''
            FROM supervision WHERE state IN ('Reported', 'Concluded', 'Closed') AND NOT from_ledger
            UNION ALL
            SELECT '{Brief}', council_id, province_id, due_on, COALESCE(owed_by, '9999-01-01'), '', '', {NoId}, '',
                   CASE WHEN held_on IS NOT NULL THEN 'Held' WHEN excused_because IS NOT NULL THEN 'Excused' ELSE 'Planned' END
            FROM briefing
            UNION ALL
            SELECT '{Duty}' || duty, council_id, province_id, COALESCE(held_on, planned_to), COALESCE(owed_by, '9999-01-01'), kind, {Authority}, {NoId}, '', state
            FROM supervision WHERE duty IS NOT NULL
            UNION ALL
            SELECT '{Case}', council_id, province_id, COALESCE(held_on, planned_to), '9999-01-01', kind, {Authority}, {NoId}, {Progress}, state
            FROM supervision WHERE state NOT IN ('Proposed', 'Cancelled')
        ) AS supervisions
        GROUP BY kind, council_id, province_id, day, due, field, authority, agency_id, outcome, status
        """);

    /// <summary>Names of <see cref="SupervisionProgress"/>, as the records tell it.</summary>
    internal const string Progress =
        "CASE WHEN state IN ('Programmed', 'UnderWay') THEN 'NotHeld' WHEN is_unplanned THEN CASE WHEN state = 'Held' THEN 'UnplannedWithoutReport' ELSE 'UnplannedReported' END WHEN state = 'Held' THEN 'WithoutReport' ELSE 'Reported' END";

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work)
    {
        var tally = new CountTally();
        foreach (var entry in changed)
        {
            foreach (var (line, n) in LinesOf(work.Db, entry))
            {
                tally.Add(line, n);
            }
        }

        tally.WriteTo(work.Db);
    }

    private IEnumerable<(Counted Line, int N)> LinesOf(Db db, EntityEntry entry)
    {
        if (entry.Entity is not (SupervisionCase or Recommendation or Briefing))
        {
            yield break;
        }

        if (entry.State is EntityState.Modified or EntityState.Deleted)
        {
            foreach (var line in LinesOf(db, entry.Entity, entry.OriginalValues))
            {
                yield return (line, -1);
            }
        }

        if (entry.State is EntityState.Modified or EntityState.Added)
        {
            foreach (var line in LinesOf(db, entry.Entity, entry.CurrentValues))
            {
                yield return (line, 1);
            }
        }
    }

    private IEnumerable<Counted> LinesOf(Db db, object entity, PropertyValues values) => entity switch
    {
        Recommendation => OfRecommendation(db, values),
        Briefing => [OfBriefing(values)],
        _ => OfSupervision(db, values),
    };

    private string AuthorityOf(Db db, Guid council, SupervisionSubject subject) => $"{_tiers.GetOrAdd(council, id => db.Set<Council>().Find(id)!.Tier)}.{subject}";

    private static Counted OfBriefing(PropertyValues v) => new(
        Brief,
        v.GetValue<Guid>(nameof(Briefing.CouncilId)),
        v.GetValue<Guid>(nameof(Briefing.ProvinceId)),
        "",
        v.GetValue<DateOnly>(nameof(Briefing.DueOn)),
        v.GetValue<DateOnly?>(nameof(Briefing.OwedBy)) ?? Counted.NotOwed,
        "",
        "",
        Guid.Empty,
        "",
        v.GetValue<DateOnly?>(nameof(Briefing.HeldOn)) is not null ? "Held" : v.GetValue<string?>(nameof(Briefing.ExcusedBecause)) is not null ? "Excused" : "Planned");

    private IEnumerable<Counted> OfSupervision(Db db, PropertyValues v)
    {
        var state = v.GetValue<SupervisionState>(nameof(SupervisionCase.State));
        var line = new Counted(
            Case,
            v.GetValue<Guid>(nameof(SupervisionCase.CouncilId)),
            v.GetValue<Guid>(nameof(SupervisionCase.ProvinceId)),
            "",
            v.GetValue<DateOnly?>(nameof(SupervisionCase.HeldOn)) ?? v.GetValue<DateOnly>(nameof(SupervisionCase.PlannedTo)),
            Counted.NotOwed,
            v.GetValue<SupervisionKind>(nameof(SupervisionCase.Kind)).ToString(),
            AuthorityOf(db, v.GetValue<Guid>(nameof(SupervisionCase.CouncilId)), v.GetValue<SupervisionSubject>(nameof(SupervisionCase.Subject))),
            Guid.Empty,
            SupervisionProgress.Of(state, v.GetValue<bool>(nameof(SupervisionCase.IsUnplanned))).ToString(),
            state.ToString());
        if (state is not (SupervisionState.Proposed or SupervisionState.Cancelled))
        {
            yield return line;
        }

        if (v.GetValue<SupervisionDuty?>(nameof(SupervisionCase.Duty)) is { } duty)
        {
            yield return line with { Kind = Duty + duty, Due = v.GetValue<DateOnly?>(nameof(SupervisionCase.OwedBy)) ?? Counted.NotOwed, Outcome = "" };
        }

        foreach (var quality in SupervisionStates.HasReport.Contains(state) ? QualityOf(v, line with { Status = "" }) : [])
        {
            yield return quality;
        }
    }

    private static IEnumerable<Counted> QualityOf(PropertyValues v, Counted line)
    {
        if (v.GetValue<DateOnly?>(nameof(SupervisionCase.ReportedOn)) is { } reported && v.GetValue<DateOnly?>(nameof(SupervisionCase.ReportDueOn)) is { } due)
        {
            yield return line with { Kind = OnTime, Outcome = reported <= due ? Good : Bad };
        }

        if (!v.GetValue<bool>(nameof(SupervisionCase.FromLedger)))
        {
            yield return line with { Kind = Evidence, Outcome = v.GetValue<bool>(nameof(SupervisionCase.HasEvidence)) ? Good : Bad };
        }
    }

    private IEnumerable<Counted> OfRecommendation(Db db, PropertyValues v)
    {
        var state = v.GetValue<RecommendationState>(nameof(Recommendation.State));
        if (state == RecommendationState.Draft)
        {
            yield break;
        }

        var line = new Counted(
            Made,
            v.GetValue<Guid>(nameof(Recommendation.CouncilId)),
            v.GetValue<Guid>(nameof(Recommendation.ProvinceId)),
            "",
            v.GetValue<DateOnly?>(nameof(Recommendation.MadeOn)) ?? new DateOnly(1900, 1, 1),
            v.GetValue<DateOnly?>(nameof(Recommendation.OwedBy)) ?? Counted.NotOwed,
            v.GetValue<SupervisionKind>(nameof(Recommendation.Kind)).ToString(),
            AuthorityOf(db, v.GetValue<Guid>(nameof(Recommendation.CouncilId)), v.GetValue<SupervisionSubject>(nameof(Recommendation.Subject))),
            v.GetValue<Guid?>(nameof(Recommendation.LeadAgencyId)) ?? Guid.Empty,
            v.GetValue<RecommendationOutcome?>(nameof(Recommendation.Outcome))?.ToString() ?? "",
            state.ToString());
        var isNamed = line.AgencyId != Guid.Empty && v.GetValue<DateOnly?>(nameof(Recommendation.DueOn)) is not null && !string.IsNullOrEmpty(v.GetValue<string?>(nameof(Recommendation.Product)));
        yield return line;
        yield return line with { Kind = Named, Due = Counted.NotOwed, AgencyId = Guid.Empty, Outcome = isNamed ? Good : Bad, Status = "" };
    }
}

/// <summary>How far a supervision has come, as figures say it; those held outside the programme apart, since they were not planned.</summary>
public enum SupervisionProgressStep
{
    NotHeld,
    WithoutReport,
    Reported,
    UnplannedWithoutReport,
    UnplannedReported,
}

/// <summary>The step of a state.</summary>
public static class SupervisionProgress
{
    public static SupervisionProgressStep Of(SupervisionState state, bool isUnplanned) => (state, isUnplanned) switch
    {
        (SupervisionState.Proposed or SupervisionState.Programmed or SupervisionState.UnderWay or SupervisionState.Cancelled, _) => SupervisionProgressStep.NotHeld,
        (SupervisionState.Held, true) => SupervisionProgressStep.UnplannedWithoutReport,
        (SupervisionState.Held, false) => SupervisionProgressStep.WithoutReport,
        (_, true) => SupervisionProgressStep.UnplannedReported,
        _ => SupervisionProgressStep.Reported,
    };
}
