using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Delegates;

/// <summary>What rooms tell of a delegate, for the page and the yearly report.</summary>
public sealed class DeedsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ông Lê Văn Mẫu - Phó Chủ tịch HĐND\nBà Vi Thị Hoà", "le van mau", true)]
    [InlineData("LÊ  VĂN MẪU", "le van mau", true)]
    [InlineData("Lê Văn Mẫuu", "le van mau", false)]
    [InlineData("Lê Văn; Mẫu", "le van mau", false)]
    [InlineData(null, "le van mau", false)]
    public void A_line_names_a_delegate_whatever_stands_around_the_name(string? lines, string folded, bool names) => Assert.Equal(names, DelegateNaming.Names(lines, folded));

    [Theory, Engines]
    public async Task A_meeting_whose_minutes_name_the_delegate_counts_with_what_was_raised_there(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (an, other, clerk) = (await house.AddDelegateAsync("Lê Thị Hoà"), await house.AddDelegateAsync("Bùi Văn Bình"), house.Province.Clerk());
        var meetings = house.Get<VoterMeetings>();
        var meeting = (await meetings.RecordAsync(
            new VoterMeetingInput { CouncilId = house.Province.NaMau.Id, HeldOn = new DateOnly(2026, 9, 1), Place = "Thôn Lũng", Voters = 40, Delegates = "Bà Lê Thị HÒA, Trưởng Ban" }, clerk, Ct)).Value;
        var item = await meetings.AddItemAsync(meeting, new MeetingItemInput { Content = "Đề nghị sửa đường ống nước." }, clerk, Ct);
        Assert.Empty(item.Refusals);
        var deeds = house.Get<DelegateDeeds>();

        var told = await deeds.ReadAsync(an, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), clerk, Ct);

        Assert.Equal((1, 1), (Of("voterMeeting"), Of("petition")));
        Assert.All(await deeds.ReadAsync(other, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), clerk, Ct), k => Assert.Equal(0, k.Count));
        Assert.Equal(0, (await deeds.ReadAsync(an, new DateOnly(2026, 9, 2), new DateOnly(2026, 12, 31), clerk, Ct)).Sum(k => k.Count));

        int Of(string kind) => told.Single(k => k.Kind == kind).Count;
    }

    [Theory, Engines]
    public async Task The_yearly_report_is_written_from_the_records_and_only_for_who_may_read(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var an = await house.AddDelegateAsync("Lê Thị Hoà");
        var report = house.Get<YearlyReport>();

        var word = await report.WriteAsync(an.Code, 2026, house.Province.Clerk(), Ct);

        Assert.StartsWith("bao-cao-DB-96001-2026", word!.FileName, StringComparison.Ordinal);
        Assert.True(word.Content.Length > 2000);
        Assert.Null(await report.WriteAsync(an.Code, 2026, house.Province.Clerk(house.Province.LungMau), Ct));
        Assert.Equal((an.From, house.Clock.Today), YearlyReport.Period(an, 2026, house.Clock.Today));
    }
}
