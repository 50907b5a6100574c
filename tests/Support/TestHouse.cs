using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Operations;

namespace NghiTruong.Support;

/// <summary>The house on a database of its own, with a still clock (15 September 2026, 9:00 in Vietnam) and a small made-up province.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestHouse(TestDatabase database, ServiceProvider services, FakeClock clock)
    {
        _database = database;
        _services = services;
        Clock = clock;
    }

    public FakeClock Clock { get; }

    public Engine Engine => _database.Engine;

    /// <summary>Where its files and keys lie.</summary>
    public required string Folder { get; init; }

    public string Connection => _database.Connection;

    /// <summary>Province <c>Tỉnh Bản Mẫu</c> with the communes Nà Mẫu and Lũng Mẫu.</summary>
    public SampleProvince Province { get; private set; } = null!;

    public IServiceProvider Services => _services;

    public static async Task<TestHouse> OpenAsync(Engine engine)
    {
        var house = await OpenEmptyAsync(engine);
        house.Province = await SampleProvince.BuildAsync(house);

        return house;
    }

    /// <summary>The same without any unit.</summary>
    public static async Task<TestHouse> OpenEmptyAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        var clock = new FakeClock(new DateTime(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc));
        var folder = Path.Combine(Path.GetTempPath(), $"nt_{Guid.CreateVersion7():N}");
        var house = new TestHouse(database, ServicesOn(database.Connection, folder, Path.Combine(folder, "keys"), clock), clock) { Folder = folder };
        await using (var db = house.Db())
        {
            await Law.RuleBook.SeedAsync(db, CancellationToken.None);
            await Verification.Register.LegalRegister.SeedAsync(db, CancellationToken.None);
        }

        return house;
    }

    /// <summary>The house's services on any database, with files and heads under a folder.</summary>
    public static ServiceProvider ServicesOn(string connection, string folder, string keyFolder, TimeProvider clock)
    {
        var keys = MasterKeys.Open(keyFolder);

        return new ServiceCollection().AddLogging().AddHouse().AddDatabase(new DatabaseChoice(connection)).AddSingleton(clock)
            .AddSingleton(keys).AddSingleton(new Protector(keys)).AddSingleton(new FilesDirectory(Path.Combine(folder, "files")))
            .AddSingleton(new HeadsDirectory(Path.Combine(folder, "heads"))).BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Db Db() => Get<IDbContextFactory<Db>>().CreateDbContext();

    /// <summary>Does all outbox work and jobs that are due.</summary>
    public Task WorkOffOutboxAsync() => Get<OutboxWorker>().RunOnceAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>A made-up province with two communes, their councils, a few agencies; everybody in it is invented.</summary>
public sealed record SampleProvince(Council Own, Council NaMau, Council LungMau, Agency NaMauCommittee, Agency NaMauEconomy, Agency ProvinceCommittee)
{
    private static readonly DateOnly Start = new(2026, 3, 15);

    public Acting Clerk(Council? at = null) => As(Role.Clerk, at ?? NaMau);

    public Acting StandingCommittee(Council? at = null) => As(Role.StandingCommittee, at ?? NaMau);

    public static Acting As(Role role, Council at) => new(
        Guid.CreateVersion7(),
        $"{role}".ToLowerInvariant(),
        $"{role}",
        [new Capacity(Guid.CreateVersion7(), role, at.Id, null, at.ProvinceId, at.Tier == Tier.Province, [], at.Name)]);

    public static Acting Officer(Agency agency) => new(
        Guid.CreateVersion7(),
        "coquan",
        "Cán bộ cơ quan",
        [new Capacity(Guid.CreateVersion7(), Role.AgencyOfficer, agency.CouncilId, agency.Id, null, false, [], agency.Name)]);

    internal static async Task<SampleProvince> BuildAsync(TestHouse house)
    {
        await using var db = house.Db();
        var province = AddUnit(db, "96", "Bản Mẫu", "Tỉnh Bản Mẫu", Tier.Province, UnitKind.Province, null);
        var naMau = AddUnit(db, "96001", "Nà Mẫu", "Xã Nà Mẫu", Tier.Commune, UnitKind.Commune, province.Id);
        var lungMau = AddUnit(db, "96002", "Lũng Mẫu", "Xã Lũng Mẫu", Tier.Commune, UnitKind.Commune, province.Id);
        var own = AddCouncil(db, province, province.Id, "96", "HĐND tỉnh Bản Mẫu", 50);
        var na = AddCouncil(db, naMau, province.Id, "96001", "HĐND xã Nà Mẫu", 18);
        var lung = AddCouncil(db, lungMau, province.Id, "96002", "HĐND xã Lũng Mẫu", 17);
        var committee = AddAgency(db, na, AgencyKind.PeoplesCommittee, "UBND xã Nà Mẫu");
        var economy = AddAgency(db, na, AgencyKind.Department, "Phòng Kinh tế");
        var provinceCommittee = AddAgency(db, own, AgencyKind.PeoplesCommittee, "UBND tỉnh Bản Mẫu");
        await db.SaveChangesAsync();

        return new SampleProvince(own, na, lung, committee, economy, provinceCommittee);
    }

    private static Unit AddUnit(Db db, string code, string name, string fullName, Tier tier, UnitKind kind, Guid? parent)
    {
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = tier };
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
            From = new DateOnly(2025, 7, 1),
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
        council.Terms.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = council.Id, Term = "2026-2031", From = Start });
        db.Add(council);
        db.Add(new DelegateTotal { Id = Guid.CreateVersion7(), CouncilId = council.Id, From = Start, Total = delegates });

        return council;
    }

    private static Agency AddAgency(Db db, Council council, AgencyKind kind, string name)
    {
        var agency = new Agency
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Kind = kind,
            Name = name,
            Folded = VietnameseText.Fold(name),
            From = Start,
        };
        db.Add(agency);

        return agency;
    }
}
