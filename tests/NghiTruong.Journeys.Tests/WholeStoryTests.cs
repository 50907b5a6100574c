using System.IO.Compression;
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

        await DossierIsThereAsync(standing);
        var check = await host.Get<JournalVerifier>().VerifyAsync([], null, TestContext.Current.CancellationToken);
        Assert.Empty(check.Findings);
    }

    /// <summary>The papers before the session in one press: figures that open, and one file with all of them.</summary>
    private static async Task DossierIsThereAsync(Person standing)
    {
        await standing.GoAsync("/kien-nghi/ho-so-ky-hop");
        await standing.SeeAsync("Báo cáo");
        var saved = await standing.Page.RunAndWaitForDownloadAsync(() => standing.Page.Locator("main a.btn-primary[data-download]").First.ClickAsync());
        using var papers = ZipFile.OpenRead(await saved.PathAsync());

        Assert.True(papers.Entries.Count(e => e.Name.EndsWith(".docx", StringComparison.Ordinal)) >= 4, string.Join(", ", papers.Entries.Select(e => e.Name)));
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
