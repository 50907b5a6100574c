using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;

namespace NghiTruong.Bench;

/// <summary>The yearly review of a province's scheme: 40 targets that every commune has taken over and told, one plan rolled out to all; its figures frozen, then written as Word.</summary>
internal sealed class ReviewBench(IServiceProvider services, Cast cast, Figures figures)
{
    private const int Targets = 40;
    private readonly int _year = TimeProvider.System.Today.Year;

    public async Task RunAsync(int times)
    {
        var (scheme, communes) = await SchemeAsync();
        var desk = services.GetRequiredService<ReviewDesk>();
        var input = new ReviewInput(cast.Province.Id, ReviewKind.Scheme, scheme, _year.ToString(CultureInfo.InvariantCulture));
        var review = (await desk.StartAsync(input, Acting.System, CancellationToken.None)).Value;
        var (document, clerk) = (services.GetRequiredService<ReviewDocument>(), Clerk());
        var (frozen, written, read) = (new Times(), new Times(), new Times());
        for (var i = -3; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            if ((await desk.FreezeAsync(review, Acting.System, CancellationToken.None)).IsRefused)
            {
                throw new InvalidOperationException("The figures could not be taken.");
            }

            var freeze = clock.Elapsed;
            clock.Restart();
            var file = (await document.WriteAsync(review, clerk, CancellationToken.None))!;
            var write = clock.Elapsed;
            clock.Restart();
            _ = WordText.Paragraphs(new MemoryStream(file.Content)).Value;
            if (i >= 0)
            {
                frozen.Add(freeze);
                written.Add(write);
                read.Add(clock.Elapsed);
            }
        }

        figures.Add($"yearly review of a province as Word ({Targets} targets of {communes} communes)", "< 3 s", written.Spread(), $"the same file read again: {read.Spread()}", written.At(0.99) < 3000);
        figures.Add("its figures taken anew from all communes", "reported", frozen.Spread(), "-", null);
    }

    /// <summary>A draft is read at home alone.</summary>
    private Acting Clerk() => new(Guid.CreateVersion7(), "do.xuat", "Người đo", [new Capacity(Guid.CreateVersion7(), Role.Clerk, cast.Province.Id, null, cast.Province.ProvinceId, true, [], cast.Province.Name)]);

    private async Task<(string Scheme, int Communes)> SchemeAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var communes = await db.Set<Council>().AsNoTracking().Where(c => c.ProvinceId == cast.Province.ProvinceId && c.Tier == Tier.Commune).OrderBy(c => c.Code).ToListAsync();
        var scheme = await db.Set<Scheme>().AsNoTracking().Where(s => s.CouncilId == cast.Province.Id).Select(s => s.Code).FirstOrDefaultAsync() ?? await MakeAsync(communes);
        if (!await db.Set<RollOut>().AnyAsync(r => r.CouncilId == cast.Province.Id))
        {
            _ = (await services.GetRequiredService<RollOutDesk>().OpenAsync(
                scheme, new RollOutInput { Title = "Kế hoạch triển khai Đề án", Topic = RollOutTopic.Plan, Reach = RollOutReach.AllCommunes, CountsCells = true, DueOn = TimeProvider.System.Today.AddDays(30) }, Acting.System, CancellationToken.None)).Value;
        }

        return (scheme, communes.Count);
    }

    private async Task<string> MakeAsync(List<Council> communes)
    {
        var (desk, nodes, progress) = (services.GetRequiredService<SchemeDesk>(), services.GetRequiredService<SchemeNodes>(), services.GetRequiredService<SchemeProgressDesk>());
        var scheme = (await desk.EnterAsync(Input(cast.Province, SchemeKind.Scheme, "09-ĐA/TU"), Acting.System, CancellationToken.None)).Value;
        for (var i = 1; i <= Targets; i++)
        {
            _ = (await nodes.AddAsync(
                scheme,
                new NodeInput { Kind = NodeKind.Target, Title = $"Chỉ tiêu số {i} về hoạt động của Hội đồng nhân dân", Measure = NodeMeasure.Ratio, SumsBelow = true, DataSource = "Sổ theo dõi", Goals = [new GoalInput(_year, 100)] },
                Acting.System, CancellationToken.None)).Value;
        }

        foreach (var commune in communes)
        {
            var own = (await desk.AdoptAsync(scheme, Input(commune, SchemeKind.Plan, "12-KH/ĐU"), Acting.System, CancellationToken.None)).Value;
            for (var i = 1; i <= Targets; i++)
            {
                var told = await progress.EnterAsync($"{own}-{i:00}", new ProgressInput(_year.ToString(CultureInfo.InvariantCulture), 10 + i, 50, null), Acting.System, CancellationToken.None);
                if (told.IsRefused)
                {
                    throw new InvalidOperationException(told.Refusals[0].Code);
                }
            }
        }

        return scheme;
    }

    private SchemeInput Input(Council council, SchemeKind kind, string number) => new()
    {
        CouncilId = council.Id, Kind = kind, Number = number, Title = "Nâng cao năng lực hoạt động của Hội đồng nhân dân các cấp", IssuedOn = new DateOnly(_year, 1, 15), IssuedBy = "Tỉnh ủy", PeriodFrom = _year, PeriodTo = 2031,
    };
}
