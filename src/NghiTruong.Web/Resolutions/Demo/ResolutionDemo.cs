using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Resolutions.Demo;

/// <summary>
/// The register of the made-up commune: a normative resolution looked at and reported on, one whose tasks come every quarter, one that nobody has looked at for a year, one replaced by
/// another, one that ran out; and a register of a neighbour, so that the province sees how those below stand.
/// </summary>
public sealed class ResolutionDemo : IDemo
{
    public int Order => 30;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage);
        story.Fees();
        story.Water();
        story.Forgotten();
        story.Replaced();
        story.RanOut();
        story.Personnel();
        story.Neighbour();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private const int Begins = DemoHouse.StoryDays - 5;

        private readonly Council _home = stage.World.Home;
        private readonly Agency _committee = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee);
        private readonly Agency _economy = stage.World.AgencyOf(stage.World.Home, AgencyKind.Department);
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Acting _head = stage.Person("truongban");
        private readonly Acting _officer = stage.Person("coquan");

        public void Fees()
        {
            var told = Enter(Begins, 14, normative: true, "Quy định mức hỗ trợ xây dựng công trình vệ sinh, chuồng trại xa nhà ở trên địa bàn xã", "environment", "KTNS", passedDaysAgo: 300);
            Clause(told, Begins - 4, "Điều 3 khoản 2", "Bố trí kinh phí hỗ trợ, công khai danh sách hộ được hỗ trợ tại nhà văn hóa thôn", _economy, ClauseCadence.HalfYear, null, "Danh sách hộ được hỗ trợ");
            Clause(told, Begins - 4, "Điều 5", "Tổng kết, đánh giá chính sách trước khi xây dựng chính sách giai đoạn tiếp theo", null, ClauseCadence.Once, null, null);
            Look(told, 60, LookVerdict.ToAmend, "Mức hỗ trợ thấp hơn giá vật liệu hiện nay; 2 thôn chưa có hộ đăng ký.", "Nâng mức hỗ trợ cho hộ nghèo, hộ cận nghèo.");
            On(40, ct => stage.Get<ResolutionWatch>().ReportAsync(told.Code, new ResolutionReportInput { Number = "88/BC-UBND", Period = "6 tháng đầu năm", Text = "Đã hỗ trợ 46/80 hộ, giải ngân 57,5% kinh phí; vướng mắc chủ yếu do giá vật liệu tăng." }, _clerk, ct));
            On(38, ct => OldestAsync(told, code => stage.Get<ResolutionTaskDesk>().ReportAsync(code, new TaskReportInput { Words = "Đã công khai danh sách 46 hộ tại 9/11 thôn.", Document = "88/BC-UBND" }, _officer, ct), ct));
        }

        public void Water()
        {
            var told = Enter(Begins, 8, normative: false, "Về nhiệm vụ phát triển kinh tế - xã hội năm của xã", "investment", "KTNS", passedDaysAgo: 170, kind: "socioEconomic");
            Clause(told, Begins - 3, "Điều 1 khoản 4", "Báo cáo tiến độ giải ngân vốn đầu tư công từng quý", _economy, ClauseCadence.Quarter, null, "Báo cáo quý");
            Clause(told, Begins - 3, "Điều 2 khoản 1", "Sửa chữa, đưa vào sử dụng công trình nước sinh hoạt thôn Nà Pục", _committee, ClauseCadence.Once, 15, "Biên bản nghiệm thu");
            On(120, ct => OldestAsync(told, code => stage.Get<ResolutionTaskDesk>().ReportAsync(code, new TaskReportInput { Words = "Giải ngân 21% kế hoạch vốn; 2 công trình đang lựa chọn nhà thầu.", Document = "61/BC-KT" }, _officer, ct), ct));
            On(112, ct => OldestAsync(told, code => stage.Get<ResolutionTaskDesk>().JudgeAsync(code, new JudgeInput { Outcome = TaskOutcome.Partly, Note = "Có báo cáo, nhưng tiến độ chậm so với cam kết.", Ends = true }, _head, ct), ct));
            Look(told, 30, LookVerdict.StillNeeded, "Ban đã làm việc với UBND xã; các chỉ tiêu đang thực hiện, riêng đầu tư công chậm.", null);
        }

        public void Forgotten() => Enter(Begins, 21, normative: true, "Quy định mức thu và quản lý quỹ vệ sinh môi trường khu vực chợ xã", "environment", "VHXH", passedDaysAgo: 420);

        public void Replaced()
        {
            Enter(Begins, 5, normative: false, "Về phân bổ dự toán ngân sách xã", "investment", "KTNS", passedDaysAgo: 400, kind: "budget");
            Enter(90, 12, normative: false, "Về điều chỉnh, phân bổ lại dự toán ngân sách xã", "investment", "KTNS", passedDaysAgo: 95, kind: "budget", replaces: 5);
        }

        public void RanOut() => Enter(
            Begins, 3, normative: false, "Về kế hoạch phòng, chống rét cho gia súc mùa đông", "irrigation", "KTNS", passedDaysAgo: 330, kind: "thematic", untilDaysAgo: 100);

        public void Personnel() => Enter(Begins, 2, normative: false, "Xác nhận kết quả bầu Phó Chủ tịch Hội đồng nhân dân xã", null, null, passedDaysAgo: 200, kind: "personnel");

        /// <summary>A neighbour's register: one in time, one that nobody has looked at.</summary>
        public void Neighbour()
        {
            var council = stage.World.Communes[1];
            foreach (var (number, title, ago) in new[] { (4, "Về hỗ trợ khuyến khích phát triển cây chè", 120), (9, "Về huy động đóng góp làm đường liên thôn", 410) })
            {
                On(Math.Min(Begins, ago - 5), ct => stage.Get<ResolutionDesk>().RecordAsync(Input(council, number, false, title, "thematic", stage.Clock.DaysAgo(ago)), stage.ClerkOf(council), ct), _ => { });
            }
        }

        private Told Enter(int daysAgo, int number, bool normative, string title, string? field, string? body, int passedDaysAgo, string? kind = null, int? untilDaysAgo = null, int? replaces = null)
        {
            var told = new Told();
            On(
                daysAgo,
                async ct => await stage.Get<ResolutionDesk>().RecordAsync(
                    Input(_home, number, normative, title, kind ?? (normative ? "normative" : "individual"), stage.Clock.DaysAgo(passedDaysAgo)) with
                    {
                        Field = field,
                        BodyId = body is null ? null : await BodyAsync(body, ct),
                        LeadAgencyId = _committee.Id,
                        InForceUntil = untilDaysAgo is { } until ? stage.Clock.DaysAgo(until) : null,
                        Replaces = replaces is { } former ? $"{former:00}/NQ-HĐND" : null,
                    },
                    _clerk, ct),
                code => told.Code = code);

            return told;
        }

        private static ResolutionInput Input(Council council, int number, bool normative, string title, string kind, DateOnly passed) => new()
        {
            CouncilId = council.Id, Number = normative ? $"{number:00}/{passed.Year}/NQ-HĐND" : $"{number:00}/NQ-HĐND", Title = title, Kind = kind, PassedOn = passed, InForceFrom = passed.AddDays(10),
        };

        private void Clause(Told told, int daysAgo, string place, string content, Agency? agency, ClauseCadence cadence, int? dueDaysAgo, string? product) => On(
            daysAgo,
            ct => stage.Get<ResolutionClauses>().AddAsync(
                told.Code,
                new ClauseInput
                {
                    Place = place,
                    Content = content,
                    Follow = agency is null ? null : new FollowInput { AgencyId = agency.Id, Cadence = cadence, DueOn = dueDaysAgo is { } due ? stage.Clock.DaysAgo(due) : null, Product = product },
                },
                _clerk, ct),
            _ => { });

        private void Look(Told told, int daysAgo, LookVerdict verdict, string found, string? reason) =>
            On(daysAgo, ct => stage.Get<ResolutionWatch>().LookAsync(told.Code, new LookInput { Verdict = verdict, Found = found, Reason = reason }, _head, ct));

        /// <summary>The oldest task of the resolution's cadence that is not closed.</summary>
        private async Task<Result> OldestAsync(Told told, Func<string, Task<Result>> act, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
            var code = await (
                from task in db.Set<ResolutionTask>()
                join resolution in db.Set<Resolution>() on task.ResolutionId equals resolution.Id
                where resolution.Code == told.Code && task.State != ResolutionTaskState.Closed && task.Period != ""
                orderby task.DueOn
                select task.Code).FirstAsync(ct);

            return await act(code);
        }

        private async Task<Guid> BodyAsync(string code, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<Body>().Where(b => b.CouncilId == _home.Id && b.Code == code).Select(b => b.Id).FirstAsync(ct);
        }

        private void On(int daysAgo, Func<CancellationToken, Task<Result>> act) => stage.Script.On(daysAgo, act);

        private void On<T>(int daysAgo, Func<CancellationToken, Task<Result<T>>> act, Action<T> keep) => stage.Script.On(daysAgo, act, keep);
    }

    /// <summary>A resolution of the story; its code is known once it has been told.</summary>
    private sealed class Told
    {
        public string Code { get; set; } = "";
    }
}
