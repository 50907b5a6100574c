using System.Text;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Councils;

/// <summary>Small made-up countries as files, and the real one where the machine has it.</summary>
internal static class UnitFixtures
{
    /// <summary>A country of two provinces and five communes.</summary>
    public const string Country =
        """
        [{"Code":"90","Name":"Bản Mẫu","FullName":"Tỉnh Bản Mẫu","AdministrativeUnitFullName":"Tỉnh","Population":1150000,"Wards":[
          {"Code":"90001","Name":"Nà Pục","FullName":"Xã Nà Pục","AdministrativeUnitShortName":"Xã","Population":6200,"MountainOrIsland":true},
          {"Code":"90002","Name":"Khuổi Lắc","FullName":"xã Khuổi Lắc","AdministrativeUnitShortName":"xã"},
          {"Code":"90003","Name":"Hoà Mẫu","FullName":"Phường Hoà Mẫu","AdministrativeUnitShortName":"Phường"}]},
         {"Code":"91","Name":"Cửa Mẫu","FullName":"Thành phố Cửa Mẫu","AdministrativeUnitFullName":"Thành phố trực thuộc trung ương","Wards":[
          {"Code":"91001","Name":"Bến Mẫu","FullName":"Phường Bến Mẫu","AdministrativeUnitShortName":"Phường"},
          {"Code":"91002","Name":"Hòn Mẫu","FullName":"Đặc khu Hòn Mẫu","AdministrativeUnitShortName":"Đặc khu","Population":320}]}]
        """;

    public static string? RealFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "vn-units-2026-07.json");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    public static async Task<IReadOnlyList<UnitRow>> RowsAsync(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));

        return (await UnitFile.ReadAsync(file, CancellationToken.None)).Value;
    }

    public static async Task<Result<UnitImportReport>> ImportAsync(
        this TestHouse house, string json, DateOnly? from = null, string? term = "2026-2031", params IReadOnlyList<SuccessionRow> successions) =>
        await house.Get<UnitImport>().RunAsync(
            new UnitImportInput { Rows = await RowsAsync(json), Successions = successions, From = from, Term = term, FileDigest = "00" },
            Acting.System,
            null,
            CancellationToken.None);
}
