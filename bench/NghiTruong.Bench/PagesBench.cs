using NghiTruong.Councils;

namespace NghiTruong.Bench;

/// <summary>The list of what is late, rendered and signed in, for a commune's clerk, a province's viewer and the nation; beside the same 20 rows by pgbench.</summary>
internal sealed class PagesBench(ServedHouse house, Cast cast, Figures figures, string database)
{
    private const int Connections = 8;

    public async Task RunAsync()
    {
        await MeasureAsync("a commune", cast.Clerk, "/kien-nghi?overdue=true", $"council_id = '{cast.Commune.Id}'", 50);
        await MeasureAsync("a province", cast.Viewer, $"/kien-nghi?overdue=true&council={cast.Province.Code}&subtree=true", $"province_id = '{cast.Commune.ProvinceId}'", 100);
        await MeasureAsync("the nation", cast.Everywhere, "/kien-nghi?overdue=true", "TRUE", 100);
    }

    private async Task MeasureAsync(string place, string userName, string path, string where, double p99)
    {
        var cookie = await house.SignInAsync(userName, Cast.Password);
        var address = new Uri(house.Address, path);
        var rows = await RowsAsync(address, cookie);
        // Until the runtime has compiled what is used most, some ten seconds of load, pages come at half the speed.
        await Load.WrkAsync(address, Connections, [$"Cookie: {cookie}"]);
        await Load.WrkAsync(address, Connections, [$"Cookie: {cookie}"]);
        var plain = await Load.WrkAsync(address, Connections, [$"Cookie: {cookie}"]);
        var packed = await Load.WrkAsync(address, Connections, [$"Cookie: {cookie}", "Accept-Encoding: br"]);
        var raw = await Load.PgBenchAsync(
            database,
            $"SELECT id, code, council_id, content, place, kind, status, field, authority, lead_agency_id, outcome, received_on, due_on, owed_by, voters, is_pressing, from_ledger FROM petition WHERE {where} AND owed_by < CURRENT_DATE ORDER BY owed_by, id LIMIT 21;",
            Connections);
        figures.Add($"overdue list page of {place}, {rows} rows, {Connections} connections", $"2,000 pages/s, p99 < {p99} ms", plain.Words("pages"), raw.Words("queries"), plain.PerSecond >= 2000 && plain.P99 < p99 && plain.Failed == 0);
        figures.Add($"the same, compressed (br)", "-", packed.Words("pages"), "-", null);
    }

    /// <summary>A page without its rows would be fast and worth nothing.</summary>
    private static async Task<int> RowsAsync(Uri address, string cookie)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var page = await client.GetStringAsync(address);
        var rows = page.Split("<tr").Length - 2;

        return rows >= 15 ? rows : throw new InvalidOperationException($"{address} shows {rows} rows.");
    }
}
