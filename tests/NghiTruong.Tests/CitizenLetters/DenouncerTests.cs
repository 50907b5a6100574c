using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Database.Backups;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Search;
using NghiTruong.Support;
using NghiTruong.Threads;
using static NghiTruong.Tests.CitizenLetters.CitizenLetterCases;

namespace NghiTruong.Tests.CitizenLetters;

/// <summary>Who denounces is readable by the named handlers alone. A rare name is looked for in every place where it could lie.</summary>
public sealed class DenouncerTests
{
    private const string Name = "Quàng Thị Xuyến Chi Zắc";
    private const string Identity = "099887766554";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_denouncers_name_is_found_nowhere_and_read_by_the_handler_alone(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = await EmployAsync(house, "Cán bộ Một", Role.Clerk);
        var code = await DenouncedAsync(house, clerk);
        await house.WorkOffOutboxAsync();

        // The handler reads, each reading is told, and nobody else does.
        var read = Done(await house.Get<LetterReading>().SendersAsync(code, SenderReading.Page, clerk, Ct)).Value;
        Assert.Equal((Name, Identity), (read.Single().Name, read.Single().IdentityNumber));
        foreach (var other in new[] { house.Province.Clerk(), house.Province.StandingCommittee(), SampleProvince.As(Role.CommitteeHead, house.Province.NaMau), SampleProvince.Officer(house.Province.NaMauEconomy), Acting.System })
        {
            Assert.True((await house.Get<LetterReading>().SendersAsync(code, SenderReading.Page, other, Ct)).IsRefused, other.UserName);
            var seen = await house.Get<CitizenLetterReader>().FindAsync(code, other, Ct);
            Assert.True(seen is null or { Summary: null, Senders.Count: 0, Files.Count: 0 }, other.UserName);
        }

        await NowhereAsync(house, code, clerk);
        await using var db = house.Db();
        Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "citizenLetter.senderRead", Ct));
    }

    [Theory, Engines]
    public async Task Whoever_is_taken_off_a_letter_reads_it_no_more(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, second, standing) = (await EmployAsync(house, "Cán bộ Một", Role.Clerk), await EmployAsync(house, "Cán bộ Hai", Role.Clerk), await EmployAsync(house, "Phó Chủ tịch", Role.StandingCommittee));
        var (code, handlers, reading) = (await DenouncedAsync(house, first), house.Get<LetterHandlers>(), house.Get<LetterReading>());
        Refused("citizenLetter.notHandler", await handlers.NameAsync(code, second.UserId, second, Ct));
        Refused("citizenLetter.lastHandler", await handlers.TakeOffAsync(code, first.UserId, standing, Ct));
        Refused("citizenLetter.handlerUnknown", await handlers.NameAsync(code, Guid.CreateVersion7(), standing, Ct));
        Done(await handlers.NameAsync(code, second.UserId, standing, Ct));
        Done(await handlers.TakeOffAsync(code, first.UserId, standing, Ct));

        Refused("citizenLetter.notHandler", await reading.SendersAsync(code, SenderReading.Page, first, Ct));
        await using var db = house.Db();
        var use = await db.Set<FileUse>().Where(u => u.OwnerKind == "citizenLetter").Select(u => u.Id).FirstAsync(Ct);
        Assert.Null(await house.Get<FileDesk>().FindAsync(use, first, Ct));
        Assert.NotNull(await house.Get<FileDesk>().FindAsync(use, second, Ct));
        Assert.Equal(Name, Done(await reading.SendersAsync(code, SenderReading.Page, second, Ct)).Value.Single().Name);
        // Whoever names handlers does not read by that.
        Refused("citizenLetter.notHandler", await reading.SendersAsync(code, SenderReading.Page, standing, Ct));
        Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "citizenLetter.senderRead", Ct));
    }

    [Theory, Engines]
    public async Task What_is_typed_on_a_protected_letter_names_no_sender(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        Refused("citizenLetter.namesSender", await house.Get<CitizenLetterIntake>().RegisterAsync(
            Letter(house, CitizenLetterKind.Denunciation, Name, "Bà quàng  thị xuyến chi ZẮC tố cáo trưởng thôn."), clerk, Ct));
        Refused("citizenLetter.namesSender", await house.Get<CitizenLetterIntake>().RegisterAsync(
            Letter(house, CitizenLetterKind.Mixed, Name) with { SourceNote = "Điện thoại 0900000001" }, clerk, Ct));
        Refused("citizenLetter.fileNotProtected", await house.Get<CitizenLetterIntake>().RegisterAsync(
            Letter(house, CitizenLetterKind.Denunciation, Name) with { Files = [await ScanAsync(house, Name, isProtected: false)] }, clerk, Ct));
        var code = await TransferredAsync(house, CitizenLetterKind.Denunciation, clerk);
        Refused("citizenLetter.namesSender", await house.Get<CitizenLetterDesk>().AnswerAsync(code, new LetterAnswerInput { Number = "3/KL", Words = "Đã làm việc với bà Lò Thị Mẫu." }, clerk, Ct));
        Done(await house.Get<CitizenLetterDesk>().AnswerAsync(code, new LetterAnswerInput { Number = "3/KL", Words = "Đã làm việc với người tố cáo." }, clerk, Ct));
        // The official letter that passes one on names nobody either, whoever edits it.
        var draft = Done(await house.Get<CitizenLetterSending>().TransferAsync(await ToTransferAsync(house, CitizenLetterKind.Denunciation, clerk), new LetterSendingInput { AgencyId = house.Province.NaMauEconomy.Id }, clerk, Ct)).Value;
        Refused("citizenLetter.namesSender", await house.Get<LetterDesk>().EditAsync(
            draft, new LetterInput { CouncilId = house.Province.NaMau.Id, Abstract = "chuyển đơn", Text = "Đơn của bà LÒ THỊ MẪU" }, house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task An_open_letter_found_to_be_a_denunciation_is_closed_behind_itself(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = await EmployAsync(house, "Cán bộ Một", Role.Clerk);
        var open = Letter(house, CitizenLetterKind.Feedback, Name) with { Senders = [new SenderName(Name, "Thôn Lũng", Identity)], Files = [await ScanAsync(house, Name, isProtected: false, $"{Name}.pdf")] };
        var code = await RegisteredAsync(house, open, clerk);
        await house.WorkOffOutboxAsync();
        Done(await house.Get<CitizenLetterIntake>().MendAsync(code, open with { Kind = CitizenLetterKind.Denunciation, Senders = [], Files = [] }, clerk, Ct));
        // The plain scan has no use any more, and is swept after its time.
        house.Clock.Move(TimeSpan.FromDays(3));
        await house.WorkOffOutboxAsync();

        Assert.Equal(Name, Done(await house.Get<LetterReading>().SendersAsync(code, SenderReading.Page, clerk, Ct)).Value.Single().Name);
        await NowhereAsync(house, code, clerk, searchesDatabaseFile: false);
    }

    private static async Task<string> DenouncedAsync(TestHouse house, Acting clerk)
    {
        var letter = Letter(house, CitizenLetterKind.Denunciation, Name, "Tố cáo việc thu tiền làm thủ tục ngoài quy định.") with
        {
            Senders = [new SenderName(Name, "Bản Xa Lắc", Identity, "0977000111")], Files = [await ScanAsync(house, Name, isProtected: true, $"{Name}.pdf")],
        };
        var code = await RegisteredAsync(house, letter, clerk);
        Done(await house.Get<CitizenLetterDesk>().ScreenAsync(code, new ScreeningInput { IsEligible = true }, clerk, Ct));
        Done(await house.Get<CitizenLetterSending>().TransferAsync(code, new LetterSendingInput { AgencyId = house.Province.NaMauEconomy.Id, Number = "41", IssuedOn = Day(9, 15) }, clerk, Ct));

        return code;
    }

    /// <summary>Every channel by which it could come out.</summary>
    private static async Task NowhereAsync(TestHouse house, string code, Acting clerk, bool searchesDatabaseFile = true)
    {
        var province = house.Province;
        await using var db = house.Db();
        var letter = await db.Set<CitizenLetter>().SingleAsync(l => l.Code == code, Ct);
        Acting[] everybody = [clerk, province.StandingCommittee(), SampleProvince.Officer(province.NaMauEconomy), SampleProvince.As(Role.UpperViewer, province.Own), SampleProvince.As(Role.Auditor, province.Own)];
        foreach (var person in everybody)
        {
            // Lists, one letter, search and near-duplicates, threads, what hangs on the official letter.
            Clean(await house.Get<CitizenLetterList>().AllAsync(new CitizenLetterFilter(), person, Ct));
            Clean((await house.Get<CitizenLetterList>().ReadAsync(new CitizenLetterFilter { Words = Name }, person, Ct)).Rows);
            Clean(await house.Get<CitizenLetterReader>().FindAsync(code, person, Ct) is { } view ? new { view.Letter, view.Senders, view.Answer, view.Names, Story = view.Story.Select(e => e.Data) } : new object());
            foreach (var finder in house.Services.GetServices<ISearchFinder>())
            {
                Assert.DoesNotContain(await finder.FindAsync(db, "Tố cáo việc thu tiền", person, 20, Ct), f => f.Code == code);
                Assert.Empty(await finder.FindAsync(db, Name, person, 20, Ct));
            }

            foreach (var teller in house.Services.GetServices<IThreadTeller>())
            {
                Assert.Null(await teller.FindAsync(db, code, person, Ct));
            }

            if (letter.TransferLetterId is { } sent && await house.Get<LetterForms>().WriteAsync(sent, person, Ct) is { } word)
            {
                Clean(Done(word).Value.Content, isArchive: true);
            }
        }

        Assert.Empty(await SearchIndex.NearAsync(db, letter.Summary, CitizenLetterEvent.SubjectKind, letter.CouncilId, letter.ProvinceId, 20, Ct));
        Clean(await db.Set<JournalEntry>().Select(e => e.Data).ToListAsync(Ct));
        Clean(await db.Set<JournalPersonalValue>().Select(v => v.Value).ToListAsync(Ct));
        Clean(await db.Set<Notification>().ToListAsync(Ct));
        Clean(await db.Set<FollowUpItem>().ToListAsync(Ct));
        Clean(await db.Set<OutboxMessage>().Select(m => m.Payload).ToListAsync(Ct));
        Clean(await db.Set<OfficialLetter>().ToListAsync(Ct));
        Clean(await db.Set<FileUse>().Select(u => u.FileName).ToListAsync(Ct));
        Clean(await db.Set<SearchRow>().Select(r => r.Text).ToListAsync(Ct));
        Clean((await house.Services.GetServices<IMovesOnMerge>().First(m => m.GetType().Name == "CitizenLetterMoves").OpenAsync(db, letter.CouncilId, Ct)).Select(m => m.Title));

        // The list of erasures, the exported heads, the stored scans, the database's own bytes and a backup.
        await house.Get<HeadsFolder>().ExportAsync(Ct);
        Folder(Path.Combine(house.Folder, "heads"));
        Folder(Path.Combine(house.Folder, "files"));
        if (searchesDatabaseFile && house.Engine == Engine.Sqlite)
        {
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(house.Connection)!, Path.GetFileName(house.Connection) + "*"))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await open.CopyToAsync(bytes, Ct);
                Clean(bytes.ToArray());
            }
        }

        var backup = Done(await house.Get<BackupWriter>().WriteAsync(Path.Combine(house.Folder, "backup"), new Silent(), Ct)).Value.Path;
        Folder(backup);
    }

    private static void Folder(string path)
    {
        foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [])
        {
            Assert.DoesNotContain("zac", Path.GetFileName(file), StringComparison.OrdinalIgnoreCase);
            Clean(File.ReadAllBytes(file));
        }
    }

    private static void Clean(object shown)
    {
        var text = System.Text.Json.JsonSerializer.Serialize(shown, JournalData.Json);
        Assert.DoesNotContain("Xuyến Chi", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("xuyen chi", NghiTruong.Language.VietnameseText.Fold(text), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Identity, text, StringComparison.Ordinal);
    }

    private static void Clean(byte[] bytes, bool isArchive = false)
    {
        if (isArchive)
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                using var copy = new MemoryStream();
                content.CopyTo(copy);
                Clean(copy.ToArray());
            }

            return;
        }

        foreach (var trace in new[] { "Xuyến Chi", "xuyen chi", Identity })
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) < 0, $"{trace} in {bytes.Length} bytes");
        }
    }

    private static async Task<Acting> EmployAsync(TestHouse house, string name, Role role)
    {
        await using var db = house.Db();
        var (id, council) = (Guid.CreateVersion7(), house.Province.NaMau);
        db.Add(new User { Id = id, UserName = $"u{id:N}", FullName = name, SecurityStamp = "x" });
        db.Add(new Grant { Id = Guid.CreateVersion7(), UserId = id, Role = role, CouncilId = council.Id, From = Day(3, 15) });
        await db.SaveChangesAsync(Ct);

        return SampleProvince.As(role, council) with { UserId = id, UserName = $"u{id:N}", FullName = name };
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
