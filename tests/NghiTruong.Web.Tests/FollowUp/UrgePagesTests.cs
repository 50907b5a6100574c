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

    private static async Task<Guid> ItemAsync(WebTest site, string code)
    {
        await using var db = site.Db();

        return await db.Set<FollowUpItem>().Where(i => i.SubjectCode == code && i.OwedBy != null).Select(i => i.Id).SingleAsync(Ct);
    }
}
