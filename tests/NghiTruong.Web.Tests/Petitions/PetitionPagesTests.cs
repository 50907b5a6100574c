using System.Net;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Tests.Petitions;

/// <summary>The pages of a petition, as people without scripts use them.</summary>
public sealed class PetitionPagesTests(WebTest site) : IClassFixture<WebTest>
{
    [Fact]
    public async Task A_clerk_records_a_petition_by_form_and_stands_on_its_page()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync(("Input.Content", "Cử tri đề nghị xây kè suối Nậm Mẫu."), ("Input.Place", "Thôn Nà Mẫu"), ("Input.PersonName", "Nông Thị Mẫu"), ("Input.Voters", "12"));

        Assert.StartsWith("/kien-nghi/KNCT-96001-2026-", clerk.Path, StringComparison.Ordinal);
        Assert.Contains("xây kè suối Nậm Mẫu", clerk.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nông Thị Mẫu", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(["petition.recorded"], await site.StoryAsync(clerk.Path.Split('/')[^1]));
    }

    [Fact]
    public async Task A_form_without_content_is_refused_at_the_field_and_keeps_what_was_typed()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync(("Input.Content", " "), ("Input.Place", "Thôn Nà Mẫu"), ("Input.ReceivedOn", "1.10.26"));

        Assert.Equal("Chưa nhập nội dung kiến nghị.", clerk.ErrorAt("Input_Content"));
        Assert.Equal("Thôn Nà Mẫu", clerk.Page.GetElementById("Input_Place")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_chose_a_file_is_told_to_choose_it_again_when_the_form_comes_back()
    {
        using var clerk = await site.SignInAsync("vanphong");
        var page = await clerk.GoAsync("/kien-nghi/moi");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main form.form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(" "), "Input.Content" },
            { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "Input.Sheet", "bien-ban.pdf" },
        };

