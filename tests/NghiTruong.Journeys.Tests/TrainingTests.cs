using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Training;

namespace NghiTruong.Journeys.Tests;

/// <summary>Every delegate trained each year: the clerk of a commune invites whoever is missing, calls the roll on a phone, and a hundred percent is seen by the commune, the province and the nation.</summary>
public sealed class TrainingTests
{
    [Fact]
    public async Task The_last_untrained_delegate_is_trained_and_a_hundred_percent_is_seen_at_three_levels()
    {
        await using var host = await JourneyHost.OpenAsync();
        await TrainEverybodyElseAsync(host);
        await SeeAsync(host, "captren", "96", false);
        await SeeAsync(host, "quantri", "VN", false);
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
        await SeeAsync(host, "vanphong", "96001", true);
        await SeeAsync(host, "captren", "96", true);
        await SeeAsync(host, "quantri", "VN", true);
    }

    /// <summary>One person opens the figure of their level: all trained, or somebody missing.</summary>
    private static async Task SeeAsync(JourneyHost host, string role, string council, bool all)
    {
        await using var person = await Person.ComeAsAsync(host, role, Screen.Phone with { Scripts = false });
        await person.GoAsync($"/chi-so/delegate.trained?council={council}&subtree=true");
        await person.FitsWithoutScriptsAsync();
        var share = await person.Page.InnerTextAsync(".board-value b");
        Assert.Equal(all, share == "100%");
    }

    /// <summary>The other councils of the demo have trained all theirs before: only the commune of this story is left.</summary>
    private static async Task TrainEverybodyElseAsync(JourneyHost host)
    {
        List<(Guid Council, Guid Delegate)> missing;
        await using (var db = host.Db())
        {
            var home = await db.Set<Council>().Where(c => c.Code == "96001").Select(c => c.Id).SingleAsync();
            missing = [.. (await db.Set<CoverageLine>().Where(l => l.Kind == TrainingCoverage.Code && l.IsMissing && l.CouncilId != home).ToListAsync()).Select(l => (l.CouncilId, l.SubjectId))];
        }

        var today = await TodayAsync(host);
        foreach (var council in missing.GroupBy(m => m.Council))
        {
            var code = (await host.Get<TrainingDesk>().OpenAsync(new TrainingInput { CouncilId = council.Key, Subject = "Kỹ năng của đại biểu", From = today }, Acting.System, default)).Value;
            _ = (await host.Get<TrainingEnrolment>().EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.Untrained }, Acting.System, default)).Value;
            Assert.False((await host.Get<TrainingRoll>().CallAsync(code, today, [.. council.Select(m => m.Delegate)], Acting.System, default)).IsRefused);
        }
    }

    private static async Task<DateOnly> TodayAsync(JourneyHost host)
    {
        await using var db = host.Db();

        return await db.Set<CoverageLine>().Where(l => l.Kind == TrainingCoverage.Code).AnyAsync() ? DateOnly.FromDateTime(host.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(7)) : throw new InvalidOperationException("The demo's register of delegates is empty.");
    }
}
