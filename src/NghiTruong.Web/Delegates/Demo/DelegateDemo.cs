using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Delegates.Demo;

/// <summary>
/// Made-up rosters of all councils of the demo: two or three seats vacant, in the commune of the demo accounts one delegate removed and one won in a by-election, one on leave; the demo's own people
/// linked to their mandates. Nobody in it exists.
/// </summary>
public sealed class DelegateDemo : IDemo
{
    private static readonly DateOnly TermStart = new(2026, 3, 15);
    private static readonly string[] Families = ["Lường", "Hoàng", "Nông", "Bế", "Triệu", "Vi", "Lò", "Cà", "Quàng", "Tòng", "Mùa", "Giàng", "Sùng", "Hà", "Đinh", "Ma", "Lý", "Bàn", "Phùng", "Chu"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Thị Thu", "Minh", "Thị Hồng", "Quốc", "Thị Mai", "Xuân", "Thị Kim"];
    private static readonly string[] Given = ["An", "Bình", "Chiến", "Dung", "Giang", "Hạnh", "Khánh", "Liên", "Mạnh", "Nga", "Phúc", "Quyên", "Sơn", "Thảo", "Uyên", "Vinh", "Yến"];
    private static readonly string[] Work = ["Trưởng thôn", "Giáo viên Trường THCS xã", "Cán bộ Hội Nông dân xã", "Chủ tịch Hội Phụ nữ xã", "Y sĩ Trạm y tế xã", "Bí thư Đoàn xã", "Giám đốc hợp tác xã", "Công chức xã", "Nông dân sản xuất giỏi", "Chỉ huy trưởng Quân sự xã"];

    // Before every other room's share: they may name delegates.
    public int Order => 5;

    public async Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        List<Body> bodies;
        await using (var db = await stage.Get<IDbContextFactory<Db>>().CreateDbContextAsync(ct))
        {
            bodies = await db.Set<Body>().AsNoTracking().ToListAsync(ct);
        }

        var councils = stage.World.Communes.Prepend(stage.World.Province).ToList();
        for (var at = 0; at < councils.Count; at++)
        {
            new Roll(stage, councils[at], at, bodies).Tell(councils[at].Id == stage.World.Home.Id);
        }
    }

    /// <summary>One council's roll.</summary>
    private sealed class Roll(DemoStage stage, Council council, int seed, List<Body> bodies)
    {
        private const int First = DemoHouse.StoryDays;
        private readonly Acting _clerk = stage.ClerkOf(council);
        private readonly Dictionary<string, string> _codes = [];
        private readonly List<Body> _committees = [.. bodies.Where(b => b.CouncilId == council.Id && b.Kind == BodyKind.Committee)];
        private readonly List<Body> _groups = [.. bodies.Where(b => b.CouncilId == council.Id && b.Kind == BodyKind.DelegateGroup)];

        public void Tell(bool isHome)
        {
            var isProvince = council.Tier == Tier.Province;
            // Two or three seats stay vacant.
            var count = (isProvince ? 50 : 15) - (seed % 2);
            List<string> names = isHome ? ["Lò Văn Trực", "Vi Thị Ban"] : [];
            for (var i = 0; names.Count < count; i++)
            {
                var name = NameOf(i);
                if (!names.Contains(name))
                {
                    names.Add(name);
                }
            }

            if (isHome)
            {
                // Part-time and without a post, as most are.
                names[5] = "Lường Văn Biểu";
            }

            for (var i = 0; i < names.Count; i++)
            {
                Enter(names[i], i, isProvince);
            }

            Posts(names, isProvince);
            if (isHome)
            {
                Home(names);
            }
        }

        private string NameOf(int at)
        {
            var step = (seed * 37) + at;
            var middle = Middles[(step * 3) % Middles.Length];

            return $"{Families[step % Families.Length]} {middle} {Given[(step * 5) % Given.Length]}";
        }

        private void Enter(string name, int at, bool isProvince) => stage.Script.On(
            First,
            ct => stage.Get<DelegateDesk>().RegisterAsync(
                new DelegateInput
                {
                    CouncilId = council.Id, FullName = name, IsWoman = name.Contains("Thị", StringComparison.Ordinal), Occupation = isProvince ? $"Cán bộ tỉnh, lĩnh vực {(at % 5) + 1}" : Work[(seed + at) % Work.Length],
                    Education = at % 3 == 0 ? "Đại học" : at % 3 == 1 ? "Cao đẳng" : "Trung cấp", Constituency = $"Đơn vị bầu cử số {(at % 5) + 1}", GroupId = _groups[at % _groups.Count].Id, From = TermStart,
                    // A council here and there lacks a full-time delegate.
                    IsFullTime = at < (isProvince ? 7 : 3 - (seed % 3 == 2 ? 1 : 0)),
                },
                _clerk, ct),
            code => _codes[name] = code);

