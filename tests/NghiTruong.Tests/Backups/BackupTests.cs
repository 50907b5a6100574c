using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Database;
using NghiTruong.Database.Backups;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Journal;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Backups;

public sealed class BackupTests
{
    private const string Name = "Lò Thị Mẫu";
    private static readonly byte[] Scan = Encoding.UTF8.GetBytes("%PDF-1.4 tờ kiến nghị");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_whole_house_comes_back_from_a_backup_but_for_what_was_lawfully_erased_since(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (erased, kept) = (await RecordAsync(house, "Sửa cầu."), await RecordAsync(house, "Sửa đường."));
        var file = await StoreAsync(house, isProtected: true);
        await MailAsync(house);
        var backup = await BackUpAsync(house, "backup");
        house.Clock.Move(TimeSpan.FromHours(1));
        await EraseAsync(house, erased);
        await RecordAsync(house, "Sau khi sao lưu.");
        await house.WorkOffOutboxAsync();
        house.Clock.Move(TimeSpan.FromHours(1));

        await using var target = await TargetAsync(house, "target");
        var report = (await RestoreAsync(target, backup, i => i with { Erasures = house.Get<ErasureList>().File })).Value;

        Assert.Equal((1, 0, 1), (report.ErasuresDoneAgain, report.Missing, report.Files));
        Assert.Empty(report.Journal.Findings);
        await using var db = target.Db();
        Assert.Equal([erased.Code, kept.Code], await db.Set<Petition>().OrderBy(p => p.Code).Select(p => p.Code).ToListAsync(Ct));
        Assert.Equal(kept.Id, (await db.Set<PetitionPerson>().SingleAsync(Ct)).PetitionId);
        Assert.All(await db.Set<JournalPersonalValue>().ToListAsync(Ct), v => Assert.Equal(kept.Id, v.SubjectId));
        Assert.Equal(MailState.Unknown, (await db.Set<MailMessage>().SingleAsync(Ct)).State);
        Assert.Equal("house.restored", (await db.Set<JournalEntry>().SingleAsync(e => e.CouncilId == Guid.Empty, Ct)).EventCode);
        await using var content = await target.Get<FileStore>().OpenAsync(await db.Set<StoredFile>().SingleAsync(f => f.Id == file, Ct), Ct);
        Assert.Equal(Scan, await ReadAsync(content!));
        Assert.Empty((await target.Get<JournalVerifier>().VerifyAsync((await target.Get<HeadsFolder>().ReadAsync(null, null, Ct)).Heads, null, Ct)).Findings);
        // The restored house goes on working, and erases again from its own list next time.
        Assert.Single(await target.Get<ErasureList>().ReadAsync(null, Ct));
    }

    [Theory, Engines]
    public async Task A_house_put_back_in_its_own_place_keeps_the_former_database_aside_and_excuses_the_heads_of_the_lost_days(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var petition = await RecordAsync(house, "Sửa cầu.");
        var backup = await BackUpAsync(house, "backup.tar.gz");
        house.Clock.Move(TimeSpan.FromDays(1));
        await RecordAsync(house, "Sau khi sao lưu.");
        await house.Get<HeadsFolder>().ExportAsync(Ct);
        house.Clock.Move(TimeSpan.FromHours(1));

        Assert.Equal("restore.targetNotEmpty", Assert.Single((await RestoreAsync(house, backup)).Refusals).Code);
        var report = (await RestoreAsync(house, backup, i => i with { Replace = true })).Value;

        Assert.NotNull(report.Former);
        Assert.Equal(1, report.Heads.Excused);
        Assert.Empty(report.Journal.Findings);
        await using var db = house.Db();
        Assert.Equal(petition.Code, (await db.Set<Petition>().SingleAsync(Ct)).Code);
        Assert.NotEqual(petition.Code, (await RecordAsync(house, "Sau khi khôi phục.")).Code);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync((await house.Get<HeadsFolder>().ReadAsync(null, null, Ct)).Heads, null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task A_house_at_work_is_backed_up_and_is_not_replaced(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Sửa cầu.");
        await using var busy = house.Db();
        await using var reading = await busy.Database.BeginTransactionAsync(Ct);
        _ = await busy.Set<Petition>().CountAsync(Ct);

        var backup = await BackUpAsync(house, "backup");
        var refused = await RestoreAsync(house, backup, i => i with { Replace = true });

        Assert.Equal("restore.inUse", Assert.Single(refused.Refusals).Code);
        Assert.Equal(1, await busy.Set<Petition>().CountAsync(Ct));
    }

    [Fact]
    public async Task What_is_damaged_foreign_or_without_a_list_of_erasures_is_refused_before_anything_changes()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        await StoreAsync(house, isProtected: false);
        var backup = await BackUpAsync(house, "backup");
        await using var target = await TargetAsync(house, "target");
        await using var stranger = await TargetAsync(house, "stranger", keys: "other-keys");
        await using var postgres = await TargetAsync(house, "postgres", Engine.Postgres);
        var listed = house.Get<ErasureList>().File;

        Assert.Equal("restore.notABackup", await RefusalAsync(target, house.Folder, listed));
        Assert.Equal("restore.signature", await RefusalAsync(stranger, backup, listed));
        Assert.Equal("restore.otherEngine", await RefusalAsync(postgres, backup, listed));
        Assert.Equal("restore.erasuresMissing", await RefusalAsync(target, backup, null));
        var blob = Directory.GetFiles(Path.Combine(backup, "files"), "*", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(blob, "x", Ct);
        Assert.Equal("restore.damaged", await RefusalAsync(target, backup, listed));
        await File.AppendAllTextAsync(Path.Combine(backup, "manifest.json"), " ", Ct);
        Assert.Equal("restore.signature", await RefusalAsync(target, backup, listed));
        Assert.False(File.Exists(target.Connection));
        Assert.False(Directory.Exists(Path.Combine(target.Folder, "files")));
    }

    [Fact]
    public async Task A_backup_holds_no_key_is_closed_to_others_and_overwrites_nothing()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var backup = await BackUpAsync(house, "backup");
        var secrets = (await File.ReadAllLinesAsync(Path.Combine(house.Folder, "keys", "master.keys"), Ct)).Select(l => l.Split(' ')[1]).ToList();

        foreach (var file in Directory.GetFiles(backup, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Ct));
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
        }

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(backup) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        var again = await house.Get<BackupWriter>().WriteAsync(backup, new Silent(), Ct);
        Assert.Equal("backup.targetNotEmpty", Assert.Single(again.Refusals).Code);
        Assert.False(Directory.Exists(backup + ".partial"));
    }

