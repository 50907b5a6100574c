using Microsoft.EntityFrameworkCore;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using static Microsoft.Playwright.Assertions;

namespace NghiTruong.Journeys.Tests;

/// <summary>Moments at which an office loses work elsewhere, and must not here.</summary>
public sealed class HardMomentsTests : IAsyncLifetime
{
    private const string Typed = "Cử tri thôn Khuổi Xanh đề nghị xem lại đơn giá bồi thường đường vào thôn; đã ghi đủ ý kiến của 27 hộ.";
    private JourneyHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await JourneyHost.OpenAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_sign_in_that_runs_out_in_the_middle_of_a_long_form_loses_nothing()
    {
        await using var clerk = await Person.ComeAsAsync(_host, "vanphong", Screen.Desk);
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync("Input.Content", Typed);
        await clerk.FillAsync("Input.Place", "thôn Khuổi Xanh");
        await clerk.Page.Context.ClearCookiesAsync();

        await clerk.PressHereAsync("Lưu kiến nghị");
        await clerk.Page.Locator("button[name=userName][value=vanphong]").ClickAsync();
        await clerk.SeeAsync("Nhập kiến nghị");

        await Expect(clerk.Field("Input.Content")).ToHaveValueAsync(Typed);
        await Expect(clerk.Field("Input.Place")).ToHaveValueAsync("thôn Khuổi Xanh");
        await clerk.PressHereAsync("Lưu kiến nghị");
        await clerk.SeeAsync("Đã lưu, mã kiến nghị");
        Assert.Equal(1, await CountAsync(Typed));
    }

    [Fact]
    public async Task A_double_click_on_send_sends_once()
    {
        await using var clerk = await Person.ComeAsAsync(_host, "vanphong", Screen.Desk);
        var code = await OnTheDeskAsync();
        await clerk.GoAsync($"/kien-nghi/{code}/chuyen");
        await clerk.ChooseAsync("Input.RecipientAgencyId", "UBND xã Nà Mẫu");
        await clerk.FillAsync("Input.Number", "95");
        await clerk.FillAsync("Input.Notation", "HĐND-VP");
        await clerk.FillAsync("Input.IssuedOn", MainPath.Today());

        await clerk.Page.Locator("main form.form button.btn-primary").DblClickAsync();
        await clerk.SeeAsync("95/HĐND-VP");

        await using var db = _host.Db();
        var id = await db.Set<Petition>().Where(p => p.Code == code).Select(p => p.Id).SingleAsync();
        Assert.Equal(1, await db.Set<OfficialLetter>().CountAsync(l => l.Number == "95"));
        Assert.Equal(1, await db.Set<PetitionForwarding>().CountAsync(f => f.PetitionId == id && f.WithdrawnOn == null));
    }

    [Fact]
    public async Task Of_two_clerks_who_edit_the_same_petition_the_second_sees_what_changed_and_loses_nothing()
    {
        var code = await OnTheDeskAsync();
        await using var first = await Person.ComeAsAsync(_host, "vanphong", Screen.Desk);
        await using var second = await Person.ComeAsAsync(_host, "thuongtruc", Screen.Desk);
        await first.GoAsync($"/kien-nghi/{code}/sua");
        await second.GoAsync($"/kien-nghi/{code}/sua");

        await first.FillAsync("Input.Place", "thôn Bản Thượng");
        await first.PressHereAsync("Lưu thay đổi");
        await first.SeeAsync("Đã lưu thay đổi");
        await second.FillAsync("Input.Content", Typed);
        await second.PressHereAsync("Lưu thay đổi");

        await second.SeeAsync("Người khác vừa lưu");
        await second.SeeAsync("thôn Bản Thượng");
        await Expect(second.Field("Input.Content")).ToHaveValueAsync(Typed);
        await second.PressHereAsync("Lưu thay đổi");
        await second.SeeAsync("Đã lưu thay đổi");
        Assert.Equal(Typed, (await _host.PetitionAsync(code)).Content);
    }

    private async Task<string> OnTheDeskAsync()
    {
        await using var db = _host.Db();

        return await (
            from petition in db.Set<Petition>()
            join council in db.Set<NghiTruong.Councils.Council>() on petition.CouncilId equals council.Id
            where council.Code == "96001" && petition.Status == PetitionStatus.Recorded && petition.Kind == PetitionKind.Petition
            orderby petition.Code
            select petition.Code).FirstAsync();
    }

    private async Task<int> CountAsync(string content)
    {
        await using var db = _host.Db();

        return await db.Set<Petition>().CountAsync(p => p.Content == content);
    }
}
