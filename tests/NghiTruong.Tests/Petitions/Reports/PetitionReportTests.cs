using System.Text;
using ExcelDataReader;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Support;
using NghiTruong.Texts;

namespace NghiTruong.Tests.Petitions.Reports;

/// <summary>What the page of figures shows: each figure is its list, and Excel and Word show the same.</summary>
public sealed class PetitionReportTests
{
    private static readonly string[] Addresses = ["96001", "96", "96+", "VN"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Every_cell_of_every_table_is_the_number_of_rows_in_the_list_behind_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 41).RecordAsync(260, Ct);
        await house.Get<CountFold>().FoldAsync(Ct);

        foreach (var (asked, acting) in Questions(house))
        {
            var report = (await ReadAsync(house, asked, acting))!;
            Assert.NotEmpty(report.Tables);
            foreach (var table in report.Tables)
            {
                foreach (var (cell, at) in table.Rows.Append(table.Total).SelectMany(r => r.Cells.Select((c, at) => (c, at))))
                {
                    Assert.True(cell.N == await ListedAsync(house, cell.Behind, acting), $"{asked} {table.By} {table.Columns[at]} {cell.Behind.ToQuery()}");
                }

                Assert.Equal(table.Total.Cells[0].N, table.Rows.Sum(r => r.Cells[0].N));
            }

            foreach (var (text, cell) in ReportWorkbook.Headline(report))
            {
                Assert.True(cell.N == await ListedAsync(house, cell.Behind, acting), $"{asked} {text}");
            }
        }
    }

    [Theory, Engines]
    public async Task A_province_sees_its_communes_rolled_up_those_without_any_petition_too(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var sample = house.Province;
        await SessionSamples.StoreAsync(house, [.. SessionSamples.Many(7, _ => SessionSamples.Petition(sample.NaMau, null, Outcome.Settled)), SessionSamples.Petition(sample.Own, null, null)]);

        var report = (await ReadAsync(house, new ReportQuestion("96", true), SampleProvince.As(Role.UpperViewer, sample.Own)))!;
        var places = report.Table(ReportBy.Place)!;

        Assert.Equal(8, report.Total.N);
        Assert.Equal([("HĐND tỉnh Bản Mẫu", 1L), ("HĐND xã Lũng Mẫu", 0L), ("HĐND xã Nà Mẫu", 7L)], places.Rows.Select(r => (r.Name, r.Cells[0].N)));
        Assert.Equal(["96", "96002", "96001"], places.Rows.Select(r => r.Place));
    }

    [Theory, Engines]
    public async Task What_is_late_is_told_by_how_late_and_in_a_province_by_council(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var sample = house.Province;
        int[] late = [-5, 0, 1, 15, 16, 30, 31, 200];
        await SessionSamples.StoreAsync(house, [.. late.Select(days => SessionSamples.Petition(
            sample.NaMau, null, null, p => p.ForwardTo(sample.NaMauEconomy.Id, new DateOnly(2026, 5, 21), new DateOnly(2026, 9, 15).AddDays(-days)))),
            SessionSamples.Petition(sample.NaMau, null, null, p => p.ForwardTo(sample.NaMauEconomy.Id, new DateOnly(2026, 5, 21), null))]);

        var commune = (await ReadAsync(house, new ReportQuestion("96001"), house.Province.Clerk()))!;
        var province = (await ReadAsync(house, new ReportQuestion("96", true), SampleProvince.As(Role.UpperViewer, sample.Own)))!;

        Assert.All([commune, province], r => Assert.Equal([2L, 2L, 2L, 2L, 1L], r.Table(ReportBy.Lateness)!.Rows.Select(x => x.Cells[0].N)));
        Assert.Equal(6, commune.Overdue.N);
        Assert.Equal(6, province.Table(ReportBy.Place)!.Rows.First(r => r.Place == "96001").Cells[^1].N);
        Assert.Equal(6, commune.Table(ReportBy.Agency)!.Rows.First(r => r.Key == sample.NaMauEconomy.Id.ToString("D")).Cells[^1].N);
    }

    [Theory, Engines]
    public async Task The_nation_sees_which_province_is_late_and_a_province_which_agency_of_which_commune(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var sample = house.Province;
        await SessionSamples.StoreAsync(house, [.. SessionSamples.Many(3, i => SessionSamples.Petition(
            sample.NaMau, null, null, p => p.ForwardTo((i == 0 ? sample.NaMauCommittee : sample.NaMauEconomy).Id, new DateOnly(2026, 5, 21), new DateOnly(2026, 9, 14)))),
            SessionSamples.Petition(sample.Own, null, null)]);

        var nation = (await ReadAsync(house, new ReportQuestion("VN"), Acting.System))!;
        var province = (await ReadAsync(house, new ReportQuestion("96", true), SampleProvince.As(Role.UpperViewer, sample.Own)))!;

        Assert.Equal([3L], nation.Table(ReportBy.Place)!.Rows.Select(r => r.Cells[^1].N));
        Assert.Null(nation.Table(ReportBy.Agency));
        Assert.Equal(
            [("Phòng Kinh tế (HĐND xã Nà Mẫu)", 2L), ("UBND xã Nà Mẫu", 1L), ("Chưa giao cơ quan nào", 0L)],
            province.Table(ReportBy.Agency)!.Rows.Select(r => (r.Name, r.Cells[^1].N)));
    }

    [Theory, Engines]
    public async Task A_former_unit_is_found_by_its_day_with_what_stood_below_it_then(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (district, commune) = await FormerDistrictAsync(house);
        await SessionSamples.StoreAsync(house, [SessionSamples.Petition(district, null, Outcome.Settled), SessionSamples.Petition(commune, null, null), SessionSamples.Petition(commune, null, null)]);

        var whole = (await ReadAsync(house, new ReportQuestion("085@2024-06-30", true), Acting.System))!;
        var alone = (await ReadAsync(house, new ReportQuestion("085@2024-06-30"), Acting.System))!;

        Assert.Equal((3, 1), (whole.Total.N, alone.Total.N));
        Assert.Equal("085@2024-06-30", whole.Place.Address);
        Assert.Equal("HĐND huyện Mẫu Cũ", whole.Place.Name);
        Assert.Equal(whole.Total.N, await ListedAsync(house, whole.Total.Behind, Acting.System));
        Assert.Null(await ReadAsync(house, new ReportQuestion("085"), Acting.System));
    }

    [Theory, Engines]
    public async Task Who_may_not_read_a_place_finds_no_figures_there_and_an_agency_none_at_all(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 5).RecordAsync(60, Ct);
        var sample = house.Province;
        Role[] own = [Role.Clerk, Role.StandingCommittee, Role.CommitteeHead, Role.Delegate, Role.FrontOfficer, Role.UpperViewer, Role.Auditor, Role.Administrator];

        foreach (var role in own)
        {
            Assert.NotNull(await ReadAsync(house, new ReportQuestion("96001"), SampleProvince.As(role, sample.NaMau)));
            Assert.Null(await ReadAsync(house, new ReportQuestion("96002"), SampleProvince.As(role, sample.NaMau)));
        }

        Assert.Null(await ReadAsync(house, new ReportQuestion("96001"), SampleProvince.Officer(sample.NaMauEconomy)));
        Assert.Null(await ReadAsync(house, new ReportQuestion("VN"), SampleProvince.Officer(sample.NaMauEconomy)));
        Assert.Null(await ReadAsync(house, new ReportQuestion("96001"), SampleProvince.As(Role.Delegate, sample.Own)));
    }

    [Theory, Engines]
    public async Task The_workbook_has_a_sheet_for_each_table_with_the_same_figures(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 99).RecordAsync(150, Ct);
        var report = (await ReadAsync(house, new ReportQuestion("96001"), house.Province.Clerk()))!;

        var sheets = Sheets(ReportWorkbook.Write(report, null, Words(house)));

        Assert.Equal(report.Tables.Count + 1, sheets.Count);
        Assert.Equal(ReportWorkbook.Headline(report).Select(h => (double)h.Cell.N), sheets[0].Where(r => r[1] is double).Select(r => (double)r[1]!));
        foreach (var (table, sheet) in report.Tables.Zip(sheets.Skip(1)))
        {
            var figures = sheet.Where(r => r[1] is double).ToList();
            Assert.Equal(table.Rows.Append(table.Total).Select(r => r.Name), figures.Select(r => (string)r[0]!));
            Assert.Equal(
                table.Rows.Append(table.Total).Select(r => string.Join(' ', r.Cells.Select(c => c.N))),
                figures.Select(r => string.Join(' ', r.Skip(1).OfType<double>())));
        }
    }

    [Theory, Engines]
    public async Task The_document_shows_the_tables_of_the_page_under_the_letterhead_of_the_own_desk_only(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 12).RecordAsync(150, Ct);
        var (clerk, above) = (house.Province.Clerk(), SampleProvince.As(Role.UpperViewer, house.Province.Own));
        var report = (await ReadAsync(house, new ReportQuestion("96001"), clerk))!;

        var own = (await house.Get<ReportDocument>().WriteAsync(new ReportQuestion("96001"), null, clerk, Ct))!.Value;
        var foreign = (await house.Get<ReportDocument>().WriteAsync(new ReportQuestion("96001"), null, above, Ct))!.Value;
        var rows = SessionSamples.RowsOf(own.Content);

        foreach (var table in report.Tables)
        {
            Assert.All(table.Rows.Append(table.Total), r => Assert.Contains(
                rows, x => x.Length > r.Cells.Count && x[0] == r.Name && x.Skip(1).Take(r.Cells.Count).SequenceEqual(r.Cells.Select(c => ReportWords.Number(c.N)))));
        }

        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SessionSamples.TextOf(own.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SessionSamples.TextOf(foreign.Content), StringComparison.Ordinal);
        Assert.Null(await house.Get<ReportDocument>().WriteAsync(new ReportQuestion("96002"), null, clerk, Ct));
    }

    private static IEnumerable<(ReportQuestion Asked, Acting Acting)> Questions(TestHouse house)
    {
        var sample = house.Province;
        Acting[] people = [Acting.System, house.Province.Clerk(), SampleProvince.As(Role.UpperViewer, sample.Own)];
        foreach (var acting in people)
        {
            foreach (var address in Addresses)
            {
                foreach (var (session, from) in new (string?, DateOnly?)[] { (null, null), ("2026-2031/2", new DateOnly(2026, 4, 11)) })
                {
                    var asked = new ReportQuestion(address.TrimEnd('+'), address.EndsWith('+'), session, from);
                    if (acting != people[1] || asked.Council != "96" || asked.Subtree)
                    {
                        yield return (asked, acting);
                    }
                }
            }
        }
    }

    /// <summary>The number of rows in the list an address opens, as the list page understands it.</summary>
    internal static async Task<long> ListedAsync(TestHouse house, SummaryFilter behind, Acting acting)
    {
        var place = (await house.Get<SummaryPlaces>().FindAsync(behind.Council, behind.Subtree, Ct))!;

        return await house.Get<PetitionList>().CountAsync(behind.ToList(place.CouncilId, place.Councils), acting, Ct);
    }

    private static Task<PetitionReport?> ReadAsync(TestHouse house, ReportQuestion asked, Acting acting) => house.Get<PetitionReports>().ReadAsync(asked, Words(house), acting, Ct);

    private static ReportWords Words(TestHouse house) => ReportWords.Vietnamese(house.Get<TextTable>());

    private static List<List<object?[]>> Sheets(byte[] workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        List<List<object?[]>> sheets = [];
        do
        {
            List<object?[]> rows = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            sheets.Add(rows);
        }
        while (reader.NextResult());

        return sheets;
    }

    private static async Task<(Council District, Council Commune)> FormerDistrictAsync(TestHouse house)
    {
        await using var db = house.Db();
        var district = Former(db, Tier.District, UnitKind.RuralDistrict, "085", "Mẫu Cũ", "Huyện Mẫu Cũ", house.Province.Own.UnitId, house.Province.Own.ProvinceId);
        var commune = Former(db, Tier.Commune, UnitKind.Commune, "02710", "Bản Cũ", "Xã Bản Cũ", district.UnitId, house.Province.Own.ProvinceId);
        await db.SaveChangesAsync(Ct);

        return (district, commune);
    }

    private static Council Former(Db db, Tier tier, UnitKind kind, string code, string name, string fullName, Guid parent, Guid province)
    {
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = tier };
        unit.Versions.Add(new UnitVersion
        {
            Id = Guid.CreateVersion7(), UnitId = unit.Id, Code = code, Name = name, FullName = fullName, FullNameEnglish = name, Kind = kind, ParentId = parent,
            From = new DateOnly(2004, 1, 1), Until = new DateOnly(2025, 6, 30), Folded = name, SortKey = name,
        });
        var council = new Council { Id = Guid.CreateVersion7(), UnitId = unit.Id, Tier = tier, ProvinceId = province, Code = code, Name = $"HĐND {fullName}", Folded = name, SortKey = name };
        db.Add(unit);
        db.Add(council);

        return council;
    }
}