    private static async Task<Petition> RecordAsync(TestHouse house, string content)
    {
        var input = new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content, PersonName = Name };
        var code = (await house.Get<PetitionIntake>().RecordAsync(input, house.Province.Clerk(), Ct)).Value;
        await using var db = house.Db();

        return await db.Set<Petition>().AsNoTracking().SingleAsync(p => p.Code == code, Ct);
    }

    private static async Task EraseAsync(TestHouse house, Petition petition) => Assert.Empty((await house.Get<Erasure>().EraseAsync(
        new Subject("petition", petition.Id, petition.Code, petition.CouncilId), petition.ProvinceId, "Đơn số 5 ngày 14/9/2026", house.Province.StandingCommittee(), Ct)).Refusals);

    private static async Task<Guid> StoreAsync(TestHouse house, bool isProtected)
    {
        var council = house.Province.NaMau.Id;
        var staged = await house.Get<FileStore>().PutAsync(council, Scan, new Upload(FileKind.Pdf, "to-kien-nghi.pdf", Scan.Length, []), isProtected, Ct);
        await using var db = house.Db();
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(), CouncilId = council, Name = staged.Name, Kind = staged.Kind, Length = staged.Length, SealedKey = staged.SealedKey, TouchedAt = house.Clock.Now,
        };
        db.Add(file);
        await db.SaveChangesAsync(Ct);

        return file.Id;
    }

    private static async Task MailAsync(TestHouse house)
    {
        await using var db = house.Db();
        db.Add(new MailMessage { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, To = "a@example.vn", Subject = "Nhắc hạn", Body = "…", CreatedAt = house.Clock.Now });
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<string> BackUpAsync(TestHouse house, string name) =>
        (await house.Get<BackupWriter>().WriteAsync(Path.Combine(house.Folder, name), new Silent(), Ct)).Value.Path;

    private static Task<Refusals.Result<RestoreReport>> RestoreAsync(Place target, string backup, Func<RestoreInput, RestoreInput>? adjust = null)
    {
        var input = new RestoreInput { Path = backup };

        return target.Get<Restoring>().RunAsync(adjust?.Invoke(input) ?? input, new Silent(), Ct);
    }

    private static Task<Refusals.Result<RestoreReport>> RestoreAsync(TestHouse house, string backup, Func<RestoreInput, RestoreInput>? adjust = null) =>
        RestoreAsync(new Place(house.Services), backup, adjust);

    private static async Task<string> RefusalAsync(Target target, string backup, string? erasures) =>
        Assert.Single((await RestoreAsync(target, backup, i => i with { Erasures = erasures })).Refusals).Code;

    private static async Task<Target> TargetAsync(TestHouse house, string name, Engine? engine = null, string keys = "keys")
    {
        var database = await TestDatabase.CreateEmptyAsync(engine ?? house.Engine);
        var folder = Path.Combine(house.Folder, name);

        return new Target(database, TestHouse.ServicesOn(database.Connection, folder, Path.Combine(house.Folder, keys), house.Clock), folder);
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Ct);

        return copy.ToArray();
    }

    private class Place(IServiceProvider services)
    {
        public T Get<T>()
            where T : notnull => services.GetRequiredService<T>();

        public Db Db() => Get<IDbContextFactory<Db>>().CreateDbContext();
    }

    /// <summary>Another machine: an empty database, other folders, the same keys.</summary>
    private sealed class Target(TestDatabase database, ServiceProvider services, string folder) : Place(services), IAsyncDisposable
    {
        private readonly ServiceProvider _services = services;

        public string Connection => database.Connection;

        public string Folder => folder;

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
