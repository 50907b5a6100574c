using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NghiTruong.FollowUp;
using NghiTruong.Supervision;

namespace NghiTruong.Journeys.Tests;

/// <summary>A commune's field survey, written down on a phone.</summary>
public sealed class SupervisionTests
{
    [Fact]
    public async Task A_field_survey_of_one_page_is_written_on_a_phone_and_its_recommendation_is_followed()
    {
        await using var host = await JourneyHost.OpenAsync();
        await using var head = await Person.ComeAsAsync(host, "truongban", Screen.Phone);
        var clock = Stopwatch.StartNew();

        await head.GoAsync("/giam-sat/mot-trang");
        await head.FillAsync("Input.Theme", "Khảo sát việc thu gom rác thải tại chợ trung tâm xã");
        await head.FillAsync("Input.Place", "Chợ trung tâm xã");
        await head.FillAsync("Input.Results", "Có tổ thu gom, ngày hai lượt.");
        await head.FillAsync("Input.Shortcomings", "Hố rác phía sau chợ chưa có bờ chắn.");
        await head.FillAsync("Input.Assessment", "Cơ bản sạch, còn nguy cơ ô nhiễm suối.");
        await head.FillAsync("Input.Recommendation", "Xây bờ chắn hố rác phía sau chợ");
        // Who must act and by when is asked for at its field, and nothing typed is lost.
        await head.PressHereAsync("Lưu biên bản");
        await head.FitsAsync();
        Assert.Equal("Chợ trung tâm xã", await head.Field("Input.Place").InputValueAsync());
        await head.ChooseAsync("Input.LeadAgencyId", "UBND xã Nà Mẫu");
        await head.FillAsync("Input.DueOn", MainPath.Today(30));
        await head.PressHereAsync("Lưu biên bản");
        await head.SeeAsync("Khảo sát việc thu gom rác thải tại chợ trung tâm xã");
        await head.FitsAsync();

        // Five minutes are a person's; a machine that needs half of one shows that the page asks for little.
        TestContext.Current.TestOutputHelper!.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");
        Assert.Empty(head.Errors);
        await using var db = host.Db();
        var survey = await db.Set<SupervisionCase>().SingleAsync(s => s.Theme.StartsWith("Khảo sát việc thu gom"));
        Assert.Equal((SupervisionKind.FieldSurvey, SupervisionState.Concluded), (survey.Kind, survey.State));
        var recommendation = await db.Set<Recommendation>().SingleAsync(r => r.SupervisionId == survey.Id);
        Assert.True(await db.Set<FollowUpItem>().AnyAsync(i => i.SubjectId == recommendation.Id && i.OwedBy != null));
    }
}
