using NghiTruong.Journal;
using NghiTruong.Support;

namespace NghiTruong.Journeys.Tests;

/// <summary>A petition goes its whole way through seven people's hands.</summary>
public sealed class WholeStoryTests
{
    [Theory, Engines]
    public async Task A_petition_goes_from_the_voters_meeting_to_the_voters_told_at_the_desk(Engine engine)
    {
        await using var host = await JourneyHost.OpenAsync(engine);
        var path = new MainPath(host, Screen.Desk);

        await path.WalkAsync();

        await using var standing = await Person.ComeAsAsync(host, "thuongtruc", Screen.Desk);
        await standing.GoAsync($"/kien-nghi/{path.Code}");
        foreach (var step in new[] { "Tiếp nhận", "91/HĐND-VP", "77/KT", "Đã kết thúc" })
        {
            await standing.SeeAsync(step);
        }

        var check = await host.Get<JournalVerifier>().VerifyAsync([], null, TestContext.Current.CancellationToken);
        Assert.Empty(check.Findings);
    }

    [Fact]
    public async Task The_same_way_works_without_scripts()
    {
        await using var host = await JourneyHost.OpenAsync();

        await new MainPath(host, Screen.Desk with { Scripts = false }).WalkAsync();
    }

    [Fact]
    public async Task The_same_way_works_on_a_phone()
    {
        await using var host = await JourneyHost.OpenAsync();

        await new MainPath(host, Screen.Phone).WalkAsync();
    }

    [Fact]
    public async Task The_same_way_works_by_keyboard_alone()
    {
        await using var host = await JourneyHost.OpenAsync();

        await new MainPath(host, Screen.Desk, keyboard: true).WalkAsync();
    }
}
