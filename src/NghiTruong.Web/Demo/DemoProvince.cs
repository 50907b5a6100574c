using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Web.Demo;

/// <summary>The made-up province of the demo, for the parts that fill it. Nobody and nothing in it exists.</summary>
public sealed record DemoWorld(Council Province, IReadOnlyList<Council> Communes, IReadOnlyList<Agency> Agencies)
{
    /// <summary>The commune that the demo accounts serve.</summary>
    public Council Home => Communes[0];

    public Agency AgencyOf(Council council, AgencyKind kind) => Agencies.First(a => a.CouncilId == council.Id && a.Kind == kind);
}

/// <summary>One account of the demo.</summary>
public sealed record DemoAccount(string UserName, string FullName, GrantInput Grant);

/// <summary>Builds Tỉnh Bản Mẫu: the province, six communes, their councils with bodies, agencies and sessions.</summary>
public sealed class DemoProvince(IDbContextFactory<Db> contexts)
{
    private static readonly DateOnly TermStart = new(2026, 3, 15);
    private static readonly (string Code, string Name, UnitKind Kind, int Delegates)[] Communes =
    [
        ("96001", "Nà Mẫu", UnitKind.Commune, 18),
        ("96002", "Lũng Mẫu", UnitKind.Commune, 17),
        ("96003", "Bản Mới", UnitKind.Commune, 18),
        ("96004", "Mẫu Sơn Hạ", UnitKind.Commune, 19),
        ("96005", "Bình Mẫu", UnitKind.Ward, 21),
        ("96006", "Suối Mẫu", UnitKind.Commune, 17),
    ];

    private static readonly string[] Clerks = ["Mùa A Tỉnh", "Lương Thị Lũng", "Hà Văn Mới", "Bế Thị Sơn", "Đặng Văn Bình", "Giàng Thị Suối"];
    private static readonly string[] Chairs = ["Triệu Văn Tỉnh", "Nông Thị Lũng", "Quan Văn Mới", "Hứa Thị Sơn", "Phan Văn Bình", "Sùng A Suối"];

    public async Task<DemoWorld> BuildAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var provinceUnit = AddUnit(db, "96", "Bản Mẫu", "Tỉnh Bản Mẫu", UnitKind.Province, null);
        var province = AddCouncil(db, provinceUnit, provinceUnit.Id, "96", "HĐND tỉnh Bản Mẫu", 52);
        List<Council> communes = [];
        List<Agency> agencies =
        [
            AddAgency(db, province, AgencyKind.PeoplesCommittee, "UBND tỉnh Bản Mẫu", null),
            AddAgency(db, province, AgencyKind.Department, "Sở Xây dựng", "SXD"),
            AddAgency(db, province, AgencyKind.Department, "Sở Nông nghiệp và Môi trường", "SNNMT"),
            AddAgency(db, province, AgencyKind.FatherlandFront, "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Bản Mẫu", null),
        ];
        foreach (var (code, name, kind, delegates) in Communes)
        {
            var word = kind == UnitKind.Ward ? "phường" : "xã";
            var unit = AddUnit(db, code, name, $"{char.ToUpperInvariant(word[0])}{word[1..]} {name}", kind, provinceUnit.Id);
            var council = AddCouncil(db, unit, provinceUnit.Id, code, $"HĐND {word} {name}", delegates);
            communes.Add(council);
            agencies.Add(AddAgency(db, council, AgencyKind.PeoplesCommittee, $"UBND {word} {name}", null));
            agencies.Add(AddAgency(db, council, AgencyKind.Department, kind == UnitKind.Ward ? "Phòng Kinh tế, Hạ tầng và Đô thị" : "Phòng Kinh tế", "KT"));
            agencies.Add(AddAgency(db, council, AgencyKind.Department, "Phòng Văn hóa - Xã hội", "VHXH"));
            agencies.Add(AddAgency(db, council, AgencyKind.FatherlandFront, $"Ban Thường trực Ủy ban MTTQ Việt Nam {word} {name}", null));
            agencies.Add(AddAgency(db, council, AgencyKind.PartyCommittee, $"Thường trực Đảng ủy {word} {name}", null));
        }

        await db.SaveChangesAsync(ct);

