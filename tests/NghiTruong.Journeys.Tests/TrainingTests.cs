using Microsoft.EntityFrameworkCore;
using NghiTruong.Coverage;
using NghiTruong.Training;

namespace NghiTruong.Journeys.Tests;

/// <summary>Every delegate trained each year: the clerk of a commune invites whoever is missing, calls the roll on a phone, and sees a hundred percent.</summary>
public sealed class TrainingTests
{
    [Fact]
    public async Task The_last_untrained_delegate_of_a_commune_is_trained_and_a_hundred_percent_is_seen()
    {
        await using var host = await JourneyHost.OpenAsync();
        var today = (await TodayAsync(host)).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Phone with { Scripts = false });
        await clerk.GoAsync("/tap-huan/do-phu");
        await clerk.FitsWithoutScriptsAsync();
        await clerk.SeeAsync("Còn thiếu");
        await clerk.GoAsync("/tap-huan/moi");
        await clerk.FillAsync("Input.Subject", "Bồi dưỡng cho người còn thiếu");
        await clerk.FillAsync("Input.From", today);
        await clerk.PressHereAsync("Mở lớp");
        var page = clerk.Path[..clerk.Path.LastIndexOf('/')];
        await clerk.GoAsync("/tap-huan/do-phu");
        await clerk.Page.SelectOptionAsync("select[name=lop]", page[(page.LastIndexOf('/') + 1)..]);
        await clerk.Page.ClickAsync("main form[action*='handler=Invite'] button");
        await clerk.GoAsync($"{page}/diem-danh");
        await clerk.FitsWithoutScriptsAsync();
        await clerk.PressHereAsync("Tất cả có mặt");

        await clerk.GoAsync("/tap-huan/do-phu");
        await clerk.SeeAsync("100 %");
        await using var db = host.Db();
        var home = await db.Set<TrainingClass>().Where(c => page.EndsWith(c.Code)).Select(c => c.CouncilId).SingleAsync();
        Assert.False(await db.Set<CoverageLine>().AnyAsync(l => l.Kind == TrainingCoverage.Code && l.CouncilId == home && l.IsMissing));
    }

    private static async Task<DateOnly> TodayAsync(JourneyHost host)
    {
        await using var db = host.Db();

        return await db.Set<CoverageLine>().Where(l => l.Kind == TrainingCoverage.Code).AnyAsync() ? DateOnly.FromDateTime(host.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(7)) : throw new InvalidOperationException("The demo's register of delegates is empty.");
    }
}
