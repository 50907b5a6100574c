using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>A ledger of 10,000 rows from its bytes to published petitions; beside the same petitions by a bare COPY.</summary>
internal sealed class ImportBench(IServiceProvider services, Figures figures)
{
    private const int Rows = 10_000;

    public async Task RunAsync(string name, double? owed)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var council = await db.Set<Council>().AsNoTracking().Where(c => c.Tier == Tier.Commune).OrderByDescending(c => c.Code).FirstAsync();
        var clerk = new Acting(Guid.CreateVersion7(), "do.so", "Người đo", [new Capacity(Guid.CreateVersion7(), Role.Clerk, council.Id, null, council.ProvinceId, false, [], council.Name)]);
        using var ledger = Ledger();
        var clock = Stopwatch.StartNew();
        var report = (await services.GetRequiredService<PetitionImports>().ImportAsync(
            new ImportInput { CouncilId = council.Id, FileName = "so-do.xlsx", Content = ledger }, clerk, CancellationToken.None)).Value;
        var took = clock.Elapsed.TotalSeconds;
        if (report.Accepted != Rows)
        {
            throw new InvalidOperationException($"{report.Accepted} of {Rows} rows came in.");
        }

        var raw = db.Dialect.IsPostgres ? await CopyAsync(db, council.Id) : "-";
        figures.Add($"import of {Rows} rows, {name}", owed is { } s ? $"< {s} s" : "reported", string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"), raw, owed is { } limit ? took < limit : null);
    }

    private static MemoryStream Ledger()
    {
        var stream = new MemoryStream();
        string[] titles = ["STT", "Nội dung kiến nghị", "Cử tri đơn vị", "Ngày tiếp nhận", "Lĩnh vực", "Cơ quan giải quyết", "Kết quả trả lời", "Phân loại kết quả"];
        Spreadsheet.Write(stream, new SheetData("Sổ theo dõi", ["SỔ THEO DÕI KIẾN NGHỊ CỬ TRI"], [.. titles.Select(t => new SheetColumn(t))], Enumerable.Range(1, Rows).Select(Row)));
        stream.Position = 0;

        return stream;
    }

    private static SheetRow Row(int i)
    {
        var isAnswered = i % 4 == 0;

        return new SheetRow(
        [
            i, $"Đề nghị sửa chữa đoạn {i} đường liên thôn đã xuống cấp, đi lại khó khăn vào mùa mưa", $"Thôn {i % 40}", $"{1 + (i % 28)}/{1 + (i % 8)}/2026", "Giao thông", "Phòng Kinh tế",
            isAnswered ? $"{i % 300}/UBND-VP ngày 5/9/2026" : null, isAnswered ? "Đã giải quyết" : null,
        ]);
    }

    /// <summary>The petitions just written, into a table without an index, by COPY.</summary>
    private static async Task<string> CopyAsync(Db db, Guid council)
    {
        var written = await db.Set<Petition>().AsNoTracking().Where(p => p.CouncilId == council && p.FromLedger).Take(Rows).ToListAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "CREATE TEMP TABLE copied (LIKE petition)";
        await command.ExecuteNonQueryAsync();
        var clock = Stopwatch.StartNew();
        await TableCopy.WriteAsync(db, written, "copied");

        return string.Create(CultureInfo.InvariantCulture, $"COPY of the petitions alone {clock.Elapsed.TotalSeconds:0.00} s");
    }
}
