using NghiTruong.Coverage;
using NghiTruong.Operations;

namespace NghiTruong.Agreements;

/// <summary>Each council has an agreement that held at some time of the year: the base is every council that runs.</summary>
public static class AgreementCoverage
{
    public const string Code = "council.agreement";

    /// <summary>An agreement holds in every year it reaches into; the years are those of the lines.</summary>
    public static CoverageKind Kind { get; } = new(Code, CoverageSubjects.Council, CoverageCadence.Year, 1, "Đề án 15-ĐA/TU: xây dựng và ký kết các quy chế, quy trình phối hợp công tác")
    {
        Acts =
            $"""
            SELECT a.council_id AS subject_id, l.period_from AS day, 1 AS n
            FROM coordination_agreement AS a
            JOIN (SELECT DISTINCT period_from, period_to FROM coverage_line WHERE kind = '{Code}') AS l
              ON a.valid_from <= l.period_to AND (a.valid_until IS NULL OR a.valid_until >= l.period_from) AND (a.ended_on IS NULL OR a.ended_on > l.period_from)
            """,
    };

    /// <summary>Says that the council has one more that holds this year; changed days are found by the recount.</summary>
    internal static Task SignedAsync(this CoverageBook coverage, Work work, CoordinationAgreement agreement, CancellationToken ct)
    {
        var year = CoveragePeriod.Of(CoverageCadence.Year, work.Today);

        return agreement.ValidFrom <= year.To && !(agreement.ValidUntil < year.From) ? coverage.AddAsync(work, Code, agreement.CouncilId, work.Today, 1, ct) : Task.CompletedTask;
    }
}
