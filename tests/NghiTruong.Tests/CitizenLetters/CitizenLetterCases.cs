using System.Text;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.CitizenLetters;

/// <summary>Made-up letters of the commune Nà Mẫu; today is 15 September 2026, a Tuesday.</summary>
internal static class CitizenLetterCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static CitizenLetterInput Letter(TestHouse house, CitizenLetterKind kind, string sender = "Lò Thị Mẫu", string summary = "Đường vào thôn Lũng sụt lở từ đầu mùa mưa, đề nghị sửa.") => new()
    {
        CouncilId = house.Province.NaMau.Id, Kind = kind, Summary = summary, Field = "transport", ReceivedOn = Day(9, 14), Senders = [new SenderName(sender, "Thôn Lũng", "001099000123", "0900000001")],
    };

    public static async Task<string> RegisteredAsync(TestHouse house, CitizenLetterInput letter, Acting by) => Done(await house.Get<CitizenLetterIntake>().RegisterAsync(letter, by, Ct)).Value;

    /// <summary>Eligible and another body's, looked at today.</summary>
    public static async Task<string> ToTransferAsync(TestHouse house, CitizenLetterKind kind, Acting clerk)
    {
        var code = await RegisteredAsync(house, Letter(house, kind), clerk);
        Done(await house.Get<CitizenLetterDesk>().ScreenAsync(code, new ScreeningInput { IsEligible = true }, clerk, Ct));

        return code;
    }

    public static async Task<string> TransferredAsync(TestHouse house, CitizenLetterKind kind, Acting clerk, string number = "41")
    {
        var code = await ToTransferAsync(house, kind, clerk);
        Done(await house.Get<CitizenLetterSending>().TransferAsync(code, new LetterSendingInput { AgencyId = house.Province.NaMauEconomy.Id, Number = number, IssuedOn = Day(9, 15), SenderTold = true }, clerk, Ct));

        return code;
    }

    public static async Task<StagedFile> ScanAsync(TestHouse house, string words, bool isProtected, string name = "don.pdf")
    {
        var bytes = Encoding.UTF8.GetBytes("%PDF-1.4 " + words);

        return await house.Get<FileStore>().PutAsync(house.Province.NaMau.Id, bytes, new Upload(FileKind.Pdf, name, bytes.Length, []), isProtected, Ct);
    }

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    public static void Refused(string code, Result result) => Assert.Contains(code, result.Refusals.Select(r => r.Code));
}
