using NghiTruong.Coverage;

namespace NghiTruong.Delegates;

/// <summary>Delegates as those who are counted upon, and the yearly report each hands in.</summary>
public static class DelegateCoverage
{
    public const string YearlyReport = "delegate.yearlyReport";

    public const string FullTime = "FullTime";

    public const string PartTime = "PartTime";

    /// <summary>Mandates that hold on a day; suspended ones too: who is suspended is still owed his training.</summary>
    public static CoverageSubjectSource Source { get; } = new(
        CoverageSubjects.Delegate,
        $$"""
        SELECT d.id AS subject_id, d.council_id, d.province_id, c.tier, d.full_name AS name, d.sort_key, CASE WHEN d.is_full_time THEN '{{FullTime}}' ELSE '{{PartTime}}' END AS grp
        FROM delegate AS d JOIN council AS c ON c.id = d.council_id
        WHERE d."from" <= {0} AND (d.until IS NULL OR d.until >= {0})
        """);

    public static CoverageKind Report { get; } = new(YearlyReport, CoverageSubjects.Delegate, CoverageCadence.Year, 1, "Khung chỉ tiêu hoạt động HĐND 2026-2031 (dự thảo): 100% đại biểu báo cáo hằng năm; chưa đối chiếu")
    {
        Acts = "SELECT delegate_id AS subject_id, counted_on AS day, 1 AS n FROM delegate_report",
    };

    public static string GroupOf(bool isFullTime) => isFullTime ? FullTime : PartTime;
}
