using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Support;
using NghiTruong.Tests.Documents;
using static NghiTruong.Tests.Petitions.Import.Ledgers;

namespace NghiTruong.Tests.Petitions.Import;

/// <summary>Files nobody should send: each refused by name, nothing half-saved.</summary>
public sealed class HostileLedgerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Files => new()
    {
        { "so.xlsx", "file.notWhatItSays" },
        { "so.exe", "file.notSupported" },
        { "so.docx", "file.notWhatItSays" },
        { "empty.xlsx", "file.empty" },
        { "large.xlsx", "file.tooLarge" },
        { "encrypted.xlsx", "file.encrypted" },
        { "macros.xlsx", "file.macros" },
        { "bomb.xlsx", "file.bomb" },
        { "none.xlsx", "table.noHeader" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_is_refused_at_its_field_and_leaves_nothing(string name, string code)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);

        var refused = await house.Get<PetitionImports>().ReceiveAsync(Input(house, Make(name), name), house.Province.Clerk(), Ct);

        Assert.Equal((code, "File"), (refused.Refusals[0].Code, refused.Refusals[0].Field));
        await using var db = house.Db();
        Assert.Empty(await db.Set<ImportBatch>().ToListAsync(Ct));
        Assert.Empty(await db.Set<ImportFile>().ToListAsync(Ct));
    }

    [Fact]
    public async Task A_million_empty_rows_are_read_past()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var rows = Enumerable.Range(0, 1_000_000).Select(i => (10 + i, (object?[])[])).ToArray();
        var sheet = new FixtureSheet("Sổ", [(3, WardTitles), (4, Row(1, "Sửa cầu")), .. rows, (1_000_011, Row(2, "Kéo điện"))]);

        var report = (await house.Get<PetitionImports>().TryAsync(Input(house, LedgerFixtures.Xlsx(sheet)), house.Province.Clerk(), Ct)).Value;

        Assert.Equal(2, report.Accepted);
    }

    [Fact]
    public async Task Of_a_formula_the_last_value_is_read_and_nothing_is_evaluated()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);

        await house.Get<PetitionImports>().ImportAsync(Input(house, Ward(Row(1, "=f:WEBSERVICE(\"http://xa.example\")|Sửa cầu"))), house.Province.Clerk(), Ct);

        await using var db = house.Db();
        Assert.Equal("Sửa cầu", (await db.Set<Petition>().SingleAsync(Ct)).Content);
    }

    [Fact]
    public async Task Rows_not_taken_come_back_with_the_reason_are_mended_and_sent_again()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var (imports, reader, clerk) = (house.Get<PetitionImports>(), house.Get<ImportReader>(), house.Province.Clerk());
        var batch = (await imports.ReceiveAsync(Input(house, Ward(Row(1, "Sửa cầu"), Row(2, "Kéo điện", outcome: "Xem kèm"), Row(3, "Mật vụ", note: "Tối mật"))), clerk, Ct)).Value;
        await imports.PublishAsync(batch, new PublishChoice(), clerk, Ct);
        var file = new MemoryStream();
        await reader.WriteRejectedAsync((await reader.FindAsync(batch, clerk, Ct))!, file, Ct);

        file.Position = 0;
        var table = NghiTruong.Documents.Tables.TableReader.Read(file, "khong-nhan.xlsx").Value.Tables.Single();
        var mended = table.Rows.Select(r => r.Cells.Select(c => (object?)c.Text.Replace("Xem kèm", "Đang giải quyết", StringComparison.Ordinal)).ToArray()).ToArray();
        var again = (await imports.ImportAsync(Input(house, Xlsx(mended[0], mended[1..])), clerk, Ct)).Value;

        Assert.Contains(table.Rows, r => r.Cells.Any(c => c.Text.Contains("Xem kèm", StringComparison.Ordinal) && c.Text.Contains("Không rõ kết quả", StringComparison.Ordinal)));
        Assert.DoesNotContain(table.Rows, r => r.Cells.Any(c => c.Text.Contains("Mật vụ", StringComparison.Ordinal)));
        Assert.Equal(1, again.Accepted);
        await using var db = house.Db();
        Assert.Equal(Outcome.InProgress, (await db.Set<Petition>().SingleAsync(p => p.Content == "Kéo điện", Ct)).Outcome);
        Assert.Equal(house.Province.NaMauEconomy.Id, (await db.Set<Petition>().SingleAsync(p => p.Content == "Kéo điện", Ct)).LeadAgencyId);
    }

    [Fact]
    public async Task A_column_matched_by_hand_once_is_known_in_the_next_file()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var (imports, reader, clerk) = (house.Get<PetitionImports>(), house.Get<ImportReader>(), house.Province.Clerk());
        object?[] titles = ["STT", "Nội dung kiến nghị", "Ngày tiếp nhận", "Phòng nào lo"];
        var batch = (await imports.ReceiveAsync(Input(house, Xlsx(titles, [1, "Sửa cầu", "5/7/2026", "Phòng Kinh tế"])), clerk, Ct)).Value;

        Assert.Equal("Phòng nào lo", (await reader.FindAsync(batch, clerk, Ct))!.Tables[0].Columns.Single(c => c.Key is null).Title);
        Assert.False((await imports.MapColumnsAsync(batch, new Dictionary<string, string?> { ["Phòng nào lo"] = LedgerColumns.Agency }, clerk, Ct)).IsRefused);
        await imports.PublishAsync(batch, new PublishChoice(), clerk, Ct);
        await imports.ImportAsync(Input(house, Xlsx(titles, [1, "Kéo điện", "6/7/2026", "Phòng Kinh tế"])), clerk, Ct);

        await using var db = house.Db();
        Assert.Equal([house.Province.NaMauEconomy.Id, house.Province.NaMauEconomy.Id], await db.Set<Petition>().Select(p => p.LeadAgencyId).ToListAsync(Ct));
    }

    private static MemoryStream Make(string name) => name switch
    {
        "so.docx" => Ward(Row(1, "Sửa cầu")),
        "empty.xlsx" => new MemoryStream(),
        "large.xlsx" => new MemoryStream(new byte[50 * 1024 * 1024]),
        "encrypted.xlsx" => UploadGuardTests.Compound("EncryptionInfo", "EncryptedPackage"),
        "macros.xlsx" => LedgerFixtures.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "macro")),
        "bomb.xlsx" => Bomb(),
        "none.xlsx" => LedgerFixtures.Xlsx(new FixtureSheet("Thư", (1, ["Kính gửi UBND"]), (2, ["Trân trọng"]))),
        _ => new MemoryStream(Encoding.UTF8.GetBytes("<html>Không phải bảng tính</html>")),
    };

    private static MemoryStream Bomb()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                var zeros = new byte[1024 * 1024];
                for (var i = 0; i < (name.Contains("sheet", StringComparison.Ordinal) ? 500 : 1); i++)
                {
                    entry.Write(zeros);
                }
            }
        }

        stream.Position = 0;

        return stream;
    }
}
