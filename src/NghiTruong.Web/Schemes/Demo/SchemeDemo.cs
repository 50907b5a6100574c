using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Schemes.Demo;

/// <summary>
/// A made-up province's Party scheme on its councils, shaped like the one of seed A: its targets named there, taken over by the communes, their figures of the last half year; one commune has not
/// told its own. A plan rolled out to every commune, which one has not issued and another only on paper.
/// </summary>
public sealed class SchemeDemo : IDemo
{
    /// <summary>The number the story knows the scheme by.</summary>
    public const string Number = "09-ĐA/TU";

    private static readonly NodeInput[] Nodes =
    [
        new() { Kind = NodeKind.Objective, Title = "Nâng cao năng lực, hiệu lực, hiệu quả hoạt động của Hội đồng nhân dân các cấp", Measure = NodeMeasure.None },
        new() { Kind = NodeKind.Objective, Title = "Tăng cường sự lãnh đạo của cấp ủy đối với tổ chức và hoạt động của Hội đồng nhân dân", Measure = NodeMeasure.None },
        Ratio("Cấp ủy ban hành văn bản lãnh đạo, chỉ đạo hoạt động của Hội đồng nhân dân", "Sổ văn bản của cấp ủy"),
        Ratio("Kế hoạch triển khai và quán triệt đề án đến các chi bộ trực thuộc", "Số tổng hợp của Đảng ủy"),
        Ratio("Mục tiêu, chỉ tiêu, giải pháp của Nghị quyết Đại hội được cụ thể hóa tại nghị quyết của Hội đồng nhân dân", "Danh mục nghị quyết"),
        Ratio("Đại biểu được tập huấn, bồi dưỡng kiến thức, kỹ năng hằng năm", "Danh sách lớp tập huấn"),
        Ratio("Đại biểu thực hiện tiếp công dân theo quy định", "Sổ tiếp công dân"),
        Ratio("Kiến nghị cử tri, đơn thư được chuyển đến cơ quan có thẩm quyền", "Sổ theo dõi kiến nghị"),
        new() { Kind = NodeKind.Target, Title = "Số cuộc giám sát, khảo sát chuyên đề", Measure = NodeMeasure.Value, Unit = "cuộc", SumsBelow = true, DataSource = "Chương trình giám sát năm" },
        new() { Kind = NodeKind.Solution, Title = "Tăng thời gian thảo luận, tranh luận tại hội trường và ở tổ đại biểu", Measure = NodeMeasure.None },
        new() { Kind = NodeKind.Solution, Title = "Ký kết quy chế, quy trình phối hợp với các cơ quan liên quan", Measure = NodeMeasure.None },
        new() { Kind = NodeKind.Solution, Title = "Bố trí đủ cán bộ chuyên trách giúp việc Thường trực, các Ban Hội đồng nhân dân", Measure = NodeMeasure.None },
        new() { Kind = NodeKind.Solution, Title = "Bảo đảm số lượng đại biểu hoạt động chuyên trách; công tác cán bộ của cấp ủy", Measure = NodeMeasure.None },
    ];

