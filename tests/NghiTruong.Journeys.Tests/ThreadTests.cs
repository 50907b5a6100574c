using Microsoft.EntityFrameworkCore;
using NghiTruong.Supervision;
using NghiTruong.Threads;

namespace NghiTruong.Journeys.Tests;

/// <summary>One problem followed to its end, on a phone too.</summary>
public sealed class ThreadTests
{
    private static readonly string[] Walk =
    [
        "petition.recorded", "petition.forwarded", "petition.answered", "supervision.found", "supervision.reported", "supervision.concluded", "recommendation.made", "followUp.urged", "recommendation.explained",
        "recommendation.answered", "recommendation.confirmed", "petition.concluded", "petition.votersNotified", "thread.ended",
    ];

    [Fact]
    public async Task The_demo_follows_one_problem_from_what_voters_said_to_the_result_confirmed()
    {
        await using var host = await JourneyHost.OpenAsync();
        var code = await CodeAsync(host, ThreadStanding.Ended);
        var clerk = await host.ActingAsync("vanphong");
        var view = (await host.Get<ThreadReader>().ReadAsync(code, clerk, CancellationToken.None))!;

        var places = Walk.Select(e => view.Lines.Select(l => l.Event).ToList().IndexOf(e)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Empty(view.Open);
        await using var person = await Person.ComeAsAsync(host, "daibieu", Screen.Phone with { Scripts = false });
        await person.GoAsync($"/mach-van-de/{code}");
        await person.SeeAsync("42 hộ có nước trở lại");
        await person.FitsWithoutScriptsAsync();
        await person.GoAsync($"/mach-van-de/{await CodeAsync(host, ThreadStanding.Open)}");
        Assert.True(await person.Page.Locator("main .tasks li.is-late").CountAsync() > 0);
        await person.FitsWithoutScriptsAsync();
    }

    [Fact]
    public async Task On_a_phone_without_scripts_two_presses_put_a_recommendation_into_a_thread()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Phone with { Scripts = false });
        string recommendation;
        await using (var db = host.Db())
        {
            recommendation = await db.Set<Recommendation>().Where(r => r.State == RecommendationState.Following && !db.Set<ThreadLink>().Any(l => l.RecordId == r.Id)).OrderBy(r => r.Code).Select(r => r.Code).FirstAsync();
        }

        await head.GoAsync($"/kien-nghi-giam-sat/{recommendation}");
        await head.Page.ClickAsync("main a[href^='/mach-van-de/dua-vao']");
        await head.FitsWithoutScriptsAsync();
        await head.Page.ClickAsync("main form.form button.btn-primary");

        Assert.Contains("/mach-van-de/MVD-96001-", head.Page.Url, StringComparison.Ordinal);
        await head.SeeAsync(recommendation);
        await using var after = host.Db();
        Assert.True(await after.Set<ThreadLink>().AnyAsync(l => l.RecordCode == recommendation));
    }

    private static async Task<string> CodeAsync(JourneyHost host, ThreadStanding standing)
    {
        await using var db = host.Db();

        return await db.Set<MatterThread>().Where(t => t.State == standing).OrderBy(t => t.Code).Select(t => t.Code).FirstAsync();
    }
}
