using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Petitions.Reports;
using NghiTruong.Support;
using NghiTruong.Tests.Documents;
using NghiTruong.Tests.Petitions.Reports;
using static NghiTruong.Tests.Petitions.Import.Ledgers;

namespace NghiTruong.Tests.Petitions.Import;

/// <summary>Totals that provinces published come out to the unit from imports into the councils of their time.</summary>
public sealed class ImportedTotalsTests
{
    private static readonly string[] Titles = ["STT", "Nội dung kiến nghị", "Cử tri đơn vị", "Lĩnh vực", "CQ có thẩm quyền", "Văn bản chuyển", "Kết quả trả lời (số, ngày)", "Phân loại kết quả", "Ghi chú"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Thai_Nguyen_2022_from_a_workbook(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var council = await CouncilOfItsTimeAsync(house, "19", "Thái Nguyên");

        var figures = await ImportAsync(house, council, "thai-nguyen.xlsx", Workbook(Rows((18, "Đã giải quyết xong"), (37, "Giải trình, cung cấp thông tin"), (38, "Đang giải quyết"))));

        Assert.Equal((93L, 18L, 37L, 38L), (figures.Total, figures.ByOutcome["settled"], figures.ByOutcome["explained"], figures.ByOutcome["inProgress"]));
        Assert.Equal(0, figures.ByOutcome["none"] + figures.ByOutcome["partly"] + figures.ByOutcome["notSettled"]);
        await PrintedAsync(house, council, ["Đã giải quyết", "18", "19,4%"], ["Giải trình, cung cấp thông tin", "37", "39,8%"], ["Đang giải quyết", "38", "40,9%"], ["Tổng số", "93", "100%"]);
    }

    [Theory, Engines]
    public async Task Bac_Kan_from_a_table_in_Word_typed_in_decomposed_letters(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var council = await CouncilOfItsTimeAsync(house, "06", "Bắc Kạn");
        var rows = Rows((109, "Đã giải quyết"), (14, "Chưa giải quyết"), (16, "Đang giải quyết"));

        var figures = await ImportAsync(house, council, "bac-kan.docx", LedgerFixtures.Docx(
            LedgerFixtures.Paragraph("BẢNG TỔNG HỢP KIẾN NGHỊ") + LedgerFixtures.WordTable([.. rows.Prepend(Titles).Select(Decomposed)])));

        Assert.Equal((139L, 109L, 14L, 16L), (figures.Total, figures.ByOutcome["settled"], figures.ByOutcome["notSettled"], figures.ByOutcome["inProgress"]));
        await PrintedAsync(house, council, ["Đã giải quyết", "109", "78,4%"], ["Chưa giải quyết", "14", "10,1%"], ["Đang giải quyết", "16", "11,5%"], ["Tổng số", "139", "100%"]);
    }

    [Theory, Engines]
    public async Task Kon_Tum_by_the_committees_under_whose_titles_its_rows_stand(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var council = await CouncilOfItsTimeAsync(house, "62", "Kon Tum");
        string[][] rows =
        [
            ["I", "LĨNH VỰC KINH TẾ - NGÂN SÁCH"], .. Rows((76, "Đã giải quyết")),
            ["II", "LĨNH VỰC PHÁP CHẾ"], .. Rows((3, "Đang giải quyết")),
            ["III", "LĨNH VỰC VĂN HÓA - XÃ HỘI"], .. Rows((5, "Giải trình")),
        ];

        var figures = await ImportAsync(house, council, "kon-tum.xlsx", Workbook([.. rows.Select(r => r.Select((c, i) => i == 3 ? "" : c).ToArray())]));
        var byCommittee = figures.ByField.GroupBy(f => Catalogue.Of(CatalogueKind.Field, f.Key)?.Committee ?? "").ToDictionary(g => g.Key, g => g.Sum(f => f.Value));

        Assert.Equal(84, figures.Total);
        Assert.Equal((76L, 3L, 5L), (byCommittee["KTNS"], byCommittee["PC"], byCommittee["VHXH"]));
        await PrintedAsync(house, council, ["Tổng số", "84", "100%"], ["Đã giải quyết", "76", "90,5%"], ["Đang giải quyết", "3", "3,6%"], ["Giải trình, cung cấp thông tin", "5", "6%"]);
    }

    /// <summary>The same figures stand in the Word document of the summary.</summary>
    private static async Task PrintedAsync(TestHouse house, Council council, params string[][] expected)
    {
        var asked = new ReportQuestion(council.Id.ToString("D"), From: new DateOnly(2022, 1, 1), To: new DateOnly(2022, 12, 31));
        var printed = SessionSamples.RowsOf((await house.Get<ReportDocument>().WriteAsync(asked, null, SampleProvince.As(Role.Clerk, council), Ct))!.Value.Content);
        Assert.All(expected, row => Assert.Contains(printed, row.SequenceEqual));
    }

    private static string[][] Rows(params (int Count, string Outcome)[] groups) =>
    [
        .. from g in groups
           from i in Enumerable.Range(1, g.Count)
           select new[] { $"{i}", $"Đề nghị sửa đường liên xã đoạn {g.Outcome.Length}-{i}", $"Cử tri huyện {i % 9}", "Giao thông", "UBND tỉnh", $"{i}/HĐND-VP ngày 5/7/2022", $"{i}/UBND-TH ngày 5/9/2022", g.Outcome, "" },
    ];

    private static MemoryStream Workbook(string[][] rows) => Xlsx([.. Titles], [.. rows.Select(r => r.Select(c => c.Length == 0 ? null : (object)c).ToArray())]);

    private static string[] Decomposed(string[] row) => [.. row.Select(c => c.Normalize(System.Text.NormalizationForm.FormD))];

    private static async Task<PetitionFigures> ImportAsync(TestHouse house, Council council, string name, Stream content)
    {
        var clerk = SampleProvince.As(Role.Clerk, council);
        var report = (await house.Get<PetitionImports>().ImportAsync(
            new ImportInput { CouncilId = council.Id, FileName = name, Content = content, ReceivedOn = new DateOnly(2022, 7, 1) }, clerk, Ct)).Value;
        Assert.Empty(report.Rejected);
        await house.Get<CountFold>().FoldAsync(Ct);

        return (await house.Get<PetitionSummary>().ReadAsync(new SummaryInput(SummaryPlace.Of(council.Id), null, new(2022, 1, 1), new(2022, 12, 31)), clerk, Ct))!;
    }

    private static async Task<Council> CouncilOfItsTimeAsync(TestHouse house, string code, string name)
    {
        await using var db = house.Db();
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = Tier.Province };
        unit.Versions.Add(new UnitVersion
        {
            Id = Guid.CreateVersion7(), UnitId = unit.Id, Code = code, Name = name, FullName = $"Tỉnh {name}", FullNameEnglish = name, Kind = UnitKind.Province,
            From = new DateOnly(1997, 1, 1), Until = new DateOnly(2025, 6, 30), Folded = name, SortKey = name,
        });
        var council = new Council { Id = Guid.CreateVersion7(), UnitId = unit.Id, Tier = Tier.Province, ProvinceId = unit.Id, Code = code, Name = $"HĐND tỉnh {name}", Folded = name, SortKey = name };
        council.Terms.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = council.Id, Term = "2021-2026", From = new DateOnly(2021, 6, 1), Until = new DateOnly(2025, 6, 30) });
        db.Add(unit);
        db.Add(council);
        await db.SaveChangesAsync(Ct);

        return council;
    }
}
