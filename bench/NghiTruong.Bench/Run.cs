using System.Globalization;

namespace NghiTruong.Bench;

/// <summary>One run of the bench: every part it was asked for, then the table.</summary>
internal sealed class Run(string connection, int times, IReadOnlyCollection<string>? only)
{
    private const int Port = 5190;
    private readonly Figures _figures = new();

    public async Task RunAsync()
    {
        await using (var services = await BenchHouse.OpenAsync(connection))
        {
            var cast = new Cast(services);
            await cast.GatherAsync();
            if (Wants("summary"))
            {
                await new SummaryBench(services, _figures).RunAsync(times);
            }

            if (Wants("search"))
            {
                await new SearchBench(services, _figures, times).RunAsync();
            }

            if (Wants("papers"))
            {
                var papers = new SupervisionBench(services, cast, _figures);
                await papers.WarningsAsync(20);
                await papers.ReportAsync(30);
                await new ReviewBench(services, cast, _figures).RunAsync(30);
            }

            if (Wants("start") || Wants("boards") || Wants("indicators") || Wants("pages") || Wants("create"))
            {
                await ServedAsync(services, cast);
            }

            if (Wants("import"))
            {
                await new ImportBench(services, _figures).RunAsync("PostgreSQL", 8);
            }
        }

        if (Wants("sqlite"))
        {
            await new SqliteBench(_figures).RunAsync();
        }

        Console.WriteLine();
        Console.WriteLine(_figures.Table());
    }

    private bool Wants(string part) => only is null || only.Contains(part);

    private async Task ServedAsync(IServiceProvider services, Cast cast)
    {
        await using var house = await ServedHouse.StartAsync(Program(), connection, BenchHouse.Folder, Port);
        _figures.Add("first answer of the built program", "< 3 s", string.Create(CultureInfo.InvariantCulture, $"{house.FirstAnswer.TotalSeconds:0.0} s"), "-", house.FirstAnswer < TimeSpan.FromSeconds(3));
        if (Wants("boards"))
        {
            await new SupervisionBench(services, cast, _figures).BoardsAsync(house, times);
        }

        if (Wants("indicators"))
        {
            await new IndicatorBench(services, house, cast, _figures).RunAsync(times);
        }

        if (Wants("pages"))
        {
            await new PagesBench(house, cast, _figures, connection).RunAsync();
        }

        if (Wants("create"))
        {
            await new CreateBench(services, house, cast, _figures, connection).RunAsync();
        }

        var memory = house.Memory();
        _figures.Add("memory of the program after the load", "< 300 MB", string.Create(CultureInfo.InvariantCulture, $"{memory:0} MB resident"), "-", memory < 300);
    }

    private static string Program()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "artifacts", "bin", "NghiTruong.Web", "release", "NghiTruong.Web.dll");
            if (File.Exists(program))
            {
                return program;
            }
        }

        throw new InvalidOperationException("The program is not built: dotnet build -c Release src/NghiTruong.Web");
    }
}
