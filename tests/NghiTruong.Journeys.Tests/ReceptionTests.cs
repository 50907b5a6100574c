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
}