        using var answer = await clerk.Http.PostAsync(new Uri("/kien-nghi/moi", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var back = await Browser.ReadAsync(answer);
        Assert.Equal("Tệp vừa chọn chưa được giữ lại. Hãy chọn lại tệp.", back.GetElementById("Input_Sheet-error")?.TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_typed_is_no_verification()
    {
        var code = await site.SentAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await ActAsync(clerk, code, "tra-loi", ("Input.Number", "27/UBND-VP"), ("Input.Extracts[0]", "Đã sửa."), ("Input.Outcomes[0]", "Settled"));

        await clerk.GoAsync($"/kien-nghi/{code}/tham-tra");
        await clerk.FillAsync();

        Assert.Equal("Chưa ghi ý kiến thẩm tra của Ban.", clerk.ErrorAt("Input_Note"));
        Assert.Null((await site.PetitionAsync(code)).VerifiedOn);
    }

    [Fact]
    public async Task A_letter_older_than_what_it_forwards_is_told()
    {
        var code = await site.RecordedAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await ActAsync(clerk, code, "chuyen", ("Input.RecipientAgencyId", site.Committee.Id.ToString()), ("Input.Number", "145/HĐND-VP"), ("Input.Notation", ""), ("Input.IssuedOn", "14/9/2026"));

        Assert.Contains($"công văn ghi ngày 14/9/2026, trước ngày tiếp nhận kiến nghị {code}", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_shown_and_chosen_whole()
    {
        for (var i = 0; i < 21; i++)
        {
            await site.RecordedAsync($"Đề nghị sửa nhà văn hóa thôn {i}.");
        }

        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi?session=none&stage=all");
        Assert.Empty(clerk.Page.QuerySelectorAll("[name=ma][checked]"));
        await clerk.GoAsync(clerk.Page.QuerySelector("#list a[href$='chon=tat-ca']")!.GetAttribute("href")!);

        var rows = clerk.Page.QuerySelectorAll("[name=ma]");
        Assert.True(rows.Length > 20);
        Assert.All(rows, r => Assert.True(r.HasAttribute("checked")));
        Assert.Empty(clerk.Page.QuerySelectorAll("#list a[href*='chon=']"));
    }

    [Fact]
    public async Task A_day_after_today_is_refused_at_its_field()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync(("Input.Content", "Đề nghị lắp đèn đường."), ("Input.ReceivedOn", "1.10.26"));

        Assert.Equal("Ngày tiếp nhận không được sau hôm nay.", clerk.ErrorAt("Input_ReceivedOn"));
    }

    [Fact]
    public async Task The_whole_way_is_walked_on_pages_and_stands_in_the_journal()
    {
        var code = await site.RecordedAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await ActAsync(clerk, code, "phan-loai", ("Input.Field", "transport"), ("Input.Authority", "commune"));
        await ActAsync(clerk, code, "chuyen", ("Input.RecipientAgencyId", site.Committee.Id.ToString()), ("Input.Number", "41"), ("Input.Notation", "HĐND-VP"), ("Input.IssuedOn", "14/9/2026"));
        await ActAsync(clerk, code, "tiep-nhan");
        await ActAsync(clerk, code, "gia-han", ("Input.To", "30/11/2026"), ("Input.Document", "12/UBND"));
        await ActAsync(clerk, code, "giao-phong", ("Input.Department", site.Economy.Id.ToString()));
        await ActAsync(clerk, code, "tra-loi", ("Input.Number", "21/UBND-VP"), ("Input.Extracts[0]", "Đã sửa xong 300 m đường."), ("Input.Outcomes[0]", "Settled"));
        await ActAsync(clerk, code, "danh-gia", ("Input.Outcome", "Settled"));
        await ActAsync(clerk, code, "tham-tra", ("Input.Note", "Đã xem thực địa"));
        using var standing = await site.SignInAsync("thuongtruc");
        await ActAsync(standing, code, "ket-luan", ("Input.Outcome", "Settled"));
        await ActAsync(clerk, code, "thong-bao", ("Input.Channel", "Loudspeaker"));
        await ActAsync(clerk, code, "ket-thuc");

        Assert.Equal((PetitionStatus.Closed, Outcome.Settled), ((await site.PetitionAsync(code)).Status, (await site.PetitionAsync(code)).Outcome));
        Assert.Equal(
            ["petition.recorded", "petition.classified", "petition.forwarded", "petition.accepted", "petition.extended", "petition.departmentNamed", "petition.answered",
                "petition.evaluated", "petition.verified", "petition.concluded", "petition.votersNotified", "petition.closed"],
            await site.StoryAsync(code));
        await clerk.GoAsync($"/kien-nghi/{code}");
        Assert.Contains("lĩnh vực Giao thông, thẩm quyền Xã, phường, đặc khu", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Phòng · Chuyên viên", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_says_who_holds_it_by_when_and_why_that_date()
    {
        var code = await site.SentAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/{code}");

        var facts = clerk.Page.QuerySelector(".record-head .facts")!.TextContent;
        Assert.Contains("Phòng Kinh tế", facts, StringComparison.Ordinal);
        Assert.Matches(@"\d+/HĐND-VP", facts);
        Assert.Contains("14/10/2026", facts, StringComparison.Ordinal);
        Assert.NotEmpty(clerk.Page.QuerySelectorAll(".record-head .why li"));
        Assert.Single(clerk.Page.QuerySelectorAll(".record-head .btn-primary"));
    }

    [Fact]
    public async Task The_second_of_two_clerks_sees_what_was_stored_and_loses_nothing_typed()
    {
        var code = await site.RecordedAsync("Đề nghị lắp đèn đường thôn Bản Mới.");
        using var first = await site.SignInAsync("vanphong");
        using var second = await site.SignInAsync("truongban");
        await first.GoAsync($"/kien-nghi/{code}/sua");
        await second.GoAsync($"/kien-nghi/{code}/sua");
        await first.FillAsync(("Input.Content", "Đề nghị lắp 12 đèn đường thôn Bản Mới."));
        await second.FillAsync(("Input.Content", "Đề nghị lắp đèn đường và sửa cống."));

        Assert.Equal($"/kien-nghi/{code}/sua", second.Path);
        Assert.Contains("Đề nghị lắp 12 đèn đường thôn Bản Mới.", second.Page.QuerySelector("main dl.pairs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sửa cống", second.Page.GetElementById("Input_Content")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Đề nghị lắp 12 đèn đường thôn Bản Mới.", (await site.PetitionAsync(code)).Content);
        await second.FillAsync();
        Assert.Equal("Đề nghị lắp đèn đường và sửa cống.", (await site.PetitionAsync(code)).Content);
    }

    [Fact]
    public async Task A_letter_without_number_is_refused_at_the_field_unless_it_is_a_draft()
    {
        var code = await site.RecordedAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/{code}/chuyen");
        await clerk.FillAsync(("Input.RecipientAgencyId", site.Committee.Id.ToString()));
        Assert.NotNull(clerk.ErrorAt("Input_Number"));
        await clerk.FillAsync(("Input.RecipientAgencyId", ""), ("Input.IsSigned", "false"));
        Assert.NotNull(clerk.ErrorAt("Input_RecipientAgencyId"));
        await clerk.FillAsync(("Input.RecipientAgencyId", site.Committee.Id.ToString()), ("Input.IsSigned", "false"));

        Assert.Equal($"/kien-nghi/{code}", clerk.Path);
        Assert.Equal(PetitionStatus.Recorded, (await site.PetitionAsync(code)).Status);
        Assert.Contains("Đang nằm trong công văn soạn", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_sent_and_answered_with_one_document_each()
    {
        var (one, two) = (await site.RecordedAsync("Đề nghị nạo vét kênh mương."), await site.RecordedAsync("Đề nghị sửa trạm bơm."));
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/chuyen?ma={one}&ma={two}");
        await clerk.FillAsync(("Input.RecipientAgencyId", site.Committee.Id.ToString()), ("Input.Number", "52"), ("Input.IssuedOn", "14/9/2026"));
        await clerk.GoAsync($"/kien-nghi/tra-loi?ma={one}&ma={two}");
        await clerk.FillAsync(("Input.Extracts[0]", "Đã nạo vét."));
        Assert.NotNull(clerk.ErrorAt("Input_Extracts_1_"));
        Assert.Equal(PetitionStatus.Forwarded, (await site.PetitionAsync(one)).Status);
        await clerk.FillAsync(("Input.Extracts[0]", "Đã nạo vét."), ("Input.Extracts[1]", "Đưa vào kế hoạch 2027."), ("Input.Outcomes[1]", "InProgress"));

        Assert.Equal((PetitionStatus.Answered, PetitionStatus.Answered), ((await site.PetitionAsync(one)).Status, (await site.PetitionAsync(two)).Status));
        Assert.Equal(Outcome.InProgress, (await site.PetitionAsync(two)).Outcome);
    }

    [Fact]
    public async Task Many_are_put_into_a_session_from_the_list_and_a_session_must_be_chosen()
    {
        var session = await site.SessionAsync(2);
        var (one, two) = (await site.RecordedAsync("Đề nghị sửa cống thôn Nà Mẫu."), await site.RecordedAsync("Đề nghị sửa kè thôn Nà Mẫu."));
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi");
        Assert.NotNull(clerk.Page.QuerySelector(".bulk button[formaction='/kien-nghi/ky-hop']"));
        await clerk.GoAsync($"/kien-nghi/ky-hop?ma={one}&ma={two}");
        await clerk.FillAsync();
        Assert.Equal("Chưa chọn kỳ họp.", clerk.ErrorAt("Input_SessionId"));
        await clerk.FillAsync(("Input.SessionId", session.ToString()));

        Assert.Equal("/kien-nghi", clerk.Path);
        Assert.Contains("Đã đưa vào kỳ họp: 2 kiến nghị", clerk.Text, StringComparison.Ordinal);
        Assert.Equal([session, session], [(await site.PetitionAsync(one)).SessionId, (await site.PetitionAsync(two)).SessionId]);
        await clerk.GoAsync($"/kien-nghi/{one}");
        Assert.Contains("Đưa vào Kỳ họp thứ 2", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_story_is_told_in_the_language_of_the_screen()
    {
        var code = await site.SentAsync("Đề nghị sửa đập dâng Nà Mẫu.");
        await using (var db = site.Db())
        {
            var item = await db.Set<FollowUpItem>().SingleAsync(i => i.SubjectCode == code && i.OwedBy != null, TestContext.Current.CancellationToken);
            var clerk = (await site.Get<AccountBook>().FindAsync((await db.Set<User>().SingleAsync(u => u.UserName == "vanphong", TestContext.Current.CancellationToken)).Id, TestContext.Current.CancellationToken))!.Acting;
            Assert.False((await site.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [item.Id], Order = 3, SkipReason = "Urgent", Number = "977" }, clerk, TestContext.Current.CancellationToken)).IsRefused);
        }

        using var reader = await site.SignInAsync("vanphong");
        await reader.GoAsync($"/kien-nghi/{code}");
        var vietnamese = reader.Page.QuerySelector(".story")!.TextContent;
        await reader.GoAsync($"/hien-thi?lang=en&ve={Uri.EscapeDataString($"/kien-nghi/{code}")}");
        await reader.GoAsync($"/kien-nghi/{code}");
        var english = reader.Page.QuerySelector(".story")!.TextContent;

        Assert.Contains("Kiến nghị cấp có thẩm quyền xử lý, gửi UBND xã Nà Mẫu, số 977", vietnamese, StringComparison.Ordinal);
        Assert.Contains("Refer to the competent authority, to UBND xã Nà Mẫu, number 977", english, StringComparison.Ordinal);
        Assert.Contains("Passed over “First urging”", english, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Phòng · Office clerk", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Đôn đốc", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_the_page_tells_an_officer_which_agency_of_which_commune_they_act_for()
    {
        using var officer = await site.SignInAsync("coquan");
        await officer.GoAsync("/");

        Assert.Equal("Phòng Kinh tế, xã Nà Mẫu", officer.Page.QuerySelector(".shell-name b")!.TextContent);
        Assert.Equal("Cán bộ cơ quan", officer.Page.QuerySelector(".shell-name small")!.TextContent);
    }

    [Fact]
    public async Task Several_are_merged_from_the_list_and_one_is_taken_apart_again()
    {
        var (one, two, kept) = (await site.RecordedAsync("Điện yếu thôn A."), await site.RecordedAsync("Điện yếu thôn B."), await site.RecordedAsync("Điện yếu toàn xã."));
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/gop?ma={one}&ma={two}&ma={kept}");
        await clerk.FillAsync(("Input.Into", kept));
        Assert.Equal((PetitionStatus.Merged, PetitionStatus.Merged), ((await site.PetitionAsync(one)).Status, (await site.PetitionAsync(two)).Status));
        await clerk.GoAsync($"/kien-nghi/{one}");
        await clerk.SubmitAsync("form[action*=Unmerge]");

        Assert.Equal(PetitionStatus.Recorded, (await site.PetitionAsync(one)).Status);
        await clerk.GoAsync($"/kien-nghi/{kept}");
        Assert.Contains("1 kiến nghị đã gộp vào đây", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_act_is_taken_back_from_the_story_by_who_did_it()
    {
        var code = await site.RecordedAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await ActAsync(clerk, code, "phan-loai", ("Input.Field", "health"));
        await clerk.GoAsync($"/kien-nghi/{code}");
        await clerk.SubmitAsync("form[action*=Undo]");

        Assert.Equal((PetitionStatus.Recorded, null), ((await site.PetitionAsync(code)).Status, (await site.PetitionAsync(code)).Field));
    }

    [Fact]
    public async Task Only_the_standing_committee_concludes_and_marks_as_pressing()
    {
        var code = await site.SentAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/{code}/ket-luan");
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        using var standing = await site.SignInAsync("thuongtruc");
        await standing.GoAsync($"/kien-nghi/{code}/noi-com");
        await standing.FillAsync();
        Assert.NotNull(standing.ErrorAt("Input_Reason"));
        await standing.FillAsync(("Input.Reason", "Kéo dài nhiều kỳ họp"));

        Assert.True((await site.PetitionAsync(code)).IsPressing);
    }

    [Fact]
    public async Task An_officer_sees_what_the_agency_owes_and_answers_it_and_nothing_else()
    {
        var (owed, other) = (await site.SentAsync(), await site.RecordedAsync("Không phải việc của phòng."));
        using var officer = await site.SignInAsync("coquan");
        await officer.GoAsync("/kien-nghi");
        Assert.Contains(owed, officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/kien-nghi/{other}");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        await ActAsync(officer, owed, "tiep-nhan");
        await ActAsync(officer, owed, "tra-loi", ("Input.Number", "9/KT"), ("Input.Extracts[0]", "Đã kéo điện."), ("Input.Outcomes[0]", "Settled"));

        Assert.Equal(PetitionStatus.Answered, (await site.PetitionAsync(owed)).Status);
    }

    [Fact]
    public async Task An_upper_viewer_reads_the_commune_but_not_its_voters_and_acts_on_nothing()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync(("Input.Content", "Đề nghị hỗ trợ giống."), ("Input.PersonName", "Lò Thị Kín"));
        var code = clerk.Path.Split('/')[^1];
        using var upper = await site.SignInAsync("captren");
        await upper.GoAsync($"/kien-nghi/{code}");

        Assert.Equal(HttpStatusCode.OK, upper.Status);
        Assert.DoesNotContain("Lò Thị Kín", upper.Text, StringComparison.Ordinal);
        Assert.Empty(upper.Page.QuerySelectorAll(".record-head .btn"));
        await upper.GoAsync($"/kien-nghi/{code}/phan-loai");
        Assert.Equal(HttpStatusCode.Forbidden, upper.Status);
    }

    [Fact]
    public async Task The_list_keeps_its_filters_in_the_address_saves_views_and_exports_what_is_seen()
    {
        var code = await site.RecordedAsync("Đề nghị sửa cầu treo.");
        using var clerk = await site.SignInAsync("vanphong");
        await ActAsync(clerk, code, "phan-loai", ("Input.Field", "culture"));
        await clerk.GoAsync("/kien-nghi?stage=onTheDesk&field=culture");
        Assert.Contains(code, clerk.Text, StringComparison.Ordinal);
        Assert.Equal("culture", clerk.Page.QuerySelector("#field option[selected]")!.GetAttribute("value"));
        var sheet = await clerk.DownloadAsync("/kien-nghi/xuat?stage=onTheDesk&field=culture");
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);
        await clerk.GoAsync("/kien-nghi/bo-loc?stage=onTheDesk&field=culture");
        await clerk.FillAsync(("Input.Name", "Văn hóa cần xử lý"));

        Assert.Contains("Văn hóa cần xử lý", clerk.Page.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
        await clerk.GoAsync("/kien-nghi?stage=withAgency&field=culture");
        Assert.DoesNotContain(code, clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/kien-nghi?status=nonsense");
        Assert.Contains("Không đọc được điều kiện lọc", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_joint_meeting_is_entered_once_and_each_item_goes_to_its_council()
    {
        var province = (await site.CouncilAsync("96")).Id.ToString();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/tiep-xuc/moi");
        await clerk.FillAsync(("Input.Place", "Nhà văn hóa thôn Nà Pục"), ("Input.HeldOn", "10/9/2026"), ("Input.Voters", "86"), ("Input.JointWith", province), ("Input.JointWith", site.Neighbour.Id.ToString()));
        var meeting = clerk.Path;
        Assert.StartsWith("/tiep-xuc/", meeting, StringComparison.Ordinal);
        await clerk.FillAsync(("Input.Content", "Đề nghị sửa mái nhà văn hóa."));
        await clerk.GoAsync(meeting);
        await clerk.FillAsync(("Input.Content", "Đề nghị mở rộng chợ."), ("Input.CouncilId", province), ("Input.Kind", "Opinion"), ("Input.ExplainedBy", "Chủ tịch UBND tỉnh"));
        Assert.Equal("Việc giải trình tại chỗ của HĐND khác do HĐND đó ghi.", clerk.ErrorAt("Input_ExplainedBy"));
        Assert.DoesNotContain(site.Neighbour.Name, clerk.Page.QuerySelector("[name='Input.CouncilId']")!.TextContent, StringComparison.Ordinal);
        await clerk.FillAsync(("Input.ExplainedBy", null));

        await clerk.GoAsync(meeting);
        Assert.Contains("KNCT-96001-", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("KNCT-96-", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("1 kiến nghị, 1 ý kiến", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/tiep-xuc/moi");
        await clerk.FillAsync(("Input.Place", " "), ("Input.HeldOn", "10/12/2026"));
        Assert.Equal("Chưa ghi nơi tổ chức hội nghị.", clerk.ErrorAt("Input_Place"));
    }

    private static async Task ActAsync(Browser who, string code, string act, params (string Name, string? Value)[] filled)
    {
        await who.GoAsync($"/kien-nghi/{code}/{act}");
        Assert.Equal(HttpStatusCode.OK, who.Status);
        await who.FillAsync(filled);
        Assert.True(who.Path == $"/kien-nghi/{code}", $"{act}: {who.Page.QuerySelector(".error-summary")?.TextContent} {who.Status}");
    }
}
