using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Registers;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Refusals;
using NghiTruong.Supervision.Import;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Supervision.Demo;

/// <summary>
/// Huyện Mẫu Cũ with its communes in the term 2021-2026, ended on 30 June 2025, whose registers give the figures of the seed to the unit: the district 15 supervisions and one survey,
/// its communes 38 thematic, 31 ongoing and one survey, from July 2021 to April 2022.
/// </summary>
internal sealed class FormerDistrict(DemoStage stage, IReadOnlyList<ThemeLine> themes)
{
    private const string Code = "961";
    private static readonly DateOnly Last = new(2025, 6, 30);
    private static readonly string[] Communes = ["Cán Mẫu", "Sín Mẫu", "Lùng Mẫu", "Nàn Mẫu", "Quan Mẫu", "Bản Mế Mẫu", "Thào Mẫu"];
    private static readonly string[] Titles = ["STT", "Cơ quan giám sát", "Hình thức giám sát", "Nội dung giám sát", "Đối tượng giám sát", "Ngày thực hiện", "Báo cáo kết quả", "Kiến nghị", "Kết quả thực hiện kiến nghị"];

    public async Task EnterAsync(CancellationToken ct)
    {
        Done(await stage.Get<FormerUnits>().EnterAsync([.. Units()], "", Acting.System, ct));
        await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
        var councils = await db.Set<Council>().Where(c => c.Code.StartsWith(Code)).OrderBy(c => c.Code).ToListAsync(ct);
        var district = councils.First(c => c.Tier == Tier.District);
        await ImportAsync(district, [.. Rows(10, "Giám sát chuyên đề", 0), .. Rows(5, "Giám sát thường xuyên", 3), .. Rows(1, "Khảo sát", 7)], ct);
        var communes = councils.Where(c => c.Tier == Tier.Commune).ToList();
        // 38, 31 and 1 shared out among the communes; the last one, as in the seed, wrote no reports.
        for (var i = 0; i < communes.Count; i++)
        {
            var rows = Rows(Share(38, i), "Giám sát chuyên đề", i).Concat(Rows(Share(31, i), "Giám sát thường xuyên", i + 4)).Concat(Rows(i == 0 ? 1 : 0, "Khảo sát", i));
            await ImportAsync(communes[i], [.. i == communes.Count - 1 ? rows.Select(r => r with { Report = null, Recommendation = null }) : rows], ct);
        }
    }

    private static int Share(int all, int i) => (all / Communes.Length) + (i < all % Communes.Length ? 1 : 0);

    private IEnumerable<UnitRow> Units()
    {
        var home = stage.World.Home;
        var basis = "Nghị quyết sắp xếp đơn vị hành chính (giả định)";
        yield return new UnitRow(Code, "Mẫu Cũ", "Huyện Mẫu Cũ", "Mau Cu District", UnitKind.RuralDistrict, stage.World.Province.Code) { From = FormerUnits.CodesBegin, Until = Last, Successors = [home.Code], Basis = basis };
        for (var i = 0; i < Communes.Length; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{Code}{i + 11}");
            yield return new UnitRow(code, Communes[i], $"Xã {Communes[i]}", $"{Communes[i]} Commune", UnitKind.Commune, Code) { From = FormerUnits.CodesBegin, Until = Last, Successors = [home.Code], Basis = basis };
        }
    }

    private IEnumerable<RegisterLine> Rows(int count, string kind, int from) => Enumerable.Range(0, count).Select(i =>
    {
        var theme = themes[(from + i) % themes.Count];
        var held = new DateOnly(2021, 7, 5).AddDays(((from * 11) + (i * 23)) % 295);

        return new RegisterLine(kind, $"{theme.Theme}{(i < themes.Count ? "" : " (lần 2)")}", held, $"{i + from + 1}/BC-TTHĐND ngày {held.AddDays(9):dd/MM/yyyy}", i % 2 == 0 ? theme.Recommendation : null, i % 4 == 0 ? "Hoàn thành" : null);
    });

    private async Task ImportAsync(Council council, IReadOnlyList<RegisterLine> lines, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var rows = lines.Select((l, i) => SheetRow.Of(i + 1, "Thường trực HĐND", l.Kind, l.Theme, "UBND cùng cấp", l.HeldOn, l.Report, l.Recommendation, l.Recommendation is null ? null : l.Outcome));
        Spreadsheet.Write(content, [new SheetData("Sổ giám sát", ["SỔ THEO DÕI HOẠT ĐỘNG GIÁM SÁT, KHẢO SÁT"], [.. Titles.Select(t => new SheetColumn(t, 22))], rows)]);
        content.Position = 0;
        var told = Done(await stage.Get<RegisterImport>().RunAsync(new RegisterFile(council.Id, content, "so-giam-sat-2021-2022.xlsx"), false, Acting.System, ct)).Value;
        if (told.Rejected.Count > 0)
        {
            throw new InvalidOperationException($"The register of {council.Name} was not taken whole: {string.Join(", ", told.Rejected.Select(r => $"{r.Row} {r.Code} {r.Value}"))}");
        }
    }

    private static T Done<T>(T result)
        where T : Result => result.IsRefused ? throw new InvalidOperationException($"The former district was refused: {string.Join(", ", result.Refusals)}") : result;

    private sealed record RegisterLine(string Kind, string Theme, DateOnly HeldOn, string? Report, string? Recommendation, string? Outcome);
}
