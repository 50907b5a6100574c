using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Supervision.Demo;

/// <summary>
/// The supervisions of the made-up commune over five months: one followed to its end after two urging letters, one whose recommendation is late, one held without report, one not
/// held, one put off; and a former district with its communes.
/// </summary>
public sealed class SupervisionDemo : IDemo
{
    public int Order => 20;

    public async Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var themes = SupervisionThemes.Read();
        await new FormerDistrict(stage, themes).EnterAsync(ct);
        var story = new Story(stage, themes);
        story.FollowedToItsEnd();
        story.RecommendationLate();
        story.HeldWithoutReport();
        story.NotHeld();
        story.PutOff();
        story.Going();
        story.Proposed();
        story.Surveys();
        story.Briefings();
    }

    private sealed class Story(DemoStage stage, IReadOnlyList<ThemeLine> themes)
    {
        private readonly Council _home = stage.World.Home;
        private readonly Agency _committee = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee);
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Acting _standing = stage.Person("thuongtruc");
        private readonly Acting _head = stage.Person("truongban");

        public void FollowedToItsEnd()
        {
            var (s, line) = Programmed(themes[0], SupervisionKind.Thematic, 160, 120);
            CarryOut(s, 140);
            Conclude(s, line, 128, dueDaysAgo: 90);
            Urge(s, 84, "31");
            Urge(s, 70, "38");
            On(62, ct => stage.Get<RecommendationDesk>().AskToExplainAsync(s.Recommendation, false, null, _standing, ct));
            On(50, ct => stage.Get<RecommendationDesk>().ExplainAsync(s.Recommendation, "Đơn vị thi công chậm bàn giao vật tư; UBND xã đã thay nhà thầu.", null, _clerk, ct));
            On(30, ct => stage.Get<RecommendationDesk>().AnswerAsync(s.Recommendation, new AgencyWordInput("Đã sửa bơm, nước chảy lại từ ngày nghiệm thu.", "112/UBND-KT", null), _clerk, ct));
            On(24, ct => stage.Get<RecommendationDesk>().ConfirmAsync(s.Recommendation, "Đoàn đã đến kiểm tra tại thôn, 42 hộ có nước.", _standing, ct));
        }

        public void RecommendationLate()
        {
            var (s, line) = Programmed(themes[1], SupervisionKind.Thematic, 150, 80, SupervisionSubject.Committee);
            CarryOut(s, 95);
            Conclude(s, line, 84, dueDaysAgo: 20);
            Urge(s, 12, "52");
        }

        public void HeldWithoutReport()
        {
            var (s, _) = Programmed(themes[5], SupervisionKind.Thematic, 120, 40);
            CarryOut(s, 45);
        }

        public void NotHeld() => Programmed(themes[6], SupervisionKind.Ongoing, 130, 25, SupervisionSubject.Committee);

        public void PutOff()
        {
            var (s, _) = Programmed(themes[4], SupervisionKind.Thematic, 130, 50);
            On(60, ct => stage.Get<ProgrammeDesk>().PutOffAsync(s.Code, stage.Clock.InDays(10), stage.Clock.InDays(40), "09/QĐ-TTHĐND", "Trùng thời gian kiểm tra của cấp trên", _standing, ct));
        }

        public void Going()
        {
            var (s, line) = Programmed(themes[2], SupervisionKind.Thematic, 60, -20, SupervisionSubject.Committee);
            On(12, ct => stage.Get<SupervisionDesk>().SetTeamAsync(s.Code, [new TeamMemberInput("Vi Thị Ban", TeamRole.Head), new TeamMemberInput("Lường Văn Biểu", TeamRole.Member), new TeamMemberInput("Hoàng Thị Phòng", TeamRole.Secretary)], _clerk, ct));
            On(12, ct => stage.Get<SupervisionDesk>().SetBodiesAsync(s.Code, [new SupervisedBodyInput(_committee.Id, "Báo cáo theo đề cương", stage.Clock.InDays(3))], _clerk, ct));
            On(10, ct => stage.Get<SupervisionDesk>().RecordPaperAsync(s.Code, new SupervisionPaperInput { Kind = SupervisionPaperKind.Plan, Number = "07/KH-ĐGS", Title = "Kế hoạch giám sát" }, _head, ct));
            On(4, ct => stage.Get<SupervisionDesk>().VisitAsync(s.Code, new VisitInput { Place = "Nhà văn hóa thôn Nà Pục", Notes = "Làm việc với ban quản lý thôn, xem hồ sơ rà soát và danh sách niêm yết." }, _head, ct), visit => s.Visit = visit);
            On(4, ct => stage.Get<SupervisionDesk>().FindAsync(s.Code, new FindingInput { Kind = FindingKind.Shortcoming, Text = line.Missing, VisitId = s.Visit }, _head, ct));
        }

        public void Proposed()
        {
            foreach (var theme in new[] { themes[7], themes[9] })
            {
                On(5, ct => stage.Get<ProgrammeDesk>().ProposeAsync(Input(theme, SupervisionKind.Thematic, SupervisionSubject.StandingCommittee, stage.Clock.InDays(60), stage.Clock.InDays(110)), _head, ct));
            }
        }

        public void Surveys()
        {
            foreach (var (theme, daysAgo) in new[] { (themes[3], 70), (themes[8], 18) })
            {
                On(daysAgo, ct => stage.Get<SupervisionResults>().OnePageAsync(
                    null,
                    new OnePageInput
                    {
                        About = Input(theme, SupervisionKind.FieldSurvey, SupervisionSubject.StandingCommittee, stage.Clock.DaysAgo(daysAgo), stage.Clock.DaysAgo(daysAgo)),
                        On = stage.Clock.DaysAgo(daysAgo),
                        Place = "Tại thôn",
                        Results = Words(theme),
                        Bodies = [_committee.Id],
                        Recommendations = [Recommend(theme, stage.Clock.DaysAgo(daysAgo).AddDays(45))],
                    },
                    _standing,
                    ct));
            }
        }

        /// <summary>The Standing Committee every month, held but for one; a committee every quarter, never held.</summary>
        public void Briefings()
        {
            foreach (var (code, every) in new[] { ("TT", BriefingEvery.Month), ("VHXH", BriefingEvery.Quarter) })
            {
                On(DemoHouse.StoryDays, async ct => await stage.Get<BriefingDesk>().SetCadenceAsync(
                    _home.Id, await BodyAsync(code, ct), every, stage.Clock.DaysAgo(DemoHouse.StoryDays), "Quy chế làm việc của HĐND xã", _clerk, ct));
            }

            foreach (var daysAgo in new[] { 125, 65 })
            {
                On(daysAgo, async ct =>
                {
                    var (standing, today) = (await BodyAsync("TT", ct), stage.Clock.DaysAgo(daysAgo));
                    // The story has no night in which the job would have planned the month.
                    await stage.Get<BriefingCalendar>().RunAsync(stage.Clock.GetUtcNow().UtcDateTime, ct);
                    var period = BriefingPeriod.Of(BriefingEvery.Month, today).Name;
                    await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
                    var briefing = await db.Set<Briefing>().FirstAsync(b => b.BodyId == standing && b.Period == period, ct);

                    return await stage.Get<BriefingDesk>().HoldAsync(
                        briefing.Code,
                        new BriefingInput { Place = "Phòng họp HĐND xã", Chair = "Lò Văn Trực", Minutes = "Rà soát kiến nghị cử tri quá hạn, tiến độ giám sát quý; thống nhất nội dung tiếp xúc cử tri." },
                        _clerk,
                        ct);
                });
            }
        }

        private (Told Told, ThemeLine Line) Programmed(ThemeLine theme, SupervisionKind kind, int daysAgo, int endsDaysAgo, SupervisionSubject subject = SupervisionSubject.StandingCommittee)
        {
            var told = new Told();
            On(daysAgo, async ct => await stage.Get<ProgrammeDesk>().ProposeAsync(
                Input(theme, kind, subject, stage.Clock.DaysAgo(daysAgo - 5), stage.Clock.InDays(-endsDaysAgo)) with { BodyId = await BodyAsync(subject, theme, ct) }, _head, ct), code => told.Code = code);
            On(daysAgo - 2, ct => stage.Get<ProgrammeDesk>().DecideAsync([told.Code], new DecidedBy("03/QĐ-TTHĐND", stage.Clock.DaysAgo(daysAgo - 2)), _standing, ct));

            return (told, theme);
        }

        private void CarryOut(Told s, int daysAgo)
        {
            On(daysAgo, ct => stage.Get<SupervisionDesk>().SetBodiesAsync(s.Code, [new SupervisedBodyInput(_committee.Id, "Báo cáo theo đề cương", stage.Clock.DaysAgo(daysAgo).AddDays(5))], _clerk, ct));
            On(daysAgo, ct => stage.Get<SupervisionDesk>().SetTeamAsync(s.Code, [new TeamMemberInput("Lò Văn Trực", TeamRole.Head), new TeamMemberInput("Hoàng Thị Phòng", TeamRole.Secretary)], _clerk, ct));
            On(daysAgo - 4, ct => stage.Get<SupervisionDesk>().VisitAsync(s.Code, new VisitInput { Place = "UBND xã và 2 thôn", Notes = "Nghe báo cáo, xem hồ sơ, kiểm tra thực địa." }, _head, ct), visit => s.Visit = visit);
            On(daysAgo - 4, ct => stage.Get<SupervisionDesk>().FindAsync(s.Code, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Sổ theo dõi vận hành chưa ghi đủ các tháng; thực địa khớp với báo cáo.", VisitId = s.Visit }, _head, ct));
            On(daysAgo - 5, ct => stage.Get<SupervisionDesk>().HoldAsync(s.Code, null, _clerk, ct));
        }

        private void Conclude(Told s, ThemeLine line, int daysAgo, int dueDaysAgo)
        {
            var results = stage.Get<SupervisionResults>();
            On(daysAgo, ct => results.WriteAsync(s.Code, Words(line), _head, ct));
            On(daysAgo, ct => results.ReportAsync(s.Code, "05/BC-ĐGS", null, _head, ct));
            On(daysAgo, ct => results.RecommendAsync(s.Code, Recommend(line, stage.Clock.DaysAgo(dueDaysAgo)), _head, ct), code => s.Recommendation = code);
            On(daysAgo - 4, ct => results.ConcludeAsync(s.Code, "06/KL-TTHĐND", null, _standing, ct));
        }

        private void Urge(Told s, int daysAgo, string number) => On(daysAgo, async ct =>
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
            var id = await db.Set<FollowUpItem>().Where(i => i.SubjectCode == s.Recommendation).Select(i => i.Id).FirstAsync(ct);

            return await stage.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [id], Number = number, Notation = "HĐND-ĐĐ" }, _clerk, ct);
        });

        private SupervisionInput Input(ThemeLine theme, SupervisionKind kind, SupervisionSubject subject, DateOnly from, DateOnly to) => new()
        {
            CouncilId = _home.Id,
            Subject = subject,
            Kind = kind,
            Theme = $"{theme.Theme} trên địa bàn xã",
            Necessity = "Cử tri nhiều thôn kiến nghị qua các kỳ tiếp xúc; theo chương trình của Đảng ủy, HĐND xã.",
            Content = "Việc chỉ đạo, tổ chức thực hiện; kết quả, hạn chế, nguyên nhân; kiến nghị.",
            Scope = "Từ đầu nhiệm kỳ đến nay",
            Object = "UBND xã, các thôn",
            Source = "Kiến nghị của cử tri",
            Field = theme.Field,
            PlannedFrom = from,
            PlannedTo = to,
        };

        private static ResultsInput Words(ThemeLine line) => new() { Results = line.Achieved, Shortcomings = line.Missing, Assessment = line.Assessment };

        private RecommendationInput Recommend(ThemeLine line, DateOnly due) => new()
        {
            Content = line.Recommendation,
            LeadAgencyId = _committee.Id,
            Cooperating = "Phòng Kinh tế, các thôn liên quan",
            Responsible = "Phó Chủ tịch UBND xã phụ trách",
            Product = line.Product,
            DueOn = due,
        };

        private async Task<Guid?> BodyAsync(SupervisionSubject subject, ThemeLine theme, CancellationToken ct)
        {
            if (subject != SupervisionSubject.Committee)
            {
                return null;
            }

            return await BodyAsync(theme.Field is "socialPolicy" or "health" or "education" or "culture" ? "VHXH" : "KTNS", ct);
        }

        private async Task<Guid> BodyAsync(string code, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<Body>().Where(b => b.CouncilId == _home.Id && b.Code == code).Select(b => b.Id).FirstAsync(ct);
        }

        private void On(int daysAgo, Func<CancellationToken, Task<NghiTruong.Refusals.Result>> act) => stage.Script.On(daysAgo, act);

        private void On<T>(int daysAgo, Func<CancellationToken, Task<NghiTruong.Refusals.Result<T>>> act, Action<T>? keep = null) => stage.Script.On(daysAgo, act, keep ?? (_ => { }));
    }

    /// <summary>A supervision of the story; its codes are known once it has been told.</summary>
    private sealed class Told
    {
        public string Code { get; set; } = "";

        public string Recommendation { get; set; } = "";

        public Guid Visit { get; set; }
    }
}
