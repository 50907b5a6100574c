using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Bench;

/// <summary>Records petitions over HTTP in 200 councils, durably, and watches how far search falls behind; beside pgbench running the same statements.</summary>
internal sealed class CreateBench(IServiceProvider services, ServedHouse house, Cast cast, Figures figures, string database)
{
    private const int Connections = 16;

    public async Task RunAsync()
    {
        await RecordStatements.PrepareAsync(database, cast.Written.ConvertAll(c => c.Id));
        var raw = await Load.PgBenchAsync(database, RecordStatements.Script(cast.Written.Count), Connections);
        await RecordStatements.CleanAsync(database);
        var script = await ScriptAsync();
        await Load.WrkAsync(new Uri(house.Address, "/api/v1/petitions"), Connections, [], script);
        using var watch = new CancellationTokenSource();
        var lag = WatchAsync(watch.Token);
        var ours = await Load.WrkAsync(new Uri(house.Address, "/api/v1/petitions"), Connections, [], script);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await watch.CancelAsync();
        var behind = await lag;
        File.Delete(script);
        figures.Add(
            $"petitions recorded over HTTP in {cast.Written.Count} councils, {Connections} connections", "at least 40 % of pgbench", string.Create(CultureInfo.InvariantCulture, $"{ours.Words("petitions")} = {ours.PerSecond / raw.PerSecond:P0}"),
            raw.Words("transactions"), ours.PerSecond >= 0.4 * raw.PerSecond && ours.Failed == 0);
        figures.Add("search behind the records under that load", "at most 5 s", string.Create(CultureInfo.InvariantCulture, $"{behind.TotalSeconds:0.0} s at most"), "-", behind < TimeSpan.FromSeconds(5));
    }

    /// <summary>The age of the oldest record that waits for the index, at its worst.</summary>
    private async Task<TimeSpan> WatchAsync(CancellationToken ct)
    {
        var worst = TimeSpan.Zero;
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(CancellationToken.None);
        while (!ct.IsCancellationRequested)
        {
            if (await db.Set<OutboxMessage>().Where(m => m.Kind == "search.index").OrderBy(m => m.CreatedAt).Select(m => (DateTime?)m.CreatedAt).FirstOrDefaultAsync(CancellationToken.None) is { } oldest)
            {
                worst = new TimeSpan(Math.Max(worst.Ticks, (TimeProvider.System.GetUtcNow().UtcDateTime - oldest).Ticks));
            }

            await Task.Delay(250, CancellationToken.None);
        }

        return worst;
    }

    /// <summary>A script for wrk that holds the tokens: in a folder that only its owner may open, gone after the run.</summary>
    private async Task<string> ScriptAsync()
    {
        var lua = new StringBuilder("local who = {\n");
        foreach (var (council, token) in await cast.TokensAsync())
        {
            lua.AppendLine(CultureInfo.InvariantCulture, $"  {{\"{council}\", \"{token}\"}},");
        }

        lua.Append(
            """
            }
            local n = 0
            request = function()
              n = n + 1
              local one = who[n % #who + 1]
              local body = '{"council":"' .. one[1] .. '","place":"Thôn ' .. n % 20 .. '","content":"Đề nghị sửa chữa đoạn ' .. n .. ' đường liên thôn đã xuống cấp, đi lại khó khăn vào mùa mưa."}'
              return wrk.format("POST", nil, {["Authorization"] = "Bearer " .. one[2], ["Content-Type"] = "application/json"}, body)
            end
            """);
        var file = Path.Combine(BenchHouse.Folder, "record.lua");
        await File.WriteAllTextAsync(file, lua.ToString());

        return file;
    }
}
