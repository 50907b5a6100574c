using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NghiTruong.Journal;
using static Microsoft.Playwright.Assertions;

namespace NghiTruong.Journeys.Tests;

/// <summary>A passkey from the day it is added to the day it is taken off, with the browser's own virtual authenticator.</summary>
public sealed class PasskeyTests
{
    private const string SignInWords = "Đăng nhập bằng khóa truy cập";
    private const string Failed = "Không dùng được khóa truy cập";

    [Theory]
    [InlineData(1366, 900)]
    [InlineData(390, 844)]
    public async Task A_passkey_alone_signs_in_until_it_is_removed(int width, int height)
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var clerk = await Person.ComeAsync(host, new Screen(width, height));
        await HoldAuthenticatorAsync(clerk.Page);

        await SignInByPasswordAsync(clerk, host);
        await clerk.GoAsync("/toi");
        await clerk.FillAsync("name", "Máy văn phòng");
        await clerk.PressHereAsync("Thêm khóa truy cập trên máy này");
        await Expect(clerk.Page.Locator("main")).ToContainTextAsync("Máy văn phòng");
        await clerk.FitsAsync();
        await SignOutAsync(clerk);

        await clerk.PressHereAsync(SignInWords);
        await clerk.SeeAsync("Việc hôm nay");
        await clerk.GoAsync("/hop-thu");
        await clerk.FitsAsync();

        await clerk.GoAsync("/toi");
        await clerk.PressHereAsync("Gỡ");
        await Expect(clerk.Page.Locator("main")).Not.ToContainTextAsync("Máy văn phòng");
        await SignOutAsync(clerk);
        await clerk.PressHereAsync(SignInWords);
        await clerk.SeeAsync(Failed);
        await clerk.FitsAsync();
        Assert.Equal(
            ["account.signedIn", "account.passkeyAdded", "account.signedIn passkey", "account.passkeyRemoved"],
            await JournalOfAsync(host, "vanphong"));
    }

    [Fact]
    public async Task A_passkey_whose_holder_the_device_does_not_recognise_opens_nothing()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var clerk = await Person.ComeAsync(host, Screen.Phone);
        var (session, authenticator) = await HoldAuthenticatorAsync(clerk.Page);
        await SignInByPasswordAsync(clerk, host);
        await clerk.GoAsync("/toi");
        await clerk.PressHereAsync("Thêm khóa truy cập trên máy này");
        await Expect(clerk.Page.Locator("main")).ToContainTextAsync("Chưa đặt tên");
        await SignOutAsync(clerk);

        // Somebody else's finger: the device does not verify its holder.
        await session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await clerk.PressHereAsync(SignInWords);
        await clerk.SeeAsync(Failed);
    }

    private static async Task<(ICDPSession Session, string Authenticator)> HoldAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task SignInByPasswordAsync(Person person, JourneyHost host)
    {
        await person.GoAsync("/dang-nhap");
        await person.FillAsync("Input.UserName", "vanphong");
        await person.FillAsync("Input.Password", host.PasswordOf("vanphong"));
        await person.PressHereAsync("Đăng nhập");
        await person.SeeAsync("Việc hôm nay");
    }

    private static async Task SignOutAsync(Person person)
    {
        await person.GoAsync("/dang-xuat");
        await person.PressHereAsync("Đăng xuất");
        await person.Page.WaitForURLAsync("**/dang-nhap");
    }

    /// <summary>What the account's own acts say, in order; a sign-in other than by password with its method.</summary>
    private static async Task<IReadOnlyList<string>> JournalOfAsync(JourneyHost host, string userName)
    {
        await using var db = host.Db();
        var entries = await db.Set<JournalEntry>().Where(e => e.UserName == userName && e.EventCode.StartsWith("account.")).OrderBy(e => e.Sequence).ToListAsync();

        return [.. entries.Select(e => e.Data.Contains("passkey\"", StringComparison.Ordinal) && e.EventCode == "account.signedIn" ? $"{e.EventCode} passkey" : e.EventCode)];
    }
}
