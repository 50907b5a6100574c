using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Letters;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Interpellations;

/// <summary>Made-up slips of the commune Nà Mẫu for its session of 14 September 2026, brought as far as a test wants them; the next regular session opens on 10 December.</summary>
internal static class InterpellationCases
{
    public const string Chairman = "Chủ tịch UBND xã";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static Acting Asker(this SampleProvince province) => SampleProvince.As(Role.Delegate, province.NaMau);

    public static async Task<Guid> SessionAsync(TestHouse house, int number, DateOnly opens, SessionKind kind = SessionKind.Regular) => Done(await house.Get<SessionDesk>().SaveAsync(
        house.Province.NaMau.Id, new SessionInput { Number = number, Kind = kind, Name = $"Kỳ họp thứ {number}", OpensOn = opens, Term = "2026-2031" }, house.Province.Clerk(), Ct)).Value;

    public static SlipInput Slip(TestHouse house, Guid? session = null) => new()
    {
        CouncilId = house.Province.NaMau.Id,
        SessionId = session,
        PersonAsked = Chairman,
        AgencyId = house.Province.NaMauCommittee.Id,
        Field = "water",
        Issue = "Vì sao công trình nước sạch thôn Lũng hỏng một năm chưa sửa?",
        StemsFrom = "Kiến nghị của cử tri thôn Lũng",
        HandedInOn = Day(9, 10),
    };

    public static async Task<(string Code, Acting Asker, Guid Session)> HandedInAsync(TestHouse house)
    {
        var (session, asker) = (await SessionAsync(house, 3, Day(9, 14)), house.Province.Asker());

        return (Done(await house.Get<SlipDesk>().HandInAsync(Slip(house, session), asker, Ct)).Value, asker, session);
    }

    public static SelectionInput Selection(TestHouse house, Guid session, params string[] codes) => new()
    {
        CouncilId = house.Province.NaMau.Id, Codes = codes, SessionId = session, Title = "Nước sạch nông thôn", Criterion = "pressing", Number = "15/TB-TTHĐND", On = Day(9, 12),
    };

    public static AnswerInput Answer { get; } = new() { On = Day(9, 14), By = Chairman, Answer = "Do thiếu vốn; sẽ sửa xong trong tháng 11." };

    /// <summary>Chosen, asked and answered in person on 14 September.</summary>
    public static async Task<(string Code, Acting Asker, Guid Session)> AnsweredAsync(TestHouse house)
    {
        var (code, asker, session) = await HandedInAsync(house);
        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, code), house.Province.StandingCommittee(), Ct));
        Done(await house.Get<SittingDesk>().AskAsync(code, Day(9, 14), house.Province.Clerk(), Ct));
        Done(await house.Get<SittingDesk>().AnswerAsync(code, Answer, house.Province.Clerk(), Ct));

        return (code, asker, session);
    }

    public static PromiseInput Promised { get; } = new() { Content = "Sửa xong công trình nước sạch thôn Lũng.", Product = "Biên bản nghiệm thu", DueOn = Day(11, 30) };

    public static async Task<(string Slip, string Promise, Acting Asker)> PromisedAsync(TestHouse house)
    {
        var (code, asker, _) = await AnsweredAsync(house);

        return (code, Done(await house.Get<PromiseDesk>().MakeAsync(code, Promised, house.Province.Clerk(), Ct)).Value, asker);
    }

    public static PromiseJudgement Kept { get; } = new() { Outcome = PromiseOutcome.Kept, Reason = "Nước đã chảy về 40 hộ.", Evidence = "Biên bản kiểm tra thôn Lũng ngày 28/11." };

    public static ExplanationInput Explanation(TestHouse house, DateOnly on) => new()
    {
        CouncilId = house.Province.NaMau.Id,
        Issue = "Việc chậm chi trả chế độ bảo vệ rừng.",
        PersonAsked = "Trưởng phòng Kinh tế",
        AgencyId = house.Province.NaMauEconomy.Id,
        DecisionNumber = "08/QĐ-TTHĐND",
        DecidedOn = Day(9, 1),
        PlannedOn = on,
        Place = "Hội trường xã",
    };

    /// <summary>Decided on 1 September for the 15th, notified on the day given.</summary>
    public static async Task<string> NotifiedAsync(TestHouse house, DateOnly noticeOn, string number = "21")
    {
        var (desk, standing) = (house.Get<ExplanationDesk>(), house.Province.StandingCommittee());
        var code = Done(await desk.DecideAsync(Explanation(house, Day(9, 15)), standing, Ct)).Value;
        var letter = Done(await desk.DraftNoticeAsync(code, standing, Ct)).Value;
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = number, IssuedOn = noticeOn }, null, house.Province.Clerk(), Ct));

        return code;
    }

    /// <summary>Notified in time and held today with a turn of each side.</summary>
    public static async Task<string> HeldAsync(TestHouse house)
    {
        var (code, desk, clerk) = (await NotifiedAsync(house, Day(9, 4)), house.Get<ExplanationDesk>(), house.Province.Clerk());
        Done(await desk.HoldAsync(code, new HoldInput { Chair = "Phó Chủ tịch HĐND xã" }, clerk, Ct));
        Done(await desk.AddTurnAsync(code, new TurnInput(TurnKind.Question, "Đại biểu Mẫu", "Vì sao chậm?"), clerk, Ct));
        Done(await desk.AddTurnAsync(code, new TurnInput(TurnKind.Answer, "Trưởng phòng Kinh tế", "Do thiếu hồ sơ."), clerk, Ct));

        return code;
    }

    public static ConclusionInput Conclusion { get; } = new()
    {
        Conclusion = "Phòng Kinh tế chi trả xong trong quý IV.", Members = 5, Present = 4, For = 3, Against = 1,
        Tasks = [new PromiseInput { Content = "Chi trả xong chế độ bảo vệ rừng năm 2026.", Product = "Danh sách chi trả", DueOn = Day(10, 31) }],
    };

    /// <summary>Held, concluded with one task and sent today.</summary>
    public static async Task<(string Code, string Task)> SentAsync(TestHouse house)
    {
        var (code, desk, standing) = (await HeldAsync(house), house.Get<ExplanationDesk>(), house.Province.StandingCommittee());
        Done(await desk.ConcludeAsync(code, Conclusion, standing, Ct));
        var letter = Done(await desk.DraftConclusionAsync(code, standing, Ct)).Value;
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = "25", IssuedOn = Day(9, 15) }, null, house.Province.Clerk(), Ct));

        return (code, (await house.Get<InterpellationReader>().ExplanationAsync(code, standing, Ct))!.Promises.Single().Code);
    }

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    public static void Refused(string code, Result result) => Assert.Contains(code, result.Refusals.Select(r => r.Code));
}
