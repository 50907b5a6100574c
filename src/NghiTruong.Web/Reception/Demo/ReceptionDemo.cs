using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Reception;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Reception.Demo;

/// <summary>Receptions of the made-up commune: two held with citizens received in every way, one missed, the schedule of the coming weeks with one online; everybody in it is invented.</summary>
public sealed class ReceptionDemo : IDemo
{
    public int Order => 45;

    public async Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage, await stage.Get<DelegatePicker>().OnAsync(stage.World.Home.Id, stage.Clock.DaysAgo(0), ct));
        story.Held();
        story.Missed();
        story.Ahead();
    }

    private sealed class Story(DemoStage stage, IReadOnlyList<DelegateName> delegates)
    {
        private const string Room = "Phòng tiếp công dân, trụ sở UBND xã";

        private readonly Council _home = stage.World.Home;
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Guid _committee = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee).Id;

        private ReceptionDesk Desk => stage.Get<ReceptionDesk>();

        private VisitDesk Visits => stage.Get<VisitDesk>();

        public void Held()
        {
            var first = Schedule(50, 40, 0);
            Receive(40, first, "Hà Văn Thí Dụ", "Hỏi thủ tục hưởng hỗ trợ nhà ở cho hộ nghèo.", CitizenLetterKind.Request, (code, ct) => Visits.ExplainAsync(code, "Đã hướng dẫn hồ sơ, nơi nộp tại Trung tâm phục vụ hành chính công xã.", _clerk, ct));
            Receive(40, first, "Lò Thị Minh Họa", "Khiếu nại bản án dân sự.", CitizenLetterKind.Complaint, (code, ct) => Visits.GuideAsync(code, "Tòa án nhân dân khu vực", null, _clerk, ct));
            var second = Schedule(30, 20, 1);
            Receive(20, second, "Vi Văn Thử", "Phản ánh cống thoát nước trước nhà văn hóa thôn Bản Lác tắc, ngập mỗi khi mưa.", CitizenLetterKind.Feedback, null, letter: true, then: 19);
            Receive(20, second, "Sùng A Mẫu", "Trình bày lần thứ tư vụ việc đã có kết luận cuối cùng.", CitizenLetterKind.Complaint, (code, ct) => Visits.RefuseAsync(code, "Vụ việc đã được giải quyết đúng pháp luật, đã có thông báo chấm dứt", _clerk, ct));
        }

        public void Missed()
        {
            var told = Schedule(15, 6, 0);
            On(6, ct => Desk.MissAsync(told.Code, "Không có công dân đăng ký; đại biểu tham gia khắc phục hậu quả mưa lũ", _clerk, ct));
        }

        public void Ahead()
        {
            Schedule(4, -5, 1);
            Schedule(4, -12, 2);
            On(3, async ct => await Desk.ScheduleAsync(Line(-9, 0) with { IsOnline = true, Place = "Điểm cầu Nhà văn hóa thôn Nà Pục" }, _clerk, ct));
            On(2, async ct => await Desk.PublishAsync(_home.Id, stage.Clock.DaysAgo(0), stage.Clock.InDays(14), _clerk, ct));
        }

        private ReceptionInput Line(int daysAgo, int at) => new()
        {
            CouncilId = _home.Id, On = stage.Clock.DaysAgo(daysAgo), StartsAt = new TimeOnly(7, 30), EndsAt = new TimeOnly(11, 0), Place = Room, DelegateId = delegates.Count == 0 ? null : delegates[at % delegates.Count].Id,
            Receiver = delegates.Count == 0 ? "Phó Chủ tịch HĐND xã Lò Văn Trực" : null,
        };

        private Told Schedule(int daysAgo, int heldDaysAgo, int at)
        {
            var told = new Told();
            stage.Script.On<IReadOnlyList<string>>(daysAgo, ct => Desk.ScheduleAsync(Line(heldDaysAgo, at), _clerk, ct), codes => told.Code = codes[0]);

            return told;
        }

        private void Receive(int daysAgo, Told reception, string name, string summary, CitizenLetterKind kind, Func<string, CancellationToken, Task<Result>>? settle, bool letter = false, int then = 0)
        {
            var told = new Told();
            stage.Script.On<string>(
                daysAgo,
                ct => Visits.ReceiveAsync(
                    new VisitInput { CouncilId = _home.Id, Reception = reception.Code, Person = new SenderName(name, "Xã mẫu (thông tin giả định)"), Summary = summary, Kind = kind, TakesLetter = letter }, _clerk, ct),
                code => told.Code = code);
            if (settle is not null)
            {
                On(daysAgo, ct => settle(told.Code, ct));
            }

            if (letter)
            {
                On(then, async ct => await stage.Get<CitizenLetterDesk>().ScreenAsync(await LetterAsync(told, ct), new ScreeningInput { IsEligible = true }, _clerk, ct));
                On(then - 1, async ct => await stage.Get<CitizenLetterSending>().TransferAsync(
                    await LetterAsync(told, ct), new LetterSendingInput { AgencyId = _committee, Number = "374/HĐND-VP", IssuedOn = stage.Clock.DaysAgo(then - 1), SenderTold = true }, _clerk, ct));
            }
        }

        private async Task<string> LetterAsync(Told visit, CancellationToken ct) => (await stage.Get<ReceptionBook>().VisitAsync(visit.Code, _clerk, ct))!.Visit.LetterCode!;

        private void On(int daysAgo, Func<CancellationToken, Task<Result>> act) => stage.Script.On(daysAgo, act);
    }

    /// <summary>A record of the story; its code is known once it has been told.</summary>
    private sealed class Told
    {
        public string Code { get; set; } = "";
    }
}
