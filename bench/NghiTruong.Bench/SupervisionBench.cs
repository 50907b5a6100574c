using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Papers;
using NghiTruong.Verification;
using NghiTruong.Verification.Checks;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>The not-done board of nation and province as it comes over HTTP, warnings over a long draft, and a report of 50 recommendations as Word.</summary>
internal sealed class SupervisionBench(IServiceProvider services, Cast cast, Figures figures)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public async Task BoardsAsync(ServedHouse house, int times)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var size = $"{await db.Set<SupervisionCase>().CountAsync():#,##0} supervisions, {await db.Set<Recommendation>().CountAsync():#,##0} recommendations";
        await BoardAsync(house, $"not-done board of the nation ({size})", cast.Everywhere, "/giam-sat/tong-hop?council=VN&subtree=true", null, 100, times);
        await BoardAsync(house, "not-done board of a province", cast.Viewer, $"/giam-sat/tong-hop?council={cast.Province.Code}&subtree=true", cast.Province.ProvinceId, 50, times);
    }

    private async Task BoardAsync(ServedHouse house, string name, string userName, string path, Guid? province, int owed, int times)
    {
        var (ours, raw) = await house.TimePageAsync(userName, path, "overdue=true", times, 20, () => RawAsync(province));
        figures.Add(name, $"< {owed} ms", ours.Spread(), $"aggregates over the records: {raw.Spread()}", ours.At(0.99) < owed);
    }

    /// <summary>The same figures of the board as aggregates over the records, by place.</summary>
    private async Task<TimeSpan> RawAsync(Guid? province)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        var (place, where) = province is null ? ("province_id", "TRUE") : ("council_id", "province_id = @province");
        command.CommandText =
            $"""
            SELECT {place}, kind, state, duty, owed_by < CURRENT_DATE, COUNT(*) FROM supervision WHERE state NOT IN ('Proposed', 'Cancelled') AND {where} GROUP BY 1, 2, 3, 4, 5
            UNION ALL
            SELECT {place}, kind, state, outcome, owed_by < CURRENT_DATE, COUNT(*) FROM recommendation WHERE state <> 'Draft' AND {where} GROUP BY 1, 2, 3, 4, 5
            """;
        command.Parameters.AddWithValue("province", province ?? Guid.Empty);
        var clock = Stopwatch.StartNew();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
        }

        return clock.Elapsed;
    }

    public async Task WarningsAsync(int times)
    {
        var draft = LongDraft();
        var pages = await LibreOfficePages(draft);
        var checking = services.GetRequiredService<DraftChecking>();
        var (ours, raw) = (new Times(), new Times());
        var warnings = 0;
        for (var i = -2; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            var read = DraftChecks.Read(new MemoryStream(draft), "du-thao.docx", await checking.GroundAsync(cast.Province.ProvinceId, null, CancellationToken.None));
            var took = clock.Elapsed;
            clock.Restart();
            _ = WordText.Paragraphs(new MemoryStream(draft)).Value;
            if (i >= 0)
            {
                ours.Add(took);
                raw.Add(clock.Elapsed);
            }

            warnings = read.Value.Warnings.Count;
        }

        figures.Add($"warnings over a draft of {pages} pages ({warnings} warnings)", "< 2 s", ours.Spread(), $"its text read alone: {raw.Spread()}", ours.At(0.99) < 2000 && warnings > 0);
    }

    public async Task ReportAsync(int times)
    {
        var letter = await LetterOfFiftyAsync();
        var forms = services.GetRequiredService<LetterForms>();
        var (ours, raw) = (new Times(), new Times());
        for (var i = -3; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            var written = (await forms.WriteAsync(letter, Acting.System, CancellationToken.None))!.Value;
            var took = clock.Elapsed;
            clock.Restart();
            using (var read = new MemoryStream(written.Content))
            {
                _ = WordText.Paragraphs(read).Value.Count(p => p.Text.Contains("hoàn thành trước ngày", StringComparison.Ordinal)) is 50 ? 0 : throw new InvalidOperationException("The report lacks recommendations.");
            }

            if (i >= 0)
            {
                ours.Add(took);
                raw.Add(clock.Elapsed);
            }
        }

        figures.Add("report of a supervision with 50 recommendations as Word", "< 500 ms", ours.Spread(), $"the same file read again: {raw.Spread()}", ours.At(0.99) < 500);
    }

    /// <summary>A supervision held today by the commune of the cast, with 50 recommendations and its report drafted; made anew each run.</summary>
    private async Task<Guid> LetterOfFiftyAsync()
    {
        var (desk, results) = (services.GetRequiredService<SupervisionDesk>(), services.GetRequiredService<SupervisionResults>());
        var today = TimeProvider.System.Today;
        var code = (await services.GetRequiredService<ProgrammeDesk>().ProposeAsync(
            new SupervisionInput
            {
                CouncilId = cast.Commune.Id, Subject = SupervisionSubject.StandingCommittee, Kind = SupervisionKind.Thematic, Theme = "Công trình nước sinh hoạt", Necessity = "Cử tri phản ánh.",
                Content = "Đầu tư, vận hành.", Scope = "Từ năm 2024.", Object = "UBND xã.", PlannedFrom = today, PlannedTo = today.AddDays(30),
            },
            Acting.System, CancellationToken.None)).Value;
        _ = await services.GetRequiredService<ProgrammeDesk>().DecideAsync([code], new DecidedBy("12/QĐ-TTHĐND", today), Acting.System, CancellationToken.None);
        _ = await desk.HoldAsync(code, today, Acting.System, CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var agency = await db.Set<Agency>().Where(a => a.CouncilId == cast.Commune.Id).Select(a => a.Id).FirstAsync();
        for (var i = 0; i < 50; i++)
        {
            _ = await results.RecommendAsync(
                code, new RecommendationInput { Content = $"Sửa công trình nước sinh hoạt số {i + 1}", LeadAgencyId = agency, Product = "Biên bản nghiệm thu", DueOn = today.AddDays(60) }, Acting.System, CancellationToken.None);
        }

        return (await services.GetRequiredService<PaperDrafting>().DraftAsync(code, SupervisionPaperKind.Report, Acting.System, CancellationToken.None)).Value;
    }

    /// <summary>A draft resolution of some hundred pages, with expired bases and former names here and there.</summary>
    private static byte[] LongDraft()
    {
        List<Block> body = [ParagraphBlock.Basis("Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015;"), ParagraphBlock.Centred("QUYẾT NGHỊ:")];
        for (var article = 0; article < 130; article++)
        {
            body.Add(new ArticleBlock("Thông qua nội dung đầu tư công trình nước sinh hoạt và đường thôn."));
            for (var clause = 1; clause <= 9; clause++)
            {
                body.Add(new ParagraphBlock(string.Create(Culture, $"{clause}. Giao Ủy ban nhân dân {(article % 40 == 0 && clause == 1 ? "huyện" : "xã")} rà soát, cân đối nguồn vốn, tổ chức thực hiện và báo cáo kết quả; ưu tiên công trình chuyển tiếp, công trình có vốn đối ứng của Nhân dân, công trình phục vụ sinh hoạt của đồng bào vùng cao.")));
            }
        }

        using var output = new MemoryStream();
        WordWriter.Write(
            new OfficialDocument
            {
                Letterhead = new Letterhead { Organ = "HỘI ĐỒNG NHÂN DÂN XÃ MẪU", Notation = "NQ-HĐND", Place = "Mẫu", Date = WrittenDate.Open(2026) },
                Title = new DocumentTitle("NGHỊ QUYẾT", "Về đầu tư công trình"),
                Body = body,
            },
            output);

        return output.ToArray();
    }

    /// <summary>How many pages the draft has, by LibreOffice where it is installed.</summary>
    private static async Task<string> LibreOfficePages(byte[] draft)
    {
        var folder = Directory.CreateTempSubdirectory("nghitruong-bench-draft-").FullName;
        var file = Path.Combine(folder, "draft.docx");
        await File.WriteAllBytesAsync(file, draft);
        try
        {
            using var office = Process.Start(new ProcessStartInfo("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, file]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            await office.WaitForExitAsync();
            using var info = Process.Start(new ProcessStartInfo("pdfinfo", [Path.Combine(folder, "draft.pdf")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = await info.StandardOutput.ReadToEndAsync();

            return said.Split('\n').FirstOrDefault(l => l.StartsWith("Pages:", StringComparison.Ordinal))?[6..].Trim() ?? "some 100";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "some 100";
        }
    }
}
