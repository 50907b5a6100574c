using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Letters;
using NghiTruong.Web.Tests.Petitions;

namespace NghiTruong.Web.Tests.FollowUp;

public sealed class UrgePagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_urging_proposes_whom_each_step_goes_to_and_takes_another()
    {
        await using var site = await WebTest.OpenAsync();
        var (first, second) = (await site.SentAsync(), await site.SentAsync());
        var province = site.Agencies.First(a => a.CouncilId != site.Home.Id && a.Kind == AgencyKind.PeoplesCommittee && a.Name.Contains("tỉnh", StringComparison.Ordinal));
        site.Clock.SetDay(new DateOnly(2026, 10, 20));
        using var clerk = await site.SignInAsync("vanphong");

        await clerk.GoAsync($"/theo-doi/don-doc?id={await ItemAsync(site, first)}");
        Assert.Contains(clerk.Page.QuerySelectorAll("#Input_Order option"), o => o.TextContent == "3. Kiến nghị cấp có thẩm quyền xử lý, gửi UBND xã Nà Mẫu");
        Assert.Equal("Đề xuất: Phòng Kinh tế", clerk.Page.QuerySelector("#Input_AddresseeId option")!.TextContent);
        await clerk.FillAsync(("Input.Order", "3"), ("Input.SkipReason", "Việc cấp bách"), ("Input.Number", "88"));
        await clerk.GoAsync($"/theo-doi/don-doc?id={await ItemAsync(site, second)}");
        await clerk.FillAsync(("Input.Order", "3"), ("Input.SkipReason", "Việc cấp bách"), ("Input.Number", "89"), ("Input.AddresseeId", $"{province.Id}"));

        await using var db = site.Db();
        Assert.Equal([site.Committee.Name, province.Name], await db.Set<OfficialLetter>().Where(l => l.Kind == UrgingDesk.LetterKind).OrderBy(l => l.Number).Select(l => l.RecipientName).ToListAsync(Ct));
    }

    [Fact]
    public async Task Each_letter_of_a_press_has_its_own_step_and_number()
    {
        await using var site = await WebTest.OpenAsync();
        var (first, second) = (await site.SentAsync(), await site.SentAsync());
        site.Clock.SetDay(new DateOnly(2026, 10, 20));
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/theo-doi/don-doc?id={await ItemAsync(site, second)}");
        await clerk.FillAsync(("Input.Order", "3"), ("Input.SkipReason", "Việc cấp bách"), ("Input.Number", "88"));
        site.Clock.SetDay(new DateOnly(2026, 12, 20));

        using var later = await site.SignInAsync("vanphong");
        await later.GoAsync("/don-doc");
        Assert.Equal(["Phòng Kinh tế: Đôn đốc lần 1", "Phòng Kinh tế: Đưa vào phiên giải trình"], later.Page.QuerySelectorAll("form.card h2").Select(h => h.TextContent).Order());
        Assert.NotNull(later.Page.QuerySelector($"form.card a[href='/kien-nghi/{first}']"));
        await later.GoAsync($"/theo-doi/don-doc?id={await ItemAsync(site, first)}&id={await ItemAsync(site, second)}");
        Assert.Contains("Phòng Kinh tế: Đôn đốc lần 1", later.Page.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(later.Page.QuerySelector("label[for=Input_Number] .optional"));
        await later.FillAsync(("Input.Number", "90"));

        // The second letter's step makes none of its own, so its number is asked for.
        Assert.Contains("Phòng Kinh tế: Đưa vào phiên giải trình", later.Page.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.Null(later.Page.QuerySelector("label[for=Input_Number] .optional"));
        await later.FillAsync(("Input.Number", ""));
        Assert.NotNull(later.ErrorAt("Input_Number"));
        await later.FillAsync(("Input.Number", "90"));

        Assert.Equal("/theo-doi", later.Path);
        await using var db = site.Db();
        Assert.Equal([("1", "90"), ("4", "90")], (await db.Set<UrgingStepTaken>().Where(t => t.On == new DateOnly(2026, 12, 20)).OrderBy(t => t.Order).ToListAsync(Ct)).Select(t => ($"{t.Order}", t.DocumentNumber)));
    }

    [Fact]
    public async Task One_press_drafts_the_letters_of_every_agency_and_their_pages_list_what_they_press_for()
    {
        await using var site = await WebTest.OpenAsync();
        var (first, second) = (await site.SentAsync(), await site.SentAsync());
        await using (var db = site.Db())
        {
            var item = await db.Set<FollowUpItem>().SingleAsync(i => i.SubjectCode == second && i.OwedBy != null, Ct);
            item.AgencyId = site.Committee.Id;
            await db.SaveChangesAsync(Ct);
        }

        site.Clock.SetDay(new DateOnly(2026, 10, 20));
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/theo-doi/don-doc?id={await ItemAsync(site, first)}&id={await ItemAsync(site, second)}");
        var button = clerk.Page.QuerySelectorAll("main button").Single(b => b.TextContent.Trim() == "Lập dự thảo cả 2 công văn");
        await clerk.PostAsync(button.GetAttribute("formaction")!, [.. clerk.Page.QuerySelectorAll("main form input[type=hidden]").Where(i => i.GetAttribute("name") is "id" or "con").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);

        await using var after = site.Db();
        var letters = await after.Set<OfficialLetter>().Where(l => l.Kind == UrgingDesk.LetterKind).OrderBy(l => l.RecipientName).ToListAsync(Ct);
        Assert.Equal([("Phòng Kinh tế", LetterState.Draft), (site.Committee.Name, LetterState.Draft)], letters.Select(l => (l.RecipientName, l.State)));
        Assert.All(await after.Set<FollowUpItem>().ToListAsync(Ct), item => Assert.Equal(0, item.UrgingStep));
        await clerk.GoAsync($"/cong-van/{letters[0].Id}");
        Assert.NotNull(clerk.Page.QuerySelector($"main a[href='/kien-nghi/{first}']"));
        Assert.Null(clerk.Page.QuerySelector($"main a[href='/kien-nghi/{second}']"));
    }

    private static async Task<Guid> ItemAsync(WebTest site, string code)
    {
        await using var db = site.Db();

        return await db.Set<FollowUpItem>().Where(i => i.SubjectCode == code && i.OwedBy != null).Select(i => i.Id).SingleAsync(Ct);
    }
}
