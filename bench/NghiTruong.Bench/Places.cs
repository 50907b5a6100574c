using System.Text.Json;
using NghiTruong.Councils;
using NghiTruong.Language;

namespace NghiTruong.Bench;

/// <summary>Units, councils, their agencies and sessions: the real units where <c>../shared/data</c> lies beside the repository, else as many made-up ones.</summary>
internal sealed class Places
{
    private static readonly DateOnly Start = new(2025, 7, 1);

    public List<Unit> Units { get; } = [];

    public List<UnitVersion> Versions { get; } = [];

    public List<Council> Councils { get; } = [];

    public List<CouncilTerm> Terms { get; } = [];

    public List<Agency> Agencies { get; } = [];

    public List<CouncilSession> Sessions { get; } = [];

    public static Places Read()
    {
        var places = new Places();
        if (FindData() is { } file)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var province in json.RootElement.EnumerateArray())
            {
                var unit = places.Add(Text(province, "Code"), Text(province, "FullName"), Tier.Province, UnitKind.Province, null);
                foreach (var ward in province.GetProperty("Wards").EnumerateArray())
                {
                    places.Add(Text(ward, "Code"), Text(ward, "FullName"), Tier.Commune, UnitKind.Commune, unit);
                }
            }
        }
        else
        {
            places.MakeUp();
        }

        return places;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? FindData()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "vn-units-2026-07.json");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private void MakeUp()
    {
        for (var p = 1; p <= 34; p++)
        {
            var province = Add($"{p:00}", $"Tỉnh Mẫu {p}", Tier.Province, UnitKind.Province, null);
            for (var c = 1; c <= (p <= 23 ? 98 : 97); c++)
            {
                Add($"{(p * 200) + c:00000}", $"Xã Mẫu {p}.{c}", Tier.Commune, UnitKind.Commune, province);
            }
        }
    }

    private Unit Add(string code, string fullName, Tier tier, UnitKind kind, Unit? parent)
    {
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = tier };
        Units.Add(unit);
        Versions.Add(new UnitVersion
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Id,
            Code = code,
            Name = fullName,
            FullName = fullName,
            FullNameEnglish = fullName,
            Kind = kind,
            ParentId = parent?.Id,
            From = Start,
            Folded = VietnameseText.Fold(fullName),
            SortKey = VietnameseText.Fold(fullName),
        });
        AddCouncil(unit, code, $"HĐND {char.ToLowerInvariant(fullName[0])}{fullName[1..]}", parent?.Id ?? unit.Id);

        return unit;
    }

    private void AddCouncil(Unit unit, string code, string name, Guid provinceId)
    {
        var council = new Council
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Id,
            Tier = unit.Tier,
            ProvinceId = provinceId,
            Code = code,
            Name = name,
            Folded = VietnameseText.Fold(name),
            SortKey = VietnameseText.Fold(name),
        };
        Councils.Add(council);
        Terms.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = council.Id, Term = "2026-2031", From = new DateOnly(2026, 3, 15) });
        AddAgency(council, AgencyKind.PeoplesCommittee, "UBND" + name[4..]);
        foreach (var department in unit.Tier == Tier.Province
            ? new[] { "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Công an tỉnh" }
            : ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"])
        {
            AddAgency(council, AgencyKind.Department, department);
        }

        for (var number = 1; number <= 6; number++)
        {
            AddSession(council, number);
        }
    }

    private void AddAgency(Council council, AgencyKind kind, string name) => Agencies.Add(new Agency
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        Kind = kind,
        Name = name,
        Folded = VietnameseText.Fold(name),
        From = Start,
    });

    private void AddSession(Council council, int number) => Sessions.Add(new CouncilSession
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        Term = number <= 4 ? "2021-2026" : "2026-2031",
        Number = number <= 4 ? number + 14 : number - 4,
        Kind = SessionKind.Regular,
        Name = $"Kỳ họp thứ {(number <= 4 ? number + 14 : number - 4)}",
        OpensOn = Fill.FirstDay.AddMonths(4 * number),
    });
}
