using Microsoft.Playwright;

namespace NghiTruong.Journeys.Tests;

/// <summary>
/// Takes the pictures of the README from the demo as it is served, into <c>docs/pictures</c>. Run by hand when pages have changed:
/// <c>dotnet run --project tests/NghiTruong.Journeys.Tests -- --explicit only --filter-class '*Pictures'</c>.
/// </summary>
public sealed class Pictures
{
    [Fact(Explicit = true)]
    public async Task The_pictures_of_the_readme_are_taken()
    {
        await using var host = await JourneyHost.OpenAsync();
        var addresses = await Addresses.ReadAsync(host);
        var folder = Folder();

        await TakeAsync(host, "thuongtruc", Screen.Desk, "/", Path.Combine(folder, "viec-hom-nay.png"), 900);
        await TakeAsync(host, "vanphong", Screen.Desk, $"/kien-nghi/{addresses.Pressing}", Path.Combine(folder, "mot-kien-nghi.png"), 980);
        await TakeAsync(host, "vanphong", Screen.Desk, "/don-doc", Path.Combine(folder, "can-don-doc.png"), 820);
        await TakeAsync(host, "thuongtruc", Screen.Desk, "/chi-so", Path.Combine(folder, "bang-chi-so.png"), 900);
        await TakeAsync(host, "captren", Screen.Desk, "/theo-doi?subtree=true&overdue=true", Path.Combine(folder, "cap-tren.png"), 820);
        await TakeAsync(host, "daibieu", Screen.Phone, "/", Path.Combine(folder, "dien-thoai.png"), 844);
    }

    private static async Task TakeAsync(JourneyHost host, string userName, Screen screen, string address, string file, int height)
    {
        await using var person = await Person.ComeAsAsync(host, userName, screen);
        await person.Page.SetViewportSizeAsync(screen.Width, height);
        await person.GoAsync(address);
        await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await person.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NghiTruong.slnx")))
            {
                return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "pictures")).FullName;
            }
        }

        throw new DirectoryNotFoundException("the source of the house");
    }
}