        private void Posts(List<string> names, bool isProvince)
        {
            // The chair is often the Party secretary and part-time; the first full-timer is vice chair.
            Take(names[0], PostKind.ViceChair, null);
            Take(names[^1], PostKind.Chair, null);
            for (var i = 0; i < _committees.Count; i++)
            {
                Take(names[1 + i], PostKind.CommitteeHead, _committees[i].Id);
                if (isProvince || i == 0)
                {
                    Take(names[1 + _committees.Count + i], PostKind.CommitteeDeputy, _committees[i].Id);
                }
            }

            for (var i = 0; i < _groups.Count; i++)
            {
                Take(names[names.Count - 2 - i], PostKind.GroupHead, _groups[i].Id);
            }
        }

        private void Home(List<string> names)
        {
            Link("Lò Văn Trực", "thuongtruc");
            Link("Vi Thị Ban", "truongban");
            Link("Lường Văn Biểu", "daibieu");
            stage.Script.On(90, ct => stage.Get<DelegateDesk>().EndAsync(_codes[names[6]], new MandateEndInput("18/NQ-HĐND", stage.Clock.DaysAgo(90), MandateEnd.Removed), _clerk, ct));
            stage.Script.On(60, ct => stage.Get<DelegateDesk>().EndAsync(_codes[names[7]], new MandateEndInput("21/NQ-HĐND", stage.Clock.DaysAgo(60), MandateEnd.Released), _clerk, ct));
            stage.Script.On(
                30,
                ct => stage.Get<DelegateDesk>().RegisterAsync(
                    new DelegateInput
                    {
                        CouncilId = council.Id, FullName = "Phùng Thị Bổ Sung", IsWoman = true, Occupation = "Giáo viên Trường Tiểu học xã", Education = "Đại học", Constituency = "Đơn vị bầu cử số 2", GroupId = _groups[1].Id,
                        Entry = DelegateEntry.ByElection, From = stage.Clock.DaysAgo(30),
                    },
                    _clerk, ct),
                code => _codes["Phùng Thị Bổ Sung"] = code);
            stage.Script.On(20, ct => stage.Get<DelegateStandingDesk>().BeginSpellAsync(
                _codes[names[8]], new SpellInput { Kind = SpellKind.OnLeave, From = stage.Clock.DaysAgo(20), Reason = "Nghỉ thai sản", Document = "05/TB-TT.HĐND" }, _clerk, ct));
            stage.Script.On(15, ct => stage.Get<PeopleDesk>().PlanAsync(
                council.Id,
                new VacancyPlanInput { Seat = LegalNumbers.DeputyHeads, BodyId = _committees[1].Id, How = "Bầu Phó Trưởng ban tại kỳ họp cuối năm", Responsible = "Thường trực HĐND xã", DueOn = stage.Clock.DaysAgo(-25), Document = "Kế hoạch 12/KH-HĐND" },
                _clerk, ct));
            stage.Script.On(14, ct => stage.Get<PeopleDesk>().SetStaffNumberAsync(council.Id, 2, TermStart, "44/QĐ-UBND", _clerk, ct));
            stage.Script.On(14, ct => stage.Get<PeopleDesk>().AddStaffAsync(council.Id, new StaffInput { FullName = "Hoàng Thị Phòng", Position = "Chuyên viên Văn phòng HĐND và UBND", From = TermStart, Document = "45/QĐ-UBND" }, _clerk, ct));
        }

        private void Take(string name, PostKind post, Guid? body) => stage.Script.On(
            First, ct => stage.Get<DelegateStandingDesk>().TakePostAsync(_codes[name], new PostInput { Post = post, BodyId = body, From = TermStart, Document = "02/NQ-HĐND" }, _clerk, ct));

        private void Link(string name, string account) => stage.Script.On(First, ct => stage.Get<DelegateDesk>().LinkAccountAsync(_codes[name], account, _clerk, ct));
    }
}
