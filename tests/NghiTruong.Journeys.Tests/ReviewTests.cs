using Microsoft.EntityFrameworkCore;
using NghiTruong.Reviews;

namespace NghiTruong.Journeys.Tests;

/// <summary>A review goes upward, and the upper level sees it arrive.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task The_clerk_sends_a_review_upward_and_the_upper_level_opens_it_as_the_receipt()
    {
        await using var host = await JourneyHost.OpenAsync();
        string code;
        await using (var db = host.Db())
        {
            code = await db.Set<Review>().Where(r => r.State == ReviewState.Draft && r.Kind == ReviewKind.Scheme).Select(r => r.Code).FirstAsync();
        }

        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Phone with { Scripts = false });
        await clerk.GoAsync($"/so-ket/{code}");
        await clerk.FitsWithoutScriptsAsync();
        await clerk.Page.ClickAsync($"main a[href='/so-ket/{code}/gui']");
        await clerk.Page.FillAsync("#Input_Number", "45");
        await clerk.Page.ClickAsync("main form.form button.btn-primary");

        await using var above = await Person.ComeAsAsync(host, "captren", Screen.Phone with { Scripts = false });
        await above.GoAsync("/so-ket?den=true");
        await above.Page.ClickAsync($"main a[href='/so-ket/{code}']");
        await above.SeeAsync("Nơi nhận đã mở");
        await above.GoAsync("/so-ket/cap-duoi");
        await above.FitsWithoutScriptsAsync();

        await using var after = host.Db();
        Assert.Equal(ReviewState.Received, await after.Set<Review>().Where(r => r.Code == code).Select(r => r.State).SingleAsync());
    }
}
