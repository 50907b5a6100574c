using Microsoft.EntityFrameworkCore;
using NghiTruong.CitizenLetters;

namespace NghiTruong.Journeys.Tests;

/// <summary>A delegate takes a letter on the phone; the office takes a citizen through the reception book.</summary>
public sealed class ReceptionTests
{
    [Fact]
    public async Task A_letter_handed_to_a_delegate_is_registered_on_the_phone_and_waits_at_the_office()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var carrier = await Person.ComeAsAsync(host, "daibieu", Screen.Phone);
        await carrier.GoAsync("/don-thu/moi");
        await carrier.PickAsync("Input.Kind", "Feedback");
        await carrier.FillAsync("Input.Summary", "Cống thoát nước thôn Bản Lác tắc ba tuần.");
        await carrier.FillAsync("Input.SenderName", "Vi Văn Hành Trình");
        await carrier.FitsAsync();
        await carrier.PressHereAsync("Vào sổ");
        await carrier.SeeAsync("Qua đại biểu");
        await carrier.FitsAsync();
        Assert.Empty(carrier.Errors);

        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk with { Scripts = false });
        await clerk.GoAsync("/don-thu?undecided=true");
        await clerk.SeeAsync("Cống thoát nước thôn Bản Lác tắc ba tuần.");
        await using var db = host.Db();
        Assert.Equal(CitizenLetterSource.Delegate, await db.Set<CitizenLetter>().OrderByDescending(l => l.CreatedAt).Select(l => l.Source).FirstAsync());
    }

    [Fact]
    public async Task A_citizen_received_goes_through_the_book_to_the_answer_told()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk);
        await clerk.GoAsync("/tiep-cong-dan/luot/moi");
        await clerk.FillAsync("Input.Name", "Lý Thị Hành Trình");
        await clerk.FillAsync("Input.Summary", "Xin mở lại lối ra bến nước thôn Nà Pục.");
        await clerk.PickAsync("Input.Kind", "Request");
        await clerk.PickAsync("Input.TakesLetter", "true");
        await clerk.PressHereAsync("Ghi vào sổ");
        await clerk.SeeAsync("Mới vào sổ");
        var visit = clerk.Path;
        var letter = (await clerk.Page.Locator("main a[href^='/don-thu/DT-']").First.GetAttributeAsync("href"))!;

        await clerk.GoAsync(letter);
        await clerk.PressHereAsync("Xem xét điều kiện");
        await clerk.PickAsync("Input.Verdict", "Other");
        await clerk.PressHereAsync("Ghi kết luận");
        await clerk.PressHereAsync("Chuyển đơn");
        await clerk.ChooseAsync("Input.AgencyId", "UBND xã Nà Mẫu");
        await clerk.FillAsync("Input.Number", "188/HĐND-VP");
        await clerk.FillAsync("Input.IssuedOn", MainPath.Today());
        await clerk.PressHereAsync("Chuyển");
        await clerk.SeeAsync("Đã chuyển đơn");
        await clerk.PressHereAsync("Ghi kết quả");
        await clerk.FillAsync("Input.Words", "Đã mở lối, rải sỏi 60 m.");
        await clerk.FillAsync("Input.Number", "96/UBND");
        await clerk.PressHereAsync("Ghi kết quả");
        await clerk.PressHereAsync("Báo người gửi");
        await clerk.PressHereAsync("Đã báo");
        await clerk.SeeAsync("Đã báo người gửi");

        await clerk.GoAsync(visit);
        await clerk.SeeAsync("96/UBND");
        await clerk.SeeAsync("đã báo người gửi ngày");
        await clerk.GoAsync("/tiep-cong-dan/so");
        await clerk.SeeAsync("Lý Thị Hành Trình");
        await clerk.FitsAsync();
        Assert.Empty(clerk.Errors);
    }
}