    public int Order => 60;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage);
        story.Enter();
        story.TakeOver();
        story.RollOut();

        return Task.CompletedTask;
    }

    /// <summary>The period whose figures the story tells: the last one that was over forty days ago.</summary>
    public static SchemePeriod Period(DateOnly today) => SchemePeriod.EndedBefore(today.AddDays(-40));

    private static NodeInput Ratio(string title, string source) => new() { Kind = NodeKind.Target, Title = title, Measure = NodeMeasure.Ratio, SumsBelow = true, DataSource = source };

    private sealed class Story(DemoStage stage)
    {
        private readonly SchemePeriod _period = Period(stage.Clock.DaysAgo(0));
        private string _congress = "";
        private string _scheme = "";
        private string _plan = "";

        private Acting Clerk => stage.ClerkOf(stage.World.Province);

        public void Enter()
        {
            var (desk, province) = (stage.Get<SchemeDesk>(), stage.World.Province.Id);
            stage.Script.On(140, ct => desk.EnterAsync(Input(province, SchemeKind.CongressResolution, "01-NQ/ĐH", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Bản Mẫu, nhiệm kỳ 2025 - 2030", 420), Clerk, ct), code => _congress = code);
            stage.Script.On(140, ct => desk.EnterAsync(
                Input(province, SchemeKind.Scheme, Number, "Nâng cao năng lực, hiệu lực, hiệu quả hoạt động của Hội đồng nhân dân các cấp tỉnh Bản Mẫu, giai đoạn 2026 - 2031", 150) with { Parent = _congress }, Clerk, ct), code => _scheme = code);
            foreach (var node in Nodes)
            {
                stage.Script.On(139, ct => stage.Get<SchemeNodes>().AddAsync(_scheme, node with { Goals = Goals(node) }, Clerk, ct), _ => { });
            }

            stage.Script.On(138, ct => stage.Get<SchemeNodes>().PutOutsideAsync($"{_scheme}-13", "Công tác cán bộ thuộc thẩm quyền của cấp ủy; Hội đồng nhân dân bầu theo giới thiệu.", false, Clerk, ct));
        }

        /// <summary>The communes take it over; all but the last tell their figures.</summary>
        public void TakeOver()
        {
            var communes = stage.World.Communes;
            for (var i = 0; i < communes.Count; i++)
            {
                var (commune, n) = (communes[i], i);
                var (own, clerk) = ("", stage.ClerkOf(commune));
                stage.Script.On(120 - i, ct => stage.Get<SchemeDesk>().AdoptAsync(
                    _scheme, Input(commune.Id, SchemeKind.Plan, $"{12 + n}-KH/ĐU", $"Kế hoạch thực hiện Đề án số {Number} trên địa bàn", 121 - n) with { IssuedBy = $"Đảng ủy {UnitNames.WithoutCouncil(commune.Name)}" }, clerk, ct), code => own = code);
                if (i < communes.Count - 1)
                {
                    foreach (var (node, figure) in Figures(n))
                    {
                        stage.Script.On(40 - i, ct => stage.Get<SchemeProgressDesk>().EnterAsync($"{own}-{node:00}", figure, clerk, ct));
                    }
                }

                if (i == 0)
                {
                    stage.Script.On(60, ct => ConcretiseAsync($"{own}-05", commune, clerk, ct));
                }
            }

            stage.Script.On(30, ct => stage.Get<SchemeProgressDesk>().EnterAsync($"{_scheme}-06", new ProgressInput(_period.Key, 52, 52, null, null, "Danh sách lớp tập huấn của tỉnh"), Clerk, ct));
            stage.Script.On(30, ct => stage.Get<SchemeProgressDesk>().EnterAsync($"{_scheme}-09", new ProgressInput(_period.Key, null, null, 3), Clerk, ct));
        }

        public void RollOut()
        {
            stage.Script.On(118, ct => stage.Get<RollOutDesk>().OpenAsync(
                _scheme, new RollOutInput { Title = $"Kế hoạch quán triệt, triển khai Đề án số {Number}", Topic = RollOutTopic.Plan, Reach = RollOutReach.AllCommunes, CountsCells = true, DueOn = stage.Clock.DaysAgo(50) }, Clerk, ct),
                code => _plan = code);
            for (var i = 0; i < stage.World.Communes.Count - 1; i++)
            {
                var (commune, n) = (stage.World.Communes[i], i);
                var onPaper = i == stage.World.Communes.Count - 2;
                stage.Script.On(100 - i, ct => DoneAsync(commune, "issued", $"{12 + n}-KH/ĐU", onPaper ? Clerk : stage.ClerkOf(commune), ct));
                if (i < 3)
                {
                    stage.Script.On(80 - i, ct => DoneAsync(commune, "disseminated", $"{30 + n}-BC/ĐU", stage.ClerkOf(commune), ct));
                    stage.Script.On(79 - i, ct => CellsAsync(commune, new CellsInput(22 + n, n == 2 ? 20 : 22 + n, 410 + (20 * n), n == 2 ? 380 : 410 + (20 * n)), ct));
                }
            }

            stage.Script.On(12, async ct => await stage.Get<RollOutDesk>().UrgeAsync(_plan, "disseminated", true, Clerk, ct) is { IsRefused: true } refused ? Result.Refuse(refused.Refusals) : Result.Done);
        }

        private SchemeInput Input(Guid council, SchemeKind kind, string number, string title, int daysAgo) => new()
        {
            CouncilId = council, Kind = kind, Number = number, Title = title, IssuedOn = stage.Clock.DaysAgo(daysAgo), IssuedBy = "Tỉnh ủy Bản Mẫu", PeriodFrom = _period.Year, PeriodTo = 2031,
        };

        private IReadOnlyList<GoalInput> Goals(NodeInput node) => node.Measure switch
        {
            NodeMeasure.Ratio => [new GoalInput(_period.Year, 100)],
            NodeMeasure.Value => [new GoalInput(_period.Year, 12)],
            _ => [],
        };

        private IEnumerable<(int Node, ProgressInput Figure)> Figures(int commune)
        {
            var delegates = 17 + commune;
            yield return (3, Figure(1, 1));
            yield return (4, Figure(commune < 3 ? 22 : 15, 22));
            yield return (6, Figure(delegates - (commune % 2), delegates));
            yield return (7, Figure(delegates - commune, delegates));
            yield return (8, Figure(38 + commune, 38 + commune));
            yield return (9, new ProgressInput(_period.Key, null, null, 2));
        }

        private ProgressInput Figure(int part, int whole) => new(_period.Key, part, whole, null);

        private async Task<Result> ConcretiseAsync(string node, Council commune, Acting clerk, CancellationToken ct)
        {
            await using var db = await stage.Get<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
            var resolution = await db.Set<Resolution>().Where(r => r.CouncilId == commune.Id).OrderBy(r => r.Code).Select(r => r.Code).FirstOrDefaultAsync(ct);

            return resolution is null ? Result.Done : await stage.Get<SchemeNodes>().ConcretiseAsync(node, resolution, clerk, ct);
        }

        private async Task<Result> DoneAsync(Council commune, string step, string number, Acting by, CancellationToken ct)
        {
            await using var db = await stage.Get<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
            var task = await db.Set<RollOutTask>().Where(t => t.CouncilId == commune.Id && t.StepCode == step).Select(t => t.Id).FirstAsync(ct);

            return await stage.Get<RollOutDesk>().DoneAsync(new StepDoneInput(task, null, number), by, ct);
        }

        private async Task<Result> CellsAsync(Council commune, CellsInput cells, CancellationToken ct)
        {
            await using var db = await stage.Get<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
            var unit = await db.Set<RollOutUnit>().Where(u => u.CouncilId == commune.Id).Select(u => u.Id).FirstAsync(ct);

            return await stage.Get<RollOutDesk>().TellCellsAsync(unit, cells, stage.ClerkOf(commune), ct);
        }
    }
}
