using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Documents.Word;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Documents;

/// <summary>Real files in a real folder, named by rows of a real database.</summary>
public sealed class FileDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_same_content_stands_once_per_council_under_names_that_do_not_betray_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (na, lung) = (house.Province.NaMau, house.Province.LungMau);

        var first = (await TakeAsync(house, Pdf("một"), "Tờ trình.pdf", na.Id)).Value;
        var again = (await TakeAsync(house, Pdf("một"), "bản sao.pdf", na.Id)).Value;
        var elsewhere = (await TakeAsync(house, Pdf("một"), "Tờ trình.pdf", lung.Id)).Value;

        Assert.Equal(first.Name, again.Name);
        Assert.NotEqual(first.Name, elsewhere.Name);
        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData(Pdf("một"))), first.Name);
        Assert.Equal(2, Blobs(house).Length);
    }

    [Theory, Engines]
    public async Task A_sheet_with_names_of_voters_opens_for_the_desk_and_for_nobody_else(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var use = await AttachSheetAsync(house, Pdf("phiếu ghi ý kiến"));
        var files = house.Get<FileDesk>();

        await using var found = (await files.FindAsync(use.Id, house.Province.Clerk(), Ct))!.Content;

        Assert.Equal(Pdf("phiếu ghi ý kiến"), await BytesAsync(found));
        Assert.Null(await files.FindAsync(use.Id, house.Province.Clerk(house.Province.LungMau), Ct));
        Assert.Null(await files.FindAsync(use.Id, SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct));
        Assert.Null(await files.FindAsync(use.Id, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Assert.Null(await files.FindAsync(Guid.CreateVersion7(), house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task A_protected_file_is_unreadable_on_disk_never_shows_equality_and_survives_a_new_master_key(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var store = house.Get<FileStore>();
        var upload = new Upload(FileKind.Pdf, "đơn tố cáo.pdf", 1, []);
        var secret = Encoding.UTF8.GetBytes("%PDF-1.7 tên người tố cáo");
        var council = house.Province.NaMau.Id;

        var one = await store.PutAsync(council, secret, upload, isProtected: true, Ct);
        var two = await store.PutAsync(council, secret, upload, isProtected: true, Ct);
        var use = await AttachAsync(house, one);

        Assert.NotEqual(one.Name, two.Name);
        Assert.All(Blobs(house), blob => Assert.DoesNotContain("PDF", Encoding.Latin1.GetString(File.ReadAllBytes(blob)), StringComparison.Ordinal));
        house.Get<MasterKeys>().Add();
        Assert.Equal(1, await house.Get<IEnumerable<ISealedColumn>>().OfType<SealedFileKeys>().Single().SealAgainAsync(house.Get<Protector>(), Ct));
        house.Get<MasterKeys>().ForgetOld();
        await using var db = house.Db();
        var stored = await db.Set<StoredFile>().SingleAsync(f => f.Id == use.FileId, Ct);
        await using var opened = await store.OpenAsync(stored, Ct);
        Assert.Equal(secret, await BytesAsync(opened!));

        var blob = Blobs(house).Single(b => Path.GetFileName(b) == one.Name);
        var bytes = await File.ReadAllBytesAsync(blob, Ct);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes, Ct);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => store.OpenAsync(stored, Ct));
    }

    [Theory, Engines]
    public async Task A_blob_dies_with_its_last_use_and_not_before(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var staged = (await TakeAsync(house, Pdf("chung"), "a.pdf", house.Province.NaMau.Id)).Value;
        var (first, second) = (await AttachAsync(house, staged), await AttachAsync(house, staged));
        Assert.Equal(first.FileId, second.FileId);

        await DetachAsync(house, first.Id);
        house.Clock.Move(TimeSpan.FromHours(1));
        await Unused(house).RunAsync(Now(house), Ct);
        Assert.Single(Blobs(house));

        await DetachAsync(house, second.Id);
        await Unused(house).RunAsync(Now(house), Ct);

        Assert.Empty(Blobs(house));
        await using var db = house.Db();
        Assert.Empty(await db.Set<StoredFile>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_file_whose_operation_never_committed_is_swept_a_day_later_and_one_attached_just_now_is_not(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await TakeAsync(house, Pdf("bỏ dở"), "a.pdf", house.Province.NaMau.Id);
        var kept = await AttachAsync(house, (await TakeAsync(house, Pdf("giữ"), "b.pdf", house.Province.NaMau.Id)).Value);
        var sweep = house.Get<IEnumerable<IJob>>().OfType<SweepOrphanFiles>().Single();

        await sweep.RunAsync(Now(house), Ct);
        Assert.Equal(2, Blobs(house).Length);
        house.Clock.Move(TimeSpan.FromHours(25));
        await sweep.RunAsync(Now(house), Ct);

        await using var db = house.Db();
        Assert.Equal((await db.Set<StoredFile>().SingleAsync(f => f.Id == kept.FileId, Ct)).Name, Path.GetFileName(Assert.Single(Blobs(house))));
    }

    [Theory, Engines]
    public async Task Sixteen_clerks_who_attach_the_same_paper_at_once_share_one_content(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
            await AttachAsync(house, (await TakeAsync(house, Pdf("quyết định"), "qd.pdf", house.Province.NaMau.Id)).Value)));

        Assert.Single(uses.Select(u => u.FileId).Distinct());
        Assert.Single(Blobs(house));
    }

    [Theory]
    [InlineData("Báo cáo (MẬT).pdf", "file.secret")]
    [InlineData("CV_12_TỐI MẬT.pdf", "file.secret")]
    [InlineData("mật độ dân số.pdf", null)]
    [InlineData("ảnh.png", "file.notWhatItSays")]
    [InlineData("virus.exe", "file.notSupported")]
    public async Task What_may_not_come_in_is_refused_by_its_name(string name, string? code)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);

        var taken = await TakeAsync(house, name.EndsWith(".exe", StringComparison.Ordinal) ? [0x4D, 0x5A, 1, 2, 3] : Pdf("x"), name, house.Province.NaMau.Id);

        Assert.Equal(code, taken.Refusals.Select(r => r.Code).FirstOrDefault());
        Assert.Equal(code is null ? 1 : 0, Blobs(house).Length);
    }

    [Theory]
    [InlineData("TUYỆT MẬT", "file.secret")]
    [InlineData("Số: 15-NQ/TU", "file.partyDocument")]
    [InlineData("Số: 12/BC-HĐND", null)]
    public async Task A_word_file_is_read_for_marks_of_secrecy_and_numbers_of_the_party(string line, string? code)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        using var word = new MemoryStream();
        WordWriter.Write(new OfficialDocument { Body = [new ParagraphBlock(line), new ParagraphBlock("Nội dung thường.")] }, word);

        var taken = await TakeAsync(house, word.ToArray(), "van-ban.docx", house.Province.NaMau.Id);

        Assert.Equal(code, taken.Refusals.Select(r => r.Code).FirstOrDefault());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_read_whole()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        await using var endless = new EndlessStream();

        var taken = await house.Get<FileDesk>().TakeInAsync(new IncomingFile(house.Province.NaMau.Id, endless, "a.pdf"), Ct);

        Assert.Equal("file.tooLarge", Assert.Single(taken.Refusals).Code);
        Assert.InRange(endless.Given, 25_000_000, 27_000_000);
    }

    [Theory]
    [InlineData("15-NQ/TU", true, "file.partyDocument")]
    [InlineData("15-NQ/TU", false, null)]
    [InlineData("21/UBND-VP", true, null)]
    [InlineData(null, true, null)]
    public void Of_a_party_document_number_and_date_may_be_kept_and_no_file(string? number, bool hasFile, string? code) =>
        Assert.Equal(code, FileUses.PartyRefusal(number, hasFile)?.Code);

    [Theory, Engines]
    public async Task The_scan_of_an_answer_shows_at_its_petition_and_one_of_the_party_is_refused(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, sent) = (house.Province.Clerk(), await Letters.LetterSamples.SentAsync(house, "Sửa đường"));
        var scan = (await TakeAsync(house, Pdf("trả lời"), "tra-loi.pdf", house.Province.NaMau.Id)).Value;
        var answer = new AnswerInput { Number = "15-NQ/TU", Scan = scan, Items = [new AnswerItem(sent, "Đã sửa.", Outcome.Settled)] };

        var refused = await house.Get<PetitionReplies>().AnswerAsync(answer, clerk, Ct);
        var taken = await house.Get<PetitionReplies>().AnswerAsync(answer with { Number = "21/UBND-VP" }, clerk, Ct);

        Assert.Equal("file.partyDocument", Assert.Single(refused.Refusals).Code);
        Assert.False(taken.IsRefused);
        var view = await house.Get<PetitionPageReader>().ReadAsync(sent, clerk, Ct);
        var file = Assert.Single(view!.Answers).FileId!.Value;
        Assert.NotNull(await house.Get<FileDesk>().FindAsync(file, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Assert.Null(await house.Get<FileDesk>().FindAsync(file, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
    }

    private static DateTime Now(TestHouse house) => house.Clock.GetUtcNow().UtcDateTime;

    private static ForgetUnusedFiles Unused(TestHouse house) => house.Get<IEnumerable<IJob>>().OfType<ForgetUnusedFiles>().Single();

    private static byte[] Pdf(string words) => Letters.LetterSamples.Pdf(words);

    private static async Task<Result<StagedFile>> TakeAsync(TestHouse house, byte[] content, string name, Guid council) =>
        await house.Get<FileDesk>().TakeInAsync(new IncomingFile(council, new MemoryStream(content), name), Ct);

    private static async Task<FileUse> AttachSheetAsync(TestHouse house, byte[] content)
    {
        var code = await Letters.LetterSamples.RecordAsync(house, "Đề nghị sửa cầu");
        var staged = (await TakeAsync(house, content, "phieu.pdf", house.Province.NaMau.Id)).Value;
        Assert.False((await house.Get<PetitionPapers>().AttachSheetAsync(code, staged, house.Province.Clerk(), Ct)).IsRefused);
        await using var db = house.Db();

        return await db.Set<FileUse>().SingleAsync(Ct);
    }

    private static async Task<FileUse> AttachAsync(TestHouse house, StagedFile staged) =>
        (await house.Get<OperationRunner>().RunAsync<FileUse>(Acting.System, async (work, ct) => await work.AttachAsync(staged, "letter", Guid.CreateVersion7(), ct), Ct)).Value;

    private static Task<Result> DetachAsync(TestHouse house, Guid use) =>
        house.Get<OperationRunner>().RunAsync(
            Acting.System,
            async (work, ct) =>
            {
                await work.DetachAsync(use, ct);

                return Result.Done;
            },
            Ct);

    private static string[] Blobs(TestHouse house)
    {
        var folder = Path.Combine(house.Folder, "files");

        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);

        return copy.ToArray();
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;

            return ValueTask.FromResult(buffer.Length);
        }
    }
}
