using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Reports;

/// <summary>Sentences, tables and fields that the papers of a session share.</summary>
public sealed class SessionSentences(FormTexts form)
{
    internal static readonly string[] Outcomes = ["settled", "partly", "inProgress", "explained", "notSettled", "none"];

    private static readonly string[] RowColumns = ["Ten", .. SettlementFields.OfRows];
    private static readonly string[] MatterColumns = ["MaSo", "NoiDung", "DonVi", "CoQuanGiaiQuyet", "GhiChu"];

    /// <summary>Fields of every paper of a session.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "TenKyHop", "NhiemKy", "NgayKhaiMac", "SoLieuDenNgay", "CanCu", "SoHoiNghi", "SoCuTriDuHop", "DaChuyen", "ChuaChuyen", "DaTraLoi", "GiaiTrinhTaiCho", "TonDong", "CuTriNeuLai", "TenKyHopTruoc", "KetQuaKyHopTruoc",
        .. SettlementFields.OfWhole,
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["TheoLinhVuc"] = RowColumns,
        ["TheoThamQuyen"] = RowColumns,
        ["TheoCoQuan"] = RowColumns,
        ["NoiCom"] = MatterColumns,
        ["TonDongLauNhat"] = MatterColumns,
    };

    public string this[string code, params object[] values] => form[code, values];

    public string Day(DateOnly day) => form.Day(day);

    /// <summary>Names as documents write them.</summary>
    public string Full(string name) => form.Unfold(name);

    /// <summary>"05", "12", "1.204": numbers below ten as officials write them.</summary>
    public static string Count(long n) => n is > 0 and < 10 ? $"0{n}" : VietnameseNumber.Format(n);

    /// <summary>"Hội đồng nhân dân xã Bản Mẫu".</summary>
    public string CouncilOf(SessionFigures f) => form.Unfold(f.Council);

    public string UnitOf(SessionFigures f) => form.Unfold(f.Unit);

    /// <summary>"Kỳ họp thứ 2 Hội đồng nhân dân xã Bản Mẫu, nhiệm kỳ 2026 - 2031".</summary>
    public string SessionOf(SessionFigures f) => form["form.session", f.Session, CouncilOf(f), f.TermInText];

    /// <summary>The instruments in force when the papers are written: today, or the session's day once it is over.</summary>
    public IReadOnlyList<string> Bases(SessionFigures f, Func<DateOnly, IEnumerable<string>> codes) => [.. codes(f.AsOf < f.OpensOn ? f.AsOf : f.OpensOn).Select(c => form[c])];

    /// <summary>"Giao thông 30 kiến nghị (32,3%); Đất đai 12 kiến nghị (12,9%)".</summary>
    public string Enumerated(FigureTable table, int most = int.MaxValue) => string.Join(
        "; ", table.Rows.Where(r => r.All > 0).Take(most).Select(r => form["form.part", form.Unfold(r.Name), Count(r.All), ReportWords.Share(r.All, table.Total.All)]));

    /// <summary>"đã giải quyết 18 kiến nghị (19,4%); đang giải quyết 38 kiến nghị (40,9%)", in the order of the classes.</summary>
    public string Settled(IReadOnlyDictionary<string, long> outcomes, long whole) => string.Join(
        "; ", Outcomes.Where(o => outcomes[o] > 0).Select(o => form["form.part", Lower(form["petition.outcome." + o]), Count(outcomes[o]), ReportWords.Share(outcomes[o], whole)]));

    /// <summary>How the petitions of the session before stand now; null where there were none.</summary>
    public string? Before(SessionFigures f) =>
        f.Previous is { Total: > 0 } before ? form["form.previous", Count(before.Total), before.Session, Settled(before.ByOutcome, before.Total)] : null;

    /// <summary>Name, number and share.</summary>
    public TableBlock Shares(FigureTable table, string what) => new(
        [new(form["form.column.number"], 8, TextAlign.Centre), new(form[what], 52), new(form["report.count"], 20, TextAlign.Right), new(form["report.share"], 20, TextAlign.Right)],
        [
            .. table.Rows.Where(r => r.All > 0).Select((r, at) => GridRow.Of($"{at + 1}", form.Unfold(r.Name), ReportWords.Number(r.All), ReportWords.Share(r.All, table.Total.All))),
            GridRow.Of("", form["report.total"], ReportWords.Number(table.Total.All), table.Total.All == 0 ? "" : "100%") with { Bold = true },
        ]);

    /// <summary>Name and every class of result; overdue where the table knows it.</summary>
    public TableBlock Results(FigureTable table, string what) => new(
        [new(form["form.column.number"], 8, TextAlign.Centre), new(form[what], 30), .. table.Columns.Select(c => new GridColumn(form["form.short." + c], 11, TextAlign.Right))],
        [
            .. table.Rows.Where(r => r.All > 0).Select((r, at) => GridRow.Of([$"{at + 1}", form.Unfold(r.Name), .. r.N.Select(ReportWords.Number)])),
            GridRow.Of(["", form["report.total"], .. table.Total.N.Select(ReportWords.Number)]) with { Bold = true },
        ])
    {
        Size = 11,
    };

    /// <summary>Matters by name: "… (cử tri thôn Nà Pục; UBND xã giải quyết): lý do".</summary>
    public ListBlock Named(IReadOnlyList<NamedMatter> matters) => new([.. matters.Select(Named)]);

    public Dictionary<string, string?> Values(SessionFigures f, IEnumerable<string> bases) => new(
    [
        new("TenKyHop", f.Session),
        new("NhiemKy", f.TermInText),
        new("NgayKhaiMac", form.Day(f.OpensOn)),
        new("SoLieuDenNgay", form.Day(f.AsOf)),
        new("CanCu", string.Join('\n', bases)),
        new("SoHoiNghi", ReportWords.Number(f.Meetings)),
        new("SoCuTriDuHop", ReportWords.Number(f.MeetingVoters)),
        new("DaChuyen", ReportWords.Number(f.Sent)),
        new("ChuaChuyen", ReportWords.Number(f.OnTheDesk)),
        new("DaTraLoi", ReportWords.Number(f.Answered)),
        new("GiaiTrinhTaiCho", ReportWords.Number(f.ExplainedOnTheSpot)),
        new("TonDong", ReportWords.Number(f.Backlog)),
        new("CuTriNeuLai", ReportWords.Number(f.RaisedAgain)),
        new("TenKyHopTruoc", f.Previous?.Session),
        new("KetQuaKyHopTruoc", Before(f)),
        .. SettlementFields.Whole(f.Total, f.Opinions, f.ByOutcome, f.Overdue),
    ]);

    public static Dictionary<string, TemplateTable> TablesOf(SessionFigures f) => new()
    {
        ["TheoLinhVuc"] = Rows(f.ByField),
        ["TheoThamQuyen"] = Rows(f.ByAuthority),
        ["TheoCoQuan"] = Rows(f.ByAgency),
        ["NoiCom"] = Matters(f.Pressing),
        ["TonDongLauNhat"] = Matters(f.LongestOpen),
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private string Named(NamedMatter m)
    {
        string?[] where = [m.Place is null ? null : form["form.named.place", m.Place], m.Agency is null ? null : form["form.named.agency", form.Unfold(m.Agency)]];
        var known = string.Join("; ", where.OfType<string>());
        var text = m.Content.ReplaceLineEndings(" ").Trim().TrimEnd('.', ';');

        return (known.Length == 0 ? text : $"{text} ({known})") + (string.IsNullOrWhiteSpace(m.Said) ? "." : $": {m.Said.Trim().TrimEnd('.')}.");
    }

    private static TemplateTable Rows(FigureTable table) => new(
        RowColumns, [.. table.Rows.Where(r => r.All > 0).Select(r => new Dictionary<string, string?>([new("Ten", r.Name), .. SettlementFields.Row(table.Columns, r.N)]))]);

    private static TemplateTable Matters(IReadOnlyList<NamedMatter> matters) => new(MatterColumns, [.. matters.Select(m => new Dictionary<string, string?>
    {
        ["MaSo"] = m.Code,
        ["NoiDung"] = m.Content,
        ["DonVi"] = m.Place,
        ["CoQuanGiaiQuyet"] = m.Agency,
        ["GhiChu"] = m.Said,
    })]);
}
