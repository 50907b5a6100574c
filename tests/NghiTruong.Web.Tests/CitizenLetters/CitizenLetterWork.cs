using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Reception;
using NghiTruong.Refusals;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.CitizenLetters;

/// <summary>What tests of letters and receptions do at home before they look at a page.</summary>
internal static class CitizenLetterWork
{
    private static int _number = 300;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateOnly Day(int day) => new(2026, 9, day);

    public static async Task<string> RegisteredAsync(this WebTest site, CitizenLetterKind kind, string sender = "Lò Thị Mẫu", Acting? by = null) => Done(await site.Get<CitizenLetterIntake>().RegisterAsync(
        new CitizenLetterInput
        {
            CouncilId = site.Home.Id, Kind = kind, Summary = $"Việc sửa đường thôn Lũng ({Next()}).", ReceivedOn = Day(14), Senders = [new SenderName(sender, "Thôn Lũng")],
        },
        by ?? Acting.System, Ct)).Value;

    public static async Task<string> TransferredAsync(this WebTest site, CitizenLetterKind kind)
    {
        var code = await site.RegisteredAsync(kind);
        Done(await site.Get<CitizenLetterDesk>().ScreenAsync(code, new ScreeningInput { IsEligible = true }, Acting.System, Ct));
        Done(await site.Get<CitizenLetterSending>().TransferAsync(code, new LetterSendingInput { AgencyId = site.Economy.Id, Number = $"{Next()}", IssuedOn = Day(15) }, Acting.System, Ct));

        return code;
    }

    public static async Task<string> ScheduledAsync(this WebTest site) => Done(await site.Get<ReceptionDesk>().ScheduleAsync(
        new ReceptionInput { CouncilId = site.Home.Id, On = Day(15), StartsAt = new TimeOnly(7, 30), Place = "Phòng tiếp công dân", Receiver = "Phó Chủ tịch HĐND", IsOnline = true }, Acting.System, Ct)).Value[0];

    public static async Task<string> VisitedAsync(this WebTest site, bool refused = false)
    {
        var code = Done(await site.Get<VisitDesk>().ReceiveAsync(
            new VisitInput { CouncilId = site.Home.Id, Person = new SenderName("Vi Văn Mẫu"), Summary = $"Hỏi thủ tục ({Next()}).", Kind = CitizenLetterKind.Request }, Acting.System, Ct)).Value;
        if (refused)
        {
            Done(await site.Get<VisitDesk>().RefuseAsync(code, "Đã giải quyết xong", Acting.System, Ct));
        }

        return code;
    }

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.False(result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    public static int Next() => Interlocked.Increment(ref _number);
}
