using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Petitions;

namespace NghiTruong.Journeys.Tests;

/// <summary>One matter from the voters' meeting to the voters told, everybody doing their part.</summary>
internal sealed class MainPath(JourneyHost host, Screen screen, bool keyboard = false)
{
    private const string Asked = "Đề nghị làm rãnh thoát nước dọc trục đường thôn Nà Pục, nước mưa tràn vào sân nhà văn hóa.";
    private const string AlsoAsked = "Đề nghị thay nắp cống hỏng trước cổng điểm trường Nà Pục.";

    public string Code { get; private set; } = "";

    private string Other { get; set; } = "";

    public async Task WalkAsync()
    {
        await ClerkTakesInAsync();
        await AgencyAnswersAsync();
        await OfficeProposesAsync();
        await CommitteeVerifiesAsync();
        await StandingCommitteeConcludesAsync();
        await VotersAreToldAsync();
    }

    private async Task ClerkTakesInAsync()
    {
        await using var clerk = await ComeAsync("vanphong");
        await clerk.GoAsync("/tiep-xuc");
        await clerk.PressHereAsync("Ghi hội nghị tiếp xúc cử tri");
        await clerk.FillAsync("Input.Place", "Nhà văn hóa thôn Nà Pục");
        await clerk.FillAsync("Input.HeldOn", Today());
        await clerk.FillAsync("Input.Voters", "47");
        await clerk.PressHereAsync("Lưu và nhập kiến nghị");
        await clerk.SeeAsync("Nhập ý kiến, kiến nghị thứ 1");
        foreach (var words in new[] { Asked, AlsoAsked })
        {
            await clerk.FillAsync("Input.Content", words);
            await clerk.PressHereAsync("Lưu, nhập tiếp");
            await clerk.SeeAsync(words[..40]);
        }

        (Code, Other) = (await CodeOfAsync(Asked), await CodeOfAsync(AlsoAsked));
        await SortAsync(clerk, Code);
        await SortAsync(clerk, Other);
        await SendAsync(clerk);
    }

    private static async Task SortAsync(Person clerk, string code)
    {
        await clerk.GoAsync($"/kien-nghi/{code}");
        await clerk.PressHereAsync("Phân loại");
        await clerk.ChooseAsync("Input.Field", "Giao thông");
        await clerk.ChooseAsync("Input.Authority", "Xã, phường, đặc khu");
        await clerk.PressHereAsync("Lưu phân loại");
        await clerk.SeeAsync("Đã phân loại");
    }

    private async Task SendAsync(Person clerk)
    {
        await clerk.GoAsync("/kien-nghi?status=Classified&stage=all&field=transport");
        await clerk.PickAsync("ma", Code);
        await clerk.PickAsync("ma", Other);
        await clerk.PressHereAsync("Chuyển giải quyết");
        await clerk.SeeAsync("2 kiến nghị");
        await clerk.ChooseAsync("Input.RecipientAgencyId", "Phòng Kinh tế");
        await clerk.FillAsync("Input.Number", "91");
        await clerk.FillAsync("Input.Notation", "HĐND-VP");
        await clerk.FillAsync("Input.IssuedOn", Today());
        await clerk.PressHereAsync("Chuyển");
        await clerk.GoAsync($"/kien-nghi/{Code}");
        await clerk.SeeAsync("91/HĐND-VP");
        await clerk.SeeAsync("Phòng Kinh tế");
    }

    private async Task AgencyAnswersAsync()
    {
        await using var officer = await ComeAsync("coquan");
        await officer.GoAsync($"/kien-nghi/{Code}");
        await officer.PressHereAsync("Ghi nhận tiếp nhận");
        await officer.PressHereAsync("Xác nhận");
        await officer.PressHereAsync("Ghi trả lời");
        await officer.FillAsync("Input.Number", "77/KT");
        await officer.FillAsync("Input.IssuedOn", Today());
        await officer.FillAsync("Input.Extracts[0]", "Đã làm 120 m rãnh thoát nước bằng bê tông, nghiệm thu cùng thôn.");
        await officer.ChooseAsync("Input.Outcomes[0]", "Đã giải quyết");
        await officer.PressHereAsync("Lưu trả lời");
        await officer.SeeAsync("Đã ghi trả lời");
    }

    private async Task OfficeProposesAsync()
    {
        await using var clerk = await ComeAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/{Code}");
        await clerk.SeeAsync("Đã làm 120 m rãnh thoát nước");
        await clerk.PressHereAsync("Đánh giá");
        await clerk.PickAsync("Input.Outcome", "Settled");
        await clerk.FillAsync("Input.Note", "Đã xem tại thôn.");
        await clerk.PressHereAsync("Lưu đề xuất");
        await clerk.SeeAsync("Văn phòng đề xuất");
    }

    private async Task CommitteeVerifiesAsync()
    {
        await using var head = await ComeAsync("truongban");
        await head.GoAsync($"/kien-nghi/{Code}");
        await head.PressHereAsync("Ghi thẩm tra");
        await head.FillAsync("Input.Note", "Báo cáo của UBND đúng thực tế.");
        await head.PressHereAsync("Lưu ý kiến thẩm tra");
        await head.SeeAsync("Báo cáo của UBND đúng thực tế.");
    }

    private async Task StandingCommitteeConcludesAsync()
    {
        await using var standing = await ComeAsync("thuongtruc");
        await standing.GoAsync($"/kien-nghi/{Code}");
        await standing.PressHereAsync("Kết luận");
        await standing.PickAsync("Input.Outcome", "Settled");
        await standing.PressHereAsync("Lưu kết luận");
        await standing.SeeAsync("Thường trực kết luận");
    }

    private async Task VotersAreToldAsync()
    {
        await using (var front = await ComeAsync("mattran"))
        {
            await front.GoAsync($"/kien-nghi/{Code}");
            await front.PressHereAsync("Thông báo cử tri");
            await front.PickAsync("Input.Channel", "NoticeBoard");
            await front.FillAsync("Input.On", Today());
            await front.FillAsync("Input.Evidence", "Biên bản niêm yết tại nhà văn hóa thôn");
            await front.PressHereAsync("Lưu thông báo");
        }

        await using var clerk = await ComeAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/{Code}");
        await clerk.PressHereAsync("Kết thúc");
        await clerk.PressHereAsync("Kết thúc theo dõi");
        await clerk.SeeAsync("Đã kết thúc");
        Assert.Equal(PetitionStatus.Closed, (await host.PetitionAsync(Code)).Status);
    }

    private Task<Person> ComeAsync(string userName) => Person.ComeAsAsync(host, userName, screen, keyboard);

    private async Task<string> CodeOfAsync(string words)
    {
        await using var db = host.Db();

        return await db.Set<Petition>().Where(p => p.Content == words).Select(p => p.Code).SingleAsync();
    }

    /// <summary>Today as an official writes it.</summary>
    internal static string Today(int days = 0) => TimeProvider.System.Today.AddDays(days).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
