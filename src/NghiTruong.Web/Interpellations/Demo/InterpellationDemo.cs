using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Letters;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Interpellations.Demo;

/// <summary>
/// Questioning in the made-up commune: at its second session, with a promise that is late and one that waits for judgement, a written answer late, slips that wait for the third session; an explanation session
/// followed to its tasks, and one whose notice is due.
/// </summary>
public sealed class InterpellationDemo : IDemo
{
    /// <summary>After the petitions, whose room enters the sessions.</summary>
    public int Order => 30;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage);
        story.SecondSession();
        story.BetweenSessions();
        story.ThirdSession();
        story.ExplanationHeld();
        story.ExplanationAhead();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private const string Chairman = "Chủ tịch UBND xã";
        private const string Economy = "Trưởng phòng Kinh tế";

        private readonly Council _home = stage.World.Home;
        private readonly Guid _committee = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee).Id;
        private readonly Guid _economy = stage.World.AgencyOf(stage.World.Home, AgencyKind.Department).Id;
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Acting _standing = stage.Person("thuongtruc");
        private readonly Acting _head = stage.Person("truongban");
        private readonly Acting _delegate = stage.Person("daibieu");

        public void SecondSession()
        {
            var water = HandIn(82, 2, _delegate, Chairman, _committee, "water", "Vì sao công trình nước sạch thôn Nà Pục bàn giao một năm vẫn chưa có nước? Trách nhiệm thuộc về ai?", "Kiến nghị của cử tri thôn Nà Pục qua ba kỳ tiếp xúc");
            var road = HandIn(81, 2, _head, Economy, _economy, "transport", "Bao giờ sửa xong đường vào khu sản xuất thôn Bản Lác? Vốn bảo trì đã bố trí chưa?", "Kết quả khảo sát của Ban Kinh tế - Ngân sách");
            var market = HandIn(80, 2, _delegate, Chairman, _committee, "investment", "Kế hoạch xây chợ phiên trung tâm xã đến đâu?", null);
            On(78, ct => SelectAsync(2, "Hạ tầng nước sạch, giao thông nông thôn", "pressing", "14/TB-TTHĐND", ct, water, road));
            On(78, ct => stage.Get<SlipDesk>().DeclineAsync([market.Code], "Nội dung đã có trong báo cáo đầu tư công trình kỳ họp.", "14/TB-TTHĐND", null, _standing, ct));

            Sitting(water, Chairman, "Do nhà thầu chậm lắp trạm bơm. UBND xã nhận trách nhiệm, sẽ hoàn thành trước ngày đã nêu.", "Nguồn vốn còn thiếu lấy ở đâu?", "Từ dự phòng ngân sách xã.");
            Sitting(road, Economy, "Phòng đã lập dự toán, trình phân bổ vốn bảo trì.", "Đề nghị nêu rõ ngày hoàn thành.", "Trong quý này.");
            On(74, ct => stage.Get<SittingDesk>().JudgeAsync(water.Code, true, null, null, _delegate, ct));
            On(74, ct => stage.Get<SittingDesk>().JudgeAsync(road.Code, false, "Chưa nêu ngày hoàn thành cụ thể.", NextWish.Discussion, _head, ct));
            Promise(water, "Hoàn thành trạm bơm, cấp nước cho 42 hộ thôn Nà Pục.", "Biên bản nghiệm thu, danh sách hộ có nước", -10);
            var repaired = Promise(road, "Sửa xong 800 m đường vào khu sản xuất thôn Bản Lác.", "Biên bản nghiệm thu", 12);
            On(73, async ct => await stage.Get<SittingDesk>().ResolveAsync(_home.Id, await SessionAsync(2, ct), "08/NQ-HĐND", null, _clerk, ct));
            On(4, ct => stage.Get<PromiseDesk>().ReportAsync(repaired.Code, new PromiseReportInput { Words = "Đã rải cấp phối 800 m, nghiệm thu với thôn.", Document = "45/BC-KT", IsDone = true }, _clerk, ct));
            On(49, ct => stage.Get<SittingDesk>().AnswerInWritingAsync(
                market.Code, new AnswerInput { Answer = "Chợ phiên khởi công sau khi giải phóng mặt bằng, dự kiến đầu năm sau.", Number = "210/UBND-KT" }, _clerk, ct));
        }

        public void BetweenSessions()
        {
            var forest = HandIn(28, null, _delegate, Economy, _economy, "socialPolicy", "Chế độ khoán bảo vệ rừng quý II của 16 hộ đã chi trả chưa?", "Cử tri thôn Bản Lác phản ánh với đại biểu");
            On(26, ct => stage.Get<SlipDesk>().DeclineAsync([forest.Code], "Chất vấn giữa hai kỳ họp, trả lời bằng văn bản.", "21/TB-TTHĐND", null, _standing, ct));
        }

        public void ThirdSession()
        {
            HandIn(5, 3, _delegate, Chairman, _committee, "education", "Điểm trường Nà Pục thiếu hai phòng học, UBND xã có kế hoạch gì trước năm học mới?", "Tiếp xúc cử tri trước kỳ họp thứ ba");
            HandIn(2, 3, _clerk, Economy, _economy, "land", "Việc cấp giấy chứng nhận quyền sử dụng đất cho 30 hộ tái định cư vướng ở khâu nào?", null, "Quàng Thị Đại");
        }

        public void ExplanationHeld()
        {
            var told = Decide(62, 47, "Việc chậm giải ngân vốn sự nghiệp bảo trì công trình cấp nước, giao thông nông thôn", "11/QĐ-TTHĐND");
            Letter(60, told, (desk, code, ct) => desk.DraftNoticeAsync(code, _standing, ct), "31");
            var desk = stage.Get<ExplanationDesk>();
            On(47, ct => desk.HoldAsync(told.Code, new HoldInput { Place = "Hội trường UBND xã", Chair = "Phó Chủ tịch HĐND xã Lò Văn Trực", Attendants = "Thường trực, hai Ban HĐND xã; Ban Thường trực Ủy ban MTTQ xã; trưởng 5 thôn" }, _clerk, ct));
            foreach (var (kind, speaker, text) in new[]
            {
                (TurnKind.Question, "Trưởng ban Kinh tế - Ngân sách Vi Thị Ban", "Đến hết quý II mới giải ngân 35 %. Nguyên nhân do đâu?"),
                (TurnKind.Answer, Economy, "Hồ sơ thiết kế chậm, một cán bộ phụ trách chín công trình."),
                (TurnKind.Remark, "Ban Thường trực Ủy ban MTTQ xã", "Đề nghị công khai danh mục để nhân dân giám sát."),
            })
            {
                On(47, ct => desk.AddTurnAsync(told.Code, new TurnInput(kind, speaker, text), _clerk, ct));
            }

            On(46, ct => desk.ConcludeAsync(
                told.Code,
                new ConclusionInput
                {
                    Conclusion = "Việc giải ngân chậm, trách nhiệm chính thuộc Phòng Kinh tế. Phòng Kinh tế hoàn thành hồ sơ và giải ngân đúng thời hạn; UBND xã bố trí thêm cán bộ.",
                    Members = 5, Present = 5, For = 4, Abstained = 1,
                    Tasks =
                    [
                        new PromiseInput { Content = "Niêm yết công khai danh mục công trình bảo trì tại 5 thôn.", AgencyId = _committee, Product = "Ảnh niêm yết", DueOn = stage.Clock.DaysAgo(30) },
                        new PromiseInput { Content = "Giải ngân hết vốn bảo trì năm nay.", AgencyId = _economy, Product = "Báo cáo giải ngân có xác nhận của kho bạc", DueOn = stage.Clock.InDays(20) },
                    ],
                },
                _standing, ct));
            Letter(45, told, (d, code, ct) => d.DraftConclusionAsync(code, _standing, ct), "33");
            On(32, async ct => await stage.Get<PromiseDesk>().ReportAsync(await TaskAsync(told.Code, ct), new PromiseReportInput { Words = "Đã niêm yết tại nhà văn hóa 5 thôn.", Document = "188/UBND", IsDone = true }, _clerk, ct));
            On(31, async ct => await stage.Get<PromiseDesk>().JudgeAsync(
                await TaskAsync(told.Code, ct), new PromiseJudgement { Outcome = PromiseOutcome.Kept, Reason = "Đã niêm yết đủ 5 thôn.", Evidence = "Tổ đại biểu kiểm tra, có ảnh từng thôn." }, _standing, ct));
        }

        public void ExplanationAhead() => Decide(3, -13, "Việc cấp giấy chứng nhận quyền sử dụng đất cho các hộ tái định cư", "19/QĐ-TTHĐND");

        private void Sitting(Told slip, string by, string answer, string again, string then)
        {
            var desk = stage.Get<SittingDesk>();
            On(75, ct => desk.AskAsync(slip.Code, null, _clerk, ct));
            On(75, ct => desk.AnswerAsync(slip.Code, new AnswerInput { By = by, Answer = answer }, _clerk, ct));
            On(75, ct => desk.AddTurnAsync(slip.Code, new TurnInput(TurnKind.AskedAgain, "Đại biểu chất vấn", again), _clerk, ct));
            On(75, ct => desk.AddTurnAsync(slip.Code, new TurnInput(TurnKind.Answer, by, then), _clerk, ct));
        }

        private Told HandIn(int daysAgo, int? session, Acting by, string person, Guid agency, string field, string issue, string? stemsFrom, string? asker = null)
        {
            var told = new Told();
            On(daysAgo, async ct => await stage.Get<SlipDesk>().HandInAsync(
                new SlipInput
                {
                    CouncilId = _home.Id, SessionId = session is { } number ? await SessionAsync(number, ct) : null, AskerName = asker, PersonAsked = person, AgencyId = agency, Field = field, Issue = issue, StemsFrom = stemsFrom,
                },
                by, ct), code => told.Code = code);

            return told;
        }

        private Told Promise(Told slip, string content, string product, int dueInDays)
        {
            var told = new Told();
            On(74, ct => stage.Get<PromiseDesk>().MakeAsync(slip.Code, new PromiseInput { Content = content, Product = product, DueOn = stage.Clock.InDays(dueInDays) }, _clerk, ct), code => told.Code = code);

            return told;
        }

        private Told Decide(int daysAgo, int heldDaysAgo, string issue, string number)
        {
            var told = new Told();
            On(daysAgo, ct => stage.Get<ExplanationDesk>().DecideAsync(
                new ExplanationInput
                {
                    CouncilId = _home.Id, Issue = issue, PersonAsked = Economy, AgencyId = _economy, DecisionNumber = number, PlannedOn = stage.Clock.DaysAgo(heldDaysAgo), Place = "Hội trường UBND xã",
                    StemsFrom = "Theo dõi kiến nghị sau giám sát quá hạn",
                },
                _standing, ct), code => told.Code = code);

            return told;
        }

        private void Letter(int daysAgo, Told told, Func<ExplanationDesk, string, CancellationToken, Task<Result<Guid>>> draft, string number) => On(daysAgo, async ct =>
        {
            var letter = await draft(stage.Get<ExplanationDesk>(), told.Code, ct);

            return letter.IsRefused ? letter : await stage.Get<LetterOffice>().RecordOutsideAsync(letter.Value, new IssuedOutside { Number = number, IssuedOn = stage.Clock.DaysAgo(daysAgo) }, null, _clerk, ct);
        });

        private async Task<Result> SelectAsync(int session, string title, string criterion, string number, CancellationToken ct, params Told[] slips) => await stage.Get<SlipDesk>().SelectAsync(
            new SelectionInput { CouncilId = _home.Id, Codes = [.. slips.Select(s => s.Code)], SessionId = await SessionAsync(session, ct), Title = title, Criterion = criterion, Number = number }, _standing, ct);

        /// <summary>The first task of a conclusion.</summary>
        private async Task<string> TaskAsync(string explanation, CancellationToken ct) => (await stage.Get<InterpellationReader>().ExplanationAsync(explanation, _standing, ct))!.Promises[0].Code;

        private async Task<Guid> SessionAsync(int number, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<CouncilSession>().Where(s => s.CouncilId == _home.Id && s.Number == number).Select(s => s.Id).FirstAsync(ct);
        }

        private void On(int daysAgo, Func<CancellationToken, Task<Result>> act) => stage.Script.On(daysAgo, act);

        private void On<T>(int daysAgo, Func<CancellationToken, Task<Result<T>>> act, Action<T>? keep = null) => stage.Script.On(daysAgo, act, keep ?? (_ => { }));
    }

    /// <summary>A record of the story; its code is known once it has been told.</summary>
    private sealed class Told
    {
        public string Code { get; set; } = "";
    }
}
