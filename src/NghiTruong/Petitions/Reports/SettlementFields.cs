namespace NghiTruong.Petitions.Reports;

/// <summary>The figures of settling, as the office's templates name them.</summary>
internal static class SettlementFields
{
    private static readonly (string Field, string Outcome)[] Outcomes =
    [
        ("DaGiaiQuyet", "settled"), ("GiaiQuyetMotPhan", "partly"), ("DangGiaiQuyet", "inProgress"), ("GiaiTrinh", "explained"), ("ChuaGiaiQuyet", "notSettled"), ("ChuaCoKetQua", "none"),
    ];

    public static IReadOnlyList<string> OfWhole { get; } = ["TongSoKienNghi", "TongSoYKien", .. Outcomes.Select(o => o.Field), "QuaHan"];

    public static IReadOnlyList<string> OfRows { get; } = ["TongSo", .. Outcomes.Select(o => o.Field), "QuaHan"];

    public static IEnumerable<KeyValuePair<string, string?>> Whole(PetitionFigures figures) => Whole(figures.Total, figures.Opinions, figures.ByOutcome, figures.Overdue);

    public static IEnumerable<KeyValuePair<string, string?>> Whole(long total, long opinions, IReadOnlyDictionary<string, long> outcomes, long overdue) =>
    [
        Pair("TongSoKienNghi", total),
        Pair("TongSoYKien", opinions),
        .. Outcomes.Select(o => Pair(o.Field, outcomes[o.Outcome])),
        Pair("QuaHan", overdue),
    ];

    /// <summary>One row of a table; what the table does not count stays blank.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Row(ReportTable table, ReportRow row) =>
        Row(table.Columns, [.. row.Cells.Select(c => c.N)]);

    public static IEnumerable<KeyValuePair<string, string?>> Row(IReadOnlyList<string> columns, IReadOnlyList<long> figures)
    {
        var named = columns.Zip(figures).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);

        return
        [
            Blank("TongSo", ReportTable.TotalColumn),
            .. Outcomes.Select(o => Blank(o.Field, o.Outcome)),
            Blank("QuaHan", ReportTable.OverdueColumn),
        ];

        KeyValuePair<string, string?> Blank(string field, string column) =>
            new(field, named.TryGetValue(column, out var n) ? ReportWords.Number(n) : "");
    }

    private static KeyValuePair<string, string?> Pair(string field, long n) => new(field, ReportWords.Number(n));
}
