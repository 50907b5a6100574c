using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Petitions;

namespace NghiTruong.Journeys.Tests;

/// <summary>A small office with a telephone in the clerk's hand: no agency ever signs in, everything comes and goes on paper.</summary>
public sealed class PaperOfficeTests : IDisposable
{
    private const string Known = "shared/data/so-theo-doi-kien-nghi.xlsx";
    private readonly string _folder = Directory.CreateTempSubdirectory("nt_paper_").FullName;

    [Fact]
    public async Task An_office_takes_in_its_ledger_urges_by_letter_and_records_one_answer_for_many()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Phone);
        var (ledger, rows) = Ledger();

        await TakeInAsync(clerk, ledger, rows);
        Assert.Equal(rows, await CountAsync(host, p => p.FromLedger));
        await TakeInAgainAsync(clerk, ledger);
        Assert.Equal(rows, await CountAsync(host, p => p.FromLedger));
        await UrgeAsync(clerk);
        await RecordOneAnswerAsync(host, clerk);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task TakeInAsync(Person clerk, string ledger, int rows)
    {
        await clerk.GoAsync("/kien-nghi/nhap");
        await clerk.FitsAsync();
        await clerk.UploadAsync("Input.File", ledger);
        await clerk.PressHereAsync("Đọc và xem trước");
        await clerk.SeeAsync($"{rows}Kiến nghị mới");
        await clerk.FitsAsync();
        await clerk.PressHereAsync($"Ghi {rows} mới, 0 cập nhật");
        await clerk.SeeAsync($"Đã ghi {rows} kiến nghị mới");
    }

    private static async Task TakeInAgainAsync(Person clerk, string ledger)
    {
        await clerk.GoAsync("/kien-nghi/nhap");
        await clerk.UploadAsync("Input.File", ledger);
        await clerk.PressHereAsync("Đọc và xem trước");
        await clerk.SeeAsync("0Kiến nghị mới");
        await clerk.PressHereAsync("Bỏ lượt nhập này");
    }

    private async Task UrgeAsync(Person clerk)
    {
        await clerk.GoAsync("/don-doc");
        await clerk.FitsAsync();
        await clerk.PressHereAsync("Đôn đốc");
        await clerk.SeeAsync("Mỗi công văn gửi một nơi");
        await clerk.PressHereAsync("Ghi nhận đôn đốc");
        await clerk.SeeAsync("công văn");
        await clerk.GoAsync("/cong-van");
        await clerk.FitsAsync();
        await clerk.Page.Locator("main a.row-title", new() { HasText = "Đôn đốc" }).First.ClickAsync();
        await clerk.SeeAsync("Tải bản Word");
        var word = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.PressHereAsync("Tải bản Word"));
        var file = Path.Combine(_folder, "don-doc.docx");
        await word.SaveAsAsync(file);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        Assert.Contains("Đôn đốc", document.MainDocumentPart!.Document.InnerText, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task RecordOneAnswerAsync(JourneyHost host, Person clerk)
    {
        List<string> codes;
        await using (var db = host.Db())
        {
            var home = await db.Set<Petition>().Where(p => p.FromLedger).Select(p => p.CouncilId).FirstAsync();
            codes = await db.Set<Petition>().Where(p => p.CouncilId == home && p.Status == PetitionStatus.Forwarded).OrderBy(p => p.OwedBy).Select(p => p.Code).Take(3).ToListAsync();
        }

        await clerk.GoAsync($"/kien-nghi/tra-loi?{string.Join('&', codes.Select(c => $"ma={c}"))}");
        await clerk.FitsAsync();
        await clerk.SeeAsync("Văn phòng ghi thay cơ quan");
        await clerk.FillAsync("Input.Number", "214/UBND-VP");
        await clerk.FillAsync("Input.IssuedOn", MainPath.Today());
        for (var i = 0; i < codes.Count; i++)
        {
            await clerk.FillAsync($"Input.Extracts[{i}]", $"Đã giao thôn thực hiện, hoàn thành đợt {i + 1}.");
            await clerk.ChooseAsync($"Input.Outcomes[{i}]", "Đang giải quyết");
        }

        await clerk.PressHereAsync("Lưu trả lời");
        await clerk.SeeAsync("Đã ghi trả lời");
        await using var after = host.Db();
        var document = Assert.Single(await after.Set<AnswerDocument>().Where(d => d.Number == "214/UBND-VP").ToListAsync());
        Assert.True(document.OnBehalf);
        Assert.Equal(codes.Count, await after.Set<PetitionAnswer>().CountAsync(a => a.DocumentId == document.Id));
    }

    /// <summary>The ledger that lies beside the source where there is one (60 petitions), else a small one made here.</summary>
    private (string File, int Rows) Ledger()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Known)))
            {
                return (Path.Combine(folder.FullName, Known), 60);
            }
        }

        var made = Path.Combine(_folder, "so.csv");
        var rows = Enumerable.Range(1, 6).Select(i => $"{i};Thôn Đồng Mẫu;Giao thông;Đề nghị làm cống qua đường số {i} của thôn;UBND xã Nà Mẫu;Xã;10/7/2026;10/8/2026");
        File.WriteAllLines(made, rows.Prepend("STT;Cử tri đơn vị;Lĩnh vực;Nội dung kiến nghị;Đơn vị xử lý;Thẩm quyền xử lý;Ngày tiếp nhận;Thời hạn giải quyết"));

        return (made, 6);
    }

    private static async Task<int> CountAsync(JourneyHost host, System.Linq.Expressions.Expression<Func<Petition, bool>> which)
    {
        await using var db = host.Db();

        return await db.Set<Petition>().CountAsync(which);
    }
}
