using Microsoft.EntityFrameworkCore;
using NghiTruong.Counting;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Journeys.Tests;

/// <summary>The demo tells the whole story: nobody who comes to look finds an empty desk, and its figures bear out.</summary>
public sealed class DemoTests
{
    private static readonly string[] Everybody = ["vanphong", "thuongtruc", "truongban", "daibieu", "coquan", "mattran", "captren", "quantri"];
    private static readonly string[] Lists = ["/kien-nghi", "/kien-nghi?stage=all", "/tiep-xuc", "/theo-doi", "/don-doc", "/cong-van", "/cong-van?muc=trinh-ky", "/cong-van?muc=cho-phat-hanh", "/hop-thu", "/tim-kiem?q=duong%20lien%20thon", "/chat-van", "/loi-hua", "/giai-trinh"];

    [Fact]
    public async Task Everybody_finds_something_to_do_today_and_no_list_of_the_clerk_is_empty()
    {
        await using var host = await JourneyHost.OpenAsync();
        foreach (var userName in Everybody)
        {
            await using var person = await Person.ComeAsAsync(host, userName, Screen.Phone with { Scripts = false });
            Assert.True(await person.Page.Locator("main .tasks li").CountAsync() > 0, $"{userName} has nothing to do");
            await person.FitsWithoutScriptsAsync();
        }

        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk with { Scripts = false });
        foreach (var list in Lists)
        {
            await clerk.GoAsync(list);
            Assert.True(await clerk.Page.Locator("main tbody tr, main .tasks li, main li[data-row]").CountAsync() > 0, $"{list} is empty");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Larger_letters_fit_a_phone(int size)
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Phone);
        await clerk.GoAsync($"/hien-thi?size={size}&ve=/don-doc");
        var petition = await clerk.Page.Locator("main a.code").First.GetAttributeAsync("href");

        foreach (var page in new[] { "/", "/don-doc", petition!, "/kien-nghi?overdue=true", "/theo-doi", "/giam-sat", "/giam-sat/tong-hop", "/chat-van", "/loi-hua", "/giai-trinh" })
        {
            await clerk.GoAsync(page);
            await clerk.FitsAsync();
        }
    }

    [Theory, Engines]
    public async Task The_story_leaves_petitions_at_every_step_and_its_counts_bear_out(Engine engine)
    {
        await using var host = await JourneyHost.OpenAsync(engine);
        await using var db = host.Db();

        var atHome = await db.Set<Petition>().Where(p => p.Code.StartsWith("KNCT-96001-")).GroupBy(p => p.Status).Select(g => g.Key).ToListAsync();
        var differences = await host.Get<CountCheck>().VerifyAsync(CancellationToken.None);

        Assert.Equal(Enum.GetValues<PetitionStatus>(), atHome.Order());
        Assert.Empty(differences);
    }
}
