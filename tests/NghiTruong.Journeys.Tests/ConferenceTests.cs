using Microsoft.EntityFrameworkCore;
using NghiTruong.Conferences;

namespace NghiTruong.Journeys.Tests;

/// <summary>The demo's conference of the former district, told after the seed's own: its opinions can be read on a phone.</summary>
public sealed class ConferenceTests
{
    [Fact]
    public async Task The_former_districts_conference_stands_with_twelve_opinions_and_its_conclusion()
    {
        await using var host = await JourneyHost.OpenAsync();
        string code;
        await using (var db = host.Db())
        {
            code = await db.Set<Conference>().Where(c => c.HeldOn == new DateOnly(2022, 5, 4)).Select(c => c.Code).SingleAsync(TestContext.Current.CancellationToken);
        }

        await using var upper = await Person.ComeAsAsync(host, "captren", Screen.Phone with { Scripts = false });
        await upper.GoAsync($"/hoi-nghi/{code}");
        await upper.SeeAsync("Ý kiến thảo luận (12)");
        await upper.SeeAsync("đi theo vấn đề đến cuối cùng");
        await upper.FitsWithoutScriptsAsync();
    }
}
