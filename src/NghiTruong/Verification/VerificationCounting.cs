using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Counting;
using NghiTruong.Indicators;
using NghiTruong.Operations;

namespace NghiTruong.Verification;

/// <summary>
/// Counts dossiers as they change, on the day their report is due: whether it came in time, with which position. "100 % on time, with a clear position" (frame 2026-2031) is read from it.
/// </summary>
public sealed class VerificationCounting : IChangeObserver
{
    public const string Kind = "Verification";

    public const string InTime = "InTime";
    public const string Late = "Late";

    /// <summary>The report is not there yet.</summary>
    public const string Waiting = "Waiting";

    private const string Outcome = $"CASE WHEN reported_on IS NULL THEN '{Waiting}' WHEN reported_on <= report_due_on THEN '{InTime}' ELSE '{Late}' END";

    /// <summary>The same counts by a statement over the records. What there is none of is written so that both engines know its type.</summary>
    public static readonly CountSource Source = new(
        [Kind],
        $"""
        SELECT '{Kind}' AS kind, council_id, province_id, '' AS session, report_due_on AS day, COALESCE(NULLIF(report_due_on, report_due_on), '9999-01-01') AS due, item AS field, '' AS authority,
               COALESCE(NULLIF(council_id, council_id), '00000000-0000-0000-0000-000000000000') AS agency_id, {Outcome} AS outcome, COALESCE(position, '') AS status, COUNT(*) AS n
        FROM verification WHERE report_due_on IS NOT NULL
        GROUP BY council_id, province_id, report_due_on, item, {Outcome}, COALESCE(position, '')
        """) { CellKinds = [] };

    /// <summary>As indicators open onto them; what is not issued is read at home alone.</summary>
    internal static CountedRecords Records { get; } = new(
        Kind, "verification", "verification",
        $"""
        SELECT id, code, title, council_id, province_id, report_due_on AS day, item AS field, '' AS authority, COALESCE(position, '') AS status, {Outcome} AS outcome
        FROM verification WHERE report_due_on IS NOT NULL
        """)
    {
        ReadBy = acting => acting.ScopeOf<ReadWorkbench>(),
        Dimensions =
        [
            new("outcome", "counted.verification.outcome.", [InTime, Late, Waiting]),
            new("status", "counted.verification.status.", Enum.GetNames<VerificationPosition>()),
        ],
    };

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work) => work.CountChanged(changed.Where(e => e.Entity is VerificationCase), (tally, _, values, n) => tally.Add(Line(values), n));

    private static Counted? Line(PropertyValues v)
    {
        if (v.GetValue<DateOnly?>(nameof(VerificationCase.ReportDueOn)) is not { } due)
        {
            return null;
        }

        return new Counted(
            Kind,
            v.GetValue<Guid>(nameof(VerificationCase.CouncilId)),
            v.GetValue<Guid>(nameof(VerificationCase.ProvinceId)),
            "",
            due,
            Counted.NotOwed,
            v.GetValue<VerificationItem>(nameof(VerificationCase.Item)).ToString(),
            "",
            Guid.Empty,
            v.GetValue<DateOnly?>(nameof(VerificationCase.ReportedOn)) is not { } on ? Waiting : on <= due ? InTime : Late,
            v.GetValue<VerificationPosition?>(nameof(VerificationCase.Position))?.ToString() ?? "");
    }
}
