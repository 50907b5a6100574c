using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Journal;

public sealed class JournalVerifyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_chain_nobody_touched_stands_as_it_was_exported_though_work_went_on(Engine engine)
    {
        await using var house = await WithPetitionsAsync(engine);
        await house.Get<HeadsFolder>().ExportAsync(Ct);
        await RecordAsync(house, "Sửa cầu.");
        house.Clock.Move(TimeSpan.FromDays(1));
        await house.Get<HeadsFolder>().ExportAsync(Ct);

        var (journal, exported) = await VerifyAsync(house);

        Assert.Empty(journal.Findings);
        Assert.Empty(exported.Findings);
        Assert.Equal(2, exported.Files.Count);
    }

    [Theory, Engines]
    public async Task An_entry_changed_afterwards_is_found_at_its_place(Engine engine)
    {
        await using var house = await WithPetitionsAsync(engine);
        await using var db = house.Db();
        await db.Set<JournalEntry>().Where(e => e.CouncilId == house.Province.NaMau.Id && e.Sequence == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Because, "khác"), Ct);

        var finding = Assert.Single((await VerifyAsync(house)).Journal.Findings);

        Assert.Equal(new JournalFinding(house.Province.NaMau.Id, 2, JournalFault.Changed), finding);
    }

    [Theory, Engines]
    public async Task A_personal_value_changed_afterwards_is_found_and_an_erased_one_is_no_fault(Engine engine)
    {
        await using var house = await WithPetitionsAsync(engine);
        await using var db = house.Db();
        await db.Set<JournalPersonalValue>().Where(v => v.Value == "Lò Thị Mẫu").ExecuteUpdateAsync(set => set.SetProperty(v => v.Value, "Lò Thị Khác"), Ct);
        Assert.Contains((await VerifyAsync(house)).Journal.Findings, f => f.Fault == JournalFault.PersonalValueChanged);

        await db.Set<JournalPersonalValue>().ExecuteDeleteAsync(Ct);

        Assert.Empty((await VerifyAsync(house)).Journal.Findings);
    }

    [Theory, Engines]
    public async Task A_tail_cut_off_is_found_by_its_head_and_with_the_head_put_back_by_the_export(Engine engine)
    {
        await using var house = await WithPetitionsAsync(engine);
        await house.Get<HeadsFolder>().ExportAsync(Ct);
        var council = house.Province.NaMau.Id;
        await using var db = house.Db();
        var last = await db.Set<JournalEntry>().Where(e => e.CouncilId == council).OrderByDescending(e => e.Sequence).FirstAsync(Ct);
        await db.Set<JournalEntry>().Where(e => e.Id == last.Id).ExecuteDeleteAsync(Ct);
        Assert.Contains(new JournalFinding(council, last.Sequence, JournalFault.HeadElsewhere), (await VerifyAsync(house)).Journal.Findings);

        var (sequence, hash) = (last.Sequence - 1, last.PreviousHash);
        await db.Set<JournalHead>().Where(h => h.CouncilId == council)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash), Ct);

        var finding = Assert.Single((await VerifyAsync(house)).Journal.Findings);
        Assert.Equal(new JournalFinding(council, last.Sequence, JournalFault.ExportedHeadMissing), finding);
    }

    [Theory, Engines]
    public async Task A_chain_rewritten_so_that_every_hash_fits_is_found_by_the_export(Engine engine)
    {
        await using var house = await WithPetitionsAsync(engine);
        await house.Get<HeadsFolder>().ExportAsync(Ct);
        await RewriteAsync(house, house.Province.NaMau.Id);

        var findings = (await VerifyAsync(house)).Journal.Findings;

        Assert.Equal(JournalFault.ExportedHeadMissing, Assert.Single(findings).Fault);
    }

    [Theory, Engines]
    public async Task A_chain_taken_away_whole_is_found(Engine engine)
    {
        await using var house = await WithPetitionsAsync(engine);
        await using var db = house.Db();
        await db.Set<JournalHead>().ExecuteDeleteAsync(Ct);
        Assert.Contains((await VerifyAsync(house)).Journal.Findings, f => f.Fault == JournalFault.HeadElsewhere);

        await house.DisposeAsync();
        await using var other = await WithPetitionsAsync(engine);
        await other.Get<HeadsFolder>().ExportAsync(Ct);
        await using var otherDb = other.Db();
        await otherDb.Set<JournalHead>().ExecuteDeleteAsync(Ct);
        await otherDb.Set<JournalEntry>().ExecuteDeleteAsync(Ct);
        Assert.All((await VerifyAsync(other)).Journal.Findings, f => Assert.Equal(JournalFault.ExportedHeadMissing, f.Fault));
        Assert.NotEmpty((await VerifyAsync(other)).Journal.Findings);
    }

    [Fact]
    public async Task Heads_changed_after_signing_or_signed_by_another_are_found()
    {
        await using var house = await WithPetitionsAsync(Engine.Sqlite);
        var file = await house.Get<HeadsFolder>().ExportAsync(Ct);
        var genuine = await File.ReadAllTextAsync(file, Ct);
        Assert.Empty((await VerifyAsync(house)).Exported.Findings);

        await File.WriteAllTextAsync(file, genuine.Replace(" 3 ", " 2 ", StringComparison.Ordinal), Ct);
        Assert.Equal(HeadsFault.SignatureWrong, Assert.Single((await VerifyAsync(house)).Exported.Findings).Fault);

        await File.WriteAllTextAsync(file, genuine, Ct);
        using (var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllBytesAsync(
                file + ".sig", stranger.SignData(await File.ReadAllBytesAsync(file, Ct), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), Ct);
        }

        Assert.Equal(HeadsFault.SignatureWrong, Assert.Single((await VerifyAsync(house)).Exported.Findings).Fault);

        File.Delete(file + ".sig");
        Assert.Equal(HeadsFault.SignatureMissing, Assert.Single((await VerifyAsync(house)).Exported.Findings).Fault);
    }

    [Fact]
    public async Task An_auditor_checks_a_copy_with_the_public_key_alone()
    {
        await using var house = await WithPetitionsAsync(Engine.Sqlite);
        var file = await house.Get<HeadsFolder>().ExportAsync(Ct);
        var publicKey = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(file)!, "journal-public.pem"), Ct);
        var away = Path.Combine(house.Folder, "away");
        var auditor = new HeadsFolder(new HeadsDirectory(Path.GetDirectoryName(file)!), new HeadsSigner(MasterKeys.Open(away)), house.Get<IDbContextFactory<Db>>(), house.Clock);

        Assert.Single((await auditor.ReadAsync(null, publicKey, Ct)).Files);
        Assert.Equal(HeadsFault.SignatureWrong, Assert.Single((await auditor.ReadAsync(null, null, Ct)).Findings).Fault);
    }

    [Fact]
    public async Task Heads_leave_the_house_once_a_day_by_themselves()
    {
        await using var house = await WithPetitionsAsync(Engine.Sqlite);
        for (var hour = 0; hour < 30; hour++)
        {
            await house.WorkOffOutboxAsync();
            house.Clock.Move(TimeSpan.FromHours(1));
        }

        var days = Directory.GetFiles(house.Get<HeadsFolder>().Path, "heads-*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["heads-2026-09-15.txt", "heads-2026-09-16.txt"], days);
        Assert.Empty((await VerifyAsync(house)).Exported.Findings);
    }

    [Fact]
    public async Task The_signing_key_is_its_owners_alone()
    {
        await using var house = await WithPetitionsAsync(Engine.Sqlite);
        await house.Get<HeadsFolder>().ExportAsync(Ct);

        var key = Path.Combine(house.Folder, "keys", "journal-signing.pem");

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(key) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(Path.Combine(house.Get<HeadsFolder>().Path, "journal-public.pem"), Ct), StringComparison.Ordinal);
    }

    private static async Task<TestHouse> WithPetitionsAsync(Engine engine)
    {
        var house = await TestHouse.OpenAsync(engine);
        foreach (var content in new[] { "Sửa đường liên thôn.", "Nạo vét mương.", "Lắp đèn đường." })
        {
            await RecordAsync(house, content);
        }

        return house;
    }

    private static async Task RecordAsync(TestHouse house, string content)
    {
        var input = new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content, PersonName = "Lò Thị Mẫu" };
        _ = (await house.Get<PetitionIntake>().RecordAsync(input, house.Province.Clerk(), Ct)).Value;
    }

    private static async Task<(JournalReport Journal, ExportedHeads Exported)> VerifyAsync(TestHouse house)
    {
        var exported = await house.Get<HeadsFolder>().ReadAsync(null, null, Ct);

        return (await house.Get<JournalVerifier>().VerifyAsync(exported.Heads, null, Ct), exported);
    }

    /// <summary>What somebody with the whole database in hand would do: another reason in the second entry, and every hash after it made anew.</summary>
    private static async Task RewriteAsync(TestHouse house, Guid council)
    {
        await using var db = house.Db();
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.CouncilId == council).OrderBy(e => e.Sequence).ToListAsync(Ct);
        var previous = JournalHash.Start;
        foreach (var old in entries)
        {
            var entry = new JournalEntry
            {
                Id = old.Id,
                CouncilId = old.CouncilId,
                Sequence = old.Sequence,
                OperationId = old.OperationId,
                At = old.At,
                UserId = old.UserId,
                UserName = old.UserName,
                Capacity = old.Capacity,
                Because = old.Sequence == 2 ? "khác" : old.Because,
                EventCode = old.EventCode,
                SubjectKind = old.SubjectKind,
                SubjectId = old.SubjectId,
                SubjectCode = old.SubjectCode,
                Data = old.Data,
                PersonalDigests = old.PersonalDigests,
                CanBeUndone = old.CanBeUndone,
                PreviousHash = previous,
            }.Seal();
            previous = entry.Hash;
            await db.Set<JournalEntry>().Where(e => e.Id == old.Id).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Because, entry.Because).SetProperty(e => e.PreviousHash, entry.PreviousHash).SetProperty(e => e.Hash, entry.Hash), Ct);
        }

        await db.Set<JournalHead>().Where(h => h.CouncilId == council).ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, previous), Ct);
    }
}
