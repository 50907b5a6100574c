using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;

namespace NghiTruong.Bench;

/// <summary>The same on SQLite as one commune has it: reported, nothing owed.</summary>
internal sealed class SqliteBench(Figures figures)
{
    private const int Times = 200;

    public async Task RunAsync()
    {
        var file = Path.Combine(BenchHouse.Folder, "commune.db");
        await using (var services = await BenchHouse.OpenAsync(file))
        {
            var clerk = await FoundAsync(services);
            await new ImportBench(services, figures).RunAsync("SQLite", null);
            await MeasureAsync(services, clerk);
        }

        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    private static async Task<Acting> FoundAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var unit = new Unit { Id = Guid.CreateVersion7(), Tier = Tier.Commune };
        var council = new Council { Id = Guid.CreateVersion7(), UnitId = unit.Id, Tier = Tier.Commune, ProvinceId = unit.Id, Code = "99001", Name = "HĐND xã Mẫu", Folded = "hdnd xa mau", SortKey = "mau" };
        db.AddRange(unit, council);
        await db.SaveChangesAsync();

        return new Acting(Guid.CreateVersion7(), "do.xa", "Người đo", [new Capacity(Guid.CreateVersion7(), Role.Clerk, council.Id, null, council.ProvinceId, false, [], council.Name)]);
    }

    private async Task MeasureAsync(IServiceProvider services, Acting clerk)
    {
        var (list, record) = (new Times(), new Times());
        var council = clerk.Capacities[0].CouncilId!.Value;
        for (var i = -5; i < Times; i++)
        {
            var clock = Stopwatch.StartNew();
            await services.GetRequiredService<PetitionList>().ReadAsync(new PetitionFilter { CouncilId = council, Overdue = true }, clerk, CancellationToken.None);
            var read = clock.Elapsed;
            clock.Restart();
            _ = (await services.GetRequiredService<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = council, Content = $"Đề nghị sửa cầu số {i + 10}." }, clerk, CancellationToken.None)).Value;
            if (i >= 0)
            {
                list.Add(read);
                record.Add(clock.Elapsed);
            }
        }

        figures.Add("SQLite: the overdue list of a commune of 10,000 petitions", "reported", list.Spread(), "-", null);
        figures.Add("SQLite: one petition recorded, synced to disk", "reported", string.Create(CultureInfo.InvariantCulture, $"{record.Spread()}"), "-", null);
    }
}