        return new DemoWorld(province, communes, agencies);
    }

    /// <summary>The eight accounts of the outside contract.</summary>
    public static IReadOnlyList<DemoAccount> Accounts(DemoWorld world)
    {
        var home = world.Home.Id;

        return
        [
            new("quantri", "Nông Văn Quản", new GrantInput { Role = Role.Administrator }),
            new("vanphong", "Hoàng Thị Phòng", new GrantInput { Role = Role.Clerk, CouncilId = home }),
            new("thuongtruc", "Lò Văn Trực", new GrantInput { Role = Role.StandingCommittee, CouncilId = home }),
            new("truongban", "Vi Thị Ban", new GrantInput { Role = Role.CommitteeHead, CouncilId = home }),
            new("daibieu", "Lường Văn Biểu", new GrantInput { Role = Role.Delegate, CouncilId = home }),
            new("coquan", "Cà Thị Quan", new GrantInput { Role = Role.AgencyOfficer, AgencyId = world.AgencyOf(world.Home, AgencyKind.Department).Id }),
            new("mattran", "Quàng Văn Trận", new GrantInput { Role = Role.FrontOfficer, CouncilId = home }),
            new("captren", "Tòng Thị Trên", new GrantInput { Role = Role.UpperViewer, CouncilId = world.Province.Id }),
        ];
    }

    /// <summary>A clerk and a chair for every other council: they act in the story, nobody signs in as them.</summary>
    public static IEnumerable<DemoAccount> Others(DemoWorld world) => world.Communes.Skip(1).Prepend(world.Province).SelectMany((council, i) => new DemoAccount[]
    {
        new(DemoStage.NameAt("vanphong", council), Clerks[i], new GrantInput { Role = Role.Clerk, CouncilId = council.Id }),
        new(DemoStage.NameAt("thuongtruc", council), Chairs[i], new GrantInput { Role = Role.StandingCommittee, CouncilId = council.Id }),
    });

    private static Unit AddUnit(Db db, string code, string name, string fullName, UnitKind kind, Guid? parent)
    {
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = parent is null ? Tier.Province : Tier.Commune };
        unit.Versions.Add(new UnitVersion
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Id,
            Code = code,
            Name = name,
            FullName = fullName,
            FullNameEnglish = fullName,
            Kind = kind,
            ParentId = parent,
            // The province stood before its communes were merged: former districts lie in it.
            From = parent is null ? FormerUnits.CodesBegin : new DateOnly(2025, 7, 1),
            Folded = VietnameseText.Fold(fullName),
            SortKey = SortKeys.Of(name),
        });
        db.Add(unit);

        return unit;
    }

    private static Council AddCouncil(Db db, Unit unit, Guid province, string code, string name, int delegates)
    {
        var council = new Council
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Id,
            Tier = unit.Tier,
            ProvinceId = province,
            Code = code,
            Name = name,
            Folded = VietnameseText.Fold(name),
            SortKey = SortKeys.Of(name),
        };
        council.Terms.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = council.Id, Term = "2026-2031", From = TermStart });
        db.Add(council);
        db.Add(new DelegateTotal { Id = Guid.CreateVersion7(), CouncilId = council.Id, From = TermStart, Total = delegates });
        AddBodies(db, council);

        return council;
    }

    /// <summary>Law 72/2025 Art 29: committees by tier.</summary>
    private static void AddBodies(Db db, Council council)
    {
        (string Code, string Name)[] committees = council.Tier == Tier.Province
            ? [("KTNS", "Ban Kinh tế - Ngân sách"), ("VHXH", "Ban Văn hóa - Xã hội"), ("PC", "Ban Pháp chế"), ("DT", "Ban Dân tộc")]
            : [("KTNS", "Ban Kinh tế - Ngân sách"), ("VHXH", "Ban Văn hóa - Xã hội")];
        AddBody(db, council, BodyKind.StandingCommittee, "TT", "Thường trực HĐND", "TM. THƯỜNG TRỰC HĐND", "PHÓ CHỦ TỊCH", council.Code == Communes[0].Code ? "Lò Văn Trực" : null);
        foreach (var (code, name) in committees)
        {
            AddBody(db, council, BodyKind.Committee, code, name, $"TM. {name.ToUpperInvariant()}", "TRƯỞNG BAN", council.Code == Communes[0].Code && code == "KTNS" ? "Vi Thị Ban" : null);
        }

        for (var group = 1; group <= 3; group++)
        {
            AddBody(db, council, BodyKind.DelegateGroup, $"TO-{group}", $"Tổ đại biểu số {group}", null, null, null);
        }
    }

    private static void AddBody(Db db, Council council, BodyKind kind, string code, string name, string? form, string? title, string? signer) => db.Add(new Body
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        Kind = kind,
        Code = code,
        Name = name,
        AuthorityForm = form,
        SignerTitle = title,
        SignerName = signer,
        From = TermStart,
    });

    private static Agency AddAgency(Db db, Council council, AgencyKind kind, string name, string? shortName)
    {
        var agency = new Agency
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Kind = kind,
            Name = name,
            ShortName = shortName,
            Folded = VietnameseText.Fold(name),
            From = TermStart,
        };
        db.Add(agency);

        return agency;
    }
}
