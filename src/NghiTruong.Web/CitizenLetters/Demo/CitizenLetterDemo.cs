using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.CitizenLetters.Demo;

/// <summary>Letters of the made-up commune: one passed on and answered to the end, one with the agency, one settled by the council, a denunciation with its named handler, one repeated and filed, some that wait; everybody in it is invented.</summary>
public sealed class CitizenLetterDemo : IDemo
{
    public int Order => 40;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage);
        story.PassedOnToTheEnd();
        story.WithTheAgency();
        story.Denounced();
        story.Repeated();
        story.Guided();
        story.Waiting();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private readonly Council _home = stage.World.Home;
        private readonly Guid _committee = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee).Id;
        private readonly Guid _economy = stage.World.AgencyOf(stage.World.Home, AgencyKind.Department).Id;
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Acting _delegate = stage.Person("daibieu");

        public void PassedOnToTheEnd()
        {
            var told = Register(48, CitizenLetterKind.Request, "Đề nghị cấp lại giấy chứng nhận quyền sử dụng đất bị rách do mưa lũ cho 6 hộ thôn Nà Pục.", "Hà Thị Ví Dụ", "land", people: 6);
            Screen(46, told, isOwn: false);
            Transfer(45, told, _committee, "64");
            On(20, ct => Desk.AnswerAsync(told.Code, new LetterAnswerInput { Number = "212/UBND", SettledOn = stage.Clock.DaysAgo(24), Words = "UBND xã đã trích lục, cấp lại giấy cho 6 hộ." }, _clerk, ct));
            On(17, ct => Desk.TellAsync(told.Code, null, "71/HĐND-VP", _clerk, ct));
            On(16, ct => Desk.CloseAsync(told.Code, _clerk, ct));
        }

        public void WithTheAgency()
        {
            var late = Register(60, CitizenLetterKind.Complaint, "Khiếu nại mức bồi thường hoa màu khi mở đường vào thôn Bản Lác.", "Lò Văn Thử", "land");
            Screen(56, late, isOwn: false);
            Transfer(52, late, _economy, "58");
            var carried = new Told();
            On(12, ct => Intake.RegisterAsync(
                Letter(CitizenLetterKind.Feedback, "Phản ánh bãi rác tự phát cạnh trường tiểu học thôn Nà Ngần gây mùi hôi.", "Vi Thị Mẫu", "environment") with { Source = CitizenLetterSource.Delegate, DelegateName = _delegate.FullName },
                _delegate, ct), code => carried.Code = code);
            Screen(10, carried, isOwn: false);
            Transfer(9, carried, _committee, "77");
        }

        public void Denounced()
        {
            var told = Register(9, CitizenLetterKind.Denunciation, "Tố cáo việc lập khống danh sách hỗ trợ sau bão tại một thôn; kèm bảng kê 12 hộ.", "Ngô Thị Giấu Tên", "socialPolicy");
            Screen(5, told, isOwn: false);
            Transfer(4, told, _committee, "80");
            Register(4, CitizenLetterKind.Denunciation, "Tố cáo cán bộ thu tiền làm thủ tục ngoài quy định.", "Đinh Văn Kín", null);
        }

        public void Repeated()
        {
            var first = Register(30, CitizenLetterKind.Feedback, "Phản ánh đèn đường trục chính thôn Nà Pục hỏng ba tháng chưa sửa.", "Trần Văn Ví Dụ", "transport");
            Screen(28, first, isOwn: false);
            Transfer(27, first, _economy, "69");
            var again = Register(14, CitizenLetterKind.Feedback, "Phản ánh đèn đường trục chính thôn Nà Pục hỏng hơn ba tháng vẫn chưa sửa.", "Trần Văn Ví Dụ", "transport");
            On(13, ct => Desk.FileAsync(again.Code, CitizenLetterCatalogues.Duplicate, null, first.Code, null, _clerk, ct));
        }

        public void Guided()
        {
            var told = Register(25, CitizenLetterKind.Complaint, "Khiếu nại bản án dân sự sơ thẩm về chia tài sản.", "Bùi Thị Minh Họa", null);
            On(23, ct => Desk.ScreenAsync(told.Code, new ScreeningInput { IsEligible = false, Reason = "court" }, _clerk, ct));
            On(22, ct => Sending.GuideAsync(told.Code, new LetterSendingInput { To = "Tòa án nhân dân khu vực", Number = "373/HĐND-VP", IssuedOn = stage.Clock.DaysAgo(22) }, _clerk, ct));
        }

        public void Waiting()
        {
            Register(3, CitizenLetterKind.Request, "Đề nghị mở lớp xóa mù chữ buổi tối tại nhà văn hóa thôn Bản Lác.", "Sùng Thị Thử", "education");
            Register(13, CitizenLetterKind.Complaint, "Khiếu nại quyết định thu hồi đất ruộng của hộ gia đình.", "Hoàng Văn Mẫu", "land");
            var own = Register(20, CitizenLetterKind.Request, "Đề nghị HĐND xã giám sát việc thu các khoản đóng góp đầu năm học.", "Lý Thị Ví Dụ", "education");
            Screen(17, own, isOwn: true);
        }

        private CitizenLetterIntake Intake => stage.Get<CitizenLetterIntake>();

        private CitizenLetterDesk Desk => stage.Get<CitizenLetterDesk>();

        private CitizenLetterSending Sending => stage.Get<CitizenLetterSending>();

        private CitizenLetterInput Letter(CitizenLetterKind kind, string summary, string sender, string? field) => new()
        {
            CouncilId = _home.Id, Kind = kind, Summary = summary, Field = field, Senders = [new SenderName(sender, "Xã mẫu (thông tin giả định)")],
        };

        private Told Register(int daysAgo, CitizenLetterKind kind, string summary, string sender, string? field, int people = 1)
        {
            var told = new Told();
            On(daysAgo, ct => Intake.RegisterAsync(Letter(kind, summary, sender, field) with { People = people }, _clerk, ct), code => told.Code = code);

            return told;
        }

        private void Screen(int daysAgo, Told told, bool isOwn) => On(daysAgo, ct => Desk.ScreenAsync(told.Code, new ScreeningInput { IsEligible = true, IsOwn = isOwn }, _clerk, ct));

        private void Transfer(int daysAgo, Told told, Guid agency, string number) => On(daysAgo, ct => Sending.TransferAsync(
            told.Code, new LetterSendingInput { AgencyId = agency, Number = "3" + number + "/HĐND-VP", IssuedOn = stage.Clock.DaysAgo(daysAgo), SenderTold = true }, _clerk, ct));

        private void On(int daysAgo, Func<CancellationToken, Task<Result>> act) => stage.Script.On(daysAgo, act);

        private void On<T>(int daysAgo, Func<CancellationToken, Task<Result<T>>> act, Action<T>? keep = null) => stage.Script.On(daysAgo, act, keep ?? (_ => { }));
    }

    /// <summary>A letter of the story; its code is known once it has been told.</summary>
    private sealed class Told
    {
        public string Code { get; set; } = "";
    }
}
