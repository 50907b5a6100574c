using Microsoft.EntityFrameworkCore;
using NghiTruong.Interpellations;

namespace NghiTruong.Journeys.Tests;

/// <summary>A delegate asks from a phone.</summary>
public sealed class InterpellationTests
{
    [Fact]
    public async Task A_delegate_hands_a_slip_in_on_a_phone_and_the_standing_committee_has_it_before_them()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var asker = await Person.ComeAsAsync(host, "daibieu", Screen.Phone);

        await asker.GoAsync("/chat-van/moi");
        await asker.FillAsync("Input.PersonAsked", "Chủ tịch UBND xã");
        await asker.FillAsync("Input.Issue", "Trạm y tế xã bao giờ có bác sĩ trực ban đêm?");
        // What is missing stands at its field, and nothing typed is lost.
        await asker.PressHereAsync("Gửi phiếu");
        await asker.FitsAsync();
        Assert.Equal("Chủ tịch UBND xã", await asker.Field("Input.PersonAsked").InputValueAsync());
        await asker.ChooseAsync("Input.AgencyId", "UBND xã Nà Mẫu");
        await asker.PressHereAsync("Gửi phiếu");
        await asker.SeeAsync("Chờ lựa chọn");
        await asker.FitsAsync();
        Assert.Empty(asker.Errors);

        await using var standing = await Person.ComeAsAsync(host, "thuongtruc", Screen.Desk with { Scripts = false });
        await standing.GoAsync("/chat-van/chon");
        await standing.SeeAsync("Trạm y tế xã bao giờ có bác sĩ trực ban đêm?");
        await using var db = host.Db();
        Assert.Equal("Lường Văn Biểu", await db.Set<Interpellation>().Where(i => i.Issue.StartsWith("Trạm y tế")).Select(i => i.AskerName).SingleAsync());
    }
}
