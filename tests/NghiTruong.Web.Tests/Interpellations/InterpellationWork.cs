using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Tests.Interpellations;

/// <summary>What tests of questioning do at home before they look at a page; every slip is for the economy office.</summary>
internal static class InterpellationWork
{
    public const string Chief = "Trưởng phòng Kinh tế";

    private static int _number = 100;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Acting> DelegateAsync(this WebTest site) => site.EnsureAccountAsync("nha.delegate", new GrantInput { Role = Role.Delegate, CouncilId = site.Home.Id });

    public static async Task<Guid> SittingAsync(this WebTest site) => Done(await site.Get<SessionDesk>().SaveAsync(
        site.Home.Id, new SessionInput { Number = Next(), Name = $"Kỳ họp {_number}", OpensOn = Day(14), Term = "2026-2031" }, Acting.System, Ct)).Value;

    public static async Task<string> SubmittedAsync(this WebTest site) => Done(await site.Get<SlipDesk>().HandInAsync(
        new SlipInput { CouncilId = site.Home.Id, SessionId = await site.SittingAsync(), PersonAsked = Chief, AgencyId = site.Economy.Id, Issue = $"Bao giờ chi trả xong? ({Next()})", HandedInOn = Day(10) },
        await site.DelegateAsync(), Ct)).Value;

    public static async Task<string> InWritingAsync(this WebTest site)
    {
        var code = await site.SubmittedAsync();
        Done(await site.Get<SlipDesk>().DeclineAsync([code], "Trả lời bằng văn bản.", "3/TB", Day(12), Acting.System, Ct));

        return code;
    }

    public static async Task<string> AnsweredAsync(this WebTest site)
    {
        var code = await site.SubmittedAsync();
        var session = (await site.Get<InterpellationReader>().SlipAsync(code, Acting.System, Ct))!.Slip.SessionId;
        Done(await site.Get<SlipDesk>().SelectAsync(new SelectionInput { CouncilId = site.Home.Id, Codes = [code], SessionId = session, Title = "Chi trả", Criterion = "pressing", On = Day(12) }, Acting.System, Ct));
        Done(await site.Get<SittingDesk>().AnswerAsync(code, new AnswerInput { On = Day(14), By = Chief, Answer = "Trong tháng 11." }, Acting.System, Ct));

        return code;
    }

    public static async Task<string> PromisedAsync(this WebTest site) =>
        Done(await site.Get<PromiseDesk>().MakeAsync(await site.AnsweredAsync(), new PromiseInput { Content = $"Chi trả xong ({Next()}).", DueOn = new DateOnly(2026, 11, 30) }, Acting.System, Ct)).Value;

    public static async Task<string> DecidedAsync(this WebTest site) => Done(await site.Get<ExplanationDesk>().DecideAsync(
        new ExplanationInput
        {
            CouncilId = site.Home.Id, Issue = "Việc chậm chi trả chế độ bảo vệ rừng.", PersonAsked = Chief, AgencyId = site.Economy.Id, DecisionNumber = "8/QĐ", DecidedOn = Day(1), PlannedOn = Day(15), Place = "Hội trường",
        },
        Acting.System, Ct)).Value;

    public static async Task<string> HeldAsync(this WebTest site)
    {
        var (code, desk) = (await site.DecidedAsync(), site.Get<ExplanationDesk>());
        var letter = Done(await desk.DraftNoticeAsync(code, Acting.System, Ct)).Value;
        Done(await site.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = $"{Next()}", IssuedOn = Day(4) }, null, Acting.System, Ct));
        Done(await desk.HoldAsync(code, new HoldInput(), Acting.System, Ct));
        Done(await desk.AddTurnAsync(code, new TurnInput(TurnKind.Question, "Đại biểu", "Vì sao?"), Acting.System, Ct));

        return code;
    }

    public static DateOnly Day(int day) => new(2026, 9, day);

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.False(result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    private static int Next() => Interlocked.Increment(ref _number);
}
